import { FileHost } from '../../../../src/hosts/file';
import { number, sampleSheet } from '../../../support/edit-plans';
import { cellsPlan } from '../../../support/edited';
import { rowsXlsx } from '../../../support/ooxml';

const bytes = rowsXlsx('<row r="1"><c r="A1"><v>1</v></c></row>');
const at = { sheet: 0, row: 0, col: 0 };

test('reads, writes, marks and takes its marks away again', async () => {
  const host = new FileHost(bytes);
  expect([host.kind, host.can]).toEqual(['file', { select: false, watch: false, notes: true, marks: true }]);
  const applied = await host.apply({ ...cellsPlan(bytes, { A1: number(2) }), sheets: [{ name: '审核结果', replaces: true, content: sampleSheet({ sheet: '表1', a1: 'A1' }) }] });
  expect(applied.ok).toBe(true);
  expect((await host.read()).sheets.map((sheet) => [sheet.name, sheet.valueAt(0, 0)])).toEqual([['表1', 2], ['审核结果', '审核结果']]);
  const written = host.bytes;
  await host.mark([{ severity: 'mandatory', cells: [at] }], [{ at, text: '注' }]);
  expect(Buffer.compare(host.bytes, written)).not.toBe(0);
  await host.clearMarks();
  expect(Buffer.compare(host.bytes, written)).toBe(0);
  if (applied.ok) expect((await host.apply(applied.undo)).ok).toBe(true);
  expect((await host.read()).sheets[0]!.valueAt(0, 0)).toBe(1);
});

test('what is refused leaves the bytes as they are', async () => {
  const host = new FileHost(bytes);
  const plan = cellsPlan(bytes, { A1: number(2) });
  await host.apply({ ...plan, sheets: [] });
  const after = host.bytes;
  expect(await host.apply({ ...plan, sheets: [] })).toEqual({ ok: false, why: 'changed', at: [at] });
  expect(host.bytes).toBe(after);
});

test('there is nothing to select or to watch', async () => {
  const host = new FileHost(bytes);
  await host.select();
  expect(host.watch()()).toBeUndefined();
});
