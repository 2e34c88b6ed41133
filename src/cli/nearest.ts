/** Levenshtein distance: how many letters differ. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + same));
    }
    row = next;
  }
  return row[b.length]!;
}

/** Words longer than this are no slip of the fingers. */
const LONGEST = 40;

/** Codes most like what was typed: those that share a word first, then by spelling. */
export function nearestCodes(code: string, codes: readonly string[], most = 5): string[] {
  const typed = code.toLowerCase().slice(0, LONGEST);
  const words = typed.split(/[^a-z0-9]+/).filter((word) => word.length > 2);
  const score = (one: string): number => distance(typed, one) - (words.some((word) => one.split('-').includes(word)) ? 100 : 0);
  return codes
    .map((one) => ({ one, score: score(one) }))
    .sort((a, b) => a.score - b.score || (a.one < b.one ? -1 : 1))
    .slice(0, most)
    .map(({ one }) => one);
}

/** The word meant by a slip: one letter in three may differ, and a word begun is meant whole. null where nothing comes near. */
export function meantWord(typed: string, words: readonly string[]): string | null {
  const lower = typed.toLowerCase().slice(0, LONGEST);
  const begun = words.filter((word) => lower.length >= 2 && word.startsWith(lower));
  if (begun.length === 1) return begun[0]!;
  const [best] = words.map((word) => ({ word, off: distance(lower, word) })).sort((a, b) => a.off - b.off || (a.word < b.word ? -1 : 1));
  return best !== undefined && best.off <= Math.max(1, Math.floor(best.word.length / 3)) ? best.word : null;
}
