/** Which workbook a report belongs to. Where nobody can be sure it belongs to none, and `reason` says why. */
import path from 'node:path';
import { isNamedIn, subjectInName } from '../../report';
import { normal, pairedByKey } from '../../workbook';
import type { FileSubject } from '../compare/pair';
import type { FileEntry } from '../files/entry';
import { MANY_REPORTS, MANY_WORKBOOKS, NO_WORKBOOK } from '../texts/report';

export interface Paired {
  readonly workbook: FileEntry | null;
  readonly reason: string | null;
}

/** What is asked of files by opening them; asked only where their names do not tell. */
export interface FileQuestions {
  readonly cover: (report: FileEntry) => Promise<string>;
  /** Units and projects of its score tables, spaces taken out; null: it holds no table. */
  readonly subjects: (workbook: FileEntry) => Promise<readonly string[] | null>;
}

/** Units and projects as a worker tells them of a workbook. */
export const namesIn = (subject: FileSubject): readonly string[] | null =>
  subject === null ? null : subject.split('\n').flatMap((line) => line.split(' ').slice(1));

/** In a folder a document goes by one of these names. */
export const READ_DOCUMENT = /\.(?:docx|docm|html?|txt)$/i;

/** A shorter name stands in too many texts; less so where there is one workbook only. */
const SHORTEST_NAME = 4;
const SHORTEST_ALONE = 3;

export const folderOf = ({ label }: FileEntry): string => path.dirname(path.resolve(label));

const byName = ({ label }: FileEntry): string | null => subjectInName(path.basename(label));

/** The longest of the names of one workbook that a cover names; null: none. */
function namedOn(cover: string, subjects: readonly string[], shortest: number): string | null {
  const named = subjects.filter((name) => name.length >= shortest && isNamedIn(cover, name));
  return named.sort((a, b) => b.length - a.length)[0] ?? null;
}

interface Candidate {
  readonly workbook: FileEntry;
  readonly subjects: readonly string[];
}

async function candidates(workbooks: readonly FileEntry[], known: FileQuestions): Promise<readonly Candidate[]> {
  const all = await Promise.all(
    workbooks.map(async (workbook) => {
      const subjects = await known.subjects(workbook);
      return subjects === null ? [] : [{ workbook, subjects }];
    }),
  );
  return all.flat();
}

/** The workbook whose unit or project the cover names; of 县教育局 and 县教育局装备中心 the longer. */
function byCover(cover: string, among: readonly Candidate[]): FileEntry | null {
  const named = among.flatMap(({ workbook, subjects }) => {
    const name = namedOn(cover, subjects, among.length === 1 ? SHORTEST_ALONE : SHORTEST_NAME);
    return name === null ? [] : [{ workbook, name }];
  });
  const best = named.filter((one) => named.every((other) => other === one || (one.name !== other.name && one.name.includes(other.name))));
  return best.length === 1 ? best[0]!.workbook : null;
}

/** Reports and workbooks of one folder, or of all where they stand apart. */
export async function pairedIn(
  reports: readonly FileEntry[],
  workbooks: readonly FileEntry[],
  known: FileQuestions,
): Promise<ReadonlyMap<FileEntry, Paired>> {
  const pairs = new Map<FileEntry, Paired>();
  if (workbooks.length === 0) return new Map(reports.map((report) => [report, { workbook: null, reason: NO_WORKBOOK }]));
  // What is not read belongs to nobody and takes nobody's place.
  const rivals = reports.filter(({ label }) => READ_DOCUMENT.test(label));
  if (workbooks.length === 1 && rivals.length <= 1)
    return new Map(reports.map((report) => [report, { workbook: workbooks[0]!, reason: null }]));
  for (const [report, workbook] of pairedByKey(reports, workbooks, [byName, byName]).pairs) pairs.set(report, { workbook, reason: null });
  const left = reports.filter((report) => !pairs.has(report));
  if (left.length === 0) return pairs;
  const among = await candidates(workbooks, known);
  for (const report of left) {
    const only = rivals.length <= 1 && among.length === 1 ? among[0]!.workbook : null;
    const workbook = only ?? byCover(normal(await known.cover(report)), among);
    const reason = workbook !== null ? null : among.length === 0 ? NO_WORKBOOK : workbooks.length === 1 ? MANY_REPORTS : MANY_WORKBOOKS;
    pairs.set(report, { workbook, reason });
  }
  return pairs;
}
