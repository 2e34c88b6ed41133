/** The total and the grade as the report states them, against the sheet's. */
import { bandOfWord } from '../../checks';
import type { ScoreTable } from '../../score-table';
import { numberText } from '../../words';
import { type Addr, Dec } from '../../workbook';
import type { ReportContext } from '../context';
import { agrees, type TextFigure, figuresIn } from '../numbers';
import { isOfThisYear } from '../scope';
import { isAnothers, standsUnderAnother } from '../subject';
import type { ReportLine, TextSpan } from '../types';
import { oneOfWords, clauseBefore, holdsAny, sentenceStart, WORDS } from '../words';

const BEFORE_TOTAL = new RegExp(`(${oneOfWords(WORDS.totals)})(?:${oneOfWords(WORDS.copulas)}|\\s)*$`);
const ALONE = /^\s*\d+(?:\.\d+)?\s*分\s*[。.]?\s*$/;
/** A family's or a project's score is no total of the table. */
const OF_A_PART = new RegExp(`(?:${oneOfWords(WORDS.ofAPart)})(?!目)`);

export interface StatedTotal extends TextFigure {
  readonly alone: boolean;
}

/** Whether this figure is said to be the table's total. */
function isTotal(figure: TextFigure, context: ReportContext): boolean {
  const { line, from, end, unit, value } = figure;
  if (unit !== '分' || line.table !== null) return false;
  const { half, heading } = line;
  const clause = context.masked(clauseBefore(half, from));
  const [last = ''] = heading.slice(-1);
  if (ALONE.test(half)) return WORDS.scoreHeadings.some((word) => last.endsWith(word));
  if (!BEFORE_TOTAL.test(clause) || OF_A_PART.test(clause)) return false;
  if (holdsAny(clause, WORDS.otherPeriods) || holdsAny(clause, WORDS.targets) || holdsAny(clause, WORDS.others)) return false;
  if (WORDS.vagueAfter.some((word) => half.slice(end).startsWith(word)) || mayBeOfAPart(value, context)) return false;
  return (
    isOfThisYear(figure, context) &&
    isOwnObject(clauseBefore(half, from), line, context) &&
    !isAnothers(half.slice(0, from).replace(BEFORE_TOTAL, ''), context)
  );
}

/**
 * 「培训200人次，完成190人次，自评得19分」: what a class or an indicator can have is not taken for the total, unless the total itself is as
 * small; running text names its object in too many ways to be sure.
 */
function mayBeOfAPart(value: Dec, { table }: ReportContext): boolean {
  const total = table === null ? null : (table.totals.stated ?? table.totals.sum);
  if (table === null || total === null) return false;
  const most = largestPart(table.scoreTable);
  return value.lte(most) && total.gt(most);
}

/** The most points of a class or an indicator, of the whole table's own aside. */
function largestPart({ rows, groups }: ScoreTable): Dec {
  const points = new Map(rows.map(({ id, weight }) => [id, weight?.value ?? new Dec(0)]));
  const classes = groups
    .filter(({ rows: own }) => own.length < rows.length)
    .map(({ rows: own }) => own.reduce((sum, id) => sum.plus(points.get(id) ?? 0), new Dec(0)));
  return Dec.max(0, ...points.values(), ...classes);
}

/** A year that is written must be the table's. */
export function isOwnYear(clause: string, year: number | null): boolean {
  const written = [...clause.matchAll(/(\d{4})\s*年/g)].map((match) => Number(match[1]));
  return written.length === 0 || year === null || written.every((one) => one === year);
}

/** A project is named where the table is about a department, or an indicator or a class stands in the clause or the heading. */
function isOwnObject(clause: string, { heading }: ReportLine, context: ReportContext): boolean {
  const { table } = context;
  if (table === null) return true;
  if (standsUnderAnother(heading, context) && !holdsAny(clause, WORDS.wholeScopes)) return false;
  const { scoreTable } = table;
  if (scoreTable.kind === 'whole' && /项目/.test(clause.replace(/项目支出/g, ''))) return false;
  const names = [...scoreTable.rows.map(({ name }) => name.value), ...scoreTable.groups.map(({ name }) => name.value)];
  const near = [clause, ...heading.slice(-1)].join(' ');
  return !names.some((name) => name.length >= 3 && near.includes(name));
}

const known = new WeakMap<ReportContext, readonly StatedTotal[]>();

export function statedTotals(context: ReportContext): readonly StatedTotal[] {
  const totals = known.get(context) ?? totalsIn(context);
  known.set(context, totals);
  return totals;
}

function totalsIn(context: ReportContext): readonly StatedTotal[] {
  return context.lines
    .flatMap(figuresIn)
    .filter((figure) => isTotal(figure, context))
    .map((figure) => ({ ...figure, alone: ALONE.test(figure.line.half) }));
}

/** The cell of the sheet's total. */
export function totalCell({ table }: ReportContext): Addr | null {
  if (table === null) return null;
  const { totals, self } = table.scoreTable;
  const slots = totals.flatMap(({ kind, scores }) => (kind === 'total' && self !== null ? [scores[self] ?? null] : []));
  return slots.find((slot) => slot?.value != null)?.at ?? null;
}

export function checkTotal(context: ReportContext): void {
  const { table } = context;
  for (const figure of statedTotals(context)) {
    const sheet = table === null ? null : (table.totals.stated ?? table.totals.sum);
    if (table === null || sheet === null) {
      context.tie(figure, 'no-place');
      continue;
    }
    const others = [table.totals.sum, table.totals.review].filter((value) => value !== null);
    // A whole number is exact: 100 is no rounding of 99.91.
    const half = figure.value.isInteger() ? new Dec(0) : figure.half;
    if (agrees(figure.value, half, sheet, new Dec(0))) context.tie(figure, 'tied');
    // The sum of the scores, or another column's total: the sheet's own finding tells of it.
    else if (others.some((value) => agrees(figure.value, half, value, new Dec(0)))) context.tie(figure, 'no-place');
    else wrongTotal(figure, sheet, context);
  }
}

function wrongTotal(figure: StatedTotal, sheet: Dec, context: ReportContext): void {
  const cell = totalCell(context);
  const where = cell === null ? '评分表各项得分合计' : `评分表总分（${context.cellText(cell)}）`;
  context.find(
    'report-total',
    'mandatory',
    figure,
    `报告写的总分是${numberText(figure.value)}分，${where}是${numberText(sheet)}分，相差${numberText(figure.value.minus(sheet).abs())}分。请核对后改为一致。`,
    { cell, actual: figure.value, expected: sheet },
  );
}

const GRADE = new RegExp(
  `(?:${oneOfWords(WORDS.gradeLabels)})(?:${oneOfWords(WORDS.copulas)}|评定|确定|属于|\\s)*["“”'「『]?(${oneOfWords(WORDS.grades)})(?![a-z\\u4e00-\\u9fa5]{0,1}(?:化|质|于|秀))`,
);

/** The last year written before it in its sentence, and one in brackets behind it, is the table's. */
function isOfOwnYear(half: string, at: number, year: number | null): boolean {
  const before = half.slice(sentenceStart(half, at), at);
  const last = before.match(/\d{4}\s*年/g)?.at(-1) ?? '';
  const behind = /^[\u4e00-\u9fa5”"」』]{0,4}\((\d{4}年)/.exec(half.slice(at, at + 20))?.[1] ?? '';
  return isOwnYear(last, year) && isOwnYear(behind, year);
}

/** Where a grade is stated, and which. */
export function statedGrade(context: ReportContext): (TextSpan & { readonly word: string }) | null {
  for (const line of context.lines) {
    const found = line.table === null ? GRADE.exec(line.half) : null;
    if (found === null) continue;
    const from = found.index + found[0].length - found[1]!.length;
    const clause = clauseBefore(line.half, from);
    if (holdsAny(clause, WORDS.otherPeriods) || OF_A_PART.test(clause) || !isOfOwnYear(line.half, from, context.year)) continue;
    if (isOwnObject(clause, line, context) && !isAnothers(clause, context))
      return { line, from, to: from + found[1]!.length, word: found[1]! };
  }
  return null;
}

export function checkGrade(context: ReportContext): void {
  const { table } = context;
  const stated = statedGrade(context);
  const [total] = statedTotals(context);
  if (table === null) return;
  const { expected, stated: own } = table.totals.grade;
  if (stated === null) {
    if (total !== undefined && expected !== null)
      context.find('report-grade', 'info', total, `报告写了总分，没有写评价等级；按总分对应「${expected}」。`, { expected });
    return;
  }
  const band = bandOfWord(stated.word);
  const due = [own, expected]
    .flatMap((word) => (word === null ? [] : [{ word, band: bandOfWord(word) }]))
    .filter((one) => one.band !== null);
  if (band === null || due.length === 0) return;
  if (due.some((one) => one.band === band)) return;
  const is = table.totals.stated ?? table.totals.sum;
  context.find(
    'report-grade',
    'mandatory',
    stated,
    own === null
      ? `报告写的等级是「${stated.word}」，评分表总分${is === null ? '' : `${numberText(is)}分`}对应的等级是「${due[0]!.word}」。请核对后改为一致。`
      : `报告写的等级是「${stated.word}」，评分表写的是「${own}」。请核对后改为一致。`,
    { cell: table.scoreTable.grade?.at ?? totalCell(context), actual: stated.word, expected: due[0]!.word },
  );
}
