/** Formulas in words: 「得分=完成率×分值」 「按B/A或A/B×分值」. */
import { Dec } from '../../workbook';
import {
  factExpr,
  figureName,
  isCompletionName,
  isOwnName,
  isRateName,
  numberExpr,
  plainName,
  roleOf,
  spanOf,
  type Places,
} from './naming';
import { shownAs } from './measures';
import type { ExprTree, Reading } from './readings';
import type { Criterion, Expr, FactRef, Points, Span } from '../types';

const FULL: Points = { share: new Dec(1) };
const MAX: Expr = { op: 'max-points' };

/** Counts what is in a formula. */
interface Seen {
  max: number;
  names: number;
  points: number;
  percents: number;
}

function nameExpr(places: Places, text: string, from: number, to: number): Expr | null {
  const words = figureName(text);
  const span = spanOf(places, from, to);
  if (isCompletionName(words)) return factExpr({ kind: 'rate', role: 'own', name: '完成率', unit: '', span });
  if (words === '' || /^(?:得分|计分|Σ|∑)/.test(words) || /[ΣΣ∑]/.test(words)) return null;
  const role = roleOf(words);
  const own = isOwnName(words) && role === 'named';
  const kind: FactRef['kind'] = isRateName(words) || words === '率' ? 'rate' : 'number';
  return factExpr({ kind, role: own ? 'own' : role, name: own || role !== 'named' ? '' : words, unit: '', span });
}

function exprOf(places: Places, tree: ExprTree, seen: Seen): Expr | null {
  switch (tree.op) {
    case 'max-points':
      seen.max += 1;
      return MAX;
    case 'abs': {
      const of = exprOf(places, tree.of, seen);
      return of === null ? null : { op: 'abs', of };
    }
    case 'value': {
      const { value } = tree;
      if (value.as === 'quantity') return null;
      if (value.as === 'points') seen.points += 1;
      if (value.as === 'percent') seen.percents += 1;
      return numberExpr(value.value, shownAs(value));
    }
    case 'name': {
      seen.names += 1;
      // 「完成值/目标值比值」
      return nameExpr(
        places,
        tree.name.text.replace(/(?:的)?(?:比值|比率|比例)$/, (end) =>
          plainName(tree.name.text) === end || isRateName(tree.name.text) ? end : '',
        ),
        tree.name.from,
        tree.name.to,
      );
    }
    default: {
      const left = exprOf(places, tree.left, seen);
      const right = exprOf(places, tree.right, seen);
      return left === null || right === null ? null : { op: tree.op, left, right };
    }
  }
}

function ratioOf(expr: Expr): Expr | null {
  return expr.op === 'divide' ? expr : null;
}

/** Every quotient of a formula: 「比值」 means the only one. */
export function quotients(expr: Expr): readonly Expr[] {
  if (expr.op === 'divide') return [expr];
  if (expr.op === 'add' || expr.op === 'subtract' || expr.op === 'multiply') return [...quotients(expr.left), ...quotients(expr.right)];
  return [];
}

/** 10×调剂额/年初预算数 is ten times the quotient. */
function tidied(expr: Expr): Expr {
  if (expr.op === 'divide' && expr.left.op === 'multiply' && expr.left.left.op === 'number') {
    return { op: 'multiply', left: expr.left.left, right: { op: 'divide', left: expr.left.right, right: expr.right } };
  }
  if (expr.op === 'add' || expr.op === 'subtract' || expr.op === 'multiply' || expr.op === 'divide')
    return { ...expr, left: tidied(expr.left), right: tidied(expr.right) };
  return expr;
}

function role(expr: Expr): string {
  return expr.op === 'fact' ? expr.ref.role : '';
}

function spanOfExpr(expr: Expr): Span | null {
  if (expr.op === 'fact') return expr.ref.span;
  return expr.op === 'divide' || expr.op === 'multiply' ? spanOfExpr(expr.left) : null;
}

/** B/A, A/B: which of the two is meant depends on whether more is better. */
function eitherWay(first: Expr, second: Expr, span: Span): Criterion | null {
  const forward = [first, second].find((expr) => expr.op === 'divide' && role(expr.left) === 'actual' && role(expr.right) === 'target');
  const inverse = [first, second].find((expr) => expr.op === 'divide' && role(expr.left) === 'target' && role(expr.right) === 'actual');
  if (forward === undefined || inverse === undefined) return null;
  const times = (share: Expr): Criterion => ({ kind: 'formula', expr: { op: 'multiply', left: share, right: MAX }, cap: FULL, span });
  return {
    kind: 'cases',
    arms: [
      {
        when: { kind: 'holds', of: { kind: 'yes', role: 'own', name: '正向指标', unit: '', span: spanOfExpr(first) ?? span } },
        rule: times(forward),
      },
    ],
    otherwise: times(inverse),
    span,
  };
}

/** What stands before 「×分值」 in 「A/B×分值」. */
function withoutMax(expr: Expr): Expr {
  return expr.op === 'multiply' && expr.right.op === 'max-points' ? expr.left : expr;
}

/** null: the formula is none that gives points. */
export function formulaRule(places: Places, reading: Reading & { is: 'formula' }): Criterion | null {
  const { formula } = reading;
  const span = spanOf(places, reading.from, reading.to);
  const seen: Seen = { max: 0, names: 0, points: 0, percents: 0 };
  const read = exprOf(places, formula.expr, seen);
  if (read === null || formula.tail.atLeast !== null || formula.tail.every !== null) return null;
  const cap = formula.tail.atMost ?? (formula.tail.until ? FULL : null);
  const expr = tidied(read);
  if (formula.alternative !== null) {
    const other = exprOf(places, formula.alternative, seen);
    return other === null || seen.max === 0 ? null : eitherWay(withoutMax(expr), withoutMax(other), span);
  }
  const rounded: Expr = formula.rounded ? { op: 'round', of: expr, decimals: 0 } : expr;
  if (seen.max > 0 || seen.points > 0) return { kind: 'formula', expr: rounded, cap, span };
  return withoutPoints(rounded, seen, cap, span);
}

/** A formula of figures alone: of a share, the 分值 is left out in writing («达标个数/全部个数»). */
function withoutPoints(expr: Expr, seen: Seen, cap: Points | null, span: Span): Criterion | null {
  if (seen.names === 0) return { kind: 'formula', expr, cap, span };
  const share: Criterion = { kind: 'formula', expr: { op: 'multiply', left: expr, right: MAX }, cap, span };
  if (ratioOf(expr) === null)
    return isPlainShare(expr)
      ? share
      : isScaledScore(expr) || isTimesPoints(expr) || isSumOfPoints(expr) || isPointsLess(expr)
        ? { kind: 'formula', expr, cap, span }
        : null;
  return {
    kind: 'readings',
    of: [
      { reading: 'share-of-points', rule: share },
      { reading: 'as-written', rule: { kind: 'formula', expr, cap, span } },
    ],
    span,
  };
}

function factors(expr: Expr): readonly Expr[] {
  return expr.op === 'multiply' ? [...factors(expr.left), ...factors(expr.right)] : [expr];
}

/** 「(1-调剂率)×4×60%+…」: every term has points among its factors, and else shares. */
function isShare(expr: Expr): boolean {
  switch (expr.op) {
    case 'number':
      return expr.shown === 'percent';
    case 'fact':
      return expr.ref.kind === 'rate';
    case 'subtract':
      return expr.left.op === 'number' && expr.left.value.eq(1);
    case 'divide':
      return true;
    case 'multiply':
    case 'add':
      return isShare(expr.left) && isShare(expr.right);
    default:
      return false;
  }
}

/** 「5-(控制率-100%)×100×0.5」. */
function isPointsLess(expr: Expr): boolean {
  return (
    expr.op === 'subtract' && expr.left.op === 'number' && expr.left.shown === 'plain' && expr.left.value.gt(1) && expr.left.value.lt(100)
  );
}

function isSumOfPoints(expr: Expr): boolean {
  if (expr.op === 'add') return isSumOfPoints(expr.left) && isSumOfPoints(expr.right);
  const all = factors(expr);
  const points = all.filter((one) => one.op === 'number' && one.shown === 'plain' && one.value.gt(1) && one.value.lt(100));
  const shares = all.filter(isShare);
  return points.length === 1 && points.length + shares.length === all.length;
}

/** 「执行率×10」: the 分值 as a bare number. By a hundred it would be a percentage. */
function isTimesPoints(expr: Expr): boolean {
  return (
    expr.op === 'multiply' &&
    expr.left.op !== 'number' &&
    isShare(expr.left) &&
    expr.right.op === 'number' &&
    expr.right.shown === 'plain' &&
    expr.right.value.gt(1) &&
    expr.right.value.lt(100)
  );
}

/** 「百分制得分×权重占比」. */
function isScaledScore(expr: Expr): boolean {
  if (expr.op === 'multiply' && expr.left.op === 'divide' && expr.right.op === 'number')
    return isScaledScore({ op: 'multiply', left: expr.left.left, right: expr.right });
  return (
    expr.op === 'multiply' &&
    [expr.left, expr.right].some(
      (side) => side.op === 'fact' && /得分|评分|考核分|测评分|考评分|平均分|成绩|分数|均分|考核结果|考评结果|卷面分/.test(side.ref.name),
    )
  );
}

function isPlainShare(expr: Expr): boolean {
  return (
    (expr.op === 'fact' && expr.ref.kind === 'rate') ||
    (expr.op === 'multiply' && ratioOf(expr.left) !== null && expr.right.op === 'number' && expr.right.value.eq(1))
  );
}
