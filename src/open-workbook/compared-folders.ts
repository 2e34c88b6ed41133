/** Two folders whose files belong together: by whose their tables are, by path, by name; and what became of what was sent back. */
import type { ComparisonKind } from '../comparison';
import { type AskedTable, type ComparisonJson, notComparedJson, roundJson, type RoundJson } from '../receipt';
import { bookIdentities, type ReceivedBook } from '../roster';
import { SIDE_NAMES } from '../words';
import { leftBeside, pairedByKey, type PairedByKey } from '../workbook';
import { onlyThere } from './texts';

export interface FolderFile {
  /** As it was given. */
  readonly label: string;
  /** Its path below the folder, forward slashes. */
  readonly below: string;
}

/** What is asked of files by opening them. */
export interface FolderQuestions<F extends FolderFile> {
  /** null: it holds no score table. */
  readonly identity: (file: F) => Promise<ReceivedBook | null>;
  readonly compare: (before: F, after: F) => Promise<ComparisonJson>;
  readonly asked: (before: F) => Promise<readonly AskedTable[]>;
}

/** round: of two submissions; null: of anything else. */
export interface Compared {
  readonly comparisons: readonly ComparisonJson[];
  readonly round: RoundJson | null;
}

export interface Folders<F extends FolderFile> {
  readonly before: readonly F[];
  readonly after: readonly F[];
  readonly as: ComparisonKind | null;
}

type Identities<F> = ReadonlyMap<F, ReceivedBook | null>;

const pathBelow = ({ below }: FolderFile): string => below.normalize('NFC');
const nameOf = ({ below }: FolderFile): string => below.replace(/^.*\//, '').normalize('NFC');

/** By the path below the folder, then by the name alone. */
function pairedByName<F extends FolderFile>(before: readonly F[], after: readonly F[]): PairedByKey<F> {
  const first = pairedByKey(before, after, [pathBelow, pathBelow]);
  const second = pairedByKey(first.before, first.after, [nameOf, nameOf]);
  return { ...second, pairs: [...first.pairs, ...second.pairs] };
}

function pairsOf<F extends FolderFile>({ before, after }: Folders<F>, known: Identities<F>): PairedByKey<F> {
  const booksOf = (files: readonly F[]): readonly ReceivedBook[] => files.flatMap((file) => known.get(file) ?? []);
  const identities = bookIdentities(booksOf(before), booksOf(after));
  const later = new Map([...identities.same].map(([own, other]) => [other, own]));
  const laterFile = new Map(after.map((file) => [file.label, file]));
  const pairs = before.flatMap((file): readonly (readonly [F, F])[] => {
    const other = later.get(file.label);
    return other === undefined ? [] : [[file, laterFile.get(other)!]];
  });
  const byIdentity = leftBeside(pairs, before, after);
  const byName = pairedByName(byIdentity.before, byIdentity.after);
  const fitting = byName.pairs.filter(([one, other]) => !identities.contradicts(one.label, other.label));
  return leftBeside([...pairs, ...fitting], before, after);
}

/** Those of one path first, then those of one name, each in the order of the first folder. */
function inOrder<F extends FolderFile>({ pairs }: PairedByKey<F>, { before }: Folders<F>): PairedByKey<F>['pairs'] {
  const at = new Map(before.map((file, index) => [file, index]));
  const rank = ([one, other]: readonly [F, F]): number => (pathBelow(one) === pathBelow(other) ? 0 : nameOf(one) === nameOf(other) ? 1 : 2);
  return [...pairs].sort((a, b) => rank(a) - rank(b) || at.get(a[0])! - at.get(b[0])!);
}

export async function comparedFolders<F extends FolderFile>(given: Folders<F>, ask: FolderQuestions<F>): Promise<Compared> {
  const { before, after, as } = given;
  const all = [...before, ...after];
  const answers = await Promise.all(all.map((file) => ask.identity(file)));
  const known: Identities<F> = new Map(all.map((file, index) => [file, answers[index]!]));
  const matched = pairsOf(given, known);
  const compared = await Promise.all(inOrder(matched, given).map(([one, other]) => ask.compare(one, other)));
  const names = SIDE_NAMES[as ?? 'resubmitted'];
  // Lists of evidence beside the tables are nobody's counterpart.
  const left = (files: readonly F[]): readonly F[] => files.filter((file) => known.get(file) != null);
  const comparisons = [
    ...compared.filter(({ status }) => status !== 'unrecognised'),
    ...left(matched.before).map(({ label }) => notComparedJson(label, null, 'unmatched', onlyThere(names[0]))),
    ...left(matched.after).map(({ label }) => notComparedJson(null, label, 'unmatched', onlyThere(names[1]))),
  ];
  return { comparisons, round: await roundOf(comparisons, given, ask) };
}

/** What tables of the first folder were asked is looked at only where no later one tells it. */
async function roundOf<F extends FolderFile>(
  comparisons: readonly ComparisonJson[],
  { before, as }: Folders<F>,
  { asked }: FolderQuestions<F>,
): Promise<RoundJson | null> {
  const kinds = new Set(comparisons.flatMap((one) => (one.as === null ? [] : [one.as])));
  if (as !== 'resubmitted' && !(as === null && kinds.size === 1 && kinds.has('resubmitted'))) return null;
  const untold = new Set(
    comparisons.flatMap(({ before: file, status, tables }) =>
      file !== null && (status !== 'ok' || tables.some((table) => table.after === null)) ? [file] : [],
    ),
  );
  const tables = await Promise.all(before.filter(({ label }) => untold.has(label)).map((file) => asked(file)));
  return roundJson(comparisons, tables.flat());
}
