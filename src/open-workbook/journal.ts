/** What we wrote, so that it can be taken back: by sheet key, for sheets move; only cells that still hold what we wrote are put back. */
import type { HostPlan } from '../hosts/port';
import { type Addr, type CellEdit, contentOf, sameContent, type SheetChange, type WorkbookSnapshot } from '../workbook';
import { ownContent, plainContent } from './view/plain';
import type { PlainContent } from './view/types';

interface JournalCell {
  readonly sheet: string;
  readonly row: number;
  readonly col: number;
  /** As it was before our write, and as we wrote it. */
  readonly was: PlainContent;
  readonly wrote: PlainContent;
}

/** One write of ours. Sheets we added stand by name; contents of replaced ones are kept in memory only. */
export interface JournalEntry {
  readonly cells: readonly JournalCell[];
  readonly sheets: readonly SheetChange[];
}

/** `undo`: what the host says puts everything back; its cells' `before` is what stands there now. */
export function entryOf(undo: HostPlan, on: WorkbookSnapshot): JournalEntry {
  return {
    cells: undo.cells.map(({ at, before, after }) => ({
      sheet: on.sheets[at.sheet]?.key ?? '',
      row: at.row,
      col: at.col,
      was: plainContent(after),
      wrote: plainContent(before),
    })),
    sheets: undo.sheets,
  };
}

/** What can be put back in the workbook as it is now, and the cells that somebody else has changed since. */
export function wayBack(entry: JournalEntry, now: WorkbookSnapshot): { readonly plan: HostPlan; readonly changed: readonly Addr[] } {
  const cells: CellEdit[] = [];
  const changed: Addr[] = [];
  for (const { sheet, row, col, was, wrote } of entry.cells) {
    const index = now.sheets.findIndex((one) => one.key === sheet);
    const at = { sheet: index, row, col };
    if (index < 0) continue;
    const before = contentOf(now, at);
    if (stillOurs(before, wrote)) cells.push({ at, before, after: ownContent(was), reason: '撤销写入' });
    else if (!sameContent(before, ownContent(was))) changed.push(at);
  }
  return { plan: { cells, sheets: entry.sheets }, changed };
}

/** A formula's result may have been calculated anew since; the formula is what we wrote. */
function stillOurs(now: ReturnType<typeof contentOf>, wrote: PlainContent): boolean {
  const own = ownContent(wrote);
  if (now.kind === 'formula' && own.kind === 'formula') return now.formula === own.formula;
  return sameContent(now, own);
}

/** For the settings; sheets' former contents stay out of it, removals stay in. */
export function journalText(entry: JournalEntry | null): string | null {
  return entry === null ? null : JSON.stringify({ cells: entry.cells, sheets: entry.sheets.filter((one) => 'remove' in one) });
}

/** What was kept is somebody's text: anything that is no journal counts as none. */
export function journalFrom(text: string | null): JournalEntry | null {
  if (text === null) return null;
  try {
    const { cells, sheets } = JSON.parse(text) as Partial<JournalEntry>;
    return Array.isArray(cells) && Array.isArray(sheets) && cells.every(isCell) ? { cells, sheets } : null;
  } catch {
    return null;
  }
}

function isCell(one: unknown): boolean {
  const cell = one as Partial<JournalCell> | null;
  return (
    typeof cell?.sheet === 'string' &&
    Number.isInteger(cell.row) &&
    Number.isInteger(cell.col) &&
    isContent(cell.was) &&
    isContent(cell.wrote)
  );
}

function isContent(one: unknown): boolean {
  const content = one as Partial<PlainContent & { value: unknown; formula: unknown; stored: unknown }> | null | undefined;
  if (content?.kind === 'blank') return true;
  if (content?.kind === 'value') return isValue(content.value);
  return content?.kind === 'formula' && typeof content.formula === 'string' && isValue(content.stored);
}

function isValue(value: unknown): boolean {
  if (typeof value === 'string' || typeof value === 'boolean') return true;
  const number = (value as { number?: unknown } | null)?.number;
  return typeof number === 'string' && /^-?\d+(\.\d+)?$/.test(number);
}
