/** Money and counts do not meet in one calculation: 「签订合同金额÷合同总数」 is no rate, whatever it comes to. */
import { type Criterion, factKey, type FactRef } from '../../criteria';
import { Dec } from '../../workbook';
import type { KnownFact } from './known';

/** True where amounts of money stand beside what is none, or beside figures of which nobody says what they are. */
export function mixesMoney(units: ReadonlySet<KnownFact['money'] | undefined>): boolean {
  return units.has('元') && (units.has(null) || units.has(''));
}

const MEETING: ReadonlySet<unknown> = new Set(['divide', 'add', 'subtract', 'compare']);

/** Keys of the figures that a rule divides, adds or compares though one is money and the other counts something. */
export function clashingFigures(criterion: Criterion, moneyOf: (ref: FactRef) => KnownFact['money'] | undefined): ReadonlySet<string> {
  const clashing = new Set<string>();
  visit(criterion, (left, right) => {
    const [a, b] = [figuresIn(left), figuresIn(right)];
    const [one, other] = [a, b].map((refs) => new Set(refs.map(moneyOf)));
    if ((one!.has('元') && other!.has('')) || (one!.has('') && other!.has('元')))
      for (const ref of [...a, ...b]) clashing.add(factKey(ref));
  });
  return clashing;
}

interface Node {
  readonly op?: unknown;
  readonly kind?: unknown;
  readonly left?: unknown;
  readonly right?: unknown;
  readonly ref?: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !(value instanceof Dec);

/** The labels of the figures a rule divides by each other, where both sides are one figure each. */
export function quotientsIn(criterion: Criterion): readonly (readonly [part: string, whole: string])[] {
  const found: (readonly [string, string])[] = [];
  visit(criterion, (left, right, how) => {
    const [above, below] = [left, right].map(figureOf);
    if (how === 'divide' && above !== null && below !== null) found.push([above!, below!]);
  });
  return found;
}

function figureOf(node: unknown): string | null {
  if (!isNode(node) || node.op !== 'fact') return null;
  const ref = node.ref as FactRef;
  return ref.kind === 'number' && ref.role === 'named' ? ref.name : null;
}

/** Every place of a rule where two sides meet. */
function visit(node: unknown, meet: (left: unknown, right: unknown, how: unknown) => void): void {
  if (!isNode(node)) return;
  if (MEETING.has(node.op) || MEETING.has(node.kind)) meet(node.left, node.right, node.op);
  for (const below of Object.values(node)) visit(below, meet);
}

function figuresIn(node: unknown): readonly FactRef[] {
  if (!isNode(node)) return [];
  if (node.op === 'fact') {
    const ref = node.ref as FactRef;
    return ref.kind === 'number' ? [ref] : [];
  }
  return Object.values(node).flatMap(figuresIn);
}
