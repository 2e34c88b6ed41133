/** What makes a plan impossible, seen without asking the host. */
import { type Addr, addrKey, type CellEdit, inRect, type WorkbookSnapshot, writable } from '../../workbook';
import type { WriteOutcome } from '../port';

export type RefusedWrite = Extract<WriteOutcome, { is: 'refused' }>;

export function refused(why: RefusedWrite['why'], at: readonly Addr[], say?: string): RefusedWrite {
  return { is: 'refused', why, at, ...(say === undefined ? {} : { say }) };
}

/** null: nothing speaks against it. */
export function planFault(edits: readonly CellEdit[], on: WorkbookSnapshot): RefusedWrite | null {
  const seen = new Set<string>();
  const doubled = edits.filter(({ at }) => seen.size === seen.add(addrKey(at)).size);
  if (doubled.length > 0) return refused('unsupported', places(doubled), '同一单元格在计划中出现了两次。');
  const tooMuch = edits.filter((edit) => !writable(edit.after));
  if (tooMuch.length > 0) return refused('unsupported', places(tooMuch), '内容超出单元格所能容纳的范围。');
  const covered = edits.filter(({ at }) => isCovered(at, on));
  if (covered.length > 0) return refused('unsupported', places(covered), '该单元格被合并单元格遮盖，请改写合并区域左上角的单元格。');
  return null;
}

function isCovered({ sheet, row, col }: Addr, on: WorkbookSnapshot): boolean {
  return (on.sheets[sheet]?.merges ?? []).some((rect) => inRect(rect, row, col) && (rect.top !== row || rect.left !== col));
}

export function places(edits: readonly CellEdit[]): Addr[] {
  return edits.map((edit) => edit.at);
}
