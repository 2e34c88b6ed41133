/** Scores of classes and indicators that the report lists in a table, against the sheet's. */
import type { Assessment } from '../../assessment';
import { numberText } from '../../words';
import { type Addr, Dec, normal } from '../../workbook';
import type { ReportContext } from '../context';
import { agrees, figuresIn, type TextFigure, yuanOf } from '../numbers';
import { cellAt, columnHeaded, onlyFigure, type ReportRow, reportTables } from '../tables';
import type { ReportLine } from '../types';
import { oneOfWords, WORDS } from '../words';
import { totalCell } from './total';

const SCORE_HEAD = /^(?:自评)?得分$/;
const WEIGHT_HEAD = /^(?:标准)?分值$|^满分$/;
export const NAME_HEAD = new RegExp(`^(?:[一二三]级)?指标(?:名称)?$|^(?:指标)?类别$|^项目$|^(?:${oneOfWords(WORDS.namedClasses)})$`);

export interface Sums {
  readonly score: Dec | null;
  readonly weight: Dec | null;
  readonly at: Addr;
}

/** Sums by the names of classes and indicators; a name that stands twice is nobody's. */
export function namedSums({ scoreTable }: Assessment): ReadonlyMap<string, Sums> {
  const { self, rows, groups } = scoreTable;
  const known = new Map<string, Sums | null>();
  const put = (name: string, sums: Sums): void => {
    const plain = normal(name).replace(/\([\d.]+分?\)$/, '');
    known.set(plain, known.has(plain) ? null : sums);
  };
  const add = (values: readonly (Dec | null | undefined)[]): Dec | null =>
    values.length === 0 || values.some((value) => value == null) ? null : values.reduce<Dec>((sum, value) => sum.plus(value!), new Dec(0));
  const scored = rows.filter(({ role, shares }) => (role === 'indicator' || role === 'execution') && shares === undefined);
  for (const row of scored)
    put(row.name.value, {
      score: self === null ? null : (row.scores[self]?.value ?? null),
      weight: row.weight?.value ?? null,
      at: row.name.at,
    });
  for (const group of groups) {
    const own = scored.filter(({ id }) => group.rows.includes(id));
    // A cell merged over several rows counts once only where all of them are in the class.
    if (own.length !== group.rows.length) continue;
    const score = self === null ? null : add(own.map((row) => row.scores[self]?.value));
    put(group.name.value, { score, weight: add(own.map((row) => row.weight?.value)), at: group.name.at });
  }
  return new Map([...known].filter((one): one is [string, Sums] => one[1] !== null));
}

interface Columns {
  readonly name: number;
  readonly score: number | null;
  readonly weight: number | null;
}

function columnsOf(head: readonly ReportLine[]): Columns | null {
  const [name, score, weight] = [NAME_HEAD, SCORE_HEAD, WEIGHT_HEAD].map((heading) => columnHeaded(head, heading)) as (number | null)[];
  return name == null || (score == null && weight == null) ? null : { name, score: score ?? null, weight: weight ?? null };
}

export function checkScores(context: ReportContext): void {
  const { table, lines } = context;
  if (table === null) return;
  const sums = namedSums(table);
  for (const rows of reportTables(lines)) {
    const columns = columnsOf(rows[0] ?? []);
    if (columns === null) continue;
    for (const row of rows.slice(1)) judgeRow(row, columns, sums, context);
    const total = rows.find((row) => TOTAL_ROW.test(normal(cellAt(row, columns.name)?.half ?? '')));
    if (total !== undefined && !followsFrom(rows, total, columns, context)) judgeTotal(total, columns, table, context);
  }
}

const TOTAL_ROW = /^(?:合计|总计|总分|总得分|合计得分)$/;

/** What its own rows add up to, one of them being wrong: the sum says nothing of its own. */
function followsFrom(rows: readonly ReportRow[], total: ReportRow, { score }: Columns, context: ReportContext): boolean {
  const above = rows.slice(1, rows.indexOf(total)).flatMap((row) => onlyFigure(cellAt(row, score)) ?? []);
  const sum = above.reduce((all, { value }) => all.plus(value), new Dec(0));
  return above.some((one) => context.isDiffering(one)) && onlyFigure(cellAt(total, score))?.value.eq(sum) === true;
}

/** The last row of a table that holds the whole 分值. */
function judgeTotal(row: ReportRow, columns: Columns, { totals }: Assessment, context: ReportContext): void {
  const [weight, score] = [onlyFigure(cellAt(row, columns.weight)), onlyFigure(cellAt(row, columns.score))];
  const due = totals.stated ?? totals.sum;
  const full = totals.fullScore ?? null;
  if (weight === null || score === null || due === null || full === null || !weight.value.eq(full)) return;
  if (
    [due, totals.sum, totals.review].some(
      (one) => one !== null && agrees(score.value, score.value.isInteger() ? new Dec(0) : score.half, one, new Dec(0)),
    )
  )
    return context.tie(score, 'tied');
  context.find(
    'report-total',
    'mandatory',
    score,
    `报告表中合计得分是${numberText(score.value)}，评分表总分是${numberText(due)}。请核对后改为一致。`,
    { cell: totalCell(context), actual: score.value, expected: due },
  );
}

/** The sheet's number, or a rounding of it; full points are no rounding of less. */
function isAs({ value, half }: TextFigure, held: Dec, full: Dec | null): boolean {
  const rounds = value.decimalPlaces() < held.decimalPlaces() && full?.eq(value) !== true;
  return value
    .minus(held)
    .abs()
    .lte(rounds ? half : 0);
}

function judgeRow(row: readonly ReportLine[], columns: Columns, sums: ReadonlyMap<string, Sums>, context: ReportContext): void {
  const at = (col: number | null): ReportLine | undefined => cellAt(row, col);
  const name = at(columns.name);
  const known = name === undefined ? undefined : sums.get(normal(name.text));
  if (name === undefined || known === undefined) return;
  for (const [what, col] of [
    ['score', columns.score],
    ['weight', columns.weight],
  ] as const) {
    const line = at(col);
    const figures = line === undefined ? [] : figuresIn(line);
    const [figure] = figures;
    const held = known[what];
    if (
      line === undefined ||
      figure === undefined ||
      figures.length !== 1 ||
      held === null ||
      yuanOf(figure.unit) !== null ||
      figure.unit === '%'
    )
      continue;
    if (isAs(figure, held, what === 'score' ? known.weight : null)) {
      context.tie(figure, 'tied');
      continue;
    }
    const word = what === 'score' ? '得分' : '分值';
    context.find(
      'report-score',
      'mandatory',
      figure,
      `报告表中「${name.text.trim()}」的${word}是${numberText(figure.value)}，评分表中是${numberText(held)}。请核对后改为一致。`,
      { cell: known.at, indicator: name.text.trim(), actual: figure.value, expected: held },
    );
  }
}
