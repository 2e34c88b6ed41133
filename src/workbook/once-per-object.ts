/** Facts that several checks ask for are worked out once. */

/** `compute`, remembered for each subject as long as that lives. The answer must not be changed by who gets it. */
export function oncePerObject<S extends object, T>(compute: (subject: S) => T): (subject: S) => T {
  const known = new WeakMap<S, { readonly answer: T }>();
  return (subject) => {
    const before = known.get(subject);
    if (before !== undefined) return before.answer;
    const answer = compute(subject);
    known.set(subject, { answer });
    return answer;
  };
}

/** So many texts are kept; then all are let go, so that a long run does not grow. */
const MOST_TEXTS = 512;

/** The same for texts, which come again and again down a column. */
export function oncePerText<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= MOST_TEXTS) known.clear();
    const answer = compute(text);
    known.set(text, answer);
    return answer;
  };
}

/** The same for two subjects and a word: the same target and 完成值 stand in many rows. */
export function oncePerPair<S extends object, T>(compute: (one: S, other: S, word: string) => T): (one: S, other: S, word: string) => T {
  const known = new WeakMap<S, WeakMap<S, Map<string, T>>>();
  return (one, other, word) => {
    let ofOne = known.get(one);
    if (ofOne === undefined) known.set(one, (ofOne = new WeakMap()));
    let ofBoth = ofOne.get(other);
    if (ofBoth === undefined) ofOne.set(other, (ofBoth = new Map()));
    const before = ofBoth.get(word);
    if (before !== undefined) return before;
    const answer = compute(one, other, word);
    ofBoth.set(word, answer);
    return answer;
  };
}
