import type { ReactNode } from 'react';
import type { BatchRow, BatchState } from '../state';

/** A batch as the view needs it. */
export interface BatchSource {
  readonly state: BatchState;
  subscribe(listener: () => void): () => void;
  cancel(): void;
}

/** What the files may be held against beside the list, in the order in which it is offered. */
export const HOLD_KINDS = ['targets', 'budget', 'reports', 'round', 'publishing'] as const;
/** Those and what one opened file is held against besides, in the order in which they are shown. */
export const HELD_KINDS = ['targets', 'budget', 'reports', 'round', 'resubmitted', 'published', 'yearly', 'publishing'] as const;
export type HoldKind = (typeof HELD_KINDS)[number];

/** What they were held against, drawn by a part that is fetched when somebody asks for it. */
export interface HeldView {
  /** `latest`: whose result came last. */
  readonly state: { readonly latest: { readonly kind: HoldKind; readonly turn: number } | null };
  subscribe(listener: () => void): () => void;
  isAsked(kind: HoldKind): boolean;
  /** Those with a result. */
  tabs(): readonly { readonly id: HoldKind; readonly label: string }[];
  lines(): ReactNode;
  panel(kind: HoldKind): ReactNode;
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
  /** What the files were held against beside the list; null: nobody asked yet. */
  readonly held: HeldView | null;
  /** Lets the person choose what they are held against, and begins. */
  readonly hold: (kind: HoldKind) => void;
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
  /** Letters on their way; of 0: not counted yet. null: none. */
  readonly writing: { readonly done: number; readonly of: number; readonly cancel: () => void } | null;
  readonly letters: () => void;
  readonly scores: () => void;
  readonly ledger: () => void;
  readonly save: () => void;
  readonly open: () => void;
}
