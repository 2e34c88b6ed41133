/** The self-evaluation reports among many files, each with the workbook it belongs to. */
import { isNamedReport, isReportCover } from '../report';
import { type FileQuestions, nameInPath, pairedReports, type PathNamed, READ_DOCUMENT, type ReportPair } from './report-pairs';

/** Documents that are not read; where one goes by the name of a report it is said what to do. */
const OTHER_DOCUMENT = /\.(?:doc|wps|odt|rtf|ofd|pdf)$/i;

export interface ReportsBeside<F> {
  readonly of: ReadonlyMap<F, readonly F[]>;
  /** Those of no workbook, and why. */
  readonly alone: ReadonlyMap<F, string | null>;
  /** All of both. */
  readonly all: ReadonlySet<F>;
}

/** A notice or minutes in the same folder is no report. */
async function isReport<F extends PathNamed>(entry: F, { cover }: FileQuestions<F>): Promise<boolean> {
  const name = nameInPath(entry.label);
  if (OTHER_DOCUMENT.test(name)) return entry.named || isNamedReport(name);
  return READ_DOCUMENT.test(name) && (entry.named || isNamedReport(name) || isReportCover(await cover(entry)));
}

function grouped<F>(
  reports: readonly F[],
  workbooks: readonly F[],
  folderOf: (file: F) => string,
): readonly (readonly [F[], readonly F[]])[] {
  const beside = new Map<string, F[]>();
  for (const workbook of workbooks) beside.set(folderOf(workbook), [...(beside.get(folderOf(workbook)) ?? []), workbook]);
  const groups = new Map<readonly F[], F[]>();
  for (const report of reports) {
    // Reports in a folder of their own belong to any of the workbooks.
    const own = beside.get(folderOf(report)) ?? workbooks;
    groups.set(own, [...(groups.get(own) ?? []), report]);
  }
  return [...groups].map(([own, theirs]) => [theirs, own]);
}

/** `workbooks`: those of the files; `folderOf`: where a file lies. */
export async function reportsBeside<F extends PathNamed>(
  files: readonly F[],
  workbooks: readonly F[],
  folderOf: (file: F) => string,
  known: FileQuestions<F>,
): Promise<ReportsBeside<F>> {
  const found = await Promise.all(files.map((entry) => isReport(entry, known)));
  const reports = files.filter((_, index) => found[index]);
  const pairs = await Promise.all(grouped(reports, workbooks, folderOf).map(([theirs, own]) => pairedReports(theirs, own, known)));
  const all = new Map(pairs.flatMap((one): readonly (readonly [F, ReportPair<F>])[] => [...one]));
  const of = new Map<F, F[]>();
  const alone = new Map<F, string | null>();
  for (const report of reports) {
    const { workbook, reason } = all.get(report)!;
    if (workbook === null) alone.set(report, reason);
    else of.set(workbook, [...(of.get(workbook) ?? []), report]);
  }
  return { of, alone, all: new Set(reports) };
}
