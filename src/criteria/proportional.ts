/** Is a score in proportion to something measured? Only such a score can be rounded: points off a table, a count or an item cannot. */
import type { Arithmetic, FactRef } from './types';

export function isProportional(arithmetic: Arithmetic): boolean {
  switch (arithmetic.op) {
    case 'number':
    case 'weight':
    // Whole points only.
    case 'floor':
    case 'ceil':
      return false;
    case 'given':
      return isMeasured(arithmetic.ref);
    case 'because':
    case 'abs':
    case 'round':
      return isProportional(arithmetic.of);
    case 'min':
    case 'max':
      return arithmetic.of.some(isProportional);
    case 'divide':
      return isProportional(arithmetic.left) || restsOnFacts(arithmetic.right);
    default:
      return isProportional(arithmetic.left) || isProportional(arithmetic.right);
  }
}

/** A rate, or a bare figure such as a coefficient; so many of something is counted. */
function isMeasured(ref: FactRef): boolean {
  return ref.kind === 'rate' || (ref.kind === 'number' && ref.unit === '');
}

function restsOnFacts(arithmetic: Arithmetic): boolean {
  if (arithmetic.op === 'given') return true;
  if ('left' in arithmetic) return restsOnFacts(arithmetic.left) || restsOnFacts(arithmetic.right);
  if (!('of' in arithmetic)) return false;
  return 'op' in arithmetic.of ? restsOnFacts(arithmetic.of) : arithmetic.of.some(restsOnFacts);
}
