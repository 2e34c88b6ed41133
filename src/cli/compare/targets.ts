/** `jihe compare --as target`: score tables against the approved 绩效目标, whatever files either stands in. */
import { compareTargets, pairTargets, type TargetComparison, type TargetTable } from '../../approved';
import { type ComparisonJson, notComparedJson, targetsJson } from '../../receipt';
import type { FileEntry } from '../files/entry';
import { leftOut, noGoalsIn, noSheetsIn } from '../texts/compare';
import type { TargetSide, TargetsRead } from './read-targets';

/** How a file is read: in a worker. */
export type ReadTargets = (entry: FileEntry, side: TargetSide) => Promise<TargetsRead>;

interface Placed extends TargetTable {
  readonly file: string;
}

interface Side {
  readonly tables: readonly Placed[];
  /** Files that could not be read, or named and without any table. */
  readonly refused: readonly (readonly [file: string, reason: string])[];
}

async function sideOf(entries: readonly FileEntry[], side: TargetSide, read: ReadTargets): Promise<Side> {
  const found = await Promise.all(entries.map(async (entry) => [entry, await read(entry, side)] as const));
  return {
    tables: found.flatMap(([{ label }, tables]) =>
      Array.isArray(tables) ? (tables as readonly TargetTable[]).map((one) => ({ ...one, file: label })) : [],
    ),
    refused: found.flatMap(([{ label, named }, tables]): readonly (readonly [string, string])[] => {
      if (typeof tables === 'string') return [[label, tables]];
      return named && (tables === null || tables.length === 0) ? [[label, side === 'approved' ? noGoalsIn : noSheetsIn]] : [];
    }),
  };
}

type Compared = readonly [Placed, Placed, Extract<TargetComparison, { readonly compared: true }>];

const unmatched = (side: TargetSide, table: Placed, why: string): ComparisonJson => {
  const said = leftOut(table, why);
  return side === 'approved' ? notComparedJson(table.file, null, 'unmatched', said) : notComparedJson(null, table.file, 'unmatched', said);
};

/** One object a pair of files, in the order of the score tables; then what has no counterpart; then what could not be read. */
export async function compareWithTargets(
  approved: readonly FileEntry[],
  now: readonly FileEntry[],
  read: ReadTargets,
): Promise<readonly ComparisonJson[]> {
  const [goals, sheets] = [await sideOf(approved, 'approved', read), await sideOf(now, 'assessed', read)];
  const { pairs, withoutApproved, withoutTable } = pairTargets(goals.tables, sheets.tables);
  const byFiles = new Map<string, { readonly files: readonly [string, string]; readonly compared: Compared[] }>();
  const apart: ComparisonJson[] = [];
  for (const [was, is] of pairs) {
    const comparison = compareTargets(was, is);
    if (!comparison.compared) {
      apart.push(notComparedJson(was.file, is.file, 'unmatched', leftOut(is, comparison.why)));
      continue;
    }
    const key = `${was.file}\n${is.file}`;
    const known = byFiles.get(key) ?? { files: [was.file, is.file], compared: [] };
    byFiles.set(key, known);
    known.compared.push([was, is, comparison]);
  }
  return [
    ...[...byFiles.values()].map(({ files, compared }) => targetsJson(files[0], files[1], compared)),
    ...apart,
    ...withoutApproved.map(([table, why]) => unmatched('assessed', table, why)),
    ...withoutTable.map(([table, why]) => unmatched('approved', table, why)),
    ...goals.refused.map(([file, reason]) => notComparedJson(file, null, 'unreadable', reason)),
    ...sheets.refused.map(([file, reason]) => notComparedJson(null, file, 'unreadable', reason)),
  ];
}
