/** Answers that come again and again down a column are worked out once. */

/** So many are kept; then the older half is let go, so that a long run does not grow and what is asked all the time stays known. */
const MOST = 1024;

function dropOlder<K>(known: Map<K, unknown>): void {
  let left = known.size / 2;
  for (const key of known.keys()) {
    if (left <= 0) return;
    known.delete(key);
    left -= 1;
  }
}

/** `compute`, remembered by its argument. The answer must not depend on anything else, and nobody may change it. */
export function oncePerKey<K extends string | number, T>(compute: (key: K) => T): (key: K) => T {
  const known = new Map<K, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= MOST) dropOlder(known);
    const answer = compute(key);
    known.set(key, answer);
    return answer;
  };
}
