/**
 * `npm run mutate`: puts small faults into the core, one at a time, and looks whether a test finds each.
 *   (nothing)            20 faults in files of the core changed since CI_BASE or HEAD~1, two minutes at most; see gate() for when it fails
 *   --all [--count 156]  faults drawn evenly over the rooms of the core; writes docs/mutation.md once all are decided
 *   --seed n             which are drawn (default: from the commit); --room r, --file f: only these
 *   --minutes m          no longer than that; --all with the same seed goes on where it was ended
 *   --unreached          tries nothing: says which faults no test of their own room even reaches
 *   --own                asks only the tests of the fault's own room: quick, and what survives may still be found by another room's
 * Own script rather than Stryker: Stryker gives every trial a context of jest's own, which loads the core again for every test file; here
 * the faults stand behind switches and the tests that reach one run in a single process (mutate/judge.cjs), a trial taking seconds.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { filesIn, ROOT } from './lint/sources.mjs';
import { chance, drawn } from './mutate/draw.mjs';
import { keptTrial } from './mutate/kept.mjs';
import { mutantsOf } from './mutate/mutants.mjs';
import { counted, gate, report, shown } from './mutate/report.mjs';
import { ROOMS, roomOf } from './mutate/tests-of.mjs';
import { ownTrial, unreached, wholeTrial } from './mutate/trial.mjs';

const GATE = { count: 20, minutes: 2 };
const ALL = { count: 13 * ROOMS.length, minutes: 600 };
const EQUIVALENT = JSON.parse(readFileSync(path.join(ROOT, 'scripts/mutate/equivalent.json'), 'utf8'));

const text = (file) => readFileSync(path.join(ROOT, file), 'utf8');
const git = (...args) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

/** Files changed since the base; null where the history does not reach back so far. */
function changedFiles() {
  try {
    return git('diff', '--name-only', '--diff-filter=d', process.env.CI_BASE || 'HEAD~1', 'HEAD').split('\n');
  } catch {
    return null;
  }
}

const isCore = (file) =>
  /^src\/.*\.ts$/.test(file) && !file.endsWith('.d.ts') && ROOMS.includes(roomOf(file)) && !file.startsWith('src/criteria/former/');
/** Words for people: a slip there is seen in the tests of texts. */
const isWords = (file) => /\/texts\//.test(file) || /texts\.ts$/.test(file);

const isEquivalent = ({ file, from, to, code }) =>
  EQUIVALENT.some((one) => one.file === file && one.from === from && one.to === to && code.includes(one.code));

function candidates(file) {
  const lines = text(file).split('\n');
  return mutantsOf(file, text(file))
    .map((one) => ({ ...one, code: lines[one.line - 1].trim() }))
    .filter((one) => !isEquivalent(one));
}

const { values } = parseArgs({
  options: {
    all: { type: 'boolean' },
    count: { type: 'string' },
    seed: { type: 'string' },
    room: { type: 'string' },
    file: { type: 'string' },
    minutes: { type: 'string' },
    own: { type: 'boolean' },
    unreached: { type: 'boolean' },
  },
});
const STARTED = Date.now();
const isGate = values.all !== true && values.file === undefined && values.room === undefined;
const changed = isGate ? changedFiles() : filesIn('src');
if (changed === null) {
  console.log('mutate: the history here is too short to know what changed; nothing was tried.');
  process.exit(0);
}
const files = changed.filter(
  (file) =>
    isCore(file) &&
    !isWords(file) &&
    (values.room === undefined || roomOf(file) === values.room) &&
    (values.file === undefined || file.startsWith(values.file)),
);
const seed = Number(values.seed ?? parseInt(git('rev-parse', '--short=7', 'HEAD'), 16));
const count = Number(values.count ?? (isGate ? GATE : ALL).count);
const mutants = drawn(files.flatMap(candidates), (one) => roomOf(one.file), count, chance(seed)).map((one, id) => ({ ...one, id }));
console.log(`mutate: ${mutants.length} faults in ${new Set(mutants.map((one) => one.file)).size} of ${files.length} files, seed ${seed}`);
const minutes = Number(values.minutes ?? (isGate ? GATE : ALL).minutes);
const until = STARTED + minutes * 60_000;
const sources = createHash('sha1');
for (const file of filesIn('src')) sources.update(text(file));
if (values.unreached === true) {
  for (const one of await unreached(mutants, until)) console.log(shown({ ...one, fate: 'unreached' }));
  process.exit(0);
}
const kept =
  values.all === true
    ? keptTrial(`${seed}-${mutants.length}-${sources.digest('hex').slice(0, 12)}`)
    : { results: [], heard: new Map(), save: () => undefined };
const results = new Map(kept.results.map((one) => [one.id, one]));
const done = (result) => {
  results.set(result.id, result);
  kept.save([...results.values()]);
};
await ownTrial(
  mutants.filter(({ id }) => !results.has(id)),
  until,
  done,
);
const isOver = mutants.every(({ id }) => results.has(id));
const survivors = [...results.values()].filter(({ fate, isAskedOfAll }) => fate === 'survived' && isAskedOfAll !== true);
if (!isGate && values.own !== true && isOver && survivors.length > 0) {
  const ownSurvivors = survivors.length;
  console.log(`mutate: ${ownSurvivors} of ${mutants.length} survive the tests of their own room; these are shown to all`);
  await wholeTrial(survivors, until, (result) => done({ ...result, isAskedOfAll: true }), kept.heard);
  kept.save([...results.values()]);
}
const all = mutants.map((one) => results.get(one.id) ?? { ...one, fate: 'undecided' });
// A survivor that not all tests have seen yet is open as well: another part of the trial asks them.
const unasked =
  isGate || values.own === true ? 0 : all.filter(({ fate, isAskedOfAll }) => fate === 'survived' && isAskedOfAll !== true).length;
const { killed, decided, undecided } = counted(all);
const open = undecided + unasked;
console.log(`mutate: ${killed} of ${decided} killed${open > 0 ? `, ${open} not decided in ${minutes} minutes` : ''}`);
if (values.all === true && open === 0)
  writeFileSync(path.join(ROOT, 'docs/mutation.md'), report(all, seed, EQUIVALENT, values.own === true));
if (isGate && !gate(all)) process.exitCode = 1;
