import type { Decimal } from 'decimal.js';
import { Dec } from '../decimal';
import type { FormulaNode, KnownFunction } from './ast';
import { eachCell, eachNumber } from './arguments';
import type { FormulaFunction, FunctionContext } from './context';
import { subtotal } from './subtotal';
import { sumIf } from './sum-if';
import type { Area } from './values';
import {
  DIV_BY_ZERO,
  NOT_A_VALUE,
  Failure,
  UNKNOWN,
  bounded,
  isTrouble,
  shown,
  toCondition,
  toNumber,
  type FormulaResult,
  type Unknown,
} from './values';

const ZERO = new Dec(0);

/** The closed list. A wrong number of arguments is unknown: Excel would not have stored it. */
export const FUNCTIONS: Readonly<Record<KnownFunction, FormulaFunction>> = {
  SUM: (args, context) => folded(args, context, ZERO, (sum, next) => sum.plus(next)),
  PRODUCT: product,
  MIN: (args, context) => extreme(args, context, (next, best) => next.lessThan(best)),
  MAX: (args, context) => extreme(args, context, (next, best) => next.greaterThan(best)),
  AVERAGE: average,
  COUNT: (args, context) => counted(args, context, isCounted),
  COUNTA: (args, context) => counted(args, context, (value, inCell) => !inCell || value !== null),
  SUMIF: sumIf,
  SUBTOTAL: subtotal,
  ROUND: (args, context) => rounded(args, context, Dec.ROUND_HALF_UP),
  ROUNDDOWN: (args, context) => rounded(args, context, Dec.ROUND_DOWN),
  ROUNDUP: (args, context) => rounded(args, context, Dec.ROUND_UP),
  INT: (args, context) => onNumber(args, context, (number) => shown(number).floor()),
  ABS: (args, context) => onNumber(args, context, (number) => number.abs()),
  IF: choose,
  IFERROR: ifError,
  AND: (args, context) => logical(args, context, (all, next) => all && next),
  OR: (args, context) => logical(args, context, (any, next) => any || next),
  NOT: negation,
  N: plainNumber,
  VALUE: textToNumber,
};

function onlyOf(args: readonly FormulaNode[], context: FunctionContext): FormulaResult {
  return args.length === 1 ? context.value(args[0]!) : UNKNOWN;
}

function onNumber(args: readonly FormulaNode[], context: FunctionContext, change: (number: Dec) => Dec): FormulaResult {
  const number = toNumber(onlyOf(args, context));
  return isTrouble(number) ? number : bounded(change(number));
}

function folded(args: readonly FormulaNode[], context: FunctionContext, start: Dec, step: (result: Dec, next: Dec) => Dec): FormulaResult {
  let result = start;
  const trouble = eachNumber(args, context, (number) => {
    result = step(result, number);
  });
  return trouble ?? bounded(result);
}

/** Bounded at every step: a product of a thousand cells must not leave Excel's range and come back. */
function product(args: readonly FormulaNode[], context: FunctionContext): FormulaResult {
  let result: Dec | Failure | null = null;
  const trouble = eachNumber(args, context, (number) => {
    if (result === null) result = number;
    else if (!(result instanceof Failure)) result = bounded(result.times(number));
  });
  return trouble ?? result ?? ZERO;
}

function extreme(args: readonly FormulaNode[], context: FunctionContext, beats: (next: Dec, best: Dec) => boolean): FormulaResult {
  let best: Dec | null = null;
  const trouble = eachNumber(args, context, (number) => {
    if (best === null || beats(number, best)) best = number;
  });
  return trouble ?? best ?? ZERO;
}

function average(args: readonly FormulaNode[], context: FunctionContext): FormulaResult {
  let count = 0;
  const sum = folded(args, context, ZERO, (result, next) => {
    count += 1;
    return result.plus(next);
  });
  if (!(sum instanceof Dec)) return sum;
  return count === 0 ? DIV_BY_ZERO : bounded(sum.div(count));
}

function counted(
  args: readonly FormulaNode[],
  context: FunctionContext,
  counts: (value: FormulaResult, inCell: boolean) => boolean,
): FormulaResult {
  let count = 0;
  let unknown = false;
  const done = eachCell(args, context, (value, inCell) => {
    if (value === UNKNOWN) unknown = true;
    else if (counts(value, inCell)) count += 1;
  });
  return done && !unknown ? new Dec(count) : UNKNOWN;
}

/** COUNT takes numbers in cells; typed into the formula also logicals and texts that are numbers. */
function isCounted(value: FormulaResult, inCell: boolean): boolean {
  return value instanceof Dec || (!inCell && toNumber(value) instanceof Dec);
}

function rounded(args: readonly FormulaNode[], context: FunctionContext, mode: Decimal.Rounding): FormulaResult {
  if (args.length !== 2) return UNKNOWN;
  const number = toNumber(context.value(args[0]!));
  const digits = toNumber(context.value(args[1]!));
  if (number === UNKNOWN || digits === UNKNOWN) return UNKNOWN;
  if (isTrouble(number)) return number;
  if (isTrouble(digits)) return digits;
  const places = Math.max(-310, Math.min(310, digits.trunc().toNumber()));
  if (places >= 0) return bounded(shown(number).toDecimalPlaces(places, mode));
  const unit = new Dec(10).pow(-places);
  return bounded(shown(number).div(unit).toDecimalPlaces(0, mode).times(unit));
}

/** Only the branch taken is looked at, and a reference stays one. */
function choose(args: readonly FormulaNode[], context: FunctionContext): FormulaResult | Area {
  if (args.length < 2 || args.length > 3) return UNKNOWN;
  const condition = toCondition(context.value(args[0]!));
  if (isTrouble(condition)) return condition;
  const branch = condition ? args[1] : args[2];
  return branch === undefined ? false : context.operand(branch);
}

function ifError(args: readonly FormulaNode[], context: FunctionContext): FormulaResult {
  if (args.length !== 2) return UNKNOWN;
  const value = context.value(args[0]!);
  return value instanceof Failure ? context.value(args[1]!) : value;
}

function logical(args: readonly FormulaNode[], context: FunctionContext, join: (result: boolean, next: boolean) => boolean): FormulaResult {
  let result: boolean | null = null;
  let trouble: Failure | Unknown | null = null;
  const done = eachCell(args, context, (value, inCell) => {
    if (inCell && (value === null || typeof value === 'string')) return;
    const next = toCondition(value);
    if (isTrouble(next)) trouble = next === UNKNOWN ? UNKNOWN : (trouble ?? next);
    else result = result === null ? next : join(result, next);
  });
  if (!done) return UNKNOWN;
  return trouble ?? result ?? NOT_A_VALUE;
}

function negation(args: readonly FormulaNode[], context: FunctionContext): FormulaResult {
  const condition = toCondition(onlyOf(args, context));
  return isTrouble(condition) ? condition : !condition;
}

/** N: a text is 0, whatever it says. */
function plainNumber(args: readonly FormulaNode[], context: FunctionContext): FormulaResult {
  const value = onlyOf(args, context);
  return typeof value === 'string' ? ZERO : toNumber(value);
}

function textToNumber(args: readonly FormulaNode[], context: FunctionContext): FormulaResult {
  const value = onlyOf(args, context);
  return typeof value === 'boolean' ? NOT_A_VALUE : toNumber(value);
}
