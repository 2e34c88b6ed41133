/** Which tests are asked about a fault, and in what order. */
import path from 'node:path';
import { filesIn, modulesIn } from '../lint/sources.mjs';

/** Rooms in which faults are tried: what says whether a number is right, what writes one, and what is told of it. The former reader is about to go. */
export const ROOMS = [
  'answers',
  'approved',
  'assessment',
  'checks',
  'comparison',
  'criteria',
  'document',
  'hosts/file',
  'narrative',
  'open-workbook',
  'opinions',
  'papers',
  'publishing',
  'recalc',
  'receipt',
  'recognition',
  'report',
  'results',
  'roster',
  'score-table',
  'scoring',
  'standards',
  'words',
  'workbook',
];

export const roomOf = (file) => {
  const [, room, part] = file.split('/');
  return room === 'hosts' ? `hosts/${part}` : room;
};

/** Where a room's own tests stand, if not in the folder of its name alone. */
const FOLDERS = {
  document: ['test/hosts/file/word/', 'test/report/'],
  'hosts/file': ['test/hosts/'],
};

/** Whether the test is one of the room itself. */
export const isOwn = (test, room) => (FOLDERS[room] ?? [`test/${room}/`]).some((folder) => test.startsWith(folder));

/** What starts a browser, a page or a process, or reads the sources instead of running them, is not asked. */
const NOT_ASKED =
  /^test\/(browser|packaging|start|manifest|architecture|cli|taskpane|workbench|hosts\/(excel|wps|workbench))\/|\/contract\/(excel|wps|workbench)\.|soffice|office\.test|readers\.test|encrypted|docs\.test|registry\.test|engine\.test/;
/** Nor what takes long for what it finds: properties over many drawn forms, files of a corpus, measures of work. A room's own tests are quick. */
const SLOW =
  /^test\/(fuzz|blind|security)\/|conformance\/|recalc\/(whole|all-scores)|narrative\/generated|metamorphic|hosts\/(legacy|hostile)|corpus|linear-work|checks\/fixes|recognition\/field\//;

export const testFiles = () => filesIn('test').filter((file) => /\.test\.ts$/.test(file) && !NOT_ASKED.test(file) && !SLOW.test(file));

/** test file → all that it loads of the sources. */
export function reaches(tests) {
  const modules = new Map([...modulesIn('src'), ...modulesIn('test')]);
  const reachOf = (file) => {
    const seen = new Set();
    const visit = (one) => {
      if (seen.has(one)) return;
      seen.add(one);
      for (const { to } of modules.get(one)?.imports ?? []) visit(to);
    };
    visit(file);
    return seen;
  };
  return new Map(tests.map((test) => [test, reachOf(test)]));
}

/** Tests of the file and of its room weigh less than they take, for they are the likeliest to find the fault. */
function weight(test, file, milliseconds) {
  const own = path.posix.basename(test).split('.')[0] === path.posix.basename(file).split('.')[0];
  const near = isOwn(test, roomOf(file));
  return (milliseconds + 20) * (own ? 0.02 : near ? 0.2 : 1);
}

/** Nearest and cheapest first. */
export const ordered = (tests, file, taken) => [...tests].sort((a, b) => weight(a, file, taken(a)) - weight(b, file, taken(b)));
