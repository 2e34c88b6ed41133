/** Execution and completion rates of the report. */
import { executionRate, fundingTotal, rateOn } from '../../score-table';
import { numberText } from '../../words';
import { Dec, halfUp } from '../../workbook';
import type { ReportContext } from '../context';
import { agrees, type TextFigure, figuresIn, yuanOf, labelBefore } from '../numbers';
import { oneOfWords, clauseBefore, holdsAny, WORDS } from '../words';
import { isAnothers, standsUnderAnother } from '../subject';
import { isGivenBySentence, isOfAPart, isOfThisYear } from '../scope';

const HUNDRED = new Dec(100);
const RATE = new RegExp(
  `^(?:\\d{4}年(?:度)?|${oneOfWords(WORDS.rateSubjects)}|${oneOfWords(WORDS.own)}|的|\\s)*(?:${oneOfWords(WORDS.rates)})(?:${oneOfWords(WORDS.copulas)}|\\s)*$`,
);
const COMPLETION = new RegExp(`(?:${oneOfWords(WORDS.completion)})(?:${oneOfWords(WORDS.copulas)}|\\s)*$`);

const percent = (rate: Dec): string => `${numberText(halfUp(rate.times(HUNDRED), 2))}%`;

function isPlain(figure: TextFigure, context: ReportContext): boolean {
  const clause = clauseBefore(figure.line.half, figure.from);
  return !holdsAny(clause, WORDS.otherPeriods) && !holdsAny(clause, WORDS.targets) && isOfThisYear(figure, context);
}

export function checkRates(context: ReportContext): void {
  for (const figure of context.lines.flatMap(figuresIn)) {
    if (figure.unit !== '%' || figure.line.table !== null || !isPlain(figure, context)) continue;
    const clause = clauseBefore(figure.line.half, figure.from);
    if (RATE.test(clause)) againstSheet(figure, context);
    else if (COMPLETION.test(clause)) againstIncome(figure, clause, context);
  }
}

const isOfAnother = ({ line, from }: TextFigure, context: ReportContext): boolean =>
  standsUnderAnother(line.heading, context) || isAnothers(line.half.slice(0, from), context);

/** The execution rate of the whole funds, where the clause names no part of them. */
function againstSheet(figure: TextFigure, context: ReportContext): void {
  const { table } = context;
  const total = table === null ? null : fundingTotal(table.scoreTable);
  const rate = table === null ? null : executionRate(table.scoreTable);
  if (total === null || rate === null) return context.tie(figure, 'no-place');
  const said = figure.value.div(HUNDRED);
  const half = figure.half.div(HUNDRED);
  const others = [total.rate?.value ?? null, ...(['initial', 'budget', 'arrived'] as const).map((amount) => rateOn(total, amount))];
  if (agrees(said, half, rate, new Dec(0))) return context.tie(figure, 'tied');
  // Right on another denominator, or as the sheet states it: the sheet's own finding tells of that.
  if (others.some((other) => other !== null && agrees(said, half, other, new Dec(0)))) return context.tie(figure, 'no-place');
  // Somebody else's, a part's or a quarter's rate, or one that its own sentence gives.
  if (isOfAPart(figure, context) || isGivenBySentence(figure) || isOfAnother(figure, context)) return context.tie(figure, 'no-place');
  const cell = (total.rate ?? total.executed)?.at ?? total.label.at;
  context.find(
    'report-rate',
    'mandatory',
    figure,
    `报告写的执行率是${numberText(figure.value)}%，评分表（${context.cellText(cell)}）按金额计算是${percent(rate)}。请核对后改为一致。`,
    { cell, actual: said, expected: rate },
  );
}

const labelOf = (words: readonly string[]): RegExp => new RegExp(`(?:${oneOfWords(words)})(?:${oneOfWords(WORDS.copulas)}|\\s)*$`);
const SPENDING = labelOf(WORDS.spending);
const INCOME = labelOf(WORDS.income);

/** A rate whose denominator nobody names, and which comes out only on the income of the year. */
function againstIncome(figure: TextFigure, clause: string, context: ReportContext): void {
  const figures = figuresIn(figure.line).filter(({ unit }) => yuanOf(unit) !== null);
  const named = (label: RegExp): readonly TextFigure[] => figures.filter((one) => label.test(labelBefore(one)));
  const own = (list: readonly TextFigure[]): TextFigure | undefined => list.find((one) => !/基本支出|项目支出|经费/.test(labelBefore(one)));
  const [spent, income] = [own(named(SPENDING)), own(named(INCOME))];
  if (/预算完成率/.test(clause) || holdsAny(figure.line.half, WORDS.budgets) || spent === undefined || income === undefined) return;
  const ratio = spent.value.times(yuanOf(spent.unit)!).div(income.value.times(yuanOf(income.unit)!));
  if (!agrees(figure.value.div(HUNDRED), figure.half.div(HUNDRED), ratio, new Dec(0))) return;
  context.find(
    'report-rate',
    'advisory',
    figure,
    `完成率${numberText(figure.value)}%没有写明以什么为分母：按支出÷收入正好是这个数，而完成率一般以调整预算数为分母。请写明分母，并写出年初预算数、调整预算数和决算数。`,
    { basis: '惯例：支出完成率以调整预算数为分母' },
  );
}
