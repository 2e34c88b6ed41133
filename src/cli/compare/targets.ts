/** `jihe compare --as target`: score tables against the approved 绩效目标, whatever files either stands in. */
import { type ComparisonJson, heldTargets, type TargetFile } from '../../receipt';
import type { FileEntry } from '../files/entry';
import type { TargetSide, TargetsRead } from './read-targets';

/** How a file is read: in a worker. */
export type ReadTargets = (entry: FileEntry, side: TargetSide) => Promise<TargetsRead>;

const sideOf = (entries: readonly FileEntry[], side: TargetSide, read: ReadTargets): Promise<readonly TargetFile[]> =>
  Promise.all(
    entries.map(async (entry): Promise<TargetFile> => ({ file: entry.label, named: entry.named, tables: await read(entry, side) })),
  );

/** One object a pair of files, in the order of the score tables; then what has no counterpart; then what could not be read. */
export async function compareWithTargets(
  approved: readonly FileEntry[],
  now: readonly FileEntry[],
  read: ReadTargets,
): Promise<readonly ComparisonJson[]> {
  return heldTargets(await sideOf(approved, 'approved', read), await sideOf(now, 'assessed', read));
}
