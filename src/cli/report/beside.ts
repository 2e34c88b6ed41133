/** `check --reports`: the self-evaluation reports among the files, each with the workbook it belongs to. */
import path from 'node:path';
import { isNamedReport, isReportCover } from '../../report';
import type { FileEntry } from '../files/entry';
import { namedLikeSpreadsheet } from '../files/probe';
import { folderOf, type FileQuestions, type Paired, pairedIn, READ_DOCUMENT } from './pairing';

/** Documents that are not read; where one goes by the name of a report it is said what to do. */
const OTHER_DOCUMENT = /\.(?:doc|wps|odt|rtf|ofd|pdf)$/i;

export interface ReportsBeside {
  readonly of: ReadonlyMap<FileEntry, readonly FileEntry[]>;
  /** Those of no workbook, and why. */
  readonly alone: ReadonlyMap<FileEntry, string | null>;
  /** All of both. */
  readonly all: ReadonlySet<FileEntry>;
}

export const NO_REPORTS: ReportsBeside = { of: new Map(), alone: new Map(), all: new Set() };

/** A notice or minutes in the same folder is no report. */
async function isReport(entry: FileEntry, { cover }: FileQuestions): Promise<boolean> {
  const name = path.basename(entry.label);
  if (OTHER_DOCUMENT.test(name)) return entry.named || isNamedReport(name);
  return READ_DOCUMENT.test(name) && (entry.named || isNamedReport(name) || isReportCover(await cover(entry)));
}

function grouped(
  reports: readonly FileEntry[],
  workbooks: readonly FileEntry[],
): readonly (readonly [FileEntry[], readonly FileEntry[]])[] {
  const beside = new Map<string, FileEntry[]>();
  for (const workbook of workbooks) beside.set(folderOf(workbook), [...(beside.get(folderOf(workbook)) ?? []), workbook]);
  const groups = new Map<readonly FileEntry[], FileEntry[]>();
  for (const report of reports) {
    // Reports in a folder of their own belong to any of the workbooks.
    const own = beside.get(folderOf(report)) ?? workbooks;
    groups.set(own, [...(groups.get(own) ?? []), report]);
  }
  return [...groups].map(([own, theirs]) => [theirs, own]);
}

export async function reportsBeside(files: readonly FileEntry[], known: FileQuestions): Promise<ReportsBeside> {
  const found = await Promise.all(files.map((entry) => isReport(entry, known)));
  const reports = files.filter((_, index) => found[index]);
  const workbooks = files.filter(({ label }) => namedLikeSpreadsheet(label));
  const pairs = await Promise.all(grouped(reports, workbooks).map(([theirs, own]) => pairedIn(theirs, own, known)));
  const all = new Map(pairs.flatMap((one): readonly (readonly [FileEntry, Paired])[] => [...one]));
  const of = new Map<FileEntry, FileEntry[]>();
  const alone = new Map<FileEntry, string | null>();
  for (const report of reports) {
    const { workbook, reason } = all.get(report)!;
    if (workbook === null) alone.set(report, reason);
    else of.set(workbook, [...(of.get(workbook) ?? []), report]);
  }
  return { of, alone, all: new Set(reports) };
}
