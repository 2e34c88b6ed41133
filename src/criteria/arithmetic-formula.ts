import { Dec } from '../workbook';
import type { Arithmetic } from './types';
import { needsBrackets, type TwoSided } from './arithmetic-shape';

const SIGNS = { add: '+', subtract: '-', multiply: '*', divide: '/' } as const;
const HUNDRED = new Dec(100);
/** As many digits as a spreadsheet keeps. */
const DIGITS = 15;

/** A figure of the arithmetic that may stand in a cell: a fact (by its `given.origin`) or the 分值. */
export type ArithmeticLeaf = Extract<Arithmetic, { op: 'given' | 'weight' }>;

/**
 * An en-US Excel formula without «=». `cellOf` gives the reference («D8», or an operand such as «D8/10000» where the cell is
 * in another unit). null where a fact has no cell: a typed-in figure would no longer follow the sheet. A 分值 without a cell
 * is written as its number.
 */
export function arithmeticFormula(arithmetic: Arithmetic, cellOf: (leaf: ArithmeticLeaf) => string | null): string | null {
  const write = (node: Arithmetic): string | null => formulaOf(node, cellOf, write);
  return write(arithmetic);
}

type Write = (node: Arithmetic) => string | null;

function formulaOf(node: Arithmetic, cellOf: (leaf: ArithmeticLeaf) => string | null, write: Write): string | null {
  switch (node.op) {
    case 'number':
      return node.shown === 'percent' ? `${literal(node.value.times(HUNDRED))}%` : literal(node.value);
    case 'weight':
      return operand(cellOf(node)) ?? literal(node.value);
    case 'given':
      return operand(cellOf(node));
    case 'because':
      return write(node.of);
    case 'min':
    case 'max':
      return call(node.op.toUpperCase(), node.of.map(write));
    case 'floor':
      return call('INT', [write(node.of)]);
    case 'ceil':
      return negated(call('INT', [negated(bracketed(write(node.of)))]));
    case 'abs':
      return call('ABS', [write(node.of)]);
    case 'round':
      return call('ROUND', [write(node.of), String(node.decimals)]);
    default:
      return twoSided(node, write);
  }
}

const literal = (value: Dec): string => value.toSignificantDigits(DIGITS).toFixed();
const bracketed = (text: string | null): string | null => (text === null ? null : `(${text})`);
const negated = (text: string | null): string | null => (text === null ? null : `-${text}`);

/** What is more than a reference stands in brackets: it may be put between two signs. */
const operand = (text: string | null): string | null =>
  text === null || /^[^+\-*/^&=<>%]+$|^'[^']*'![A-Z$0-9]+$/.test(text) ? text : `(${text})`;

function call(name: string, args: readonly (string | null)[]): string | null {
  return args.includes(null) ? null : `${name}(${args.join(',')})`;
}

function twoSided(node: TwoSided, write: Write): string | null {
  const [left, right] = [write(node.left), write(node.right)];
  if (left === null || right === null) return null;
  const open = needsBrackets(node, 'right') || right.startsWith('-');
  return `${needsBrackets(node, 'left') ? `(${left})` : left}${SIGNS[node.op]}${open ? `(${right})` : right}`;
}
