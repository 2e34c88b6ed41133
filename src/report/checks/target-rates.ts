/** 「适配618人，完成年度目标600人的103%」: a rate whose own sentence gives what was done and what was due. */
import { numberText } from '../../words';
import { halfUp } from '../../workbook';
import type { ReportContext } from '../context';
import { figuresIn, isRoundedOrCut, labelBefore, type TextFigure, unitScaleOf, unitText } from '../numbers';
import { oneOfWords, sentenceStart, WORDS } from '../words';

const DUE = new RegExp(`^(?:${oneOfWords(WORDS.dueLeads)})(?:${oneOfWords(WORDS.dueWords)})$`);
/** Farther apart it is about something else. */
const NEAR = 15;

export function checkTargetRates(context: ReportContext): void {
  for (const line of context.lines) {
    if (line.table !== null) continue;
    const figures = figuresIn(line);
    for (const [index, rate] of figures.entries()) {
      const [done, due] = [figures[index - 2], figures[index - 1]];
      if (rate.unit === '%' && done !== undefined && due !== undefined) judge(rate, done, due, context);
    }
  }
}

/** Both of one kind, in one sentence, nothing but their own words between. */
function belong(rate: TextFigure, done: TextFigure, due: TextFigure): boolean {
  const { half } = rate.line;
  const kind = unitScaleOf(due)?.of;
  return (
    kind !== undefined &&
    kind !== '%' &&
    unitScaleOf(done)?.of === kind &&
    half.slice(due.end, rate.from).trim() === '的' &&
    DUE.test(labelBefore(due).trim()) &&
    done.from >= sentenceStart(half, rate.from) &&
    /^[，,;；、(]\s*$/.test(half.slice(done.end, due.from - labelBefore(due).length))
  );
}

function judge(rate: TextFigure, done: TextFigure, due: TextFigure, context: ReportContext): void {
  if (!belong(rate, done, due) || due.value.isZero()) return;
  const [one, all] = [done, due].map((figure) => figure.value.times(unitScaleOf(figure)!.by));
  const share = one!.div(all!).times(100);
  const isAll = share.gt(100) && rate.value.eq(100);
  if (isAll || isRoundedOrCut(rate.value, rate.half, share)) return context.tie(rate, 'tied');
  if (rate.value.minus(share).abs().gt(NEAR)) return;
  const sum = [done, due].map((figure) => `${numberText(figure.value)}${unitText(figure)}`).join('÷');
  context.find(
    'report-rate',
    'advisory',
    rate,
    `报告写完成目标的${numberText(rate.value)}%；按同一句的${sum}计算是${numberText(halfUp(share, 2))}%。请核对。`,
    { actual: rate.value.div(100), expected: halfUp(share.div(100), 4), also: [done, due], basis: '文内算术关系' },
  );
}
