/** 「146个，完成率97.33%」: what an indicator reached of its target, as a rate right behind its 完成值. */
import { numberText } from '../../words';
import { Dec, halfUp } from '../../workbook';
import type { ReportContext } from '../context';
import { figuresIn, isRoundedOrCut, type TextFigure, labelBefore } from '../numbers';
import { clauseBefore, oneOfWords, sentenceStart, WORDS } from '../words';
import { type Done, doneBy, isDone, nameBefore } from './indicators';

const RATE = new RegExp(`^(?:${oneOfWords(WORDS.completionLeads)})(?:为|是|达到|达)?$`);
/** Farther from it, it is the rate of something else. */
const NEAR = new Dec('0.15');

export function checkCompletion(context: ReportContext): void {
  const known = doneBy(context);
  if (known.size === 0) return;
  for (const line of context.lines) {
    if (line.table !== null) continue;
    const figures = figuresIn(line);
    for (const [index, rate] of figures.entries()) {
      const before = figures[index - 1];
      if (rate.unit !== '%' || before === undefined || !RATE.test(clauseBefore(line.half, rate.from).trim())) continue;
      if (before.from < sentenceStart(line.half, rate.from)) continue;
      const done = known.get(nameBefore(before, labelBefore(before)));
      if (done !== undefined && isDone(before, done)) judge(rate, before, done, context);
    }
  }
}

function judge(rate: TextFigure, before: TextFigure, { row, actual, target }: Done, context: ReportContext): void {
  const comparator = row.target?.value?.comparator ?? null;
  if (target === null || target.isZero() || comparator === '<=' || comparator === '<') return;
  const due = actual.number.div(target);
  const said = rate.value.div(100);
  // More than all may be written as all.
  if (isRoundedOrCut(said, rate.half.div(100), due) || (due.gt(1) && said.eq(1))) return context.tie(rate, 'tied');
  if (said.minus(due).abs().gt(NEAR)) return context.tie(rate, 'no-place');
  const shown = numberText(halfUp(due.times(100), 2));
  context.find(
    'report-rate',
    'advisory',
    rate,
    `报告写「${row.name.value}」完成率${numberText(rate.value)}%，按完成值÷指标值计算是${shown}%（${context.cellText(row.actual!.at)}）。请核对。`,
    { cell: row.actual!.at, indicator: row.name.value, actual: said, expected: halfUp(due, 4), also: [before] },
  );
}
