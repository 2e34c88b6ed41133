/** Whole folders beside libraries that merely open the same files, and beside the least that any reader must do. */
import { createRequire } from 'node:module';
import { makeBook } from './books.mjs';
import { figure } from './goals.mjs';
import { median, race } from './race.mjs';

const require = createRequire(import.meta.url);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 10);
const WARM_UP = Number(process.env.BENCH_WARM_UP ?? 30);
const SMALL = Number(process.env.BENCH_SMALL ?? 1000);
const REALISTIC = Number(process.env.BENCH_REALISTIC ?? 1000);
const FIRST = 200;
const TURN = 50;

const OPENERS = ['SheetJS opens', 'exceljs opens'];
const ALL = ['byte pass', 'reading', 'reading + recognition', 'criteria + scoring', 'check', 'check + marked copy', ...OPENERS];

const slicesOf = (list, size) => Array.from({ length: Math.ceil(list.length / size) }, (_, n) => list.slice(n * size, (n + 1) * size));
const sum = (list) => list.reduce((all, one) => all + one, 0);

function table(times, files) {
  console.log('  CPU milliseconds a file');
  for (const [name, each] of times) console.log(`    ${name.padEnd(24)} ${(sum(each) / files).toFixed(3).padStart(9)}`);
}

/** Everyone is fresh, as a folder finds the program; every criterion text is met once. */
export async function benchRealistic() {
  const { realisticFile } = require('./realistic.cjs');
  const books = [];
  for (let n = 1; n <= Math.max(FIRST, REALISTIC); n += 1) books.push(await realisticFile(n));
  const turns = slicesOf(books, TURN);
  const times = await race(ALL, turns);
  const first = new Map([...times].map(([name, each]) => [name, sum(each.slice(0, FIRST / TURN))]));
  const later = new Map([...times].map(([name, each]) => [name, sum(each.slice(FIRST / TURN))]));
  console.log(`\n${FIRST} realistic workbooks, from the first one on`);
  table(new Map([...times].map(([name, each]) => [name, each.slice(0, FIRST / TURN)])), FIRST);
  for (const opener of OPENERS) figure(`200 realistic: check ÷ ${opener}`, first.get('check') / first.get(opener), { goal: 1 });
  if (REALISTIC <= FIRST) return;
  console.log(`\nthe ${REALISTIC - FIRST} after them`);
  table(new Map([...times].map(([name, each]) => [name, each.slice(FIRST / TURN)])), REALISTIC - FIRST);
  for (const opener of OPENERS) figure(`later realistic: check ÷ ${opener}`, later.get('check') / later.get(opener), { goal: 1 });
  figure('realistic: reading ÷ byte pass', later.get('reading') / later.get('byte pass'), { goal: 2.5 });
  figure('realistic: parsing and scoring ÷ check', later.get('criteria + scoring') / later.get('check'), { goal: 0.3 });
  figure('realistic: check with marked copy ÷ check', later.get('check + marked copy') / later.get('check'), { goal: 1.5 });
  figure('1,000 realistic workbooks', sum(times.get('check')) / REALISTIC, { goal: 8, unit: 's' });
}

/** The same file again and again, after the compiler has settled. */
export async function benchLarge() {
  const large = await makeBook(3, 80);
  const turn = Array(TURN / 5).fill(large);
  const times = await race(ALL, Array(WARM_UP + ROUNDS).fill(turn));
  const settled = new Map([...times].map(([name, each]) => [name, median(each.slice(WARM_UP)) / turn.length]));
  console.log(`\none workbook of 3 sheets, 80 rows × 12 columns, ${large.length} bytes, again and again`);
  table(new Map([...settled].map(([name, each]) => [name, [each]])), 1);
  const ratio = (of, to) => settled.get(of) / settled.get(to);
  figure('large: reading ÷ byte pass', ratio('reading', 'byte pass'), { goal: 2.5 });
  figure('large: check ÷ byte pass', ratio('check', 'byte pass'));
  figure('large: check with marked copy ÷ check', ratio('check + marked copy', 'check'), { goal: 1.5 });
  for (const opener of OPENERS) figure(`large: check ÷ ${opener}`, ratio('check', opener), { goal: 1 });
}

export async function benchSmall() {
  const books = [];
  for (let seed = 0; seed < SMALL; seed += 1) books.push(await makeBook(1, 12 + (seed % 20), seed));
  const times = await race(['byte pass', 'check', ...OPENERS], slicesOf(books, TURN));
  console.log(`\n${SMALL} small workbooks, each once`);
  table(times, SMALL);
  figure('1,000 small workbooks', sum(times.get('check')) / SMALL, { goal: 3, unit: 's' });
  for (const opener of OPENERS) figure(`small: check ÷ ${opener}`, sum(times.get('check')) / sum(times.get(opener)), { goal: 1 });
}
