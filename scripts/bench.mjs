/**
 * `npm run bench`: what reading and checking cost beside the least that any reader must do (inflate and look at every
 * byte once) and beside two libraries. Every contender has a process of its own and they take turns in one run, so a
 * busy machine slows all alike; CPU time, not the clock; memory is that process's peak.
 */
import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import exceljs from 'exceljs';
import { makeBook } from './bench-books.mjs';
import { benchCriteria } from './bench-criteria.mjs';
import { benchEditor } from './bench-editor.mjs';
import { benchPage } from './bench-page.mjs';
import { ensureBuilt } from './build.mjs';

const failure = await ensureBuilt();
if (failure !== null) throw new Error(failure);
const require = createRequire(import.meta.url);
const core = require('../dist/bench-core.js');
const sheetjs = require('@e965/xlsx');
const SELF = fileURLToPath(import.meta.url);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 15);
const SMALL = Number(process.env.BENCH_SMALL ?? 1000);
const GOAL = 1.7;
const CHECK_GOAL = 4;
const ANNOTATE_GOAL = 2;
const WARM_UP = Number(process.env.BENCH_WARM_UP ?? 50);
const TURN = 20;

/** Inflates every XML part and reads each byte once. */
function bytePass(bytes) {
  let sum = 0;
  for (const entry of core.readDirectory(bytes, { parts: 10_000 })) {
    if (!/\.(?:xml|rels|vml)$/i.test(entry.name)) continue;
    const packed = core.packedBytes(bytes, entry);
    const part = entry.method === 0 ? packed : core.inflateSync(packed);
    for (let at = 0; at < part.length; at += 1) sum = (sum + part[at]) | 0;
  }
  return sum;
}

function check(bytes) {
  const book = core.readXlsx(bytes);
  return core.recognise(book).tables.map((table, index) => core.assess(table, book, { first: index === 0 }));
}

const messages = core.messagesOf(core.CHECKS);

/** Reads, checks and writes the marked copy. */
function annotate(bytes) {
  const book = core.readXlsx(bytes);
  const tables = core.recognise(book).tables.map((table, index) => {
    const assessment = core.assess(table, book, { first: index === 0 });
    return { assessment, spoken: core.spoken(assessment.findings, table.table.sheet, book, messages) };
  });
  return core.editWorkbook(bytes, core.annotation({ book, tables, messages })).bytes;
}

/** Name and what it does to the bytes of a file. */
const CONTENDERS = [
  ['inflate + byte pass', bytePass],
  ['our reading', (bytes) => core.readXlsx(bytes)],
  ['reading + recognition', (bytes) => core.recognise(core.readXlsx(bytes))],
  ['whole check', check],
  ['check + marked copy', annotate],
  ['SheetJS read', (bytes) => sheetjs.read(bytes, { type: 'array', dense: true, cellHTML: false, cellText: false })],
  ['exceljs read', (bytes) => new exceljs.Workbook().xlsx.load(bytes)],
];

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

async function cpuOf(work, files) {
  const before = process.cpuUsage();
  for (const bytes of files) await work(bytes);
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1000 / files.length;
}

/** One contender in a process of its own: told the files of a turn, it answers with its CPU time; told nothing, with its peak. */
function contend(index) {
  process.on('message', async (files) => {
    process.send(files === null ? Math.round(process.resourceUsage().maxRSS / 1024) : await cpuOf(CONTENDERS[index][1], files));
  });
}

/** Every contender has a process of its own, so that none pays for another's garbage; they take turns in one run. */
const children = [];

function ask(child, files) {
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (status) => reject(new Error(`a contender ended with ${status}`)));
    child.send(files);
  }).finally(() => child.removeAllListeners('exit'));
}

/** CPU milliseconds a file of each contender, in turns. `slices` are the files of one turn each. */
async function race(slices) {
  const times = children.map(() => []);
  for (const files of slices) {
    for (let n = 0; n < children.length; n += 1) times[n].push(await ask(children[n], files));
  }
  return times.map(median);
}

function print(title, times, memory) {
  const base = times[0];
  console.log(`\n${title}`);
  console.log('contender               CPU ms/file   × byte pass   files/s/core   peak MB');
  CONTENDERS.forEach(([name], n) => {
    const columns = [
      times[n].toFixed(3).padStart(11),
      (times[n] / base).toFixed(2).padStart(13),
      (1000 / times[n]).toFixed(0).padStart(14),
      String(memory[n] ?? '').padStart(9),
    ];
    console.log(name.padEnd(22) + columns.join(' '));
  });
}

async function smallBooks(count) {
  const books = [];
  for (let seed = 0; seed < count; seed += 1) books.push(await makeBook(1, 12 + (seed % 20), seed));
  return books;
}

const slicesOf = (list, size) => Array.from({ length: Math.ceil(list.length / size) }, (_, n) => list.slice(n * size, (n + 1) * size));

async function main() {
  const role = process.argv.find((arg) => arg.startsWith('--contender='));
  if (role !== undefined) return contend(Number(role.slice('--contender='.length)));
  for (let n = 0; n < CONTENDERS.length; n += 1) children.push(fork(SELF, [`--contender=${n}`], { serialization: 'advanced' }));
  const large = await makeBook(3, 80);
  // Long enough for the compiler to settle: what counts is a folder of files, not the first few.
  await race(Array.from({ length: WARM_UP }, () => Array(TURN).fill(large)));
  const big = await race(Array.from({ length: ROUNDS }, () => Array(TURN).fill(large)));
  const peaks = [];
  for (const child of children) peaks.push(await ask(child, null));
  print(
    `one workbook of 3 sheets, 80 rows × 12 columns, ${core.readDirectory(large, { parts: 100 }).length} parts, ${large.length} bytes; ${ROUNDS} turns of ${TURN}`,
    big,
    peaks,
  );
  const small = await smallBooks(SMALL);
  const smallTimes = await race(slicesOf(small, 50));
  print(`${SMALL} small workbooks, each once, in turns of 50`, smallTimes, []);
  const ratio = big[1] / big[0];
  const recognition = big[2] - big[1];
  console.log(
    `\nrecognition takes ${recognition.toFixed(2)} ms, reading ${big[1].toFixed(2)} ms; goal: less: ${recognition < big[1] ? 'met' : 'not met'}`,
  );
  console.log(
    `the whole check is ${(big[3] / big[0]).toFixed(2)} × the byte pass; goal ≤ ${CHECK_GOAL}: ${big[3] / big[0] <= CHECK_GOAL ? 'met' : 'not met'}`,
  );
  console.log(
    `check and marked copy take ${(big[4] / big[3]).toFixed(2)} × the check alone; goal ≤ ${ANNOTATE_GOAL}: ${big[4] / big[3] <= ANNOTATE_GOAL ? 'met' : 'not met'}`,
  );
  console.log(`1,000 small workbooks take ${smallTimes[3].toFixed(2)} s on one core; goal ≤ 5 s`);
  console.log(`\nreading is ${ratio.toFixed(2)} × the byte pass; goal ≤ ${GOAL}: ${ratio <= GOAL ? 'met' : 'not met'}`);
  for (const child of children) child.disconnect();
  await benchCriteria(core);
  await benchEditor(core);
  await benchPage();
}

await main();
