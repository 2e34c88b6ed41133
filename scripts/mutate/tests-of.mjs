/** Which tests are asked about a fault in a file: first those of the file and of its room, then those of the rooms above. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Tests of a room, nearest first; what starts a browser or a process takes too long to be asked. */
const NEAR = {
  workbook: ['test/workbook', 'test/score-table', 'test/recognition'],
  'score-table': ['test/score-table', 'test/scoring', 'test/checks/support'],
  recognition: ['test/recognition', 'test/right-numbers'],
  criteria: ['test/criteria'],
  scoring: ['test/scoring', 'test/right-numbers'],
  checks: ['test/checks'],
  assessment: ['test/assessment'],
  standards: ['test/standards'],
  narrative: ['test/narrative'],
  recalc: ['test/recalc', 'test/right-numbers'],
  words: ['test/words', 'test/checks'],
  results: ['test/results'],
  receipt: ['test/receipt', 'test/results'],
  'hosts/file': ['test/hosts/file', 'test/hosts'],
  'open-workbook': ['test/open-workbook', 'test/hosts/contract'],
};
const FAR = ['test/right-numbers', 'test/checks', 'test/scoring', 'test/recalc', 'test/narrative', 'test/assessment', 'test/open-workbook'];
const SLOW =
  /test\/(browser|packaging|start|fuzz|cli|conformance|hosts\/(excel|wps|contract))\/|soffice|metamorphic|generated|office\.test|readers\.test|corpus/;

export const ROOMS = Object.keys(NEAR);

export const roomOf = (file) => {
  const [, room, part] = file.split('/');
  return room === 'hosts' ? `hosts/${part}` : room;
};

function testsIn(root, folder) {
  const at = path.join(root, folder);
  if (!existsSync(at)) return [];
  return readdirSync(at, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .filter((file) => !SLOW.test(file));
}

/** Two rounds of test files; the second leaves out what the first ran. */
export function testsOf(root, file) {
  const name = path.posix.basename(file).replace(/\.tsx?$/, '');
  const near = [...new Set((NEAR[roomOf(file)] ?? []).flatMap((folder) => testsIn(root, folder)))];
  const own = near.filter((test) => path.posix.basename(test).startsWith(`${name}.`));
  const first = [...own, ...near.filter((test) => !own.includes(test))];
  const second = [...new Set(FAR.flatMap((folder) => testsIn(root, folder)))].filter((test) => !first.includes(test));
  return [own.length > 0 ? own : first, own.length > 0 ? first.filter((test) => !own.includes(test)) : [], second].filter(
    (round) => round.length > 0,
  );
}
