/** The reviewer's desk as the pane knows it: opinions of a batch, kept beside the workbooks and never in them. */
import type { FittedOpinions, OpinionBook, OpinionPlace, ReviewedScores, RowReview } from '../opinions';
import type { FindingJson, ReportFindingJson, ReportJson, TableJson } from '../receipt';
import type { Severity } from '../words';
import type { Addr } from '../workbook';
import type { OwnFile } from './own-file';

export interface DeskState {
  readonly opinions: OpinionBook;
  /** Whether what was written is kept on this machine; null: nothing was written yet. */
  readonly kept: boolean | null;
  /** What was said of the last file opened; null: nothing. */
  readonly note: string | null;
}

/** Files and texts are null where there is nothing to write. */
export interface Desk {
  readonly state: DeskState;
  subscribe(listener: () => void): () => void;
  /** What belongs to a table. */
  on(entry: TableJson): FittedOpinions;
  /** Whom the opinions were written about where that table goes by another name now; null: by the same. */
  wasNamed(entry: TableJson): string | null;
  reviewed(entry: TableJson): ReviewedScores;
  /** The place of the selected cell, by the page's word or else as told here; null: there is none. */
  placeOf(entry: TableJson, told: Addr | null): OpinionPlace | null;
  placeText(entry: TableJson, place: OpinionPlace | null): string;
  isListed(entry: TableJson, finding: FindingJson): boolean;
  setFinding(entry: TableJson, finding: FindingJson, change: { listed?: boolean | null; words?: string; ledger?: boolean }): void;
  /** What goes into the letter of this unit from its reports, where they were held against it. */
  listedOfReports(
    entries: readonly TableJson[],
    entry: TableJson,
  ): readonly { readonly report: ReportJson; readonly finding: ReportFindingJson }[];
  add(entry: TableJson, own: { place: OpinionPlace | null; text: string; level: Severity }): void;
  /** null takes it away. */
  setOwn(entry: TableJson, id: string, change: { text?: string; level?: Severity; ledger?: boolean } | null): void;
  setScore(entry: TableJson, row: string, change: Partial<Pick<RowReview, 'score' | 'why'>>): void;
  /** Rows without a 复核分 get the 自评分: somebody asked for it. */
  restAsSelf(entry: TableJson): void;
  setReviewer(name: string): void;
  /** `entries`: all tables of the workbook; the letter is that of the unit of `entry`. */
  letter(entries: readonly TableJson[], entry: TableJson): OwnFile | null;
  letterText(entries: readonly TableJson[], entry: TableJson): string | null;
  scoreFile(entry: TableJson): OwnFile;
  ledgerFile(entries: readonly TableJson[]): OwnFile;
  /** 保存审核意见. */
  file(): OwnFile;
  /** 打开审核意见: put together with what is there. */
  open(bytes: Uint8Array, name: string): void;
}

/** What the pane draws of it, in a script of its own. */
export interface DeskParts {
  readonly RowTicks: (props: { readonly id: string }) => JSX.Element | null;
  readonly ReviewWords: (props: { readonly id: string }) => JSX.Element | null;
  readonly Said: (props: { readonly id: string }) => JSX.Element | null;
  readonly TabLabel: () => JSX.Element;
  readonly DeskTab: (props: { readonly onFinding: (id: string) => void }) => JSX.Element;
  readonly ScoreFields: (props: { readonly address: string }) => JSX.Element | null;
  readonly ScoreState: () => JSX.Element | null;
}

export interface LoadedDesk {
  readonly desk: Desk;
  readonly parts: DeskParts;
}
