/** 「基本支出占31.36%，项目支出占68.64%」: shares of amounts that stand before them, where all others are right. */
import { numberText } from '../../words';
import { Dec, halfUp, pushTo } from '../../workbook';
import type { ReportContext } from '../context';
import { figuresIn, isRoundedOrCut, labelBefore, type TextFigure, unitScaleOf } from '../numbers';
import { ownWordsOff } from '../scope';
import type { ReportLine } from '../types';
import { clauseBefore, sentenceStart } from '../words';

const SHARE = /^([\u4e00-\u9fa5“”"]{0,12}?)占(?:比|总额|全部|支出|总支出)?(?:的|为|达)?$/;
const FEWEST = 2;
const HUNDRED = new Dec(100);
/** Farther apart it is a share of something else. */
const NEAR = 15;

interface Share {
  readonly rate: TextFigure;
  readonly of: TextFigure;
}

/** What a share is of: the amount right before it, or the only one that goes by its name. */
function amountOf(rate: TextFigure, figures: readonly TextFigure[]): TextFigure | null {
  const found = SHARE.exec(clauseBefore(rate.line.half, rate.from).trim());
  if (found === null) return null;
  const before = figures.filter((one) => one.end <= rate.from && one.unit !== '%' && one.unit !== '分' && unitScaleOf(one) !== null);
  const name = ownWordsOff(found[1]!);
  if (name === '') return before.at(-1) ?? null;
  const named = before.filter((one) => ownWordsOff(labelBefore(one)) === name);
  return named.length === 1 ? named[0]! : null;
}

function sharesIn(line: ReportLine): readonly (readonly Share[])[] {
  const figures = figuresIn(line);
  const bySentence = new Map<number, Share[]>();
  for (const rate of figures) {
    const of = rate.unit === '%' ? amountOf(rate, figures) : null;
    if (of === null) continue;
    const start = sentenceStart(line.half, rate.from);
    pushTo(bySentence, start, { rate, of });
  }
  return [...bySentence.values()];
}

export function checkShares(context: ReportContext): void {
  for (const line of context.lines) if (line.table === null) for (const shares of sharesIn(line)) judge(shares, context);
}

function judge(shares: readonly Share[], context: ReportContext): void {
  const amounts = shares.map(({ of }) => of.value.times(unitScaleOf(of)!.by));
  const kinds = new Set(shares.map(({ of }) => unitScaleOf(of)!.of));
  const sum = amounts.reduce((total, one) => total.plus(one), new Dec(0));
  if (shares.length < FEWEST || kinds.size !== 1 || sum.isZero() || new Set(shares.map(({ of }) => of)).size !== shares.length) return;
  const due = amounts.map((amount) => amount.div(sum).times(HUNDRED));
  const isRight = ({ rate }: Share, at: number): boolean => isRoundedOrCut(rate.value, rate.half, due[at]!);
  const wrong = shares.flatMap((share, at) => (isRight(share, at) ? [] : [at]));
  if (wrong.length === 0) for (const { rate } of shares) context.tie(rate, 'tied');
  const [at] = wrong;
  if (wrong.length === 1 && shares[at!]!.rate.value.minus(due[at!]!).abs().lte(NEAR)) tell(shares, at!, due[at!]!, sum, context);
}

function tell(shares: readonly Share[], at: number, due: Dec, sum: Dec, context: ReportContext): void {
  const { rate, of } = shares[at]!;
  const { by } = unitScaleOf(of)!;
  context.find(
    'report-rate',
    'advisory',
    rate,
    `报告写占${numberText(rate.value)}%；按${numberText(of.value)}÷${numberText(sum.div(by))}计算是${numberText(halfUp(due, 2))}%，各项占比相加也不是100%。请核对。`,
    { actual: rate.value.div(HUNDRED), expected: halfUp(due.div(HUNDRED), 4), also: [of], basis: '文内算术关系' },
  );
}
