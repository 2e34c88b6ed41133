/** What a worker does with one file of a batch: audit it, and on demand make its marked copy. */
import { editWorkbook, newWorkbook, type ReadOptions, readWorkbook, sniff } from '../../hosts/file';
import { auditBook, type AuditedBook, HEADLINES, judgeBy, MESSAGES, type Judging, withoutOurs } from '../../open-workbook';
import { type BudgetHeld, budgetHeld, type EntryJson, unreadableJson } from '../../receipt';
import { annotation, Collected, type Digest, digestsOf, resultBeside, summarySheets, type Review } from '../../results';
import { heldAgainst, readRoster, type Received, receivedBook, type Roster, type RosterRead, type RosterResult } from '../../roster';
import { isUnfilled } from '../../score-table';
import { type HoldAnswer, type HoldJob, holdOn } from './hold-work';
import { failureOf, UnreadableError, type WorkbookData, workbookFromData, type WorkbookSnapshot } from '../../workbook';
import { unreadableReason } from '../../words';

export interface BatchJob {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Where another reader has read it already (old formats have a worker of their own). */
  readonly book?: WorkbookData;
  readonly judging: Judging;
  /** A marked copy is wanted instead of the receipt. */
  readonly copy: boolean;
}

/** What all files of a batch came to, for the summary workbook. */
export interface SummaryJob {
  readonly digests: readonly Digest[];
}

/** A list of those who are to report, to be read. */
export interface RosterJob {
  readonly list: Uint8Array;
  /** Where another reader has read it already. */
  readonly book?: WorkbookData;
}

/** The list held against what came in. */
export interface DeskJob {
  readonly roster: Roster;
  readonly received: readonly Received[];
  /** Whether reports are among what came in. */
  readonly reports: boolean;
}

export type AnyJob = BatchJob | SummaryJob | RosterJob | DeskJob | HoldJob;

export type BatchAnswer =
  | HoldAnswer
  | { readonly is: 'roster'; readonly read: RosterRead }
  | { readonly is: 'held'; readonly result: RosterResult }
  | {
      readonly is: 'audited';
      readonly entries: readonly EntryJson[];
      readonly unfilled: readonly boolean[];
      readonly digests: readonly Digest[];
      /** Where a budget list was given and the file has tables. */
      readonly budget: BudgetHeld | null;
      /** What the file says of whose it is. */
      readonly received: readonly Received[];
      /** Headlines of the checks that found something, by code. */
      readonly titles: Readonly<Record<string, string>>;
    }
  /** name: as dropped, with 「_审核结果」 where the result stands beside. */
  | { readonly is: 'copy'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly is: 'no-copy'; readonly why: string };

export async function workOn(job: AnyJob, read: ReadOptions): Promise<BatchAnswer> {
  if ('hold' in job) return holdOn(job, read);
  if ('digests' in job) return summaryOf(job);
  if ('roster' in job) return { is: 'held', result: heldAgainst(job.roster, job.received, job.reports) };
  return 'list' in job ? { is: 'roster', read: await rosterOf(job, read) } : fileOf(job, read);
}

async function rosterOf({ list, book }: RosterJob, read: ReadOptions): Promise<RosterRead> {
  try {
    return readRoster(book === undefined ? await readWorkbook(list, read) : workbookFromData(book));
  } catch (error) {
    if (error instanceof UnreadableError) return { ok: false, message: unreadableReason(error.why, error.detail) };
    throw error;
  }
}

/** As `check --format xlsx` makes it. */
function summaryOf({ digests }: SummaryJob): BatchAnswer {
  const collected = new Collected();
  for (const digest of digests) collected.add(digest);
  return { is: 'copy', name: '', bytes: newWorkbook(summarySheets(collected, MESSAGES)) };
}

async function fileOf(job: BatchJob, read: ReadOptions): Promise<BatchAnswer> {
  try {
    const book = job.book === undefined ? await readWorkbook(job.bytes, read) : workbookFromData(job.book);
    const { review, entries } = auditBook(job.path, book, judgeBy(job.judging));
    if (!job.copy) return auditedAs(job.path, book, { review, entries });
    return review === null
      ? { is: 'no-copy', why: entries.map((entry) => (entry.status === 'ok' ? '' : entry.reason)).join('') }
      : copyOf(job, review);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    const reason = unreadableReason(error.why, error.detail);
    if (job.copy) return { is: 'no-copy', why: reason };
    const entries = [unreadableJson(job.path, reason, failureOf(error.why))];
    return {
      is: 'audited',
      entries,
      unfilled: [],
      digests: entries.flatMap(refusedDigest),
      budget: null,
      received: [{ is: 'unreadable', file: job.path, reason }],
      titles: {},
    };
  }
}

function auditedAs(path: string, book: WorkbookSnapshot, { review, entries }: AuditedBook): BatchAnswer {
  const assessments = review?.tables.map(({ assessment }) => assessment) ?? [];
  const tables = assessments.map(({ scoreTable }) => scoreTable);
  return {
    is: 'audited',
    entries,
    unfilled: tables.map(isUnfilled),
    digests: review === null ? entries.flatMap(refusedDigest) : digestsOf(path, review),
    budget: budgetHeld(path, assessments),
    received: [receivedBook(path, review?.book ?? withoutOurs(book), tables)],
    titles: titlesOf(entries),
  };
}

function titlesOf(entries: readonly EntryJson[]): Readonly<Record<string, string>> {
  const codes = entries.flatMap((entry) => (entry.status === 'ok' ? entry.findings.map(({ code }) => code) : []));
  return Object.fromEntries(codes.map((code) => [code, HEADLINES[code as keyof typeof HEADLINES]]));
}

function refusedDigest(entry: EntryJson): readonly Digest[] {
  return entry.status === 'ok' ? [] : [{ status: entry.status, file: entry.file, reason: entry.reason }];
}

/** The file with marks, notes and 审核结果; where it cannot be written, 审核结果 as a workbook beside. */
function copyOf({ path, bytes }: BatchJob, review: Review): BatchAnswer {
  if (sniff(bytes) === 'xlsx') {
    const first = editWorkbook(bytes, annotation(review));
    const signed = first.ok && first.warnings.some(({ kind }) => kind === 'signature-void');
    const edited = signed ? editWorkbook(bytes, annotation(review, { signed: true })) : first;
    if (edited.ok) return { is: 'copy', name: path, bytes: edited.bytes };
  }
  return { is: 'copy', name: `${path.replace(/\.[^./]*$/, '')}_审核结果.xlsx`, bytes: newWorkbook(resultBeside(review)) };
}
