/** Which workbook a report belongs to. Where nobody can be sure it belongs to none, and `reason` says why. */
import { isNamedIn, subjectInName } from '../report';
import { normal, pairedByKey } from '../workbook';
import { MANY_REPORTS, MANY_WORKBOOKS, NO_WORKBOOK } from './texts';

/** A report or a workbook by its path; `named`: by the user, not only met in a folder. */
export interface PathNamed {
  readonly label: string;
  readonly named: boolean;
}

export interface ReportPair<F extends PathNamed> {
  readonly workbook: F | null;
  readonly reason: string | null;
}

/** What is asked of files by opening them; asked only where their names do not tell. */
export interface FileQuestions<F extends PathNamed> {
  readonly cover: (report: F) => Promise<string>;
  /** Units and projects of its score tables, spaces taken out; null: it holds no table. */
  readonly subjects: (workbook: F) => Promise<readonly string[] | null>;
}

/** In a folder a document goes by one of these names. */
export const READ_DOCUMENT = /\.(?:docx|docm|html?|txt)$/i;

/** A shorter name stands in too many texts; less so where there is one workbook only. */
const SHORTEST_NAME = 4;
const SHORTEST_ALONE = 3;

/** The name of a file without its folders. */
export const nameInPath = (label: string): string => label.replace(/^.*[\\/]/, '');

const byName = ({ label }: PathNamed): string | null => subjectInName(nameInPath(label));

/** The longest of the names of one workbook that a cover names; null: none. */
function namedOn(cover: string, subjects: readonly string[], shortest: number): string | null {
  const named = subjects.filter((name) => name.length >= shortest && isNamedIn(cover, name));
  return named.sort((a, b) => b.length - a.length)[0] ?? null;
}

interface Candidate<F> {
  readonly workbook: F;
  readonly subjects: readonly string[];
}

async function candidates<F extends PathNamed>(workbooks: readonly F[], known: FileQuestions<F>): Promise<readonly Candidate<F>[]> {
  const all = await Promise.all(
    workbooks.map(async (workbook) => {
      const subjects = await known.subjects(workbook);
      return subjects === null ? [] : [{ workbook, subjects }];
    }),
  );
  return all.flat();
}

/** The workbook whose unit or project the cover names; of 县教育局 and 县教育局装备中心 the longer. */
function byCover<F extends PathNamed>(cover: string, among: readonly Candidate<F>[]): F | null {
  const named = among.flatMap(({ workbook, subjects }) => {
    const name = namedOn(cover, subjects, among.length === 1 ? SHORTEST_ALONE : SHORTEST_NAME);
    return name === null ? [] : [{ workbook, name }];
  });
  const best = named.filter((one) => named.every((other) => other === one || (one.name !== other.name && one.name.includes(other.name))));
  return best.length === 1 ? best[0]!.workbook : null;
}

/** Reports and workbooks of one folder, or of all where they stand apart. */
export async function pairedReports<F extends PathNamed>(
  reports: readonly F[],
  workbooks: readonly F[],
  known: FileQuestions<F>,
): Promise<ReadonlyMap<F, ReportPair<F>>> {
  const pairs = new Map<F, ReportPair<F>>();
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
