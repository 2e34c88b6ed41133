/** What a worker does with one file of a batch: audit it, and on demand make its marked copy. */
import { editWorkbook, newWorkbook, type ReadOptions, readWorkbook, sniff } from '../../hosts/file';
import { auditBook, HEADLINES, judgeBy, MESSAGES, type Judging } from '../../open-workbook';
import { type EntryJson, unreadableJson } from '../../receipt';
import { annotation, Collected, type Digest, digestsOf, resultBeside, summarySheets, type Review } from '../../results';
import { isUnfilled } from '../../score-table';
import { failureOf, UnreadableError, type WorkbookData, workbookFromData } from '../../workbook';
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

export type BatchAnswer =
  | {
      readonly is: 'audited';
      readonly entries: readonly EntryJson[];
      readonly unfilled: readonly boolean[];
      readonly digests: readonly Digest[];
      /** Headlines of the checks that found something, by code. */
      readonly titles: Readonly<Record<string, string>>;
    }
  /** name: as dropped, with 「_审核结果」 where the result stands beside. */
  | { readonly is: 'copy'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly is: 'no-copy'; readonly why: string };

export async function workOn(job: BatchJob | SummaryJob, read: ReadOptions): Promise<BatchAnswer> {
  return 'digests' in job ? summaryOf(job) : fileOf(job, read);
}

/** As `check --format xlsx` makes it. */
function summaryOf({ digests }: SummaryJob): BatchAnswer {
  const collected = new Collected();
  for (const digest of digests) collected.add(digest);
  return { is: 'copy', name: '', bytes: newWorkbook(summarySheets(collected, MESSAGES)) };
}

async function fileOf(job: BatchJob, read: ReadOptions): Promise<BatchAnswer> {
  try {
    const { review, entries } = auditBook(
      job.path,
      job.book === undefined ? await readWorkbook(job.bytes, read) : workbookFromData(job.book),
      judgeBy(job.judging),
    );
    const unfilled = review?.tables.map((one) => isUnfilled(one.assessment.scoreTable)) ?? [];
    if (!job.copy)
      return {
        is: 'audited',
        entries,
        unfilled,
        digests: review === null ? entries.flatMap(refusedDigest) : digestsOf(job.path, review),
        titles: titlesOf(entries),
      };
    return review === null
      ? { is: 'no-copy', why: entries.map((entry) => (entry.status === 'ok' ? '' : entry.reason)).join('') }
      : copyOf(job, review);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    const reason = unreadableReason(error.why, error.detail);
    if (job.copy) return { is: 'no-copy', why: reason };
    const entries = [unreadableJson(job.path, reason, failureOf(error.why))];
    return { is: 'audited', entries, unfilled: [], digests: entries.flatMap(refusedDigest), titles: {} };
  }
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
