/** Two folders whose files belong together: by whose their tables are, by path, by name; and what became of what was sent back. */
import type { ComparisonKind, WithheldAnswer } from '../../comparison';
import { type AskedTable, type ComparisonJson, notComparedJson, roundJson, type RoundJson } from '../../receipt';
import { bookIdentities, type ReceivedBook } from '../../roster';
import { SIDE_NAMES } from '../../words';
import type { FileEntry } from '../files/entry';
import type { Pool } from '../pool/pool';
import type { TaskOf } from '../tasks/task';
import { onlyThere } from '../texts/compare';
import { type Matched, matchedBeside, matchedByName, fileName, pathBelow } from './matching';
import type { TargetsRead } from './read-targets';

export type Work = TaskOf<'compare'> | TaskOf<'identity'> | TaskOf<'asked'> | TaskOf<'targets'>;
export type FolderAnswer = ComparisonJson | ReceivedBook | null | readonly AskedTable[] | TargetsRead;
export type FolderWorkers = Pool<Work, FolderAnswer>;

/** round: of two submissions; null: of anything else. */
export interface Compared {
  readonly comparisons: readonly ComparisonJson[];
  readonly round: RoundJson | null;
}

interface Folders {
  readonly folders: readonly [string, string];
  readonly before: readonly FileEntry[];
  readonly after: readonly FileEntry[];
  readonly as: ComparisonKind | null;
  /** What was answered to differences of what was made public. */
  readonly withheld: readonly WithheldAnswer[];
}

type Identities = ReadonlyMap<FileEntry, ReceivedBook | null>;

function pairsOf({ folders, before, after }: Folders, known: Identities): Matched {
  const booksOf = (entries: readonly FileEntry[]): readonly ReceivedBook[] => entries.flatMap((entry) => known.get(entry) ?? []);
  const identities = bookIdentities(booksOf(before), booksOf(after));
  const first = new Map(before.map((entry) => [entry.label, entry]));
  const later = new Map([...identities.same].map(([own, other]) => [other, own]));
  const laterFile = new Map(after.map((entry) => [entry.label, entry]));
  const pairs = [...first].flatMap(([label, entry]): readonly (readonly [FileEntry, FileEntry])[] => {
    const other = later.get(label);
    return other === undefined ? [] : [[entry, laterFile.get(other)!]];
  });
  const taken = new Set(pairs.flat());
  const byIdentity: Matched = { pairs, before: before.filter((one) => !taken.has(one)), after: after.filter((one) => !taken.has(one)) };
  const byName = matchedByName(byIdentity.before, byIdentity.after, folders);
  return matchedBeside(byIdentity, byName, (one, other) => !identities.contradicts(one.label, other.label));
}

/** Those of one path first, then those of one name, each in the order of the first folder. */
function inOrder({ pairs }: Matched, { before, folders }: Folders): Matched['pairs'] {
  const at = new Map(before.map((entry, index) => [entry, index]));
  const rank = ([one, other]: Matched['pairs'][number]): number =>
    pathBelow(folders[0], one) === pathBelow(folders[1], other) ? 0 : fileName(one) === fileName(other) ? 1 : 2;
  return [...pairs].sort((a, b) => rank(a) - rank(b) || at.get(a[0])! - at.get(b[0])!);
}

export async function comparedFolders(given: Folders, pool: FolderWorkers): Promise<Compared> {
  const { before, after, as, withheld } = given;
  const known = new Map<FileEntry, ReceivedBook | null>();
  await Promise.all(
    [...before, ...after].map(async (entry) => {
      known.set(entry, (await pool.run({ task: 'identity', entry })) as ReceivedBook | null);
    }),
  );
  const matched = pairsOf(given, known);
  const compared = (await Promise.all(
    inOrder(matched, given).map(([one, other]) => pool.run({ task: 'compare', before: one, after: other, as, withheld })),
  )) as readonly ComparisonJson[];
  const names = SIDE_NAMES[as ?? 'resubmitted'];
  // Lists of evidence beside the tables are nobody's counterpart.
  const left = (entries: readonly FileEntry[]): readonly FileEntry[] => entries.filter((entry) => known.get(entry) != null);
  const comparisons = [
    ...compared.filter(({ status }) => status !== 'unrecognised'),
    ...left(matched.before).map(({ label }) => notComparedJson(label, null, 'unmatched', onlyThere(names[0]))),
    ...left(matched.after).map(({ label }) => notComparedJson(null, label, 'unmatched', onlyThere(names[1]))),
  ];
  return { comparisons, round: await roundOf(comparisons, given, pool) };
}

/** What tables of the first folder were asked is looked at only where no later one tells it. */
async function roundOf(comparisons: readonly ComparisonJson[], { before, as }: Folders, pool: FolderWorkers): Promise<RoundJson | null> {
  const kinds = new Set(comparisons.flatMap((one) => (one.as === null ? [] : [one.as])));
  if (as !== 'resubmitted' && !(as === null && kinds.size === 1 && kinds.has('resubmitted'))) return null;
  const untold = new Set(
    comparisons.flatMap(({ before: file, status, tables }) =>
      file !== null && (status !== 'ok' || tables.some((table) => table.after === null)) ? [file] : [],
    ),
  );
  const asked = (await Promise.all(
    before.filter(({ label }) => untold.has(label)).map((entry) => pool.run({ task: 'asked', entry })),
  )) as readonly (readonly AskedTable[])[];
  return roundJson(comparisons, asked.flat());
}
