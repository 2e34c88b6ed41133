/** Every fact a criterion speaks of, node by node; the one place that knows what lies below what. */
import type { Condition, Criterion, Expr, FactRef } from './types';

/** The criteria directly below. */
export function rulesBelow(node: Criterion): readonly Criterion[] {
  switch (node.kind) {
    case 'sum':
      return node.items.map((item) => item.rule);
    case 'deductions':
      return node.rules;
    case 'readings':
      return node.of.map((one) => one.rule);
    case 'cases':
      return [...node.arms.map((arm) => arm.rule), ...(node.otherwise === null ? [] : [node.otherwise])];
    case 'veto':
    case 'exempt':
    case 'limit':
      return [node.rule];
    default:
      return [];
  }
}

/** The node's own facts, those of the criteria below it not included. */
function eachOwnFact(node: Criterion, visit: (ref: FactRef) => void): void {
  switch (node.kind) {
    case 'per-occurrence':
    case 'bands':
      visit(node.of);
      break;
    case 'per-point':
      eachFactOfExpr(node.of, visit);
      eachFactOfExpr(node.from, visit);
      break;
    case 'steps':
      eachFactOfExpr(node.of, visit);
      break;
    case 'formula':
      eachFactOfExpr(node.expr, visit);
      break;
    case 'choose':
    case 'cases':
      for (const arm of node.arms) eachFactOfCondition(arm.when, visit);
      break;
    case 'award':
    case 'veto':
    case 'exempt':
      eachFactOfCondition(node.when, visit);
      break;
    default:
  }
}

export function eachFactOfExpr(expr: Expr, visit: (ref: FactRef) => void): void {
  switch (expr.op) {
    case 'fact':
      visit(expr.ref);
      break;
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      eachFactOfExpr(expr.left, visit);
      eachFactOfExpr(expr.right, visit);
      break;
    case 'min':
    case 'max':
      for (const one of expr.of) eachFactOfExpr(one, visit);
      break;
    case 'floor':
    case 'ceil':
    case 'abs':
    case 'round':
      eachFactOfExpr(expr.of, visit);
      break;
    default:
  }
}

export function eachFactOfCondition(condition: Condition, visit: (ref: FactRef) => void): void {
  switch (condition.kind) {
    case 'holds':
      visit(condition.of);
      break;
    case 'compare':
      eachFactOfExpr(condition.left, visit);
      eachFactOfExpr(condition.right, visit);
      break;
    case 'not':
      eachFactOfCondition(condition.of, visit);
      break;
    default:
      for (const one of condition.of) eachFactOfCondition(one, visit);
  }
}

/** In no particular order, repeats included. */
export function eachFact(node: Criterion, visit: (ref: FactRef) => void): void {
  eachOwnFact(node, visit);
  for (const rule of rulesBelow(node)) eachFact(rule, visit);
}

/** The node and every criterion below it. */
export function eachRule(node: Criterion, visit: (rule: Criterion) => void): void {
  visit(node);
  for (const rule of rulesBelow(node)) eachRule(rule, visit);
}
