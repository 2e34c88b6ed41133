import { editWorkbook, readXlsx, type Edited, type FilePlan } from '../../src/hosts/file';
import type { Content, WritePlan } from '../../src/workbook/write-plan';
import { cellEdit } from './edit-plans';
import { packageFaults } from './package-faults';
import { unzipParts } from './unzip';

/** A plan written; throws with the reason where it is refused. */
export function writtenBy(bytes: Uint8Array, plan: FilePlan): Extract<Edited, { ok: true }> {
  const edited = editWorkbook(bytes, plan);
  if (!edited.ok) throw new Error(`refused: ${edited.why} ${edited.message ?? ''}`);
  return edited;
}

/** Cells by A1 of the first sheet, changed as one plan. */
export function cellsPlan(bytes: Uint8Array, cells: Readonly<Record<string, Content>>, sheet = 0): Pick<WritePlan, 'cells'> {
  const book = readXlsx(bytes);
  return { cells: Object.entries(cells).map(([at, after]) => cellEdit(book, at, after, sheet)) };
}

/** The part of a workbook after cells have changed, and a check that nothing is broken by it. */
export function changed(bytes: Uint8Array, cells: Readonly<Record<string, Content>>, part = 'xl/worksheets/sheet1.xml'): string {
  const edited = writtenBy(bytes, cellsPlan(bytes, cells));
  expectSound(bytes, edited.bytes);
  return partText(edited.bytes, part);
}

export function refusal(bytes: Uint8Array, cells: Readonly<Record<string, Content>>): string {
  const edited = editWorkbook(bytes, cellsPlan(bytes, cells));
  return edited.ok ? 'written' : edited.why;
}

export function partText(bytes: Uint8Array, part: string): string {
  const data = unzipParts(bytes).get(part);
  if (data === undefined) throw new Error(`no part ${part}`);
  return new TextDecoder().decode(data);
}

/** A fault with its numbers left out: a list that states one too few still does when both have grown. */
const kind = (fault: string): string => fault.replace(/\d+/g, '#');

/** No fault that was not there before. */
export function expectSound(before: Uint8Array, after: Uint8Array): void {
  const known = packageFaults(before).map(kind);
  expect(packageFaults(after).filter((fault) => !known.includes(kind(fault)))).toEqual([]);
}
