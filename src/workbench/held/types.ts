import type { ReviewDesk } from '../desk/review-desk';
import { type HoldKind } from '../batch/view/types';
import type { Compared, Judging } from '../../open-workbook';
import type { BudgetHeld, BudgetJson, ComparisonJson, PublishingJson, ReportJson, TableJson } from '../../receipt';
import type { AnyJob, BatchAnswer, BatchFile, FoundReport, HeldFile } from '../batch';

/** The files of a batch, or the opened one, as they are held against something. */
export interface HeldSource {
  readonly files: readonly BatchFile[];
  /** What goes public beside the workbooks. */
  readonly documents: readonly BatchFile[];
  /** One opened file: then it is said that it holds no score table. */
  readonly alone: boolean;
  /** The file as a worker takes it. @throws UnreadableError */
  held(file: BatchFile): Promise<HeldFile>;
  ask(job: () => Promise<AnyJob>): Promise<BatchAnswer>;
  /** Audits beside a budget list, or without one; null: it was cancelled. `told`: how many files are done. */
  holdAgainst(budget: Judging['budget'] | null, told: (done: number) => void): Promise<readonly BudgetHeld[] | null>;
  cancelAudit(): void;
  /** Reports among the documents, each with its workbook. */
  reports(): Promise<readonly FoundReport[]>;
  /** What the last audit found. */
  tables(): readonly TableJson[];
}

/** Another state of the opened file's table: what was handed in before, what was made public, last year's. */
export const OTHER_KINDS = ['resubmitted', 'published', 'yearly'] as const;
export type OtherKind = (typeof OTHER_KINDS)[number];

/** `other`: the file it was held against. */
export interface HeldComparison {
  readonly other: string;
  readonly comparison: ComparisonJson;
}

export interface HeldResults extends Readonly<Record<OtherKind, HeldComparison>> {
  readonly targets: readonly ComparisonJson[];
  readonly budget: { readonly json: BudgetJson; readonly differing: readonly TableJson[] };
  readonly reports: readonly ReportJson[];
  readonly round: Compared;
  readonly publishing: readonly PublishingJson[];
}

/** done, of: files looked at; trouble: why nothing came of it. */
export interface Holding<K extends HoldKind> {
  readonly done: number;
  readonly of: number;
  readonly running: boolean;
  readonly result: HeldResults[K] | null;
  readonly trouble: string | null;
}

/** The reviewer's desk, as far as it holds reports. */
export type ReportDesk = Pick<ReviewDesk, 'subscribe' | 'state' | 'tookReports' | 'onReport' | 'goneOfReport' | 'setReportFinding'>;

export type HeldState = { readonly [K in HoldKind]: Holding<K> | null } & {
  /** null: nobody reviews. */
  readonly desk: ReportDesk | null;
  /** Whose result came last, and a number that grows with each. */
  readonly latest: { readonly kind: HoldKind; readonly turn: number } | null;
};
