/** The facts a tree speaks of. (The room's own door has factsOf; this is what the parser needs while it builds.) */
import type { Condition, Criterion, Expr, FactRef } from './types';

type See = (ref: FactRef) => void;

function inExpr(expr: Expr, see: See): void {
  switch (expr.op) {
    case 'fact': return see(expr.ref);
    case 'number':
    case 'max-points': return;
    case 'min':
    case 'max': return expr.of.forEach((one) => inExpr(one, see));
    case 'floor':
    case 'ceil':
    case 'abs':
    case 'round': return inExpr(expr.of, see);
    default:
      inExpr(expr.left, see);
      inExpr(expr.right, see);
  }
}

function inCondition(condition: Condition, see: See): void {
  switch (condition.kind) {
    case 'holds': return see(condition.of);
    case 'compare':
      inExpr(condition.left, see);
      return inExpr(condition.right, see);
    case 'not': return inCondition(condition.of, see);
    default: condition.of.forEach((one) => inCondition(one, see));
  }
}

function inCriterion(criterion: Criterion, see: See): void {
  switch (criterion.kind) {
    case 'per-occurrence': return see(criterion.of);
    case 'per-point':
      inExpr(criterion.of, see);
      return inExpr(criterion.from, see);
    case 'steps': return inExpr(criterion.of, see);
    case 'choose': return criterion.arms.forEach((arm) => inCondition(arm.when, see));
    case 'cases':
      criterion.arms.forEach((arm) => { inCondition(arm.when, see); inCriterion(arm.rule, see); });
      return criterion.otherwise === null ? undefined : inCriterion(criterion.otherwise, see);
    case 'sum': return criterion.items.forEach((item) => inCriterion(item.rule, see));
    case 'award': return inCondition(criterion.when, see);
    case 'formula': return inExpr(criterion.expr, see);
    case 'bands': return see(criterion.of);
    case 'deductions': return criterion.rules.forEach((rule) => inCriterion(rule, see));
    case 'veto':
    case 'exempt':
      inCriterion(criterion.rule, see);
      return inCondition(criterion.when, see);
    case 'limit': return inCriterion(criterion.rule, see);
    case 'readings': return criterion.of.forEach((one) => inCriterion(one.rule, see));
    case 'fixed':
    case 'discretion':
    case 'opaque': return;
  }
}

/** Each fact once, in the order of the text; those without a place of their own come last. */
export function factsInOrder(criterion: Criterion): readonly FactRef[] {
  const seen = new Map<string, FactRef>();
  inCriterion(criterion, (ref) => {
    const key = `${ref.kind}|${ref.role}|${ref.name}|${ref.unit}`;
    const before = seen.get(key);
    if (before === undefined || (before.span[1] === 0 && ref.span[1] > 0)) seen.set(key, ref);
  });
  const placeOf = (ref: FactRef): number => (ref.span[1] === 0 ? Number.MAX_SAFE_INTEGER : ref.span[0]);
  return [...seen.values()].sort((one, two) => placeOf(one) - placeOf(two));
}
