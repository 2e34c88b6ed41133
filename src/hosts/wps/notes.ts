/** Notes of ours: comments that begin with our name. A comment of somebody else is never touched, and never added to. */
import { a1, type Addr, inRect, type Note, NOTE_HEAD, type WorkbookSnapshot } from '../../workbook';
import type { LeftOut } from '../port';
import { attempt, collectionCount, get, ownText } from './bridge';
import type { EtComment, EtWorksheet } from './et';

/** Ours, last first. */
export function ourNotes(sheet: EtWorksheet): EtComment[] {
  const all = get(sheet, 'Comments');
  const ours: EtComment[] = [];
  for (let index = collectionCount(all); index > 0; index -= 1) {
    const comment = all.Item(index);
    if (attempt(() => ownText(comment.Text()).startsWith(NOTE_HEAD), false)) ours.push(comment);
  }
  return ours;
}

/** Replaces our notes on one sheet; a cell in a merged area is noted at its first cell. */
export function noteSheet(sheet: EtWorksheet, notes: readonly Note[], index: number, on: WorkbookSnapshot): LeftOut[] {
  const wanted = notes.filter((note) => note.at.sheet === index);
  for (const old of ourNotes(sheet)) old.Delete();
  const occupied: Addr[] = [];
  const refused: Addr[] = [];
  for (const { at, text } of wanted) {
    const range = sheet.Range(firstOf(at, on));
    if (attempt(() => get(range, 'Comment') !== null && get(range, 'Comment') !== undefined, false)) occupied.push(at);
    else if (!attempt(() => noted(range, `${NOTE_HEAD}\n${text}`), false)) refused.push(at);
  }
  return [
    ...(occupied.length === 0 ? [] : [{ at: occupied, why: 'occupied' as const }]),
    ...(refused.length === 0 ? [] : [{ at: refused, why: 'unsupported' as const }]),
  ];
}

function noted(range: { AddComment(text: string): EtComment }, text: string): boolean {
  range.AddComment(text);
  return true;
}

function firstOf({ sheet, row, col }: Addr, on: WorkbookSnapshot): string {
  const merge = on.sheets[sheet]?.merges.find((rect) => inRect(rect, row, col));
  return merge === undefined ? a1(row, col) : a1(merge.top, merge.left);
}
