import type { Addr } from '../../../workbook/types';
import type { EditWarning, Refusal, SheetEdit, WritePlan } from '../../../workbook/write-plan';

export type Edited =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly undo: Pick<WritePlan, 'cells' | 'sheets'>; readonly warnings: readonly EditWarning[] }
  | { readonly ok: false; readonly why: Refusal; readonly at: readonly Addr[]; readonly message?: string };

/**
 * Writes a plan into the bytes of an .xlsx or .xlsm: only the parts it must touch are patched, all others stay as
 * their packed bytes. Part of the plan that is left out leaves what is there: `marks` and `notes` given replace all
 * marks and notes of ours, `sheets` replace ours of the same names. The same input gives the same bytes; a plan
 * written twice gives what it gives once.
 * Refused as a whole: a cell that no longer holds `before` (`changed`), is locked in a protected sheet
 * (`protected`), or cannot be written alone (`unsupported`); any cell of a signed file (`signed`).
 * @throws UnreadableError for what is no such workbook, damaged, or beyond the reader's limits
 */
export function editWorkbook(bytes: Uint8Array, plan: Partial<WritePlan>): Edited {
  throw new Error(`being built ${bytes.length} ${Object.keys(plan).length}`);
}

/** The workbook without our marks, notes and sheets; cells written stay. Where nobody else has saved it since, every part is what it was, byte for byte. */
export function removeTraces(bytes: Uint8Array): Uint8Array {
  throw new Error(`being built ${bytes.length}`);
}

/** A workbook of these sheets alone, made from a blank one by the same editor. */
export function newWorkbook(sheets: readonly SheetEdit[]): Uint8Array {
  throw new Error(`being built ${sheets.length}`);
}
