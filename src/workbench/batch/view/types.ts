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
  /** Back to the workbook that is open beneath; null: there is none. */
  readonly back: { readonly name: string; readonly go: () => void } | null;
  /** Another file, or others, instead. */
  readonly openOther: () => void;
}
