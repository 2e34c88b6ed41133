/**
 * Forms drawn from nothing: 项目, 整体, 复核 and 转移支付 in many layouts, with data sheets beside, formulas, percent formats.
 * Correct ones: nothing accused, nothing for 运算 to change. With one mistake: found at the right cell. Emptied: filled in again.
 * FUZZ_RUNS: how many correct sheets (default 160); FUZZ_SEED: where the seeds begin (default 1).
 */
import { appendFileSync } from 'node:fs';
import { DEFAULT_OPTIONS, planRecalc } from '../../../src/recalc';
import { a1, contentOf, editedBook, parseA1, type WorkbookSnapshot } from '../../../src/workbook';
import { assessAll } from '../../right-numbers/support';
import { Random } from '../random';
import { lay } from './lay';
import { DRAWN_MISTAKES } from './mistakes';
import { drawTable } from './table';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 160);
const FROM = Number(process.env['FUZZ_SEED'] ?? 1);
const EACH = Math.max(10, Math.round(RUNS / 50));
const TABLE = process.env['CONFORMANCE_TABLE'];
const say = (text: string): void => (TABLE === undefined ? undefined : appendFileSync(`${TABLE}.drawn`, `${text}\n`));
/** Asks for a word where less was spent than was reached: right about some of these. */
const LITTLE_SPENT = 'execution-vs-performance';
const seeds = Array.from({ length: RUNS }, (_, n) => FROM + n);

const told = (book: WorkbookSnapshot): readonly string[] =>
  assessAll(book).flatMap((one) =>
    one.findings
      .filter(({ severity, code }) => severity !== 'info' && code !== LITTLE_SPENT)
      .map((found) => `${found.severity[0]!.toUpperCase()} ${found.code} ${a1(found.cell.row, found.cell.col)}`),
  );

const planned = (book: WorkbookSnapshot, all = false): readonly { readonly at: string; readonly after: string }[] =>
  planRecalc(book, assessAll, { ...DEFAULT_OPTIONS, ...(all ? { scores: 'all' as const } : {}) })
    .cells.filter(({ before, after }) => !(before.kind === 'formula' && after.kind === 'formula' && before.formula === after.formula))
    .map(({ at, after }) => ({
      at: `${at.sheet === 0 ? '' : `${at.sheet}!`}${a1(at.row, at.col)}`,
      after: after.kind === 'value' ? String(after.value) : after.kind === 'formula' ? `=${after.formula} [${String(after.stored)}]` : '',
    }));

test(`${RUNS} correct sheets: nothing accused`, () => {
  const failures: string[] = [];
  let [mandatory, advisory, unread] = [0, 0, 0];
  for (const seed of seeds) {
    const { book } = lay(drawTable(seed));
    if (assessAll(book).length !== 1) unread += 1;
    const said = told(book);
    if (said.some((one) => one.startsWith('M'))) mandatory += 1;
    if (said.length > 0) advisory += 1;
    if ((said.length > 0 || assessAll(book).length !== 1) && failures.length < 12) failures.push(`seed ${seed}: ${said.join(', ')}`);
  }
  say(
    `\nDrawn forms (seeds from ${FROM}): ${RUNS} correct; not read as one table ${unread}; with a mandatory finding ${mandatory}; with any finding ${advisory}`,
  );
  expect({ unread, mandatory, failures }).toEqual({ unread: 0, mandatory: 0, failures: [] });
});

test.each(DRAWN_MISTAKES.map((one) => [one.name, one] as const))('found: %s', (_name, mistake) => {
  const missed: string[] = [];
  let tried = 0;
  for (let seed = FROM; tried < EACH && seed < FROM + EACH * 60; seed += 1) {
    const table = drawTable(seed);
    const laid = lay(table);
    const put = mistake.put(table, laid, new Random(seed * 13 + 5));
    if (put === null) continue;
    tried += 1;
    const said = assessAll(put.book).flatMap((one) => one.findings);
    const found = said.some(
      ({ code, cell, related }) => put.codes.includes(code) && [cell, ...related].some((at) => put.cells.includes(a1(at.row, at.col))),
    );
    if (!found) missed.push(`seed ${seed}: wanted ${put.codes[0]} at ${put.cells[0]}, said ${told(put.book).join(', ')}`);
  }
  say(`${String(tried).padStart(6)}  ${(100 - (100 * missed.length) / tried).toFixed(1).padStart(5)}%  drawn ${mistake.name}`);
  expect({ tried, missed: missed.length > tried * 0.01 ? missed.slice(0, 5) : [] }).toEqual({ tried: EACH, missed: [] });
});

test(`${Math.ceil(RUNS / 5)} sheets with emptied scores and sums: 运算 writes what stood there, and what the rules determine`, () => {
  const wrong: string[] = [];
  let [due, filled] = [0, 0];
  const left: string[] = [];
  for (const seed of seeds.slice(0, Math.ceil(RUNS / 5))) {
    const table = drawTable(seed);
    const laid = lay(table);
    const changes = planned(laid.book, true);
    if (changes.length > 0) wrong.push(`seed ${seed}, correct: ${JSON.stringify(changes)}`);
    if (table.form === 'transfer') continue;
    const r = new Random(seed + 99);
    const emptied = new Map<string, { readonly value: number; readonly determined: boolean }>();
    table.rows.forEach((one, n) => {
      if (r.chance(0.5)) emptied.set(laid.places.get(`${n}:score`)!, { value: one.score, determined: one.determined });
    });
    const complete = [...emptied.values()].every((one) => one.determined);
    if (table.layout.sums === 'typed' && r.chance(0.5))
      emptied.set(laid.places.get('total:score')!, { value: table.total.score, determined: complete });
    const blank = editedBook(
      laid.book,
      [...emptied.keys()].map((name) => {
        const at = { sheet: 0, ...parseA1(name)! };
        return { at, before: contentOf(laid.book, at), after: { kind: 'blank' } as const, reason: '' };
      }),
    );
    const writes = new Map(planned(blank).map(({ at, after }) => [at, after]));
    for (const [name, { value, determined }] of emptied) {
      const after = writes.get(name);
      writes.delete(name);
      if (determined) due += 1;
      if (after === undefined) {
        if (determined) left.push(`seed ${seed} ${name} ${value}`);
      } else if (Number(/\[(.*)\]$/.exec(after)?.[1] ?? after) !== value) wrong.push(`seed ${seed} ${name}: ${value} → ${after}`);
      else if (determined) filled += 1;
    }
    for (const [name, after] of writes) wrong.push(`seed ${seed} ${name}, not emptied → ${after}`);
  }
  say(`运算: of ${due} determined cells filled ${filled} (${((100 * filled) / due).toFixed(1)} %), wrong ${wrong.length}`);
  expect(wrong.slice(0, 8)).toEqual([]);
  expect(filled >= due * 0.98 ? [] : left.slice(0, 12)).toEqual([]);
});
