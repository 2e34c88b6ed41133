import type { Criterion, Expr, PartOfStep, Points } from '../types';
import { isShare } from '../evaluation/per-point';
import { exprText, factText, percent, plain, pointsText } from './figures';

type PerPoint = Extract<Criterion, { kind: 'per-point' }>;

const BEYOND = { above: '超过', below: '低于', both: '相差' } as const;
const MET = { above: '≤', below: '≥', both: '=' } as const;

/** 「控制率≤100%得5分，每超过一个百分点扣0.5分」; without points of its own the threshold is only named. */
export function everyPoint(rule: PerPoint, points: Points | null = null): string {
  const verb = rule.effect === 'deduct' ? '扣' : '得';
  const rate = `${verb}${pointsText(rule.each)}`;
  if (isTarget(rule.from))
    return `${nameOf(rule.of)}每${BEYOND[rule.side]}${rule.side === 'both' ? '' : exprText(rule.from)}${stepText(rule)}${rate}`;
  if (rule.side === 'both' && points === null && rule.from.op === 'number' && rule.from.value.isZero())
    return `${nameOf(rule.of)}每相差${stepText(rule)}${rate}`;
  const met = rule.effect === 'deduct' ? `得${points === null ? '满分' : pointsText(points)}` : '不得分';
  return `${nameOf(rule.of)}${MET[rule.side]}${exprText(rule.from)}${met}，每${BEYOND[rule.side]}${stepText(rule)}${rate}`;
}

const isTarget = (expr: Expr): boolean => expr.op === 'fact';
const nameOf = (expr: Expr): string =>
  expr.op === 'fact' && expr.ref.role === 'own' && expr.ref.name === '' ? '' : expr.op === 'fact' ? factText(expr.ref) : exprText(expr);

const PARTS: Readonly<Record<PartOfStep, (step: string) => string>> = {
  begun: (step) => `按${step}计`,
  'whole-only': () => '不扣分',
  proportional: () => '按比例扣分',
};

/** 「，不足5个百分点的按5个百分点计」; '' where the text says nothing of it. */
export const partsText = (parts: PartOfStep | undefined, step: string): string =>
  parts === undefined ? '' : `，不足${step}的${PARTS[parts](step)}`;

/** 一个百分点 · 3个百分点 · 1天 */
export function stepText({ of, from, step }: PerPoint): string {
  const unit = of.op === 'fact' ? of.ref.unit : '';
  if (isShare(of) || isShare(from) || (step.lessThan(1) && unit === ''))
    return step.equals('0.01') ? '一个百分点' : `${percent(step).replace('%', '')}个百分点`;
  return `${plain(step)}${unit}`;
}
