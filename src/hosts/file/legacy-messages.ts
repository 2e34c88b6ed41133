import type { UnreadableWhy, WorkbookData } from '../../workbook';

/** What the process for old files is asked. */
export interface LegacyRequest {
  readonly old: Uint8Array;
  /** After so long the process gives up by itself, so that it ends even where nobody is left to end it. */
  readonly timeoutMs: number;
}

/** What it answers. */
export type LegacyAnswer =
  { readonly ok: true; readonly data: WorkbookData } | { readonly ok: false; readonly why: UnreadableWhy; readonly detail?: string };
