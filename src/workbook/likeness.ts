/** Dice's share of common pairs of characters, 0 … 1. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const pairs = (text: string): readonly string[] =>
    text.length < 2 ? [text] : Array.from({ length: text.length - 1 }, (_, index) => text.slice(index, index + 2));
  const [left, right] = [pairs(a), pairs(b)];
  const counts = new Map<string, number>();
  for (const pair of left) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of right) {
    const rest = counts.get(pair) ?? 0;
    if (rest === 0) continue;
    common += 1;
    counts.set(pair, rest - 1);
  }
  return (2 * common) / (left.length + right.length);
}
