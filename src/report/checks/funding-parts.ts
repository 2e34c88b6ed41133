/** The sources and kinds of the funds that the report names as the funding table does: 基本支出, 中央财政资金. Never more than a question. */
import type { FundingRow } from '../../score-table';
import { numberText } from '../../words';
import { type Addr, Dec, halfUp, normal } from '../../workbook';
import type { ReportContext } from '../context';
import { agrees, figuresIn, isRoundedOrCut, type TextFigure, yuanOf, labelBefore } from '../numbers';
import { isOfAStage, isOfThisYear, ownWordsOff } from '../scope';
import { isSlip } from '../slip';
import { standsUnderAnother } from '../subject';
import { holdsAny, LONGEST_SENTENCE, oneOfWords, sentenceStart, WORDS } from '../words';
import { isAside } from './figures';

const SHORTEST = 4;
const TAIL = new RegExp(`(?:${oneOfWords(WORDS.amountTails)})$`);

interface Amount {
  readonly value: Dec;
  readonly half: Dec;
  readonly at: Addr;
}

const nameOf = ({ label }: FundingRow): string =>
  normal(label.value)
    .replace(/^.*[:：]/, '')
    .replace(/^其中/, '');

function amountsOf(row: FundingRow, unit: Dec): readonly Amount[] {
  return [row.executed, row.budget, row.arrived, row.initial].flatMap((slot) => {
    if (slot?.value == null || slot.value.isZero()) return [];
    const decimals = slot.value.decimalPlaces();
    const half = decimals === 0 ? new Dec(0) : new Dec('0.5').times(new Dec(10).pow(-decimals)).times(unit);
    return [{ value: slot.value.times(unit), half, at: slot.at }];
  });
}

/** Sources by their names; a name that stands twice is nobody's. */
function partsBy(rows: readonly FundingRow[], unit: Dec): ReadonlyMap<string, readonly Amount[]> {
  const known = new Map<string, readonly Amount[]>();
  for (const row of rows) {
    const name = nameOf(row);
    if (row.kind !== 'total' && name.length >= SHORTEST) known.set(name, known.has(name) ? [] : amountsOf(row, unit));
  }
  return known;
}

const inYuan = ({ value, unit }: TextFigure): Dec => value.times(yuanOf(unit)!);
const isOne = (figure: TextFigure, { value, half }: Amount): boolean =>
  agrees(inYuan(figure), figure.half.times(yuanOf(figure.unit)!), value, half);

export function checkFundingParts(context: ReportContext): void {
  const { funding } = context.table?.scoreTable ?? {};
  const unit = yuanOf(funding?.unit ?? '');
  if (funding == null || unit === null) return;
  const parts = partsBy(funding.rows, unit);
  const all = funding.rows.flatMap((row) => amountsOf(row, unit));
  const figures = context.lines.flatMap(figuresIn).filter(({ line, unit: own }) => line.table === null && yuanOf(own) !== null);
  for (const figure of figures.filter((one) => !context.wasHeld(one))) {
    const own = ownWordsOff(labelBefore(figure));
    const amounts = parts.get(own) ?? parts.get(own.replace(TAIL, '')) ?? [];
    if (amounts.length === 0 || isAside(figure, labelBefore(figure)) || !isOfThisYear(figure, context)) continue;
    if (amounts.some((amount) => isOne(figure, amount))) {
      context.tie(figure, 'tied');
      rateBehind(figure, own, amounts, context);
    } else judge(figure, own, amounts, all, context);
  }
}

const SCALES = [10_000, '0.0001'] as const;

const isElsewhere = (figure: TextFigure, context: ReportContext): boolean =>
  isOfAStage(figure, context) || standsUnderAnother(figure.line.heading, context);

function judge(figure: TextFigure, name: string, amounts: readonly Amount[], all: readonly Amount[], context: ReportContext): void {
  if (all.some((amount) => isOne(figure, amount)) || isElsewhere(figure, context)) return context.tie(figure, 'no-place');
  const slipped = amounts.find(({ value }) => isSlip(inYuan(figure), value));
  const [due = slipped] = namesSpending(figure) ? amounts : amounts.slice(0, 1);
  if (due === undefined || (slipped === undefined && !standsAmongOurs(figure, all, context))) return context.tie(figure, 'no-place');
  const { value, at } = slipped ?? due;
  const unit = yuanOf(figure.unit)!;
  const times = inYuan(figure).div(value);
  if (SCALES.some((scale) => times.eq(scale)))
    return context.find(
      'report-unit-scale',
      'advisory',
      figure,
      `报告写${name}${numberText(figure.value)}${figure.unit}，评分表（${context.cellText(at)}）是${numberText(value.div(10_000))}万元，正好相差一万倍。请核对单位是元还是万元。`,
      { cell: at, actual: inYuan(figure), expected: value },
    );
  context.find(
    'report-data',
    'advisory',
    figure,
    `报告写${name}${numberText(figure.value)}${figure.unit}，评分表（${context.cellText(at)}）是${numberText(value.div(unit))}${figure.unit}，两处不一致。请核对后改为一致。`,
    { cell: at, actual: inYuan(figure), expected: value },
  );
}

const RATE = /^[，,]\s*(?:预算)?执行率(?:为|是)?\s*$/;
/** Farther apart it is the rate of something else. */
const NEAR = new Dec('0.15');

/** 「中央财政资金执行12028万元，执行率97%」: what was spent of this part, as a rate right behind it. */
function rateBehind(figure: TextFigure, name: string, [executed, ...budgets]: readonly Amount[], context: ReportContext): void {
  const figures = figuresIn(figure.line);
  const rate = figures[figures.indexOf(figure) + 1];
  if (rate === undefined || rate.unit !== '%' || executed === undefined || budgets.length === 0 || !isOne(figure, executed)) return;
  if (!RATE.test(figure.line.half.slice(figure.end, rate.from))) return;
  const said = rate.value.div(100);
  const due = budgets.map(({ value }) => executed.value.div(value));
  if (due.some((one) => isRoundedOrCut(said, rate.half.div(100), one))) return context.tie(rate, 'tied');
  if (said.minus(due[0]!).abs().gt(NEAR)) return;
  const shown = numberText(halfUp(due[0]!.times(100), 2));
  context.find(
    'report-rate',
    'advisory',
    rate,
    `报告写${name.replace(TAIL, '')}执行率${numberText(rate.value)}%，按评分表（${context.cellText(executed.at)}）的金额计算是${shown}%。请核对。`,
    { cell: executed.at, actual: said, expected: halfUp(due[0]!, 4), also: [figure] },
  );
}

const namesSpending = (figure: TextFigure): boolean => holdsAny(labelBefore(figure), WORDS.spending);

/** Another amount of its sentence, or of the one it goes on from, is the funding table's, and nobody else is named. */
function standsAmongOurs(figure: TextFigure, all: readonly Amount[], context: ReportContext): boolean {
  const { line, from } = figure;
  const start = sentenceStart(line.half, from);
  const stop = line.half.slice(from, from + LONGEST_SENTENCE).search(/[。；;]/);
  const end = from + (stop < 0 ? LONGEST_SENTENCE : stop);
  const rest = figuresIn(line).filter((one) => one !== figure && one.from >= start && one.from < end && yuanOf(one.unit) !== null);
  const names = (context.table!.scoreTable.funding?.rows ?? []).map(nameOf).filter((name) => name.length >= 2);
  const said = names.reduce((text, name) => text.replaceAll(name, ''), normal(context.masked(line.half.slice(start, from))));
  return rest.some((one) => all.some((amount) => isOne(one, amount))) && !holdsAny(said, WORDS.otherObjects);
}
