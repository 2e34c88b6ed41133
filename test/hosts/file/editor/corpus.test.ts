import { editWorkbook, readXlsx, removeTraces, sniff, type Edited } from '../../../../src/hosts/file';
import type { WritePlan } from '../../../../src/workbook/write-plan';
import { wholePlan } from '../../../support/edit-plans';
import { packageFaults } from '../../../support/package-faults';
import { corpusFiles } from '../../../support/shared-folder';
import { unzipMembers } from '../../../support/unzip';

const UNREADABLE = [
  '21_se-minimized-POIXSSFFuzzer-5937385319563264.xlsx',
  '22_e-minimized-XLSX2CSVFuzzer-6594557414080512.xlsx',
  '32_pass_protected.xlsx',
];

const files = corpusFiles();
const workbooks = [...(files ?? [])].filter(([name, bytes]) => !UNREADABLE.includes(name) && sniff(bytes) === 'xlsx');
const cases = files === null ? test.skip : test;
if (workbooks.length === 0) workbooks.push(['none', new Uint8Array(0)]);

function written(bytes: Uint8Array, plan: Partial<WritePlan>): Extract<Edited, { ok: true }> {
  const edited = editWorkbook(bytes, plan);
  if (!edited.ok) throw new Error(`${edited.why} ${edited.message ?? ''}`);
  return edited;
}

/** A fault with its numbers left out: a list that states one too few still does when both have grown. */
const kind = (fault: string): string => fault.replace(/\d+/g, '#');

describe.each(workbooks)('%s', (_, bytes) => {
  cases('one cell, marks, a note and a sheet: no fault the original lacked', () => {
    const before = packageFaults(bytes).map(kind);
    const after = packageFaults(written(bytes, wholePlan(readXlsx(bytes))).bytes);
    expect(after.filter((fault) => !before.includes(kind(fault)))).toEqual([]);
  });

  cases('annotated twice is annotated once', () => {
    const plan = wholePlan(readXlsx(bytes));
    const once = written(bytes, plan).bytes;
    expect(Buffer.compare(once, written(bytes, plan).bytes)).toBe(0);
    expect(Buffer.compare(once, written(once, { ...plan, cells: [] }).bytes)).toBe(0);
  });

  cases('our traces taken out: every part is what it was', () => {
    const plan = wholePlan(readXlsx(bytes));
    const back = unzipMembers(removeTraces(written(bytes, { ...plan, cells: [] }).bytes));
    const original = unzipMembers(bytes);
    expect(back.map(({ name }) => name)).toEqual(original.map(({ name }) => name));
    expect(back.filter(({ data }, index) => Buffer.compare(data, original[index]!.data) !== 0).map(({ name }) => name)).toEqual([]);
  });
});
