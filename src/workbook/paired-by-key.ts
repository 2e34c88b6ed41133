/** What of one side belongs to what of the other, by a key that only one on each side has. */

export interface PairedByKey<T> {
  readonly pairs: readonly (readonly [T, T])[];
  readonly before: readonly T[];
  readonly after: readonly T[];
}

type Key<T> = (one: T) => string | null;

/** Things by their key; a key that two of them have names none. */
function alone<T>(all: readonly T[], key: Key<T>): ReadonlyMap<string, T> {
  const known = new Map<string, T | null>();
  for (const one of all) {
    const own = key(one);
    if (own !== null) known.set(own, known.has(own) ? null : one);
  }
  return new Map([...known].filter((one): one is [string, T] => one[1] !== null));
}

/** Pairs what has the same key on both sides, and says what is left. In the order of `before`. */
export function pairedByKey<T>(before: readonly T[], after: readonly T[], keys: readonly [Key<T>, Key<T>]): PairedByKey<T> {
  const [left, right] = [alone(before, keys[0]), alone(after, keys[1])];
  const pairs = [...left].flatMap(([key, one]): readonly (readonly [T, T])[] => {
    const other = right.get(key);
    return other === undefined ? [] : [[one, other]];
  });
  return leftBeside(pairs, before, after);
}

/** Pairs, and what of both sides is in none. */
export function leftBeside<T>(pairs: readonly (readonly [T, T])[], before: readonly T[], after: readonly T[]): PairedByKey<T> {
  const taken = new Set(pairs.flat());
  return { pairs, before: before.filter((one) => !taken.has(one)), after: after.filter((one) => !taken.has(one)) };
}
