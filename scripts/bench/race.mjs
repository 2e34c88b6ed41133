/**
 * Contenders that take turns within one run, so that a busy machine slows all alike; each has a process of its own, so that none pays
 * for another's garbage or its compiler. CPU time, not the clock.
 */
import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const SELF = fileURLToPath(import.meta.url);
const require = createRequire(import.meta.url);

export const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** CPU milliseconds of all that was done meanwhile. */
export async function cpuOf(work) {
  const before = process.cpuUsage();
  await work();
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1000;
}

/** What is made ready is not counted. */
async function timed({ make, work }, files) {
  const given = [];
  for (const bytes of files) given.push(make === undefined ? bytes : await make(bytes));
  return cpuOf(async () => {
    for (const one of given) await work(one);
  });
}

/** A contender's process: told the files of a turn, it answers with its CPU time. */
function contend(name) {
  const { contenders } = require('./contenders.cjs');
  const own = contenders(require('../../dist/bench-core.js')).find((one) => one.name === name);
  process.on('message', async (files) => process.send(await timed(own, files)));
}

function ask(child, files) {
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (status) => reject(new Error(`a contender ended with ${status}`)));
    child.send(files);
  }).finally(() => child.removeAllListeners('exit'));
}

/** For each name the CPU milliseconds of each turn; `turns`: the files of one turn each. The processes are fresh. */
export async function race(names, turns) {
  const children = names.map((name) => fork(SELF, [`--contender=${name}`], { serialization: 'advanced' }));
  const times = new Map(names.map((name) => [name, []]));
  try {
    for (const files of turns) for (let n = 0; n < names.length; n += 1) times.get(names[n]).push(await ask(children[n], files));
  } finally {
    for (const child of children) child.disconnect();
  }
  return times;
}

const ROLE = '--contender=';
const role = process.argv.find((arg) => arg.startsWith(ROLE));
if (role !== undefined) contend(role.slice(ROLE.length));
