/** 「预算100万元，支出80万元，执行率85%」: a rate whose own sentence gives both amounts. */
import { numberText } from '../../words';
import { Dec, halfUp } from '../../workbook';
import type { ReportContext } from '../context';
import { figuresIn, isRoundedOrCut, type TextFigure, unitText, yuanOf, labelBefore } from '../numbers';
import { isGivenBySentence, sentenceUpTo } from '../scope';
import { clauseBefore, oneOfWords, sentenceStart, WORDS } from '../words';
import { isAside } from './figures';

const RATE = new RegExp(
  `^(?:${oneOfWords(WORDS.rateSubjects)}|的|\\s)*(?:${oneOfWords([...WORDS.rates, ...WORDS.completion])})(?:${oneOfWords(WORDS.copulas)}|\\s)*$`,
);
const SPENT = /(?:支出|执行|决算|支付|使用)[数额]?$/;
const BUDGET = /(?:预算|到位|安排|下达)(?:[数额]|资金|总额)*$/;
/** Farther apart it is about other amounts. */
const NEAR = new Dec('0.15');

const inYuan = ({ value, unit }: TextFigure): Dec => value.times(yuanOf(unit)!);

export function checkSentenceRates(context: ReportContext): void {
  for (const rate of context.lines.flatMap(figuresIn)) {
    if (rate.unit !== '%' || rate.line.table !== null || context.isDiffering(rate)) continue;
    if (RATE.test(clauseBefore(rate.line.half, rate.from)) && !sentenceUpTo(rate).includes('其中')) judge(rate, context);
  }
}

function judge(rate: TextFigure, context: ReportContext): void {
  const start = sentenceStart(rate.line.half, rate.from);
  const amounts = figuresIn(rate.line).filter((one) => one.from >= start && one.end <= rate.from && yuanOf(one.unit) !== null);
  const plain = (label: RegExp): readonly TextFigure[] =>
    amounts.filter((one) => label.test(labelBefore(one).trim()) && !isAside(one, labelBefore(one)));
  const [spent, budgets] = [plain(SPENT), plain(BUDGET)];
  const budget = budgets.at(-1);
  if (spent.length !== 1 || budget === undefined || inYuan(budget).isZero()) return;
  if (isGivenBySentence(rate)) return context.tie(rate, 'tied');
  const due = inYuan(spent[0]!).div(inYuan(budget));
  const said = rate.value.div(100);
  if (isRoundedOrCut(said, rate.half.div(100), due) || said.minus(due).abs().gt(NEAR)) return;
  const sum = `${numberText(spent[0]!.value)}${unitText(spent[0]!)}÷${numberText(budget.value)}${unitText(budget)}`;
  const shown = numberText(halfUp(due.times(100), 2));
  context.find('report-rate', 'advisory', rate, `报告写${numberText(rate.value)}%；按同一句的${sum}计算是${shown}%。请核对。`, {
    actual: said,
    expected: halfUp(due, 4),
    also: [spent[0]!, budget],
    basis: '文内算术关系',
  });
}
