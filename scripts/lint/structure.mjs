/**
 * The drawn structure, checked as a whole: every folder of src/ is a room and every host a host, no imports go round (types count),
 * no name means two things. Says what is wrong and ends with 1; says nothing where all is well.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { HOSTS, ROOMS } from './rooms.mjs';
import { ROOT, circles, modulesIn } from './sources.mjs';

const roomOf = (file) => file.split('/')[1];

function folders(at) {
  return readdirSync(path.join(ROOT, at), { withFileTypes: true })
    .filter((one) => one.isDirectory() && readdirSync(path.join(ROOT, at, one.name)).length > 0)
    .map(({ name }) => name);
}

function strangers() {
  return [
    ...folders('src')
      .filter((name) => !(name in ROOMS))
      .map((name) => `src/${name} is not in the table of rooms (scripts/lint/rooms.mjs)`),
    ...folders('src/hosts')
      .filter((name) => !(name in HOSTS))
      .map((name) => `src/hosts/${name} is not in the table of hosts (scripts/lint/rooms.mjs)`),
  ];
}

/** Files that import one another in a circle, and rooms that do. */
export function roundabouts(modules) {
  const next = (file) => (modules.get(file)?.imports ?? []).map(({ to }) => to).filter((to) => modules.has(to));
  const rooms = new Map();
  for (const file of modules.keys()) {
    const room = roomOf(file);
    if (!rooms.has(room)) rooms.set(room, new Set());
    for (const to of next(file)) if (roomOf(to) !== room) rooms.get(room).add(roomOf(to));
  }
  return [...circles([...modules.keys()], next), ...circles([...rooms.keys()], (room) => [...rooms.get(room)])].map((one) =>
    one.join(' ↔ '),
  );
}

/** Names that files of two rooms define and export, in order. */
export function sharedNames(modules) {
  const rooms = new Map();
  for (const [file, { exports }] of modules) for (const name of exports) rooms.set(name, (rooms.get(name) ?? new Set()).add(roomOf(file)));
  return [...rooms]
    .filter(([, where]) => where.size > 1)
    .map(([name]) => name)
    .sort();
}

function doubles(modules) {
  return sharedNames(modules).map((name) => `two rooms export a «${name}» of their own: one of them needs another name, or none`);
}

export function faults() {
  const modules = modulesIn('src');
  return [...strangers(), ...roundabouts(modules).map((one) => `circle: ${one}`), ...doubles(modules)];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = faults();
  for (const fault of found) console.error(fault);
  process.exitCode = found.length === 0 ? 0 : 1;
}
