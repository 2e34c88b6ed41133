/**
 * The pinned wordings in drawn forms, through recognition: the right score of each accuses nobody; how many wrong ones are found
 * is counted and may not fall. FUZZ_SEED: where the seeds begin (default 1); FUZZ_RUNS over 300: so many forms for each wording as hundreds.
 */
import { appendFileSync } from 'node:fs';
import { a1 } from '../../../src/workbook';
import { assessAll } from '../../right-numbers/support';
import { Random } from '../random';
import { lay } from './lay';
import { round2 } from './rows';
import { drawTable, type Table } from './table';
import { rowOf, toldWording, WORDINGS, wrongScore, type Told } from './wording-rows';

const FROM = Number(process.env['FUZZ_SEED'] ?? 1);
const TIMES = Math.max(1, Math.floor(Number(process.env['FUZZ_RUNS'] ?? 300) / 300));
const TABLE = process.env['CONFORMANCE_TABLE'];
/**
 * Of the wrong scores of wordings whose figures stand in the row so many are found at least: 86.4 % by the former reader, 85.7 % since
 * where the two readers differ what either allows is allowed.
 */
const FOUND_AT_LEAST = 0.855;
const AGAINST = new Set([
  'score-mismatch',
  'score-inadmissible',
  'missed-target-full-score',
  'met-target-deducted',
  'full-score-with-deviation',
]);

function formOf(told: Told, name: string, seed: number, score: number): Table {
  const drawn = drawTable(seed, seed % 2 === 0 ? 'criteria' : 'review');
  const rest = { ...rowOf({ ...told, text: '', reason: '' }, '日常工作完成情况'), weight: 100 - told.weight, score: 100 - told.weight };
  const rows = [{ ...rowOf(told, name), score }, rest];
  const total = round2(rows.reduce((sum, one) => sum + one.score, 0));
  return { ...drawn, rows, review: rows.map((one) => one.score), total: { score: total, grade: null } };
}

/** Findings against the score of the wording's row. */
function against(told: Told, name: string, seed: number, score: number): readonly string[] | null {
  const laid = lay(formOf(told, name, seed, score));
  const cells = [laid.places.get('0:score'), laid.places.get('0:reason')];
  const assessed = assessAll(laid.book);
  if (assessed.length !== 1) return null;
  return assessed[0]!.findings
    .filter(
      ({ code, severity, cell, related }) =>
        AGAINST.has(code) && severity !== 'info' && [cell, ...related].some((at) => cells.includes(a1(at.row, at.col))),
    )
    .map(({ code, severity }) => `${severity} ${code}`);
}

const NAME = '年度重点工作落实情况';
const drawn = Array.from({ length: WORDINGS * TIMES }, (_, n) => ({ n: n % WORDINGS, seed: FROM + n })).flatMap(({ n, seed }) => {
  const r = new Random(seed * 31 + 7);
  const told = toldWording(n, r, NAME);
  return told === null || told.weight >= 100 ? [] : [{ seed, told, wrong: wrongScore(told, r) }];
});

test(`seeds from ${FROM}: a right score by any of ${WORDINGS} wordings accuses nobody`, () => {
  const failures = drawn.flatMap(({ seed, told }) => {
    const said = against(told, NAME, seed, told.score);
    return said !== null && said.length === 0
      ? []
      : [`seed ${seed}: ${told.score} of ${told.weight} by 「${told.text}」 with 「${told.reason}」: ${said?.join(', ') ?? 'not read'}`];
  });
  expect(failures).toEqual([]);
});

test('a wrong one is found as often as before', () => {
  const tried = drawn.flatMap(({ seed, told, wrong }) => (wrong === null ? [] : [{ seed, told, wrong }]));
  const missed = tried.filter(({ seed, told, wrong }) => (against(told, NAME, seed, wrong) ?? []).length === 0);
  const found = (tried.length - missed.length) / tried.length;
  const line = `pinned wordings in drawn forms (seeds from ${FROM}): of ${drawn.length} told, ${tried.length} wrong scores, found ${(100 * found).toFixed(1)} %`;
  if (TABLE !== undefined) appendFileSync(`${TABLE}.drawn`, `${line}\n`);
  expect(tried.length).toBeGreaterThan(WORDINGS / 4);
  // Other seeds draw other examples: a little more or less is no loss.
  expect({ line, enough: found >= FOUND_AT_LEAST - (FROM === 1 && TIMES === 1 ? 0 : 0.06) }).toEqual({ line, enough: true });
});
