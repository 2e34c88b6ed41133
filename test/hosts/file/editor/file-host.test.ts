import { FileHost } from '../../../../src/hosts/file';
import { number, sampleSheet } from '../../../support/edit-plans';
import { cellsPlan } from '../../../support/edited';
import { rowsXlsx } from '../../../support/ooxml';
import { unzipParts } from '../../../support/unzip';

const bytes = rowsXlsx('<row r="1"><c r="A1"><v>1</v></c></row>');
const at = { sheet: 0, row: 0, col: 0 };
const RESULT = { name: '审核结果', replaces: true, content: sampleSheet({ sheet: '表1', a1: 'A1' }) };

test('writes, marks, tells of its traces and takes them away again', async () => {
  const host = new FileHost(bytes, { name: '附件2.xlsx' });
  expect(host.name).toBe('附件2.xlsx');
  expect(await host.open()).toMatchObject({ write: true, marks: 'persistent', notes: true, select: false, watch: false });
  const outcome = await host.write({ ...cellsPlan(bytes, { A1: number(2) }), sheets: [RESULT] });
  expect((await host.read()).sheets.map((sheet) => [sheet.name, sheet.valueAt(0, 0)])).toEqual([
    ['表1', 2],
    ['审核结果', '审核结果'],
  ]);
  const written = host.bytes;
  expect(await host.mark([{ severity: 'mandatory', cells: [at] }], [{ at, text: '注' }])).toEqual({ leftOut: [], warnings: [] });
  expect(await host.traces()).toEqual({ marks: 1, notes: 1, sheets: ['审核结果'], settings: false });
  await host.mark([], []);
  expect(Buffer.compare(host.bytes, written)).toBe(0);
  expect(outcome.is).toBe('done');
  if (outcome.is === 'done') expect((await host.write(outcome.undo)).is).toBe('done');
  expect(unzipParts(host.bytes)).toEqual(unzipParts(bytes));
});

test('undo of a write that added a sheet removes it; of one that replaced it brings the former one back', async () => {
  const host = new FileHost(bytes);
  const first = await host.write({ cells: [], sheets: [RESULT] });
  const once = host.bytes;
  const other = { ...RESULT, content: { ...RESULT.content, rows: RESULT.content.rows.slice(0, 1) } };
  const second = await host.write({ cells: [], sheets: [other] });
  expect(Buffer.compare(host.bytes, once)).not.toBe(0);
  if (first.is !== 'done' || second.is !== 'done') throw new Error('both are written');
  await host.write(second.undo);
  expect(Buffer.compare(host.bytes, once)).toBe(0);
  const removal = await host.write(first.undo);
  expect((await host.read()).sheets.map((sheet) => sheet.name)).toEqual(['表1']);
  expect(unzipParts(host.bytes)).toEqual(unzipParts(bytes));
  if (removal.is === 'done') await host.write(removal.undo);
  expect(Buffer.compare(host.bytes, once)).toBe(0);
});

test('a sheet of the user by that name is not removed', async () => {
  const host = new FileHost(bytes);
  const outcome = await host.write({ cells: [], sheets: [{ name: '表1', remove: true }] });
  expect(outcome.is).toBe('done');
  expect((await host.read()).sheets.map((sheet) => sheet.name)).toEqual(['表1']);
});

test('what is refused leaves the bytes as they are', async () => {
  const host = new FileHost(bytes);
  const plan = cellsPlan(bytes, { A1: number(2) });
  await host.write({ ...plan, sheets: [] });
  const after = host.bytes;
  expect(await host.write({ ...plan, sheets: [] })).toEqual({ is: 'refused', why: 'changed', at: [at] });
  expect(host.bytes).toBe(after);
});

test('there is nothing to select or to watch', async () => {
  const host = new FileHost(bytes);
  await host.select();
  expect(host.watch()()).toBeUndefined();
});
