import { written, type Writer } from '../../../src/cli/recalc/written';
import { addrKey } from '../../../src/workbook/address';
import { editedBook } from '../../../src/workbook/edited-book';
import { DEFAULT_OPTIONS, planRecalc, type Recalc } from '../../../src/recalc';
import type { Addr, WorkbookSnapshot } from '../../../src/workbook/types';
import type { Edited } from '../../../src/hosts/file';
import { form, byRow } from '../../recalc/form';
import { exact, withDerivations } from '../../recalc/support';

const BYTES = new Uint8Array([1]);
const G9: Addr = { sheet: 0, row: 8, col: 6 };
const book = form({ G9: null, G13: null });

/** A file that refuses some cells, each time it is asked to write them. */
function writer(
  refuses: readonly Addr[],
  why: 'unsupported' | 'changed' = 'unsupported',
  keeps: (book: WorkbookSnapshot) => WorkbookSnapshot = (one) => one,
): Writer {
  let now = book;
  return {
    plan: (options) => planRecalc(book, withDerivations(byRow({ 9: exact(18) })), options),
    sheets: () => [],
    edit: ({ cells }: Recalc): Edited => {
      const at = cells.map((edit) => edit.at).filter((one) => refuses.some((other) => addrKey(other) === addrKey(one)));
      if (at.length > 0) return { ok: false, why, at };
      now = keeps(editedBook(book, cells));
      return { ok: true, bytes: BYTES, undo: { cells: [], sheets: [] }, warnings: [] };
    },
    read: () => Promise.resolve(now),
  };
}

test('what can be written is written', async () => {
  const done = await written(writer([]), DEFAULT_OPTIONS);
  expect(done).toMatchObject({ ok: true, bytes: BYTES });
  expect(done.ok && done.recalc.cells).toHaveLength(2);
});

test('a cell that cannot be written alone is left out, and what rests on it', async () => {
  const done = await written(writer([G9]), DEFAULT_OPTIONS);
  expect(done.ok && done.recalc.cells).toEqual([]);
  expect(done.ok && done.recalc.tables[0]!.kept.map((kept) => kept.why.is)).toEqual(['refused', 'blanks-remain']);
});

test('a workbook that changed meanwhile is not written', async () => {
  expect(await written(writer([G9], 'changed'), DEFAULT_OPTIONS)).toEqual({ ok: false, why: 'changed' });
});

test('what does not read back is not kept', async () => {
  expect(
    await written(
      writer([], 'unsupported', () => book),
      DEFAULT_OPTIONS,
    ),
  ).toMatchObject({ ok: false, why: 'not-kept', at: [{ sheet: 0, row: 12, col: 6 }, G9] });
});
