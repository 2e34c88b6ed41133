import type { WorkbookData } from '../../workbook/snapshot';
import type { UnreadableWhy } from '../../workbook/unreadable';

/** What the worker for old files answers. */
export type LegacyAnswer =
  { readonly ok: true; readonly data: WorkbookData } | { readonly ok: false; readonly why: UnreadableWhy; readonly detail?: string };
