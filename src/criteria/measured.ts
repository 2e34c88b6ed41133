/**
 * 「指标值≥90%得10分，80%-90%得8分」, 「目标值90%，每低于目标值1个百分点扣1分」: what is held against a figure or against the 指标值 is what
 * was done; the row's own 指标值 would meet itself, whatever was done.
 */
import { mapped } from './mapped';
import type { Condition, Criterion, Expr, FactRef } from './types';

type Comparison = Extract<Condition, { kind: 'compare' }>;
type OverFigure = Extract<Criterion, { kind: 'steps' | 'per-point' }>;

const isTarget = (expr: Expr): expr is Expr & { op: 'fact' } => expr.op === 'fact' && expr.ref.role === 'target';
const asDone = (ref: FactRef): Expr => ({ op: 'fact', ref: { ...ref, role: 'actual', name: '' } });

const isOverFigure = (part: object): part is OverFigure =>
  'kind' in part && (part.kind === 'steps' || part.kind === 'per-point') && 'of' in part;

/** 「指标值为0的」 and 「指标值大于0的」 do speak of the 指标值. */
function isOverBound(part: object): part is Comparison {
  if (!('kind' in part) || part.kind !== 'compare') return false;
  const { comparator, right } = part as Comparison;
  return comparator !== '=' && right.op === 'number' && !right.value.isZero();
}

export function ofWhatWasDone(criterion: Criterion): Criterion {
  return mapped(criterion, (part) => {
    if (isOverFigure(part) && isTarget(part.of)) return { ...part, of: asDone(part.of.ref) };
    return isOverBound(part) && isTarget(part.left) ? { ...part, left: asDone(part.left.ref) } : undefined;
  });
}
