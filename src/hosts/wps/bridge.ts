/** Crossing the bridge to WPS: the one place that knows how its objects are spelled in a script. */

/** A property. Builds differ between a property and a method without arguments; both answer here. */
export function get<T extends object, K extends keyof T>(of: T, name: K): T[K] {
  const found: unknown = of[name];
  return (typeof found === 'function' ? found.call(of) : found) as T[K];
}

/** A whole number, or null where the answer is none. */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

export function ownText(value: unknown): string {
  return typeof value === 'string' ? value : value === null || value === undefined ? '' : String(value);
}

/** Truth as COM may spell it: −1 is true there. */
export function isTrue(value: unknown): boolean {
  return value === true || (typeof value === 'number' && value !== 0);
}

/** How many there are. @throws TypeError where the answer is no number */
export function collectionCount(collection: { readonly Count: unknown }): number {
  const count = numberOf(get(collection, 'Count'));
  if (count === null || count < 0) throw new TypeError('Count is no number');
  return Math.floor(count);
}

/** The items of a collection, first to last; counted from 1 on the other side. */
export function collectionItems<T>(collection: { readonly Count: unknown; Item(index: number): T }): T[] {
  return Array.from({ length: collectionCount(collection) }, (_, n) => collection.Item(n + 1));
}

/** What `ask` answers, or `otherwise` where WPS throws: members differ between builds, and a missing one throws. */
export function attempt<T>(ask: () => T, otherwise: T): T {
  try {
    return ask();
  } catch {
    return otherwise;
  }
}
