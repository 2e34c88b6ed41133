/** Whether a rule gives its full score just where the row's target is reached: then it speaks of what the row measures, whatever it calls it. */
import { evaluate, factKey, type FactValue } from '../../../criteria';
import type { Dec } from '../../../workbook';
import type { LooseInput } from './finder';

/** By factKey, for a figure reached. */
export type ValuesAt = (figure: Dec) => ReadonlyMap<string, FactValue>;

export function isFull({ criterion, weight, switches, known }: LooseInput, values: ReadonlyMap<string, FactValue>): boolean {
  const outcome = evaluate(criterion, {
    weight,
    switches,
    fact: (ref) => {
      const key = factKey(ref);
      const value = values.get(key) ?? known.get(key)?.value;
      return value === undefined ? undefined : { value };
    },
  });
  return outcome.is === 'exact' && outcome.score.eq(weight);
}

/** full: at the target. tight: and no longer where it is just missed. */
export function fullAtTarget(input: LooseInput, bound: ValuesAt, target: Dec, missed: readonly Dec[]): 'tight' | 'full' | null {
  if (!isFull(input, bound(target))) return null;
  return missed.some((figure) => !isFull(input, bound(figure))) ? 'tight' : 'full';
}
