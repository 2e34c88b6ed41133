import type { Criterion, Points } from '../types';
import { exprText, formulaText, pointsText } from './figures';

type Formula = Extract<Criterion, { kind: 'formula' }>;

/** 「；以上合计最多扣3分」. */
export const sharedCapText = (cap: Points | undefined): string => (cap === undefined ? '' : `；以上合计最多扣${pointsText(cap)}`);

export const capText = (cap: Points | null): string =>
  cap === null ? '' : `，最高不超过${'share' in cap && cap.share.equals(1) ? '分值' : pointsText(cap)}`;

/** 按完成比例得分: the row's own rate times its 分值, which is its end too. */
export function byRatio({ expr, cap }: Formula): string | null {
  const own =
    expr.op === 'multiply' &&
    expr.left.op === 'fact' &&
    expr.left.ref.role === 'own' &&
    expr.left.ref.name === '完成率' &&
    expr.right.op === 'max-points';
  return own && cap !== null && 'share' in cap && cap.share.equals(1) ? '按完成比例得分' : null;
}

/** As the consequence of a condition: 按完成值÷目标值×分值计分. */
export const accordingTo = (rule: Formula): string => byRatio(rule) ?? `按${formulaText(rule.expr)}计分${capText(rule.cap)}`;

const FORWARD = '完成值÷指标值×分值';
const REVERSE = '指标值÷完成值×分值';

/** B/A或A/B: whichever way the indicator points. */
export function isEitherWay(forward: Criterion, reverse: Criterion): boolean {
  return (
    forward.kind === 'formula' && reverse.kind === 'formula' && exprText(forward.expr) === FORWARD && exprText(reverse.expr) === REVERSE
  );
}
