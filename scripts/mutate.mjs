/**
 * `npm run mutate`: puts small faults into the core, one at a time, and looks whether a test finds each. Own script rather than Stryker:
 * Stryker first runs every test once to learn what it covers, which alone takes longer than the gate may; here the tests are chosen by room.
 *   (nothing)            20 faults in files of the core changed since CI_BASE or HEAD~1; ends with 1 where more than MOST_SURVIVORS of ten survive
 *   --all [--count 150]  faults all over the core; writes docs/mutation.md
 *   --seed n --room r    the faults drawn, one room only
 * It works on a copy; the files here are never touched.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { filesIn, ROOT } from './lint/sources.mjs';
import { chance, drawn, faulty, mutantsOf } from './mutate/mutants.mjs';
import { ROOMS, roomOf, testsOf } from './mutate/tests-of.mjs';

const GATE = { count: 20, minutes: 4 };
/** Of the faults of the gate that were decided, this share must be found. */
const FOUND_AT_LEAST = 0.8;
const SECONDS_A_ROUND = 120;
const EQUIVALENT = JSON.parse(readFileSync(path.join(ROOT, 'scripts/mutate/equivalent.json'), 'utf8'));

const { values } = parseArgs({
  options: {
    all: { type: 'boolean' },
    count: { type: 'string' },
    seed: { type: 'string' },
    room: { type: 'string' },
    minutes: { type: 'string' },
  },
});
const git = (...args) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();

/** Files changed since the base; null where the history does not reach back so far. */
function changedFiles() {
  try {
    return git('diff', '--name-only', '--diff-filter=d', process.env.CI_BASE || 'HEAD~1', 'HEAD').split('\n');
  } catch {
    return null;
  }
}

const isCore = (file) => file.startsWith('src/') && file.endsWith('.ts') && ROOMS.includes(roomOf(file));
/** Words for people, and words read: data beside the rules; a slip there is seen in the tests of texts. */
const isWords = (file) => /\/(texts|words)\//.test(file) || /texts\.ts$/.test(file);

const isEquivalent = ({ file, from, to, code }) =>
  EQUIVALENT.some((one) => one.file === file && one.from === from && one.to === to && code.includes(one.code));

function candidates(files) {
  return files.flatMap((file) => {
    const text = readFileSync(path.join(ROOT, file), 'utf8');
    const lines = text.split('\n');
    return mutantsOf(file, text)
      .map((one) => ({ ...one, code: lines[one.line - 1].trim() }))
      .filter((one) => !isEquivalent(one));
  });
}

/** The tracked files in a folder of their own, with the libraries of this one. */
function copy() {
  // Always the same place, so that jest finds again what it has transpiled before.
  const folder = path.join(tmpdir(), `jihe-mutate-${createHash('sha1').update(ROOT).digest('hex').slice(0, 8)}`);
  rmSync(folder, { recursive: true, force: true });
  for (const file of git('ls-files', '-z', 'src', 'test', 'samples', 'docs', 'scripts', '*.json', '*.js', '*.md', 'manifest.xml')
    .split('\0')
    .filter(Boolean)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    cpSync(path.join(ROOT, file), path.join(folder, file));
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

/** The first test that fails: { file, name }, or the word for one that does not end; null where all pass. */
function firstFailure(folder, tests, milliseconds) {
  const jest = path.join(ROOT, 'node_modules/jest/bin/jest.js');
  const { status, stderr, error } = spawnSync(
    process.execPath,
    [jest, '--bail', '--silent', '--maxWorkers=2', '--runTestsByPath', ...tests],
    {
      cwd: folder,
      encoding: 'utf8',
      timeout: milliseconds,
      killSignal: 'SIGKILL',
    },
  );
  // A fault that makes a test run for ever is found.
  if (error?.code === 'ETIMEDOUT') return 'endless';
  if (status === 0) return null;
  return { file: /FAIL (\S+)/.exec(stderr)?.[1] ?? tests[0], name: /●\s+(.+)/.exec(stderr)?.[1] ?? 'a test file that does not run' };
}

const passing = new Set();
/** A test that fails without the fault finds nothing. */
function control(folder, file) {
  if (passing.has(file)) return;
  if (firstFailure(folder, [file], SECONDS_A_ROUND * 1000) !== null) throw new Error(`${file} fails without a fault`);
  passing.add(file);
}

/** A fault that makes a test run for ever is found; on a busy machine the same tests take as long without it. */
function fateOfEndless(folder, tests, until) {
  const isFound = until - Date.now() > 10_000 && firstFailure(folder, tests, (SECONDS_A_ROUND * 1000) / 2) === null;
  return isFound ? { fate: 'found', by: 'a test that no longer ends' } : { fate: 'undecided' };
}

function judged(folder, mutant, until) {
  const place = path.join(folder, mutant.file);
  const text = readFileSync(place, 'utf8');
  const repair = () => writeFileSync(place, text);
  writeFileSync(place, faulty(text, mutant));
  try {
    for (const round of testsOf(folder, mutant.file)) {
      const left = until - Date.now();
      if (left < 5000) return { ...mutant, fate: 'undecided' };
      const failure = firstFailure(folder, round, Math.min(left, SECONDS_A_ROUND * 1000));
      if (failure === null) continue;
      if (failure === 'endless') {
        repair();
        return { ...mutant, ...fateOfEndless(folder, round, until) };
      }
      repair();
      control(folder, failure.file);
      return { ...mutant, fate: 'found', by: `${failure.file} ${failure.name}` };
    }
    return { ...mutant, fate: 'survived' };
  } finally {
    repair();
  }
}

const shown = ({ file, line, from, to, fate, by, code }) =>
  `${fate.padEnd(9)} ${file}:${line}  ${from} → ${to}${by === undefined ? `   in: ${code}` : `   by: ${by}`}`.replace(/\s*\n\s*/g, ' ');

function share(results) {
  const decided = results.filter((one) => one.fate !== 'undecided');
  return { found: decided.filter((one) => one.fate === 'found').length, decided: decided.length };
}

function report(results, seed) {
  const percent = ({ found, decided }) => (decided === 0 ? '—' : `${((found / decided) * 100).toFixed(0)} %`);
  const rooms = ROOMS.map((room) => ({ room, ...share(results.filter((one) => roomOf(one.file) === room)) })).filter(
    (one) => one.decided > 0,
  );
  const survivors = results.filter((one) => one.fate === 'survived');
  return [
    '# Small faults put into the core',
    '',
    `Made by \`npm run mutate -- --all --count ${results.length} --seed ${seed}\`: ${share(results).found} of ${share(results).decided} found (${percent(share(results))}).`,
    '',
    '| room | faults | found | |',
    '| --- | --: | --: | --: |',
    ...rooms.map((one) => `| ${one.room} | ${one.decided} | ${one.found} | ${percent(one)} |`),
    '',
    '## Not found',
    '',
    ...survivors.map(
      (one) => `- \`${one.file}\`: \`${one.from.replace(/\s+/g, ' ')}\` → \`${one.to.replace(/\s+/g, ' ')}\` in \`${one.code}\``,
    ),
    '',
  ].join('\n');
}

const isGate = values.all !== true;
const changed = isGate ? changedFiles() : filesIn('src');
if (changed === null) {
  console.log('mutate: the history here is too short to know what changed; nothing was tried.');
  process.exit(0);
}
const files = changed.filter((file) => isCore(file) && !isWords(file) && (values.room === undefined || roomOf(file) === values.room));
const seed = Number(values.seed ?? parseInt(git('rev-parse', '--short=7', 'HEAD'), 16));
const chosen = drawn(candidates(files), Number(values.count ?? (isGate ? GATE.count : 150)), chance(seed));
console.log(`mutate: ${chosen.length} faults in ${new Set(chosen.map((one) => one.file)).size} of ${files.length} files, seed ${seed}`);
const minutes = Number(values.minutes ?? (isGate ? GATE.minutes : 600));
const until = Date.now() + minutes * 60_000;
const folder = chosen.length === 0 ? null : copy();
const results = [];
try {
  for (const mutant of chosen) {
    const result = judged(folder, mutant, until);
    results.push(result);
    console.log(shown(result));
  }
} finally {
  if (folder !== null) rmSync(folder, { recursive: true, force: true });
}
const { found, decided } = share(results);
console.log(
  `mutate: ${found} of ${decided} found${decided < results.length ? `, ${results.length - decided} not decided in ${minutes} minutes` : ''}`,
);
if (!isGate && values.room === undefined) writeFileSync(path.join(ROOT, 'docs/mutation.md'), report(results, seed));
if (isGate && decided > 0 && found / decided < FOUND_AT_LEAST) process.exitCode = 1;
