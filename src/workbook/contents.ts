/** What cells hold, as plans speak of it: read from a snapshot and compared. */
import { addrKey } from './address';
import { Dec, decOfNumber } from './decimal';
import type { Addr, Cell, CellValue, WorkbookSnapshot } from './types';
import type { CellEdit, Content } from './write-plan';

/** What a cell holds. A formula without a stored value has ''; an error is its text. */
export function contentOfCell(cell: Pick<Cell, 'value' | 'formula'> | undefined): Content {
  if (cell === undefined || (cell.formula === undefined && (cell.value === null || cell.value === ''))) return { kind: 'blank' };
  const value = plain(cell.value);
  return cell.formula === undefined ? { kind: 'value', value } : { kind: 'formula', formula: cell.formula, stored: value };
}

/** The same of a place in a workbook. */
export function contentOf(book: WorkbookSnapshot, at: Addr): Content {
  return contentOfCell(book.sheets[at.sheet]?.at(at.row, at.col));
}

/** The error a cell shows; '' for none. */
export function errorText(value: CellValue): string {
  return typeof value === 'object' && value !== null ? value.error : '';
}

function plain(value: CellValue): Dec | string | boolean {
  if (typeof value === 'number') return new Dec(value);
  if (value === null) return '';
  return typeof value === 'object' ? value.error : value;
}

/** Equal in kind, formula and value. */
export function sameContent(a: Content, b: Content): boolean {
  if (a.kind === 'formula') return b.kind === 'formula' && a.formula === b.formula && sameValue(a.stored, b.stored);
  if (a.kind === 'value') return b.kind === 'value' && sameValue(a.value, b.value);
  return b.kind === 'blank';
}

/** Numbers are equal where a cell, which keeps a double, cannot tell them apart. */
function sameValue(a: Dec | string | boolean, b: Dec | string | boolean): boolean {
  if (!(a instanceof Dec)) return a === b;
  return b instanceof Dec && (a.eq(b) || new Dec(a.toNumber()).eq(b.toNumber()));
}

/**
 * Whether the cell still holds what a plan was made on: the one question asked before every write, in every host.
 * A formula whose result is not stored says nothing that could have changed; an error nobody had seen yet is no change either.
 */
export function holds(cell: Cell | undefined, before: Content): boolean {
  const now = contentOfCell(cell);
  if (before.kind !== 'formula' || now.kind !== 'formula') return sameContent(now, before) || sameAsRead(now, before);
  if (now.formula !== before.formula.replace(/^=/, '')) return false;
  const isError = typeof cell?.value === 'object' && cell.value !== null;
  return (
    cell?.value === null ||
    (isError && before.stored === '') ||
    sameValue(now.stored, before.stored) ||
    sameNumber(now.stored, before.stored)
  );
}

function sameAsRead(now: Content, before: Content): boolean {
  return now.kind === 'value' && before.kind === 'value' && sameNumber(now.value, before.value);
}

/** A number is read without the binary residue of its double. */
function sameNumber(now: Dec | string | boolean, before: Dec | string | boolean): boolean {
  return now instanceof Dec && before instanceof Dec && decOfNumber(now.toNumber()).eq(before);
}

/** The places that no longer hold what an edit expects: with none of these a plan may be applied. */
export function changedSince(edits: readonly CellEdit[], book: WorkbookSnapshot): readonly Addr[] {
  return edits.filter(({ at, before }) => !holds(book.sheets[at.sheet]?.at(at.row, at.col), before)).map((edit) => edit.at);
}

/** What puts back what the edits changed, last first. */
export function inverseOf(edits: readonly CellEdit[], reason = '撤销'): readonly CellEdit[] {
  return [...edits].reverse().map(({ at, before, after }) => ({ at, before: after, after: before, reason }));
}

/** Several plans made one after another as one: for each cell its first `before` and its last `after`; what comes back to itself is left out. */
export function joinedEdits(edits: readonly CellEdit[]): readonly CellEdit[] {
  const byPlace = new Map<string, CellEdit>();
  for (const edit of edits) {
    const first = byPlace.get(addrKey(edit.at));
    byPlace.set(addrKey(edit.at), first === undefined ? edit : { ...edit, before: first.before });
  }
  return [...byPlace.values()].filter((edit) => !sameContent(edit.before, edit.after));
}
