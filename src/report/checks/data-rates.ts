/** The execution rate of a department whose form has no funding table, against 决算数 and 调整预算数 of its data sheet. Never more than a question. */
import { numberText } from '../../words';
import { Dec, halfUp, normal } from '../../workbook';
import { fundingTotal, type Figure } from '../../score-table';
import type { ReportContext } from '../context';
import { figuresIn, isRoundedOrCut, type TextFigure, yuanOf } from '../numbers';
import { isGivenBySentence, isOfAPart, isOfThisYear } from '../scope';
import { isAnothers, standsUnderAnother } from '../subject';
import { clauseBefore, oneOfWords, WORDS } from '../words';

const RATE = new RegExp(
  `^(?:\\d{4}年(?:度)?|${oneOfWords([...WORDS.own, ...WORDS.rateSubjects, ...WORDS.budgetSubjects])}|的|\\s)*(?:${oneOfWords([...WORDS.rates, ...WORDS.completion])})(?:${oneOfWords(WORDS.copulas)}|\\s)*$`,
);
/** Farther apart it is the rate of something else. */
const NEAR = new Dec('0.15');

function onlyOne(figures: readonly Figure[], label: RegExp): Dec | null {
  const found = figures.filter(
    ({ path, value, percent }) => percent !== true && value.value !== null && label.test(normal(path.at(-1) ?? '')),
  );
  const unit = found.length === 1 ? yuanOf(found[0]!.unit ?? '') : null;
  return unit === null ? null : found[0]!.value.value!.times(unit);
}

const AMOUNT = '(?:数|额|金额|合计)?$';
const SPENT = new RegExp(`^(?:支出决算|决算|全年执行|预算执行|本年支出)${AMOUNT}`);
const BUDGET = new RegExp(`^(?:调整预算|全年预算|调整后预算)${AMOUNT}`);
/** What else is taken for the denominator. */
const OTHERS = new RegExp(`^(?:年初预算|本年收入|收入)${AMOUNT}|合计$`);

/** A rate of 1 or less as the data sheet gives it; null where it does not. */
function dueOf({
  table,
}: ReportContext): { readonly due: Dec; readonly others: readonly Dec[]; readonly at: Figure['value']['at'] } | null {
  const data = (table?.scoreTable.data ?? []).filter(({ period }) => period !== 'last');
  const [spent, budget] = [onlyOne(data, SPENT) ?? onlyOne(data, /^(?:支出)?决算数?$/), onlyOne(data, BUDGET)];
  if (spent === null || budget === null || budget.isZero()) return null;
  const others = data
    .filter(({ path }) => OTHERS.test(normal(path.at(-1) ?? '')))
    .flatMap(({ value, unit }) => {
      const by = yuanOf(unit ?? '');
      return value.value === null || by === null || value.value.isZero() ? [] : [spent.div(value.value.times(by))];
    });
  return { due: spent.div(budget), others, at: data.find(({ path }) => BUDGET.test(normal(path.at(-1) ?? '')))!.value.at };
}

export function checkDataRates(context: ReportContext): void {
  if (context.table === null || fundingTotal(context.table.scoreTable) !== null) return;
  const known = dueOf(context);
  if (known === null) return;
  for (const rate of context.lines.flatMap(figuresIn)) {
    if (rate.unit !== '%' || rate.line.table !== null || !RATE.test(clauseBefore(rate.line.half, rate.from))) continue;
    if (isOfThisYear(rate, context)) judge(rate, known, context);
  }
}

function isElsewhere(rate: TextFigure, context: ReportContext): boolean {
  const { heading, half } = rate.line;
  return isOfAPart(rate, context) || standsUnderAnother(heading, context) || isAnothers(half.slice(0, rate.from), context);
}

function judge(rate: TextFigure, { due, others, at }: NonNullable<ReturnType<typeof dueOf>>, context: ReportContext): void {
  const [said, half] = [rate.value.div(100), rate.half.div(100)];
  if (isRoundedOrCut(said, half, due)) return context.tie(rate, 'tied');
  if (others.some((other) => isRoundedOrCut(said, half, other)) || isGivenBySentence(rate) || isElsewhere(rate, context)) return;
  if (said.minus(due).abs().gt(NEAR)) return;
  context.find(
    'report-rate',
    'advisory',
    rate,
    `报告写支出率（执行率）${numberText(rate.value)}%，按数据表（${context.cellText(at)}）的决算数÷调整预算数计算是${numberText(halfUp(due.times(100), 2))}%。请核对。`,
    { cell: at, actual: said, expected: halfUp(due, 4) },
  );
}
