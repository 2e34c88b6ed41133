import { halfUp, Dec } from '../workbook';
import type { Arithmetic, Comparison } from './types';
import { isTwoSided, needsBrackets, type TwoSided } from './arithmetic-shape';
import { valueOfArithmetic } from './arithmetic-value';

const SIGNS = { add: '+', subtract: '−', multiply: '×', divide: '÷' } as const;
const HUNDRED = new Dec(100);
const ZERO = new Dec(0);
const ONE_PERCENT = new Dec('0.01');
/** More decimals than this are cut: nobody reads them. */
const MOST_DECIMALS = 6;
const MOST_PERCENT_DECIMALS = 4;
const ROUGHLY = 2;

/**
 * «(1−0%)×4×60%+(1−0%)×4×40%=4», «160÷180×10=8.888889≈8.89» with the rounded score. Bounds that do not bite are left out; a
 * score that is read off a table says what held: «80%≤85%＜90%，得4».
 */
export function arithmeticText(arithmetic: Arithmetic, score?: Dec): string {
  const exact = valueOfArithmetic(arithmetic);
  const result = score ?? (exact.decimalPlaces() > MOST_DECIMALS ? halfUp(exact, ROUGHLY) : exact);
  const core = plainly(arithmetic);
  const why = reasonOf(core, arithmetic);
  return `${why}${equation(written(core), exact, result)}`;
}

function equation(said: string, exact: Dec, result: Dec): string {
  if (result.equals(exact)) return said === plain(exact) ? said : `${said}=${plain(exact)}`;
  const unrounded = said === plain(exact) ? '' : `=${plain(exact)}`;
  return `${said}${unrounded}≈${plain(result)}`;
}

/** Why points are given that no arithmetic leads to; '' where there is arithmetic, or nothing to say. */
function reasonOf(core: Arithmetic, whole: Arithmetic): string {
  const held = core.op === 'because' ? core.held : isConstant(core) ? keptThreshold(whole) : [];
  return held.length === 0 ? '' : `${comparisonsText(held)}，得`;
}

const SIGNS_OF = { '>=': '≥', '<=': '≤', '=': '=', '>': '＞', '<': '＜' } as const;
const TURNED = { '>=': '≤', '>': '＜' } as const;

/** 85%≥80% · 80%≤85%＜90% */
function comparisonsText(held: readonly Comparison[]): string {
  const [low, high] = held.map(({ left, comparator, right }) => ({
    left: written(plainly(left)),
    comparator,
    right: written(plainly(right)),
  }));
  if (
    held.length === 2 &&
    low!.left === high!.left &&
    (low!.comparator === '>' || low!.comparator === '>=') &&
    high!.comparator.startsWith('<')
  ) {
    return `${low!.right}${TURNED[low!.comparator]}${low!.left}${SIGNS_OF[high!.comparator]}${high!.right}`;
  }
  return held.map(({ left, comparator, right }) => `${written(plainly(left))}${SIGNS_OF[comparator]}${written(plainly(right))}`).join('，');
}

/** 98%≤100%: the threshold that was kept, so that nothing is taken off. */
function keptThreshold(node: Arithmetic): readonly Comparison[] {
  if (node.op === 'max' && isNothing(node)) {
    const figure = node.of.find((one) => !isConstant(one));
    if (figure === undefined) return [];
    if (figure.op !== 'subtract') return [{ left: figure, comparator: '<=', right: { op: 'number', value: ZERO, shown: 'plain' } }];
    const { left, right } = figure;
    return [isConstant(left) ? { left: right, comparator: '>=', right: left } : { left, comparator: '<=', right }];
  }
  if ('left' in node) return firstOf([node.left, node.right]);
  if (node.op === 'min' || node.op === 'max') return firstOf(node.of);
  return node.op === 'floor' || node.op === 'ceil' ? keptThreshold(node.of) : [];
}

function firstOf(nodes: readonly Arithmetic[]): readonly Comparison[] {
  for (const node of nodes) {
    const kept = keptThreshold(node);
    if (kept.length > 0) return kept;
  }
  return [];
}

/** The same without the bounds that do not bite and what they leave at nothing. */
function plainly(node: Arithmetic): Arithmetic {
  if (node.op === 'divide' && isOnePercent(node.right)) {
    const left = plainly(node.left);
    return inPoints(left) ?? timesHundred(left);
  }
  if (node.op === 'min' || node.op === 'max') return withoutIdleBounds(node);
  if (isTwoSided(node)) return withoutNothing(node);
  if (node.op === 'floor' || node.op === 'ceil' || node.op === 'abs' || node.op === 'because') return { ...node, of: plainly(node.of) };
  return node;
}

const isOnePercent = (node: Arithmetic): boolean => node.op === 'number' && node.value.equals(ONE_PERCENT);
const number = (value: Dec): Arithmetic => ({ op: 'number', value, shown: 'plain' });
const timesHundred = (node: Arithmetic): Arithmetic => ({ op: 'multiply', left: node, right: number(HUNDRED) });

/** Rates counted in percentage points: (103%−100%)÷1% is 103−100. null where something else than a rate is among them. */
function inPoints(node: Arithmetic): Arithmetic | null {
  if (node.op === 'number') return node.shown === 'percent' ? number(node.value.times(HUNDRED)) : null;
  if (node.op === 'given') return node.ref.kind === 'rate' ? number(valueOfArithmetic(node).times(HUNDRED)) : null;
  if (node.op === 'add' || node.op === 'subtract') {
    const [left, right] = [inPoints(node.left), inPoints(node.right)];
    return left === null || right === null ? null : { ...node, left, right };
  }
  if (node.op !== 'abs' && node.op !== 'because') return null;
  const of = inPoints(node.of);
  return of === null ? null : { ...node, of };
}

const isConstant = (node: Arithmetic): boolean => node.op === 'number' || node.op === 'weight';

function withoutIdleBounds(node: Extract<Arithmetic, { op: 'min' | 'max' }>): Arithmetic {
  const value = valueOfArithmetic(node);
  const computed = node.of.filter((one) => !isConstant(one));
  const winner =
    computed.length === 1 ? computed[0]! : computed.length === 0 ? node.of.find((one) => valueOfArithmetic(one).equals(value)) : undefined;
  if (winner !== undefined && valueOfArithmetic(winner).equals(value)) return plainly(winner);
  return { ...node, of: node.of.map(plainly) };
}

/** Nothing beyond the threshold, nothing taken off. */
function withoutNothing(node: TwoSided): Arithmetic {
  const additive = node.op === 'add' || node.op === 'subtract';
  if (additive && isNothing(node.right)) return plainly(node.left);
  if (node.op === 'add' && isNothing(node.left)) return plainly(node.right);
  return { ...node, left: plainly(node.left), right: plainly(node.right) };
}

function isNothing(node: Arithmetic): boolean {
  if (node.op === 'max') return valueOfArithmetic(node).isZero() && node.of.some((one) => one.op === 'number' && one.value.isZero());
  if (node.op === 'multiply') return isNothing(node.left) || isNothing(node.right);
  if (node.op === 'divide') return isNothing(node.left);
  if (node.op === 'min') return valueOfArithmetic(node).isZero() && node.of.some(isNothing);
  return (node.op === 'floor' || node.op === 'ceil') && isNothing(node.of);
}

function written(node: Arithmetic): string {
  switch (node.op) {
    case 'number':
      return node.shown === 'percent' ? percent(node.value) : plain(node.value);
    case 'weight':
      return plain(node.value);
    case 'given':
      return figure(node, valueOfArithmetic(node));
    case 'min':
    case 'max':
      return boundedText(node);
    case 'because':
      return written(node.of);
    case 'floor':
      return `取整(${written(node.of)})`;
    case 'ceil':
      return `进位取整(${written(node.of)})`;
    case 'abs':
      return `|${written(node.of)}|`;
    case 'round':
      return roundedText(node);
    default:
      return `${sided(node, 'left')}${SIGNS[node.op]}${sided(node, 'right')}`;
  }
}

/** (210÷200×10，最多10); of several figures the smaller or the larger. */
function boundedText({ op, of }: Extract<Arithmetic, { op: 'min' | 'max' }>): string {
  const [computed, fixed] = [of.filter((one) => !isConstant(one)), of.filter(isConstant)];
  if (computed.length === 1 && fixed.length === 1)
    return `(${written(computed[0]!)}，${op === 'min' ? '最多' : '最少'}${written(fixed[0]!)})`;
  return `(${of.map(written).join('、')}中${op === 'min' ? '最小' : '最大'}的)`;
}

function sided(node: TwoSided, side: 'left' | 'right'): string {
  const text = written(node[side]);
  return needsBrackets(node, side) || (side === 'right' && text.startsWith('−')) ? `(${text})` : text;
}

/** A figure as the sheet shows it is written as it is shown. */
function roundedText(node: Extract<Arithmetic, { op: 'round' }>): string {
  if (node.of.op === 'given') return figure(node.of, valueOfArithmetic(node));
  return `四舍五入(${written(node.of)})${node.decimals === 0 ? '' : `保留${node.decimals}位小数`}`;
}

const figure = (node: Extract<Arithmetic, { op: 'given' }>, value: Dec): string =>
  node.ref.kind === 'rate' ? percent(value) : plain(value);

function plain(value: Dec): string {
  return halfUp(value, MOST_DECIMALS).toFixed().replace('-', '−');
}

const percent = (value: Dec): string => `${halfUp(value.times(HUNDRED), MOST_PERCENT_DECIMALS).toFixed().replace('-', '−')}%`;
