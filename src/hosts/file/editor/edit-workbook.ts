import {
  type Addr,
  addrKey,
  type CellEdit,
  type CellValue,
  type Content,
  Dec,
  type EditWarning,
  type Mark,
  type Note,
  type Refusal,
  type SheetChange,
  type SheetEdit,
  UnreadableError,
  type WritePlan,
} from '../../../workbook';
import { DEFAULT_LIMITS } from '../limits';
import { findWorkbookPart, relationshipsOf, type PartSource } from '../package-parts';
import { readPackage } from '../read-xlsx';
import { ZipContainer } from '../zip-container';
import { rewriteZip, writeZip } from '../zip-writer';
import { blankParts } from './blank-workbook';
import { BookDraft } from './book-draft';
import { checkedCells } from './checked-cells';
import { feedsOthers } from './dependents';
import { Overlay, Remembered } from './draft';
import { PartPatch } from './part-patch';
import type { SheetEditCell } from './sheet-cells';
import { RefusedEdit } from './refused';
import { stripTraces } from './strip';
import { NO_TRACES, readRecord, recordXml, type Traces } from './trace-record';
import { WorkbookPart, worksheetsOf } from './workbook-part';

export type Edited =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly undo: Changes; readonly warnings: readonly EditWarning[] }
  | { readonly ok: false; readonly why: Refusal; readonly at: readonly Addr[]; readonly message?: string };

/** Cells to write, and sheets of ours to put or to take away. */
export interface Changes {
  readonly cells: readonly CellEdit[];
  readonly sheets: readonly SheetChange[];
}

export type FilePlan = Partial<Changes & Pick<WritePlan, 'marks' | 'notes'>>;

const isRemoval = (change: SheetChange): change is Extract<SheetChange, { remove: true }> => 'remove' in change;
const puts = (plan: FilePlan): readonly SheetEdit[] => (plan.sheets ?? []).filter((one): one is SheetEdit => !isRemoval(one));

/**
 * Writes a plan into the bytes of an .xlsx or .xlsm: only the parts it must touch are patched, all others stay as
 * their packed bytes. Part of the plan that is left out leaves what is there: `marks` and `notes` given replace all
 * marks and notes of ours, `sheets` replace ours of the same names. The same input gives the same bytes; a plan
 * written twice gives what it gives once.
 * Refused as a whole: a cell that no longer holds `before` (`changed`), is locked in a protected sheet
 * (`protected`), or cannot be written alone (`unsupported`); any cell of a signed file (`signed`).
 * `undo` restores the cells and the former content of sheets of ours that were replaced, and removes those that were added.
 * @throws UnreadableError for what is no such workbook, damaged, or beyond the reader's limits
 */
export function editWorkbook(bytes: Uint8Array, plan: FilePlan): Edited {
  try {
    return edit(bytes, plan);
  } catch (error) {
    if (!(error instanceof RefusedEdit)) throw error;
    return { ok: false, why: error.why, at: error.at, ...(error.say === undefined ? {} : { message: error.say }) };
  }
}

/** The workbook without our marks, notes and sheets; cells written stay. Where nobody else has saved it since, every part is what it was, byte for byte. */
export function removeTraces(bytes: Uint8Array): Uint8Array {
  const zip = openZip(bytes);
  const bookPart = findWorkbookPart(zip);
  const { parts } = withoutRecorded(zip, bookPart);
  stripTraces(parts, bookPart, { marks: true, notes: true, sheets: () => true });
  return written(bytes, zip, parts);
}

/** A workbook of these sheets alone, made from a blank one by the same editor. */
export function newWorkbook(sheets: readonly SheetEdit[]): Uint8Array {
  if (sheets.length === 0) throw new RangeError('a workbook needs a sheet');
  const blank = writeZip(blankParts());
  const zip = openZip(blank);
  const parts = new Overlay(zip);
  const book = new BookDraft(parts, findWorkbookPart(zip));
  book.addSheets(sheets, false);
  book.finish();
  finishInto(parts, book);
  return written(blank, zip, parts);
}

function edit(bytes: Uint8Array, asked: FilePlan): Edited {
  const zip = openZip(bytes);
  const signed = isSigned(zip);
  const bookPart = findWorkbookPart(zip);
  const { parts, traces } = withoutRecorded(zip, bookPart);
  stripReplaced(parts, bookPart, asked);
  const places = placesIn(zip, parts, bookPart);
  const plan = places === null ? asked : movedPlan(asked, places);
  const cells = plan.cells === undefined || plan.cells.length === 0 ? [] : cellsToWrite(parts, plan.cells, signed);
  const book = new BookDraft(parts, bookPart);
  const wanted = mergedTraces(traces, plan);
  if (cells.some((cell) => cell.feeds)) book.calculateOnLoad();
  const work = workBySheet(
    cells.map((cell) => cell.edit),
    wanted,
  );
  for (const [sheet, todo] of work) book.workOn(sheet, todo);
  book.settleStyles();
  book.addSheets(wanted.sheets, true);
  const record = wanted.sheets.length + wanted.marks.length + wanted.notes.length > 0 ? book.reserveRecord() : null;
  book.finish();
  const { patched, made } = finishInto(parts, book);
  if (record !== null) {
    const traced = patched.filter((part) => part.removals.length > 0 || part.whole !== null);
    parts.put(
      record,
      recordXml(
        parts,
        record,
        wanted,
        traced,
        made.filter((part) => part.trace),
      ),
    );
  }
  const out = written(bytes, zip, parts);
  const warnings: EditWarning[] = signed && out !== bytes ? [{ kind: 'signature-void' }, ...book.warnings] : [...book.warnings];
  return { ok: true, bytes: out, undo: undoOf(cells, plan, traces), warnings };
}

function openZip(bytes: Uint8Array): PartSource {
  const zip = new ZipContainer(bytes, DEFAULT_LIMITS);
  if (zip.encrypted) throw new UnreadableError('encrypted');
  return new Remembered(zip);
}

/** A digital signature over the package: any change of a signed part makes it void. */
function isSigned(zip: PartSource): boolean {
  return (
    relationshipsOf(zip, '').some((relation) => relation.kind === 'origin') || zip.names.some((name) => /^_xmlsignatures\//i.test(name))
  );
}

/** The workbook as it was before the traces that its record tells of. */
function withoutRecorded(zip: PartSource, bookPart: string): { parts: Overlay; traces: Traces } {
  const record = readRecord(zip, bookPart);
  const restored = record?.restore(zip) ?? null;
  return restored === null ? { parts: new Overlay(zip), traces: NO_TRACES } : { parts: restored, traces: record!.traces };
}

/** What the plan replaces and no record tells of is found by its tags. */
function stripReplaced(parts: Overlay, bookPart: string, plan: FilePlan): void {
  const names = new Set((plan.sheets ?? []).filter((sheet) => isRemoval(sheet) || sheet.replaces).map((sheet) => sheet.name));
  if (plan.marks === undefined && plan.notes === undefined && names.size === 0) return;
  stripTraces(parts, bookPart, { marks: plan.marks !== undefined, notes: plan.notes !== undefined, sheets: (wanted) => names.has(wanted) });
}

/** Where each worksheet of the file stands once sheets of ours are out of it; null when nothing moved. */
function placesIn(zip: PartSource, parts: Overlay, bookPart: string): readonly number[] | null {
  if (parts.differences.length === 0) return null;
  const before = listWorksheets(zip, bookPart);
  const after = listWorksheets(parts, bookPart);
  const places = before.map((part) => after.indexOf(part));
  return places.every((place, index) => place === index) ? null : places;
}

function listWorksheets(parts: PartSource, part: string): string[] {
  return worksheetsOf(parts, part, new WorkbookPart(new PartPatch(parts.part(part)!, part)).sheets).map((sheet) => sheet.part);
}

/** The plan with its addresses moved along; marks and notes on a sheet of ours that goes are not kept. */
function movedPlan(plan: FilePlan, places: readonly number[]): FilePlan {
  const moved = (at: Addr): Addr => ({ ...at, sheet: places[at.sheet] ?? -1 });
  return {
    ...plan,
    ...(plan.cells === undefined ? {} : { cells: plan.cells.map((cell) => ({ ...cell, at: moved(cell.at) })) }),
    ...(plan.marks === undefined
      ? {}
      : { marks: plan.marks.map((mark) => ({ ...mark, cells: mark.cells.map(moved).filter((at) => at.sheet >= 0) })) }),
    ...(plan.notes === undefined
      ? {}
      : { notes: plan.notes.map((note) => ({ ...note, at: moved(note.at) })).filter((note) => note.at.sheet >= 0) }),
  };
}

interface CellToWrite {
  readonly edit: CellEdit;
  /** What it held, to the last digit: plans state numbers as people see them, to fifteen. */
  readonly was: Content;
  /** The number format it had, where it gets another. */
  readonly format: string | null;
  /** A formula outside the plan feeds on it, or on another cell of the plan. */
  readonly feeds: boolean;
}

function cellsToWrite(parts: PartSource, edits: readonly CellEdit[], signed: boolean): CellToWrite[] {
  const book = readPackage(parts, DEFAULT_LIMITS);
  const kept = checkedCells(book, edits);
  if (signed && kept.length > 0)
    throw new RefusedEdit(
      'signed',
      kept.map((one) => one.at),
      '文件带有数字签名，改动任何单元格都会使签名失效。',
    );
  const feeds =
    kept.length > 0 &&
    feedsOthers(
      book,
      kept.map((one) => one.at),
    );
  return kept.map((edit) => {
    const { sheet, row, col } = edit.at;
    const own = book.sheets[sheet]!.formatAt(row, col);
    const format = edit.format === undefined || edit.format === own ? null : own;
    return { edit, was: exactly(edit.before, book.sheets[sheet]!.valueAt(row, col)), format, feeds };
  });
}

function mergedTraces(traces: Traces, plan: FilePlan): Traces {
  const removed = new Set((plan.sheets ?? []).filter(isRemoval).map((one) => one.name));
  const sheets = traces.sheets.filter((one) => !removed.has(one.name));
  for (const sheet of puts(plan)) {
    const old = sheet.replaces ? sheets.findIndex((one) => one.name === sheet.name) : -1;
    if (old < 0) sheets.push(sheet);
    else sheets[old] = sheet;
  }
  return { sheets, marks: withCells(plan.marks ?? traces.marks), notes: plan.notes ?? traces.notes };
}

function withCells(marks: readonly Mark[]): Mark[] {
  return marks.filter((mark) => mark.cells.length > 0);
}

function workBySheet(
  cells: readonly CellEdit[],
  traces: Traces,
): Map<number, { cells: SheetEditCell[]; marks: readonly Mark[]; notes: Note[] }> {
  const work: ReturnType<typeof workBySheet> = new Map();
  const on = (sheet: number): NonNullable<ReturnType<(typeof work)['get']>> => {
    const known = work.get(sheet);
    if (known !== undefined) return known;
    const fresh = { cells: [], marks: traces.marks, notes: [] };
    work.set(sheet, fresh);
    return fresh;
  };
  for (const { at, after, format } of cells)
    on(at.sheet).cells.push({ row: at.row, col: at.col, after, ...(format === undefined ? {} : { format }) });
  for (const mark of traces.marks) for (const at of mark.cells) on(at.sheet);
  const seen = new Set<string>();
  for (const note of traces.notes) {
    if (seen.has(addrKey(note.at))) continue;
    seen.add(addrKey(note.at));
    on(note.at.sheet).notes.push(note);
  }
  return new Map([...work].sort((a, b) => a[0] - b[0]));
}

function finishInto(parts: Overlay, book: BookDraft): ReturnType<BookDraft['draft']['finish']> {
  const finished = book.draft.finish();
  for (const { name, bytes } of finished.patched) parts.put(name, bytes);
  for (const { name, bytes } of finished.made) parts.put(name, bytes);
  for (const name of finished.dropped) parts.drop(name);
  return finished;
}

/** The archive with what differs from it; itself when nothing does. */
function written(original: Uint8Array, zip: PartSource, parts: Overlay): Uint8Array {
  const changed = new Map<string, Uint8Array | null>();
  const added: (readonly [string, Uint8Array])[] = [];
  for (const { name, bytes } of parts.differences) {
    const before = zip.part(name);
    if (before === undefined) {
      if (bytes !== null) added.push([name, bytes]);
    } else if (bytes === null || !equal(before, bytes)) changed.set(name.toLowerCase(), bytes);
  }
  return changed.size + added.length === 0 ? original : rewriteZip(original, changed, added);
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}

function exactly(before: Content, value: CellValue): Content {
  // Plans take an empty text for a blank; formulas that count cells do not.
  if (before.kind === 'blank') return value === '' ? { kind: 'value', value } : before;
  if (typeof value !== 'number') return before;
  return before.kind === 'value' ? { kind: 'value', value: new Dec(value) } : { ...before, stored: new Dec(value) };
}

function undoOf(cells: readonly CellToWrite[], plan: FilePlan, traces: Traces): Changes {
  const former = (name: string): SheetEdit | undefined => traces.sheets.find((one) => one.name === name);
  const sheets = (plan.sheets ?? []).flatMap((change): SheetChange[] => {
    const before = former(change.name);
    if (isRemoval(change)) return before === undefined ? [] : [before];
    if (change.replaces && before !== undefined) return [before];
    return [{ name: change.name, remove: true }];
  });
  return {
    cells: cells.map(({ edit: { at, after, reason }, was, format }) => ({
      at,
      before: after,
      after: was,
      reason,
      ...(format === null ? {} : { format }),
    })),
    sheets,
  };
}
