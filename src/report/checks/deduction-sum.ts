/** 「共扣1.8分」 against the deductions named beside it, and against what the report's own total lost. */
import { numberText } from '../../words';
import { Dec } from '../../workbook';
import type { ReportContext } from '../context';
import { figuresIn, type TextFigure } from '../numbers';
import type { ReportLine } from '../types';
import { clauseBefore, holdsAny, oneOfWords, sentenceStart, WORDS, wordsBefore } from '../words';
import { statedTotals } from './total';

const TOGETHER = new RegExp(`(?:${oneOfWords(WORDS.together)})(?:被)?扣(?:减|除|了)?\\s*$`);
const ONE = /(?:扣|减)(?:减|除|了|掉)?\s*$/;

const sumOf = (figures: readonly TextFigure[]): Dec => figures.reduce((sum, { value }) => sum.plus(value), new Dec(0));

function deductionsOf(line: ReportLine): { readonly together: readonly TextFigure[]; readonly single: readonly TextFigure[] } {
  const points = figuresIn(line).filter(({ unit }) => unit === '分');
  const together = points.filter(({ from }) => TOGETHER.test(wordsBefore(line.half, from)));
  return { together, single: points.filter((one) => !together.includes(one) && ONE.test(wordsBefore(line.half, one.from))) };
}

export function checkDeductionSum(context: ReportContext): void {
  for (const line of context.lines) {
    if (line.table !== null) continue;
    const { together, single } = deductionsOf(line);
    // Two sums in one paragraph: each is about a part.
    if (together.length !== 1) continue;
    judge(together[0]!, single, context);
  }
}

/** Right by what its paragraph or its sentence adds up to, or by what the total lost. */
function judge(figure: TextFigure, single: readonly TextFigure[], context: ReportContext): void {
  const { line, from, value } = figure;
  if (holdsAny(clauseBefore(line.half, from), WORDS.otherPeriods)) return;
  const before = single.filter((one) => one.from < from);
  const start = sentenceStart(line.half, from);
  const own = before.filter((one) => one.from >= start);
  const [total] = statedTotals(context);
  const full = context.table?.totals.fullScore ?? null;
  const lost = total === undefined || full === null ? null : full.minus(total.value);
  const sums = [own, before, single].filter(({ length }) => length >= 2).map(sumOf);
  if (sums.some((sum) => sum.eq(value)) || lost?.eq(value) === true) return context.tie(figure, 'tied');
  // One deduction alone, or none: it may be about a class.
  if (sums.length === 0) return;
  context.find(
    'report-deduction-sum',
    'advisory',
    figure,
    `报告写共扣${numberText(value)}分，所列各项扣分相加是${numberText(sums[0]!)}分${lost === null ? '' : `，总分比满分少${numberText(lost)}分`}。请核对。`,
    { actual: value, expected: sums[0]!, also: own.length >= 2 ? own : before },
  );
}
