/**
 * `npm run mutate`: puts small faults into the core, one at a time, and looks whether a test finds each.
 *   (nothing)            20 faults in files of the core changed since CI_BASE or HEAD~1, two minutes at most; see gate() for when it fails
 *   --all [--count 156]  faults drawn evenly over the rooms of the core; writes docs/mutation.md
 *   --seed n             which are drawn (default: from the commit); --room r, --file f: only these; --minutes m: no longer than that
 *   --own                asks only the tests of the fault's own room: quick, and what survives may still be found by another room's
 * Own script rather than Stryker: Stryker gives every trial a context of jest's own, which loads the core again for every test file; here
 * the faults stand behind switches and the tests that reach one run in a single process (mutate/judge.cjs), a trial taking seconds.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { filesIn, ROOT } from './lint/sources.mjs';
import { Court } from './mutate/court.mjs';
import { chance, drawn } from './mutate/draw.mjs';
import { mutantsOf, switched } from './mutate/mutants.mjs';
import { counted, gate, report, shown } from './mutate/report.mjs';
import { isOwn, ordered, reaches, ROOMS, roomOf, testFiles } from './mutate/tests-of.mjs';

const GATE = { count: 20, minutes: 2 };
const ALL = { count: 13 * ROOMS.length, minutes: 600 };
/** No test is taken for endless before this, and before it has taken so many times what it took without a fault. */
const ENDLESS = { milliseconds: 30_000, times: 10 };
/** Beside the tests of its own room so many of the others are asked, nearest and cheapest first, as take this share of what all take together. */
const SHARE_OF_OTHERS = 0.08;
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

/** Every test once without a fault: what it takes, whether it passes and which of the places it reaches. */
async function control(court, tests, until) {
  const heard = new Map();
  const limit = () => Math.max(1000, Math.min(until - Date.now(), 300_000));
  const { files, reachedLoading } = await court.hear(null, tests, {
    bail: false,
    limit,
    heard: ({ test, milliseconds }) => milliseconds > 10_000 && console.log(`mutate: ${test} takes ${Math.round(milliseconds / 1000)} s`),
  });
  for (const one of files) heard.set(one.test, { ...one, reached: new Set(one.reached) });
  const failing = files.filter(({ failure }) => failure !== null);
  for (const { test, failure } of failing)
    console.log(`mutate: not asked, fails without a fault: ${test} (${failure.name}) ${failure.why.slice(0, 200)}`);
  return { heard, reachedLoading: new Set(reachedLoading) };
}

/** The tests that run the place; of the file's own room also those that load it, for what a module remembers is worked out only once. */
function askedAbout(mutant, tests, loads, { heard, reachedLoading }) {
  const passing = tests.filter((test) => heard.get(test)?.failure === null);
  const asked = passing.filter((test) => {
    if (heard.get(test).reached.has(mutant.id)) return true;
    const isNear = reachedLoading.has(mutant.id) || isOwn(test, roomOf(mutant.file));
    return isNear && loads.get(test).has(mutant.file);
  });
  const taken = (test) => heard.get(test).milliseconds;
  const most = SHARE_OF_OTHERS * [...heard.values()].reduce((sum, one) => sum + one.milliseconds, 0);
  let sum = 0;
  return ordered(asked, mutant.file, taken).filter(
    (test) => isOwn(test, roomOf(mutant.file)) || (values.own !== true && (sum += taken(test)) <= most),
  );
}

async function judged(court, mutant, asked, heard, until) {
  const began = Date.now();
  const own = (test) => Math.max(ENDLESS.milliseconds, ENDLESS.times * heard.get(test).milliseconds);
  let isCut = false;
  const limit = (test) => {
    isCut = until - Date.now() < own(test);
    return Math.max(100, Math.min(own(test), until - Date.now()));
  };
  const { files } = await court.hear(mutant.id, asked, { limit });
  const failed = files.find(({ failure }) => failure !== null);
  const seconds = (Date.now() - began) / 1000;
  if (failed === undefined) return { ...mutant, fate: 'survived', asked: asked.length, seconds };
  if (isCut && failed.failure.name === 'does not end') return { ...mutant, fate: 'undecided', seconds };
  return { ...mutant, fate: 'killed', by: `${failed.test} «${failed.failure.name}»`, seconds };
}

async function tried(mutants, until) {
  const ofFile =
    Map.groupBy?.(mutants, (one) => one.file) ?? new Map(mutants.map(({ file }) => [file, mutants.filter((one) => one.file === file)]));
  const court = new Court([...ofFile].map(([file, ones]) => [file, switched(text(file), ones)]));
  const all = testFiles();
  const loads = reaches(all);
  const rooms = new Set([...ofFile.keys()].map(roomOf));
  const isAsked = (test) => values.own !== true || [...rooms].some((room) => isOwn(test, room));
  const tests = all.filter((test) => isAsked(test) && [...ofFile.keys()].some((file) => loads.get(test).has(file)));
  const results = [];
  try {
    const known = await control(court, tests, until);
    console.log(`mutate: ${tests.length} test files without a fault, ${Math.round((Date.now() - STARTED) / 1000)} s`);
    for (const mutant of mutants) {
      const isLate = until - Date.now() < 2000;
      const asked = isLate ? [] : askedAbout(mutant, tests, loads, known);
      const result = isLate ? { ...mutant, fate: 'undecided' } : await judged(court, mutant, asked, known.heard, until);
      results.push(result);
      console.log(shown(result));
    }
  } finally {
    court.close();
  }
  return results;
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
const results = mutants.length === 0 ? [] : await tried(mutants, STARTED + minutes * 60_000);
const { killed, decided, undecided } = counted(results);
console.log(`mutate: ${killed} of ${decided} killed${undecided > 0 ? `, ${undecided} not decided in ${minutes} minutes` : ''}`);
if (values.all === true) writeFileSync(path.join(ROOT, 'docs/mutation.md'), report(results, seed, EQUIVALENT, values.own === true));
if (isGate && !gate(results)) process.exitCode = 1;
