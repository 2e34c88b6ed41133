import {
  type Addr,
  addrKey,
  type CellEdit,
  holds,
  inRect,
  type Rect,
  sameContent,
  type WorkbookSnapshot,
  writable,
} from '../../../workbook';
import { RefusedEdit } from './refused';

/**
 * The edits that change something, once it is certain that every cell holds what was audited and can be written.
 * @throws Refused `changed`, `unsupported`
 */
export function checkedCells(book: WorkbookSnapshot, edits: readonly CellEdit[]): CellEdit[] {
  const changed = edits.filter((edit) => !holds(cellOf(book, edit.at), edit.before));
  if (changed.length > 0)
    throw new RefusedEdit(
      'changed',
      changed.map((edit) => edit.at),
    );
  const doubled = doubles(edits);
  if (doubled.length > 0) throw new RefusedEdit('unsupported', doubled, '同一单元格在计划中出现了两次。');
  const kept = edits.filter((edit) => !sameContent(edit.before, edit.after));
  const tooMuch = kept.filter((edit) => !writable(edit.after));
  if (tooMuch.length > 0)
    throw new RefusedEdit(
      'unsupported',
      tooMuch.map((edit) => edit.at),
      '内容超出单元格所能容纳的范围。',
    );
  const covered = coveredCells(book, kept);
  if (covered.length > 0) throw new RefusedEdit('unsupported', covered, '该单元格被合并单元格遮盖，请改写合并区域左上角的单元格。');
  return kept;
}

function cellOf(book: WorkbookSnapshot, at: Addr): ReturnType<WorkbookSnapshot['sheets'][number]['at']> {
  const sheet = book.sheets[at.sheet];
  if (sheet === undefined) throw new RefusedEdit('changed', [at], '工作簿中没有这张工作表。');
  return sheet.at(at.row, at.col);
}

function doubles(edits: readonly CellEdit[]): Addr[] {
  const seen = new Set<string>();
  return edits.filter(({ at }) => seen.size === seen.add(addrKey(at)).size).map(({ at }) => at);
}

/** Each merged area is looked at once, by its cells or by the edits, whichever are fewer. */
function coveredCells(book: WorkbookSnapshot, edits: readonly CellEdit[]): Addr[] {
  const byKey = new Map(edits.map((edit) => [addrKey(edit.at), edit.at]));
  const covered: Addr[] = [];
  for (const sheet of new Set(edits.map((edit) => edit.at.sheet))) {
    const here = edits.filter((edit) => edit.at.sheet === sheet).map((edit) => edit.at);
    for (const rect of book.sheets[sheet]!.merges) {
      const first = (at: Addr): boolean => at.row === rect.top && at.col === rect.left;
      for (const at of cellsIn(rect, sheet, here, byKey)) if (!first(at)) covered.push(at);
    }
  }
  return covered;
}

function cellsIn(rect: Rect, sheet: number, edits: readonly Addr[], byKey: ReadonlyMap<string, Addr>): Addr[] {
  const size = (rect.bottom - rect.top + 1) * (rect.right - rect.left + 1);
  if (size > edits.length) return edits.filter((at) => inRect(rect, at.row, at.col));
  const found: Addr[] = [];
  for (let row = rect.top; row <= rect.bottom; row += 1) {
    for (let col = rect.left; col <= rect.right; col += 1) {
      const at = byKey.get(addrKey({ sheet, row, col }));
      if (at !== undefined) found.push(at);
    }
  }
  return found;
}
