import { Dec } from '../decimal';
import type { FormulaNode } from './ast';
import { numberInCell } from './arguments';
import { usedPart } from './cells';
import type { FunctionContext } from './context';
import { Area, UNKNOWN, bounded, isTrouble, toNumber, type Failure, type FormulaResult, type Unknown } from './values';

const NESTED = /SUBTOTAL|AGGREGATE/i;

/**
 * SUBTOTAL(9|109, ranges): the sum without cells that are subtotals themselves; 109 leaves out hidden rows. 9 leaves
 * out only filtered ones, which the file does not tell from hidden ones: unknown if a row is hidden.
 */
export function subtotal(args: readonly FormulaNode[], context: FunctionContext): FormulaResult {
  if (args.length < 2) return UNKNOWN;
  const code = toNumber(context.value(args[0]!));
  if (isTrouble(code)) return code;
  const skipHidden = code.equals(109);
  if (!skipHidden && !code.equals(9)) return UNKNOWN;
  let sum = new Dec(0);
  for (const arg of args.slice(1)) {
    const area = context.operand(arg);
    if (!(area instanceof Area)) return UNKNOWN;
    const part = subtotalOf(area, skipHidden, context);
    if (isTrouble(part)) return part;
    sum = sum.plus(part);
  }
  return bounded(sum);
}

function subtotalOf(area: Area, skipHidden: boolean, context: FunctionContext): Dec | Failure | Unknown {
  const used = usedPart(area);
  if (used === null) return new Dec(0);
  if (!context.allows((used.bottom - used.top + 1) * (used.right - used.left + 1))) return UNKNOWN;
  let sum = new Dec(0);
  let failure: Failure | null = null;
  for (let row = used.top; row <= used.bottom; row += 1) {
    if (area.sheet.rowHidden(row)) {
      if (skipHidden) continue;
      return UNKNOWN;
    }
    for (let col = used.left; col <= used.right; col += 1) {
      const formula = area.sheet.at(row, col)?.formula;
      if (formula !== undefined && NESTED.test(formula)) continue;
      const number = numberInCell(context.cell(area, row, col));
      if (number === null) continue;
      if (number === UNKNOWN) return UNKNOWN;
      if (isTrouble(number)) failure ??= number;
      else sum = sum.plus(number);
    }
  }
  return failure ?? sum;
}
