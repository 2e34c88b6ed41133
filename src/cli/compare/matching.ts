/** Which file of one folder belongs to which of the other: by its path, by its name, by the unit it is about. */
import path from 'node:path';
import type { FileEntry } from '../files/entry';

export interface Matched {
  readonly pairs: readonly (readonly [FileEntry, FileEntry])[];
  readonly before: readonly FileEntry[];
  readonly after: readonly FileEntry[];
}

type Key = (entry: FileEntry) => string | null;

/** Entries by their key; a key that two of them have names none. */
function alone(entries: readonly FileEntry[], key: Key): ReadonlyMap<string, FileEntry> {
  const known = new Map<string, FileEntry | null>();
  for (const entry of entries) {
    const own = key(entry);
    if (own !== null) known.set(own, known.has(own) ? null : entry);
  }
  return new Map([...known].filter((one): one is [string, FileEntry] => one[1] !== null));
}

/** Pairs what has the same key on both sides, and says what is left. In the order of `before`. */
export function matchedBy(before: readonly FileEntry[], after: readonly FileEntry[], keys: readonly [Key, Key]): Matched {
  const [left, right] = [alone(before, keys[0]), alone(after, keys[1])];
  const pairs = [...left].flatMap(([key, entry]): readonly (readonly [FileEntry, FileEntry])[] => {
    const other = right.get(key);
    return other === undefined ? [] : [[entry, other]];
  });
  const taken = new Set(pairs.flat());
  return { pairs, before: before.filter((one) => !taken.has(one)), after: after.filter((one) => !taken.has(one)) };
}

/** Pairs that are known already come first; of the rest, those that `may` not be one are kept apart. */
export function matchedBeside(known: Matched, more: Matched, may: (one: FileEntry, other: FileEntry) => boolean): Matched {
  const pairs = [...known.pairs, ...more.pairs.filter(([one, other]) => may(one, other))];
  const taken = new Set(pairs.flat());
  return {
    pairs,
    before: known.before.filter((one) => !taken.has(one)),
    after: known.after.filter((one) => !taken.has(one)),
  };
}

export const pathBelow = (folder: string, { label }: FileEntry): string => path.relative(folder, label).normalize('NFC');
export const fileName = ({ label }: FileEntry): string => path.basename(label).normalize('NFC');

/** By the path below the folder, then by the name alone. */
export function matchedByName(before: readonly FileEntry[], after: readonly FileEntry[], folders: readonly [string, string]): Matched {
  const below =
    (folder: string): Key =>
    (entry) =>
      pathBelow(folder, entry);
  const first = matchedBy(before, after, [below(folders[0]), below(folders[1])]);
  const second = matchedBy(first.before, first.after, [fileName, fileName]);
  return { ...second, pairs: [...first.pairs, ...second.pairs] };
}
