import type { Rect } from '../types';

/** Operators of one strength, from the loosest to the tightest; all of them group to the left, `^` too. */
export const LEVELS = [['=', '<>', '<=', '>=', '<', '>'], ['&'], ['+', '-'], ['*', '/'], ['^']] as const;

export type Operator = (typeof LEVELS)[number][number];

/** The functions whose meaning we know; every other call evaluates to «unknown». */
export const KNOWN_FUNCTIONS = [
  'SUM',
  'ROUND',
  'ROUNDDOWN',
  'ROUNDUP',
  'IF',
  'MIN',
  'MAX',
  'AVERAGE',
  'PRODUCT',
  'ABS',
  'COUNT',
  'COUNTA',
  'SUMIF',
  'IFERROR',
  'AND',
  'OR',
  'NOT',
  'INT',
  'SUBTOTAL',
  'N',
  'VALUE',
] as const;

export type KnownFunction = (typeof KNOWN_FUNCTIONS)[number];

/** `A1`, `A1:B2`, `A:A` or `3:4`, with `$` signs dropped. */
export interface ReferenceNode {
  readonly kind: 'reference';
  /** As written, unquoted; null for the formula's own sheet. */
  readonly sheet: string | null;
  readonly rect: Rect;
}

/** Operands of one level side by side: `a + b − c`. A list, so that a long sum is not a deep tree. */
export interface ChainNode {
  readonly kind: 'chain';
  /** Place in LEVELS. */
  readonly level: number;
  readonly first: FormulaNode;
  readonly rest: readonly { readonly operator: Operator; readonly operand: FormulaNode }[];
}

export interface CallNode {
  readonly kind: 'call';
  /** In capitals. */
  readonly name: string;
  readonly args: readonly FormulaNode[];
}

export type FormulaNode =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error'; readonly error: string }
  /** An argument left out: the second of `ROUND(A1,)`. */
  | { readonly kind: 'missing' }
  | ReferenceNode
  | { readonly kind: 'sign'; readonly sign: '+' | '-'; readonly operand: FormulaNode }
  | { readonly kind: 'percent'; readonly operand: FormulaNode }
  | ChainNode
  | CallNode
  /** Text outside our grammar, with what could be read inside it. */
  | { readonly kind: 'unknown'; readonly text: string; readonly parts: readonly FormulaNode[] };

export interface Formula {
  readonly text: string;
  readonly root: FormulaNode;
}

/** The nodes directly below. */
export function childrenOf(node: FormulaNode): readonly FormulaNode[] {
  switch (node.kind) {
    case 'sign':
    case 'percent':
      return [node.operand];
    case 'chain':
      return [node.first, ...node.rest.map((link) => link.operand)];
    case 'call':
      return node.args;
    case 'unknown':
      return node.parts;
    default:
      return [];
  }
}
