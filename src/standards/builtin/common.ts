/** The rules for any form: what every other standard rests on. */
import { loadStandard } from '../load';
import type { Standard } from '../types';
import tree from './national-common.yaml';

/** A built-in file; a fault in it is found when it is built. */
export function loaded(from: unknown, base: Standard | null): Standard {
  const result = loadStandard(from, { baseOf: (id) => (base !== null && base.id === id ? base : null) });
  if (!result.ok)
    throw new Error(
      `a built-in standard is faulty: ${result.problems.map((one) => `${one.code} at ${one.path.join('/')} ${one.found}`).join('; ')}`,
    );
  return result.standard;
}

export const COMMON: Standard = loaded(tree, null);
