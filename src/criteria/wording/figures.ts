/** Figures, points, expressions and conditions as a criterion's text writes them. */
import { Dec } from '../../workbook';
import type { Condition, Expr, FactRef, Interval, Points } from '../types';
import { isShare } from '../evaluation/per-point';

const HUNDRED = new Dec(100);

export const plain = (value: Dec): string => value.toFixed();
export const percent = (value: Dec): string => `${value.times(HUNDRED).toFixed()}%`;

/** 5分 · 满分 · 分值的80% */
export function pointsText(points: Points): string {
  if ('points' in points) return `${plain(points.points)}分`;
  if (points.share.equals(1)) return '满分';
  return points.share.isZero() ? '0分' : `分值的${percent(points.share)}`;
}

export function isNothing(points: Points): boolean {
  return ('points' in points ? points.points : points.share).isZero();
}

/** 得5分 · 得满分 · 不得分 */
export const awardText = (points: Points): string => (isNothing(points) ? '不得分' : `得${pointsText(points)}`);

/** 目标值 and 完成值 where the text has no words of its own. */
export function factText(ref: FactRef): string {
  if (ref.name !== '') return ref.name;
  if (ref.role === 'target') return '指标值';
  return ref.role === 'actual' ? '完成值' : ownText(ref);
}

const ownText = (ref: FactRef): string =>
  ref.kind === 'rate' ? '率' : ref.kind === 'rank' ? '排名' : ref.kind === 'count' ? '次数' : '完成值';

/** A figure in the unit of what it is compared with. */
function figure(value: Dec, like: Expr): string {
  if (isShare(like)) return percent(value);
  return like.op === 'fact' && like.ref.kind !== 'rank' && like.ref.kind !== 'date' ? `${plain(value)}${like.ref.unit}` : plain(value);
}

/** ≥90% · 80%（含）-90% · ＝0, without the name of what is measured. */
export function intervalText(when: Interval, of: Expr): string {
  if (of.op === 'fact' && of.ref.kind === 'rank' && of.ref.role === 'own') return placeText(when);
  const [from, to] = [when.from === null ? null : figure(when.from, of), when.to === null ? null : figure(when.to, of)];
  if (from !== null && to !== null)
    return when.from!.equals(when.to!)
      ? `=${from}`
      : `${from}${when.fromIncluded ? '（含）' : '（不含）'}-${to}${when.toIncluded ? '（含）' : '（不含）'}`;
  if (from !== null) return `${when.fromIncluded ? '≥' : '＞'}${from}`;
  return to === null ? '' : `${when.toIncluded ? '≤' : '＜'}${to}`;
}

/** 第1名 · 第2-5名 · 第6名及以后 */
function placeText({ from, to }: Interval): string {
  if (from === null) return to === null ? '' : `第1-${plain(to)}名`;
  if (to === null) return `第${plain(from)}名及以后`;
  return from.equals(to) ? `第${plain(from)}名` : `第${plain(from)}-${plain(to)}名`;
}

const SIGNS = { add: '+', subtract: '-', multiply: '×', divide: '÷' } as const;
const STRENGTH = { add: 1, subtract: 1, multiply: 2, divide: 2 } as const;

/** （1-10×调剂额÷年初预算数）×分值 */
export function exprText(expr: Expr): string {
  switch (expr.op) {
    case 'number':
      return expr.shown === 'percent' ? percent(expr.value) : plain(expr.value);
    case 'fact':
      return factText(expr.ref);
    case 'max-points':
      return '分值';
    case 'min':
    case 'max':
      return `${expr.op === 'min' ? '较小者' : '较大者'}（${expr.of.map(exprText).join('，')}）`;
    case 'floor':
      return `取整（${exprText(expr.of)}）`;
    case 'ceil':
      return `进位取整（${exprText(expr.of)}）`;
    case 'abs':
      return `|${exprText(expr.of)}|`;
    case 'round':
      return `四舍五入（${exprText(expr.of)}）`;
    default:
      return `${side(expr, 'left')}${SIGNS[expr.op]}${side(expr, 'right')}`;
  }
}

/** Without a 分值 in it the formula names its points: 执行率×10分. */
export function formulaText(expr: Expr): string {
  return speaksOfMaximum(expr) ? exprText(expr) : withPoints(expr);
}

function speaksOfMaximum(expr: Expr): boolean {
  if (expr.op === 'max-points') return true;
  return 'left' in expr && (speaksOfMaximum(expr.left) || speaksOfMaximum(expr.right));
}

function withPoints(expr: Expr): string {
  if (expr.op === 'number' && expr.shown === 'plain') return `${plain(expr.value)}分`;
  if (expr.op === 'add' || expr.op === 'subtract') return `${withPoints(expr.left)}${SIGNS[expr.op]}${withPoints(expr.right)}`;
  if (expr.op !== 'multiply') return exprText(expr);
  if (expr.right.op === 'number' && expr.right.shown === 'plain') return `${side(expr, 'left')}×${plain(expr.right.value)}分`;
  return `${expr.left.op === 'number' || expr.left.op === 'multiply' ? withPoints(expr.left) : side(expr, 'left')}×${side(expr, 'right')}`;
}

type TwoSided = Extract<Expr, { left: Expr }>;

function side(parent: TwoSided, which: 'left' | 'right'): string {
  const child = parent[which];
  const text = exprText(child);
  if (!('left' in child)) return text;
  const [own, outer] = [STRENGTH[child.op], STRENGTH[parent.op]];
  // 分值×（完成值÷目标值), but 10×调剂额÷预算数: as they are read.
  if (which === 'right' && parent.op === 'multiply' && child.op === 'divide' && parent.left.op !== 'number') return `（${text}）`;
  return own < outer || (which === 'right' && own === outer && parent.op !== 'multiply' && parent.op !== 'add') ? `（${text}）` : text;
}

const COMPARATORS = { '>=': '≥', '<=': '≤', '=': '=', '>': '＞', '<': '＜' } as const;

/** 结余≤上年结转 · 有计划且有审批 */
export function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case 'holds':
      return factText(condition.of);
    case 'compare':
      return `${measured(condition.left)}${COMPARATORS[condition.comparator]}${compareTo(condition.right, condition.left)}`;
    case 'not':
      return notText(condition.of);
    case 'all':
      return rangeText(condition.of) ?? condition.of.map(conditionText).join('且');
    case 'any':
      return condition.of.map(conditionText).join('或');
    case 'so-many':
      return `满足以下${soMany(condition)}项（${condition.of.map(conditionText).join('、')}）`;
  }
}

/** The row's own measure is understood. */
const measured = (expr: Expr): string => (expr.op === 'fact' && expr.ref.role === 'own' && expr.ref.name === '' ? '' : exprText(expr));
const compareTo = (expr: Expr, like: Expr): string => (expr.op === 'number' ? figureIn(expr, like) : exprText(expr));
const figureIn = (number: Extract<Expr, { op: 'number' }>, like: Expr): string =>
  number.shown === 'percent' ? percent(number.value) : isShare(like) ? plain(number.value) : figure(number.value, like);

function soMany({ from, to }: Extract<Condition, { kind: 'so-many' }>): string {
  return from === to ? String(from) : `${from}-${to}`;
}

const notText = (of: Condition): string =>
  of.kind === 'holds' && of.of.name.startsWith('达到')
    ? `未${of.of.name}`
    : of.kind === 'holds'
      ? `不符合“${factText(of.of)}”`
      : `不属于（${conditionText(of)}）`;

/** 率≥80%且率＜90% is written 80%（含）-90%. */
function rangeText(of: readonly Condition[]): string | null {
  const [low, high] = of;
  if (of.length !== 2 || low?.kind !== 'compare' || high?.kind !== 'compare') return null;
  if (low.right.op !== 'number' || high.right.op !== 'number' || exprText(low.left) !== exprText(high.left)) return null;
  if (!low.comparator.startsWith('>') || !high.comparator.startsWith('<')) return null;
  const when = { from: low.right.value, fromIncluded: low.comparator === '>=', to: high.right.value, toIncluded: high.comparator === '<=' };
  return `${measured(low.left)}${intervalText(when, low.left)}`;
}
