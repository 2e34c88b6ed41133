import { Dec } from '../decimal';
import type { FormulaNode } from './ast';
import { numberInCell } from './arguments';
import type { FunctionContext } from './context';
import { compared } from './operators';
import type { Failure } from './values';
import { Area, UNKNOWN, bounded, isTrouble, numberOfOperand, type FormulaResult, type Unknown } from './values';

type Test = (value: FormulaResult) => boolean | Unknown;

const CRITERION = /^(<>|<=|>=|=|<|>)?([\s\S]*)$/;

/** SUMIF(range, criterion[, sums]): the sums' area takes the shape of the range. No wildcards, no order of texts. */
export function sumIf(args: readonly FormulaNode[], context: FunctionContext): FormulaResult {
  if (args.length < 2 || args.length > 3) return UNKNOWN;
  const range = context.operand(args[0]!);
  const sums = args[2] === undefined ? range : context.operand(args[2]);
  const test = testOf(context.value(args[1]!));
  if (!(range instanceof Area) || !(sums instanceof Area) || test === null) return UNKNOWN;
  // Blank cells below the used part may stand beside sums on a longer sheet.
  if (test(null) === true && !isUsed(range)) return UNKNOWN;
  const down = sums.rect.top - range.rect.top;
  const across = sums.rect.left - range.rect.left;
  let sum = new Dec(0);
  let trouble: Failure | Unknown | null = null;
  const add = (row: number, col: number): void => {
    const number = numberInCell(context.cell(sums, row + down, col + across));
    if (number === null) return;
    if (isTrouble(number)) trouble = number === UNKNOWN ? UNKNOWN : (trouble ?? number);
    else sum = sum.plus(number);
  };
  const done = context.visit(range, (value, row, col) => {
    const holds = test(value);
    if (holds === UNKNOWN) trouble = UNKNOWN;
    else if (holds) add(row, col);
  });
  return done ? (trouble ?? bounded(sum)) : UNKNOWN;
}

function isUsed(area: Area): boolean {
  return area.rect.bottom < area.sheet.rows && area.rect.right < area.sheet.cols;
}

/** null: a criterion we do not read. */
function testOf(criterion: FormulaResult): Test | null {
  if (criterion instanceof Dec) return numberTest('=', criterion);
  if (typeof criterion !== 'string') return null;
  const [, sign, rest = ''] = CRITERION.exec(criterion)!;
  const operator = (sign ?? '=') as '=' | '<>' | '<' | '>' | '<=' | '>=';
  if (rest === '' || /[*?~]/.test(rest)) return null;
  const number = numberOfOperand(rest);
  if (number === UNKNOWN) return null;
  if (number instanceof Dec) return numberTest(operator, number);
  if (operator !== '=' && operator !== '<>') return null;
  // The words TRUE and FALSE mean the logical values here.
  if (/^(true|false)$/i.test(rest)) return null;
  return textTest(operator, rest);
}

/** A text that is a number equals it, but is neither greater nor smaller. */
function numberTest(operator: '=' | '<>' | '<' | '>' | '<=' | '>=', number: Dec): Test {
  return (value) => {
    if (value === UNKNOWN) return UNKNOWN;
    if (value instanceof Dec) return compared(operator, value, number);
    if (operator !== '=' && operator !== '<>') return false;
    const same = typeof value === 'string' ? equalsText(value, number) : false;
    if (same === UNKNOWN) return UNKNOWN;
    return operator === '=' ? same : !same;
  };
}

function equalsText(text: string, number: Dec): boolean | Unknown {
  const own = numberOfOperand(text);
  if (own === UNKNOWN) return UNKNOWN;
  return own instanceof Dec && own.equals(number);
}

function textTest(operator: '=' | '<>', text: string): Test {
  return (value) => {
    if (value === UNKNOWN) return UNKNOWN;
    const same = typeof value === 'string' && value.toLowerCase() === text.toLowerCase();
    return operator === '=' ? same : !same;
  };
}
