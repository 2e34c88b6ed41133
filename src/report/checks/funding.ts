/** 年初预算, 全年预算, 全年执行 of the whole funds as the report names them, against the funding table. */
import { fundingTotal, type FundingRow, type Slot } from '../../score-table';
import { numberText } from '../../words';
import { Dec, normal } from '../../workbook';
import type { ReportContext } from '../context';
import { agrees, figuresIn, type TextFigure, yuanOf, labelBefore } from '../numbers';
import { isOfAPart, isOfThisYear, ownWordsOff, speaksOfAnother } from '../scope';
import { leftOut } from '../elided';
import { isSlip } from '../slip';
import { WORDS } from '../words';
import { isAside } from './figures';

/** Named so that it can be nothing else; in a report on one project 全年支出 is that project's. No other amount of the funding table by chance. */
function isExact(figure: TextFigure, said: Dec, held: Dec, { table }: ReportContext): boolean {
  const label = normal(labelBefore(figure)).replace(/(?:为|是|共)$/, '');
  const { kind, funding } = table!.scoreTable;
  const words = kind === 'whole' ? WORDS.exactAmounts : [...WORDS.exactAmounts, ...WORDS.projectAmounts];
  const unit = yuanOf(funding?.unit ?? '')!;
  const amounts = (funding?.rows ?? []).flatMap((row) => [row.initial, row.budget, row.arrived, row.executed]);
  const isMeant = words.some((word) => label.endsWith(word)) || isSlip(said, held);
  return isMeant && !amounts.some((slot) => slot?.value?.times(unit).eq(said) === true);
}

const AMOUNT_WORDS = {
  initial: WORDS.initialAmounts,
  budget: WORDS.budgetAmounts,
  arrived: WORDS.arrivedAmounts,
  executed: WORDS.executedAmounts,
} as const;
type Amount = keyof typeof AMOUNT_WORDS;
const SCALE = 10_000;

function amountOf(label: string): Amount | null {
  const own = ownWordsOff(label);
  return (Object.keys(AMOUNT_WORDS) as Amount[]).find((amount) => AMOUNT_WORDS[amount].some((word) => ownWordsOff(word) === own)) ?? null;
}

export function checkFunding(context: ReportContext): void {
  const total = context.table === null ? null : fundingTotal(context.table.scoreTable);
  const unit = yuanOf(context.table?.scoreTable.funding?.unit ?? '');
  if (total === null || unit === null) return;
  for (const figure of context.lines.flatMap(figuresIn)) {
    const label = labelBefore(figure);
    const amount = yuanOf(figure.unit) === null || figure.line.table !== null ? null : amountOf(label);
    if (amount === null || isAside(figure, label) || context.wasHeld(figure)) continue;
    if (!isOfThisYear(figure, context)) continue;
    if (leftOut(figure) !== null) context.tie(figure, 'no-place');
    else judge(figure, amount, total, unit, context);
  }
}

/** Where a form has no 全年预算 the 年初 one is it; where it does not ask what arrived, that is what was planned. */
function slotOf(row: FundingRow, amount: Amount): Slot<Dec> | undefined {
  const budget = row.budget ?? row.initial;
  return amount === 'budget' ? budget : amount === 'arrived' ? (row.arrived ?? budget) : row[amount];
}

function judge(figure: TextFigure, amount: Amount, total: FundingRow, unit: Dec, context: ReportContext): void {
  const slot = slotOf(total, amount);
  if (slot?.value == null) return;
  const [said, held] = [figure.value.times(yuanOf(figure.unit)!), slot.value.times(unit)];
  const half = slot.value.isInteger() ? new Dec(0) : new Dec('0.5').times(new Dec(10).pow(-slot.value.decimalPlaces())).times(unit);
  const agreesWith = (other: Dec | null | undefined): boolean =>
    other != null && agrees(said, figure.half.times(yuanOf(figure.unit)!), other.times(unit), half);
  if (agreesWith(slot.value)) return context.tie(figure, 'tied');
  if (isOfAPart(figure, context) || speaksOfAnother(figure, context)) return context.tie(figure, 'no-place');
  const ratio = held.isZero() ? null : said.div(held);
  const scaled = ratio !== null && (ratio.minus(SCALE).abs().lt(1) || ratio.times(SCALE).minus(1).abs().lt('0.0001'));
  // Another of the row's amounts by a word that both go by; what else is written may be about something else.
  if (!scaled) {
    return isExact(figure, said, held, context) ? differs(figure, slot, held, context) : context.tie(figure, 'no-place');
  }
  context.find(
    'report-unit-scale',
    'advisory',
    figure,
    `报告写${numberText(figure.value)}${figure.unit}，评分表（${context.cellText(slot.at)}）是${numberText(held.div(yuanOf('万元')!))}万元，正好相差一万倍。请核对单位是元还是万元。`,
    { cell: slot.at, actual: said, expected: held },
  );
}

function differs(figure: TextFigure, slot: Slot<Dec>, held: Dec, context: ReportContext): void {
  const unit = yuanOf(figure.unit)!;
  context.find(
    'report-data',
    'advisory',
    figure,
    `报告写${labelBefore(figure).trim()}${numberText(figure.value)}${figure.unit}，评分表（${context.cellText(slot.at)}）是${numberText(held.div(unit))}${figure.unit}，两处不一致。请核对后改为一致。`,
    { cell: slot.at, actual: figure.value.times(unit), expected: held },
  );
}
