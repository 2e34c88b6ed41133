import type { BatchRow, BatchState } from '../state';

/** A batch as the view needs it. */
export interface BatchSource {
  readonly state: BatchState;
  subscribe(listener: () => void): () => void;
  cancel(): void;
}

/** What the page does. */
export interface BatchActions {
  /** Opens a file with its pane. */
  readonly open: (row: BatchRow) => void;
  readonly saveCopies: () => void;
  readonly saveSummary: () => void;
  /** 审核意见 over the batch; null: the batch is still on its way, or there is no such place. */
  readonly desk: DeskActions | null;
  /** Back to the workbook that is open beneath; null: there is none. */
  readonly back: { readonly name: string; readonly go: () => void } | null;
  /** Lets the person choose the list of those who are to report. */
  readonly chooseRoster: () => void;
  readonly dropRoster: () => void;
  /** Puts text into the clipboard; false: it could not be done. */
  readonly copy: (text: string) => Promise<boolean>;
  /** Another file, or others, instead. */
  readonly openOther: () => void;
}

/** What a reviewer's opinions come to over the batch, and what is made of them. */
export interface DeskActions {
  /** Tables with opinions. */
  readonly tables: number;
  /** Opinions that fit no table of the batch, one a line. */
  readonly lost: readonly string[];
  /** What was said last. */
  readonly note: string | null;
  readonly letters: () => void;
  readonly scores: () => void;
  readonly ledger: () => void;
  readonly save: () => void;
  readonly open: () => void;
}
