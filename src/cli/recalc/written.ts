import { type Addr, changedSince, type EditWarning, inverseOf, type Refusal, type SheetEdit, type WorkbookSnapshot } from '../../workbook';
import type { Edited } from '../../hosts/file';
import type { Recalc, RecalcOptions } from '../../recalc';

/** What writing needs, handed in so that it can be tried without files. */
export interface Writer {
  readonly plan: (options: RecalcOptions) => Recalc;
  readonly sheets: (recalc: Recalc) => readonly SheetEdit[];
  readonly edit: (recalc: Recalc, sheets: readonly SheetEdit[]) => Edited;
  readonly read: (bytes: Uint8Array) => Promise<WorkbookSnapshot>;
}

export type WrittenCopy =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly recalc: Recalc; readonly warnings: readonly EditWarning[] }
  | { readonly ok: false; readonly why: Refusal; readonly message?: string }
  /** Read back, these cells do not hold what was planned. */
  | { readonly ok: false; readonly why: 'not-kept'; readonly at: readonly Addr[] };

/** Each round leaves out the cells the last one would not take; each cell is refused once. */
const MOST_ROUNDS = 8;

/**
 * Plans, writes and reads back. Cells that cannot be written alone (parts of array formulas, locked ones) are left
 * out and the sums planned anew without them.
 */
export async function written(writer: Writer, options: RecalcOptions): Promise<WrittenCopy> {
  const refused: Addr[] = [...(options.refused ?? [])];
  for (let round = 0; ; round += 1) {
    const recalc = writer.plan({ ...options, refused });
    const edited = writer.edit(recalc, writer.sheets(recalc));
    if (edited.ok) return readBack(writer, recalc, edited.bytes, edited.warnings);
    const partial = (edited.why === 'unsupported' || edited.why === 'protected') && edited.at.length > 0;
    if (!partial || round === MOST_ROUNDS)
      return { ok: false, why: edited.why, ...(edited.message === undefined ? {} : { message: edited.message }) };
    refused.push(...edited.at);
  }
}

async function readBack(writer: Writer, recalc: Recalc, bytes: Uint8Array, warnings: readonly EditWarning[]): Promise<WrittenCopy> {
  const lost = changedSince(inverseOf(recalc.cells), await writer.read(bytes));
  return lost.length > 0 ? { ok: false, why: 'not-kept', at: lost } : { ok: true, bytes, recalc, warnings };
}
