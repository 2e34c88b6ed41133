/** Answers that come again and again down a column are worked out once. */

/** So many are kept; then all are let go, so that a long run does not grow. */
const MOST = 1024;

/** `compute`, remembered by its argument. The answer must not depend on anything else, and nobody may change it. */
export function oncePerKey<K extends string | number, T>(compute: (key: K) => T): (key: K) => T {
  const known = new Map<K, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= MOST) known.clear();
    const answer = compute(key);
    known.set(key, answer);
    return answer;
  };
}
