/** 「调查1200人，满意1136人，满意度94.67%」: a rate whose own sentence counts who was asked and who was satisfied. */
import { numberText } from '../../words';
import { halfUp } from '../../workbook';
import type { ReportContext } from '../context';
import { figuresIn, isRoundedOrCut, labelBefore, type TextFigure, unitText } from '../numbers';
import { clauseBefore, holdsAny, oneOfWords, sentenceStart, WORDS } from '../words';

const RATE = new RegExp(`(?:满意度|满意率)(?:${oneOfWords(WORDS.copulas)}|\\s)*$`);
/** The one number of those who were satisfied; half satisfied, very satisfied are counted by other rules. */
const SATISFIED = /^(?:其中)?(?:表示)?(?:满意|满意和基本满意|满意及基本满意|满意或基本满意)(?:的|人数|户数|有|为)*$/;
/** Farther apart it was weighed otherwise. */
const NEAR = 15;

export function checkSatisfaction(context: ReportContext): void {
  for (const rate of context.lines.flatMap(figuresIn)) {
    if (rate.unit === '%' && rate.line.table === null && RATE.test(clauseBefore(rate.line.half, rate.from))) judge(rate, context);
  }
}

function judge(rate: TextFigure, context: ReportContext): void {
  const start = sentenceStart(rate.line.half, rate.from);
  const counts = figuresIn(rate.line).filter((one) => one.from >= start && one.end <= rate.from && one.counted !== '');
  const [asked, satisfied] = counts;
  if (asked === undefined || satisfied === undefined || counts.length !== 2 || asked.value.isZero()) return;
  if (!holdsAny(clauseBefore(rate.line.half, asked.from), WORDS.surveys) || !SATISFIED.test(labelBefore(satisfied).trim())) return;
  const share = satisfied.value.div(asked.value).times(100);
  if (isRoundedOrCut(rate.value, rate.half, share)) return context.tie(rate, 'tied');
  if (satisfied.value.gt(asked.value) || rate.value.minus(share).abs().gt(NEAR)) return;
  const sum = [satisfied, asked].map((one) => `${numberText(one.value)}${unitText(one)}`).join('÷');
  context.find(
    'report-rate',
    'advisory',
    rate,
    `报告写满意度${numberText(rate.value)}%；按同一句的${sum}计算是${numberText(halfUp(share, 2))}%。请核对。`,
    { actual: rate.value.div(100), expected: halfUp(share.div(100), 4), also: [asked, satisfied], basis: '文内算术关系' },
  );
}
