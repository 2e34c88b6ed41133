/** What a worker does with a file that is held against something: approved targets, a budget list, an earlier submission, the public. */
import { approvedTables, assessedTables } from '../../approved';
import type { ComparisonKind } from '../../comparison';
import { besideContent, documentKind, newWorkbook, readDocument, type ReadOptions } from '../../hosts/file';
import {
  auditBook,
  comparedBooks,
  type ComparedFile,
  judgeBy,
  type Judging,
  reportsBeside,
  SAY_WITH,
  withoutOurs,
} from '../../open-workbook';
import { remarksBeside, remarksOnBook, remarksOnDocument } from '../../publishing';
import {
  type ComparisonJson,
  heldTargets,
  type PublishingJson,
  publishingJson,
  type ReportJson,
  type TargetFile,
  unreadableJson,
  unreadPublishingJson,
} from '../../receipt';
import { comparisonSheets } from '../../results';
import { readBudgetLists, recognise } from '../../recognition';
import { coverText, readReport } from '../../report';
import { type ReceivedBook, receivedBook, type ReceivedReport } from '../../roster';
import { failureOf, UnreadableError } from '../../workbook';
import { unreadableReason } from '../../words';
import { bookIn, type HeldFile } from './held-file';
import { reportCopy, type ReportCopyAnswer, type ReportCopyJob, type HeldReportJob, heldReport } from './report-work';

/** What was read of a document that came with the workbooks. */
export interface ReadDocument {
  readonly path: string;
  /** Dropped by itself, not met in a folder. */
  readonly named: boolean;
  readonly cover: string;
  readonly unit: string | null;
}

/** Units and projects of a workbook's score tables; null: it holds none. */
export interface BookSubjects {
  readonly path: string;
  readonly subjects: readonly string[] | null;
}

export type HoldJob =
  | { readonly hold: 'goals'; readonly file: HeldFile; readonly side: 'approved' | 'assessed' }
  | { readonly hold: 'targets'; readonly approved: readonly TargetFile[]; readonly now: readonly TargetFile[] }
  | { readonly hold: 'budget'; readonly file: HeldFile }
  | { readonly hold: 'publishing'; readonly file: HeldFile }
  | { readonly hold: 'identity'; readonly file: HeldFile }
  /** Title and cover of a document, by which a report is known. */
  | { readonly hold: 'cover'; readonly file: HeldFile }
  | { readonly hold: 'reports'; readonly documents: readonly ReadDocument[]; readonly books: readonly BookSubjects[] }
  | HeldReportJob
  | ReportCopyJob
  | { readonly hold: 'comparison-book'; readonly comparisons: readonly ComparisonJson[] }
  | { readonly hold: 'pair'; readonly as: ComparisonKind; readonly files: readonly [HeldFile, HeldFile]; readonly judging: Judging };

export type HoldAnswer =
  | { readonly is: 'goals'; readonly tables: TargetFile['tables'] }
  | { readonly is: 'comparisons'; readonly all: readonly ComparisonJson[] }
  /** A sentence: why it cannot be read; null: it holds no such list. */
  | { readonly is: 'budget'; readonly budget: NonNullable<Judging['budget']> | string | null }
  | { readonly is: 'publishing'; readonly found: PublishingJson }
  | { readonly is: 'cover'; readonly cover: string; readonly unit: string | null }
  /** `unpaired`: why a report belongs to no workbook, by its path. */
  | { readonly is: 'reports'; readonly found: readonly ReceivedReport[]; readonly unpaired: Readonly<Record<string, string>> }
  | { readonly is: 'report'; readonly report: ReportJson }
  | ReportCopyAnswer
  | { readonly is: 'book'; readonly bytes: Uint8Array }
  | { readonly is: 'identity'; readonly book: ReceivedBook | null };

/** A sentence where the file cannot be read. */
async function orReason<T>(look: () => Promise<T>): Promise<T | string> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof UnreadableError) return unreadableReason(error.why, error.detail);
    throw error;
  }
}

export async function holdOn(job: HoldJob, read: ReadOptions): Promise<HoldAnswer> {
  switch (job.hold) {
    case 'goals':
      return {
        is: 'goals',
        tables: await orReason(async () => (job.side === 'approved' ? approvedTables : assessedTables)(await bookIn(job.file, read))),
      };
    case 'targets':
      return { is: 'comparisons', all: heldTargets(job.approved, job.now) };
    case 'budget': {
      const entries = await orReason(async () => readBudgetLists(await bookIn(job.file, read)));
      if (typeof entries === 'string') return { is: 'budget', budget: entries };
      return { is: 'budget', budget: entries.length === 0 ? null : { file: job.file.path, entries } };
    }
    case 'publishing':
      return { is: 'publishing', found: await publishing(job.file, read) };
    case 'identity':
      return { is: 'identity', book: await identity(job.file, read) };
    case 'cover':
      return coverIn(job.file);
    case 'reports':
      return reportsAmong(job.documents, job.books);
    case 'report':
      return { is: 'report', report: await heldReport(job, read) };
    case 'report-copy':
      return reportCopy(job);
    case 'comparison-book':
      return { is: 'book', bytes: newWorkbook(comparisonSheets(job.comparisons)) };
    case 'pair': {
      const [before, after] = [await audited(job.files[0], job.judging, read), await audited(job.files[1], job.judging, read)];
      return { is: 'comparisons', all: [comparedBooks([before, after], job.as)] };
    }
  }
}

/** What cannot be read has no cover: whether it is a report its name may still say. */
async function coverIn({ bytes }: HeldFile): Promise<Extract<HoldAnswer, { readonly is: 'cover' }>> {
  const document = await orReason(() => Promise.resolve(readDocument(bytes)));
  if (document === null || typeof document === 'string') return { is: 'cover', cover: '', unit: null };
  return { is: 'cover', cover: coverText(document), unit: readReport(document, null).unit };
}

interface Beside {
  readonly label: string;
  readonly named: boolean;
  readonly cover: string;
  readonly unit: string | null;
  readonly subjects: readonly string[] | null;
}

/** As `check --reports` finds them and the workbooks they belong to. */
async function reportsAmong(
  documents: readonly ReadDocument[],
  books: readonly BookSubjects[],
): Promise<Extract<HoldAnswer, { readonly is: 'reports' }>> {
  const workbooks = books.map(({ path, subjects }): Beside => ({ label: path, named: false, cover: '', unit: null, subjects }));
  const reports = documents.map(({ path, ...own }): Beside => ({ label: path, ...own, subjects: null }));
  const { of, alone } = await reportsBeside(reports, workbooks, ({ label }) => label.replace(/[^/]*$/, ''), {
    cover: ({ cover }) => Promise.resolve(cover),
    subjects: ({ subjects }) => Promise.resolve(subjects),
  });
  const received = ({ label, unit }: Beside, workbook: string | null): ReceivedReport => ({
    is: 'report',
    file: label,
    with: workbook,
    unit,
  });
  const found = [
    ...[...of].flatMap(([{ label }, own]) => own.map((report) => received(report, label))),
    ...[...alone.keys()].map((report) => received(report, null)),
  ];
  return {
    is: 'reports',
    found,
    unpaired: Object.fromEntries([...alone].map(([{ label }, why]) => [label, (why ?? '').replace(SAY_WITH, '')])),
  };
}

async function audited(file: HeldFile, judging: Judging, read: ReadOptions): Promise<ComparedFile> {
  try {
    return { file: file.path, audited: auditBook(file.path, await bookIn(file, read), judgeBy(judging)) };
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    const entry = unreadableJson(file.path, unreadableReason(error.why, error.detail), failureOf(error.why));
    return { file: file.path, audited: { entries: [entry], review: null } };
  }
}

/** null: it holds no table, or cannot be read; why is said where it is audited. */
async function identity(file: HeldFile, read: ReadOptions): Promise<ReceivedBook | null> {
  const found = await orReason(async () => {
    const book = withoutOurs(await bookIn(file, read));
    return { book, tables: recognise(book).tables };
  });
  return typeof found === 'string' || found.tables.length === 0 ? null : receivedBook(file.path, found.book, found.tables);
}

/** Tables saved as a web page are workbooks by their name. */
const NAMED_DOCUMENT = /\.(?:docx|docm|txt)$/i;

async function publishing(file: HeldFile, read: ReadOptions): Promise<PublishingJson> {
  const { path, bytes } = file;
  const found = await orReason(async () => {
    const document = NAMED_DOCUMENT.test(path) || documentKind(bytes) === 'docx' ? readDocument(bytes) : null;
    const content = document === null ? remarksOnBook(await bookIn(file, read)) : remarksOnDocument(document);
    const beside = besideContent(bytes);
    const whole = beside !== null || documentKind(bytes) === 'text';
    return publishingJson(path, beside === null ? content : [...content, ...remarksBeside(beside)], whole);
  });
  return typeof found === 'string' ? unreadPublishingJson(path, found) : found;
}
