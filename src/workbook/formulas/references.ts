import type { Rect } from '../types';
import { childrenOf, type Formula, type FormulaNode } from './ast';

/** A place a formula names; `sheet` null means the formula's own sheet. */
export interface SheetRect {
  readonly sheet: string | null;
  readonly rect: Rect;
}

export interface SignedRect extends SheetRect {
  readonly sign: 1 | -1;
}

/**
 * Every reference in the order written, doubles included. Inside what we do not understand, those that could be
 * told apart are given too: a function we do not know still feeds on its arguments.
 */
export function referencesOf(formula: Formula): readonly SheetRect[] {
  const found: SheetRect[] = [];
  collect(formula.root, found);
  return found;
}

function collect(node: FormulaNode, found: SheetRect[]): void {
  if (node.kind === 'reference') found.push({ sheet: node.sheet, rect: node.rect });
  for (const child of childrenOf(node)) collect(child, found);
}

/**
 * The terms of a formula that does nothing but add and subtract cells: SUM(…), A1+A2−A3, ROUND of those, and
 * combinations. A1+A1 gives A1 twice. null for everything else, a lone reference (a copy, not a sum) included.
 */
export function asPlainSum(formula: Formula): readonly SignedRect[] | null {
  if (!adds(formula.root)) return null;
  const terms: SignedRect[] = [];
  return addTerms(formula.root, 1, false, terms) ? terms : null;
}

function adds(node: FormulaNode): boolean {
  if (node.kind === 'chain') return true;
  if (node.kind === 'sign') return adds(node.operand);
  if (node.kind !== 'call') return false;
  if (node.name === 'SUM') return true;
  const inner = roundedOf(node);
  return inner !== null && adds(inner);
}

function addTerms(node: FormulaNode, sign: 1 | -1, inSum: boolean, terms: SignedRect[]): boolean {
  switch (node.kind) {
    case 'reference':
      // Outside SUM a range of several cells is no number.
      if (!inSum && !isOneCell(node.rect)) return false;
      terms.push({ sheet: node.sheet, rect: node.rect, sign });
      return true;
    case 'sign':
      return addTerms(node.operand, node.sign === '-' ? negated(sign) : sign, false, terms);
    case 'chain':
      return (
        node.rest.every(({ operator }) => operator === '+' || operator === '-') &&
        addTerms(node.first, sign, false, terms) &&
        node.rest.every(({ operator, operand }) => addTerms(operand, operator === '-' ? negated(sign) : sign, false, terms))
      );
    case 'call': {
      if (node.name === 'SUM') return node.args.length > 0 && node.args.every((arg) => addTerms(arg, sign, true, terms));
      const inner = roundedOf(node);
      return inner !== null && addTerms(inner, sign, false, terms);
    }
    default:
      return false;
  }
}

/** x of ROUND(x, n) with n written as a whole number of decimals. */
function roundedOf(node: FormulaNode): FormulaNode | null {
  if (node.kind !== 'call' || node.name !== 'ROUND' || node.args.length !== 2) return null;
  const digits = node.args[1]!;
  const plain = digits.kind === 'missing' || (digits.kind === 'number' && /^[0-9]+$/.test(digits.text));
  return plain ? node.args[0]! : null;
}

function isOneCell(rect: Rect): boolean {
  return rect.top === rect.bottom && rect.left === rect.right;
}

function negated(sign: 1 | -1): 1 | -1 {
  return sign === 1 ? -1 : 1;
}
