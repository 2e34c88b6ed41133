/** What is written about a workbook: its audited tables with their sentences. */
import type { TableAnswers, WrittenReply } from '../answers';
import type { ReportJson } from '../receipt';
import type { Assessment, Messages, Spoken } from '../assessment';
import type { WorkbookSnapshot } from '../workbook';

/** One audited table and the sentences of its findings, in the order of the findings. */
export interface ReviewedTable {
  readonly assessment: Assessment;
  readonly spoken: Spoken;
  /** What each finding is known by and was replied, and what arises no longer. */
  readonly answers: TableAnswers;
}

/** A workbook that holds at least one score table. */
export interface Review {
  readonly book: WorkbookSnapshot;
  readonly tables: readonly ReviewedTable[];
  /** Reports that belong to it; absent: none were read. */
  readonly reports?: readonly ReportJson[];
  /** All that was replied, to its findings and to those of its reports. */
  readonly replies?: readonly WrittenReply[];
  /** Titles of the checks. */
  readonly messages: Messages;
}
