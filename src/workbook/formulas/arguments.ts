import { Dec } from '../decimal';
import type { FormulaNode } from './ast';
import type { FunctionContext } from './context';
import { Area, UNKNOWN, isTrouble, toNumber, type Failure, type FormulaResult, type Unknown } from './values';

/**
 * Every value of a list of arguments; `inCell` tells those that stand in cells from those typed or computed.
 * False when it would be too much work.
 */
export function eachCell(
  args: readonly FormulaNode[],
  context: FunctionContext,
  take: (value: FormulaResult, inCell: boolean) => void,
): boolean {
  for (const arg of args) {
    const operand = context.operand(arg);
    if (!(operand instanceof Area)) take(operand, false);
    else if (!context.visit(operand, (value) => take(value, true))) return false;
  }
  return args.length > 0;
}

/**
 * Every number of a list of arguments as SUM sees them: texts, logicals and blanks in cells are passed over, those
 * typed into the formula are made numbers. Gives the trouble met, if any: unknown before the first error.
 */
export function eachNumber(args: readonly FormulaNode[], context: FunctionContext, take: (number: Dec) => void): Failure | Unknown | null {
  let trouble: Failure | Unknown | null = null;
  const done = eachCell(args, context, (value, inCell) => {
    const number = inCell ? numberInCell(value) : toNumber(value);
    if (number === null) return;
    if (isTrouble(number)) trouble = number === UNKNOWN ? UNKNOWN : (trouble ?? number);
    else take(number);
  });
  return done ? trouble : UNKNOWN;
}

export function numberInCell(value: FormulaResult): Dec | Failure | Unknown | null {
  return isTrouble(value) || value instanceof Dec ? value : null;
}
