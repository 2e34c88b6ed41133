/** How arithmetic is bracketed, the same on paper and in a spreadsheet. */
import type { Arithmetic } from './types';

const STRENGTH = { add: 1, subtract: 1, multiply: 2, divide: 2 } as const;
const ATOM = 3;

export type TwoSided = Extract<Arithmetic, { left: Arithmetic }>;

export function isTwoSided(node: Arithmetic): node is TwoSided {
  return 'left' in node;
}

const strength = (node: Arithmetic): number => (isTwoSided(node) ? STRENGTH[node.op] : ATOM);

/** What a reason stands around is bracketed as if it stood alone. */
const bare = (node: Arithmetic): Arithmetic => (node.op === 'because' ? bare(node.of) : node);

/** Whether a side of the operation must stand in brackets: (1−a)×b, a−(b−c), a÷(b×c), but a×b÷c without. */
export function needsBrackets(parent: TwoSided, side: 'left' | 'right'): boolean {
  const child = bare(parent[side]);
  if (strength(child) === ATOM) return side === 'right' && child.op === 'number' && child.value.isNegative();
  if (strength(child) !== STRENGTH[parent.op]) return strength(child) < STRENGTH[parent.op];
  return side === 'right' && (parent.op === 'subtract' || parent.op === 'divide');
}
