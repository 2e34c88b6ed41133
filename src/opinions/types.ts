/** 审核意见: what a reviewer ticked, wrote and scored, in a file of his own. Never a part of the unit's workbook. */
import type { TableJson } from '../receipt';
import type { Severity } from '../words';

/** Fields of the file that this version does not know, kept as they are. */
export type Rest = Readonly<Record<string, unknown>>;

/** What a table is known by, however its file is moved, its folder or its unit renamed. */
export interface OpinionTable {
  readonly kind: TableJson['kind'];
  readonly unit: string | null;
  readonly project: string | null;
  readonly year: number | null;
  readonly sheet: string;
  /** Name of the file, without its folders. */
  readonly file: string;
  /** SHA-256 of the file; null where nobody could tell. */
  readonly digest: string | null;
  /** As the receipt has it: equal only where the rows say the same. */
  readonly contents: string | null;
}

/** What another reviewer wrote to the same thing; nothing of it counts until somebody decides. */
export type Differing = Rest;

export interface FindingOpinion {
  /** 编号 of the finding. */
  readonly id: string;
  readonly code: string;
  readonly indicator: string | null;
  readonly severity: Severity;
  /** Its sentence when something was written, to name it when it arises no longer. */
  readonly message: string;
  /** 列入反馈意见; null: as the severity has it. */
  readonly listed: boolean | null;
  /** The reviewer's words, for the letter. */
  readonly words: string;
  /** 列入整改台账. */
  readonly ledger: boolean;
  readonly also: readonly Differing[];
  readonly rest: Rest;
}

/** Where an opinion of the reviewer's own points to. The names find the cell again; the address is where it stood. */
export interface OpinionPlace {
  /** As `rowKeyOf` has it; null: the cell belongs to no indicator. */
  readonly row: string | null;
  /** Which of the indicator's cells; null: another one of its line. */
  readonly field: PlaceField | null;
  readonly sheet: string;
  readonly address: string;
}

export const PLACE_FIELDS = ['name', 'fullScore', 'selfScore', 'criterion', 'target', 'actual', 'reason'] as const;
export type PlaceField = (typeof PLACE_FIELDS)[number];

/** An opinion that rests on no finding of ours. */
export interface OwnOpinion {
  readonly id: string;
  /** null: on the table as a whole. */
  readonly place: OpinionPlace | null;
  readonly text: string;
  readonly level: Severity;
  readonly ledger: boolean;
  readonly also: readonly Differing[];
  readonly rest: Rest;
}

/** 复核分 of an indicator as it was typed; '' where nothing was. */
export interface RowReview {
  readonly row: string;
  readonly score: string;
  /** 扣分理由. */
  readonly why: string;
  readonly also: readonly Differing[];
  readonly rest: Rest;
}

export interface TableOpinions {
  readonly table: OpinionTable;
  readonly findings: readonly FindingOpinion[];
  readonly own: readonly OwnOpinion[];
  readonly scores: readonly RowReview[];
  readonly rest: Rest;
}

/** What a report is known by. */
export interface OpinionReport {
  /** As the report writes it; null: it does not say. */
  readonly unit: string | null;
  readonly year: number | null;
  /** Name of the file, without its folders. */
  readonly file: string;
  /** SHA-256 of the file; null where nobody could tell. */
  readonly digest: string | null;
}

/** A reviewer has looked at the findings of this report: what was not ticked there is not asked. */
export interface ReportOpinions {
  readonly report: OpinionReport;
  readonly findings: readonly FindingOpinion[];
  readonly rest: Rest;
}

export interface OpinionBook {
  /** 审核人; '' where nobody said. */
  readonly reviewer: string;
  /** What it is about: the folder's name, for people only. */
  readonly batch: string;
  readonly tables: readonly TableOpinions[];
  readonly reports: readonly ReportOpinions[];
  readonly rest: Rest;
}

export const NO_OPINIONS: OpinionBook = { reviewer: '', batch: '', tables: [], reports: [], rest: {} };
