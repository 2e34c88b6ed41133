/**
 * A long trial of `jihe check` by hand, no part of the tests: many files of which one in twenty is broken, the program killed at random
 * moments, the disk full. `node scripts/trial.mjs [files] [seed]`; says what it found, and ends with 1 where something was wrong.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync, zipSync } from 'fflate';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const PROGRAM = path.join(ROOT, 'dist/jihe.js');
const FILES = Number(process.argv[2] ?? 10_000);
const KILLS = 10;
/** Kilobytes a process may write to one file: stands for a disk that is full at that size. */
const FULL_AT = [1, 4, 16, 64, 128, 256, 512, 1024, 2048, 4096];

let state = Number(process.argv[3] ?? 1);
const draw = (below) => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};

const folder = mkdtempSync(path.join(tmpdir(), 'jihe-trial-'));
const input = path.join(folder, 'in');
const wrong = [];
const expect = (holds, what) => {
  if (!holds) wrong.push(what);
};

/** One way to break a file each. */
const BREAKS = [
  (bytes) => bytes.subarray(0, draw(bytes.length)),
  (bytes) => bytes.map((byte, at) => (at % 97 === 3 ? byte ^ 0xff : byte)),
  () => new Uint8Array(0),
  (bytes) => new Uint8Array(bytes.length),
  () => new TextEncoder().encode('<html><body>已过期</body></html>'),
  (bytes) => {
    const parts = unzipSync(bytes);
    const names = Object.keys(parts);
    delete parts[names[draw(names.length)]];
    return zipSync(parts);
  },
];

function fill() {
  const samples = readdirSync(path.join(ROOT, 'samples')).filter((name) => name.endsWith('.xlsx'));
  let broken = 0;
  for (let n = 0; n < FILES; n += 1) {
    const bytes = new Uint8Array(readFileSync(path.join(ROOT, 'samples', samples[n % samples.length])));
    const at = path.join(input, `单位${String(Math.floor(n / 100)).padStart(3, '0')}`);
    mkdirSync(at, { recursive: true });
    const isBroken = n % 20 === 7;
    broken += isBroken ? 1 : 0;
    writeFileSync(path.join(at, `附件${n}.xlsx`), isBroken ? BREAKS[draw(BREAKS.length)](bytes) : bytes);
  }
  return broken;
}

const filesIn = (at) =>
  existsSync(at) ? readdirSync(at, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(path.join(at, name)).isFile()) : [];

function sumOf(at) {
  const hash = createHash('sha256');
  for (const name of filesIn(at).sort())
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(path.join(at, name)));
  return hash.digest('hex');
}

const args = (out, workers) => [
  'check',
  'in',
  '--format',
  'ndjson',
  '--out',
  `${out}.ndjson`,
  '--annotate',
  out,
  '--workers',
  String(workers),
  '--quiet',
];

function whole(out, workers) {
  const started = Date.now();
  const { status, stderr } = spawnSync(process.execPath, [PROGRAM, ...args(out, workers)], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { status, seconds: (Date.now() - started) / 1000, last: stderr.trim().split('\n').at(-1) };
}

/** Everything that stands where results go is whole, and nothing else does. */
function looked(out, what, isWhole) {
  for (const name of filesIn(path.join(folder, out))) {
    if (path.basename(name).startsWith('.jihe-')) continue;
    expect(isWhole(name), `${what}: ${name} is not whole`);
  }
}

const broken = fill();
const before = sumOf(input);
console.log(`${FILES} files, ${broken} broken, in ${folder}`);

const sums = [1, 2, 4].map((workers) => {
  const out = `r${workers}`;
  const run = whole(out, workers);
  console.log(`workers ${workers}: status ${run.status}, ${run.seconds.toFixed(1)} s · ${run.last}`);
  expect(run.status === 1, `workers ${workers}: status ${run.status}`);
  const lines = readFileSync(path.join(folder, `${out}.ndjson`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const met = new Set(lines.map(({ file }) => file));
  expect(met.size === FILES, `workers ${workers}: ${met.size} of ${FILES} files have an answer`);
  expect(
    lines.every(({ failure }) => failure == null),
    `workers ${workers}: a file was lost`,
  );
  return `${sumOf(path.join(folder, out))} ${createHash('sha256')
    .update(readFileSync(path.join(folder, `${out}.ndjson`)))
    .digest('hex')}`;
});
expect(new Set(sums).size === 1, 'workers 1, 2 and 4 give different bytes');
const right = new Map(filesIn(path.join(folder, 'r1')).map((name) => [name, readFileSync(path.join(folder, 'r1', name))]));
const isWhole = (out) => (name) => right.get(name)?.equals(readFileSync(path.join(folder, out, name))) === true;

for (let n = 0; n < KILLS; n += 1) {
  const out = 'killed';
  const run = spawn(process.execPath, [PROGRAM, ...args(out, 2)], { cwd: folder, stdio: 'ignore' });
  await new Promise((resolve) => setTimeout(resolve, 300 + draw(Math.min(20_000, FILES * 8))));
  run.kill('SIGKILL');
  await new Promise((resolve) => (run.exitCode === null && run.signalCode === null ? run.once('exit', resolve) : resolve()));
  looked(out, `killed, ${n + 1}`, isWhole(out));
}
// What a killed run leaves behind is swept by the next, which ends as any other.
const after = whole('killed', 2);
expect(after.status === 1, `after the kills: status ${after.status}`);
looked('killed', 'after the kills', isWhole('killed'));
const left = [...filesIn(folder)].filter((name) => path.basename(name).startsWith('.jihe-'));
expect(left.length === 0, `left behind after the kills: ${left.join(' ')}`);
expect(filesIn(path.join(folder, 'killed')).length === right.size, 'after the kills not all copies are there');
console.log(`killed ${KILLS} times, then run again: ${after.last}`);

const some = path.join(folder, 'some');
mkdirSync(some);
cpSync(path.join(input, '单位000'), path.join(some, 'in'), { recursive: true });
for (const kilobytes of FULL_AT) {
  const out = `full${kilobytes}`;
  const command = `ulimit -f ${kilobytes}; trap '' XFSZ; exec "$@"`;
  const { status, stderr } = spawnSync('bash', ['-c', command, 'bash', process.execPath, PROGRAM, ...args(out, 1)], {
    cwd: some,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const half = filesIn(some).filter((name) => path.basename(name).startsWith('.jihe-'));
  expect(half.length === 0, `full at ${kilobytes} KB: left behind ${half.join(' ')}`);
  expect(!/ at \w+ \(|EFBIG|ENOSPC/.test(stderr), `full at ${kilobytes} KB: ${stderr.slice(0, 200)}`);
  expect([1, 2].includes(status), `full at ${kilobytes} KB: status ${status}`);
  if (existsSync(path.join(some, `${out}.ndjson`)))
    expect(readFileSync(path.join(some, `${out}.ndjson`), 'utf8').endsWith('}\n'), `full at ${kilobytes} KB: half a result`);
  console.log(`full at ${kilobytes} KB: status ${status} · ${stderr.trim().split('\n').at(-1)?.slice(0, 100)}`);
}

expect(sumOf(input) === before, 'an input was changed');
rmSync(folder, { recursive: true, force: true });
console.log(wrong.length === 0 ? 'nothing was wrong' : wrong.slice(0, 20).join('\n'));
process.exitCode = wrong.length === 0 ? 0 : 1;
