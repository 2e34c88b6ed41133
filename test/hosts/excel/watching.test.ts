import { ExcelHost } from '../../../src/hosts/excel';
import type { HostEvent } from '../../../src/hosts/port';
import { number } from '../../support/edit-plans';
import { bookOf, sheetOf } from '../../support/sheets';
import { openOffice } from './double/office';
import { edit, inExcel, pause, type OpenExcel } from './support';
import type { Quirks } from './double/world';

const BOOK = () =>
  bookOf([
    sheetOf('评分表', [
      ['甲', 10],
      ['乙', 20],
      [null, { f: 'SUM(B1:B2)', v: 30 }],
    ]),
    sheetOf('数据表', [['丙', 1]]),
  ]);
/** Longer than changes are gathered. */
const SOON = 120;

function watching(work: (excel: OpenExcel, events: HostEvent[]) => Promise<void>, quirks: Partial<Quirks> = {}): Promise<void> {
  return inExcel(
    BOOK(),
    async (excel) => {
      const events: HostEvent[] = [];
      await excel.host.open();
      const end = excel.host.watch((event) => events.push(event));
      await pause(SOON);
      await work(excel, events);
      end();
      await pause(SOON);
      expect(excel.bridge.listening.size).toBe(0);
    },
    quirks,
  );
}

describe('what happens in Excel', () => {
  test('edits that come together are one event around them; what calculation brings about is part of it', async () => {
    await watching(async ({ world }, events) => {
      const sheet = world.book.sheets[0]!.id;
      world.type('评分表', 0, 1, 9);
      world.type('评分表', 1, 1, 19);
      await pause(SOON);
      expect(events).toEqual([{ is: 'changed', by: 'user', where: { sheet, top: 0, left: 1, bottom: 1, right: 1 } }]);
      world.type('评分表', 0, 1, 8);
      world.type('数据表', 0, 1, 2);
      await pause(SOON);
      expect(events[1]).toEqual({ is: 'changed', by: 'user', where: null });
    });
  });

  test('results are awaited', async () => {
    await watching(
      async ({ host, world }, events) => {
        world.type('评分表', 0, 1, 9);
        await pause(SOON);
        expect(events).toEqual([]);
        world.settle();
        await pause(3 * SOON);
        expect(events).toHaveLength(1);
        expect((await host.read()).sheets[0]!.valueAt(2, 1)).toBe(29);
      },
      { calculation: 'slow' },
    );
  });

  test('a change is told when typing has ended', async () => {
    await watching(async ({ world }, events) => {
      world.type('评分表', 0, 1, 9);
      world.quirks.cellEdit = true;
      await pause(2 * SOON);
      expect(events).toEqual([]);
      world.quirks.cellEdit = false;
      await pause(2 * SOON);
      expect(events).toHaveLength(1);
    });
  });

  test('a co-author is another; a calculation without an edit is told as such; protection and selection are told', async () => {
    await watching(async ({ world }, events) => {
      const sheet = world.book.sheets[0]!.id;
      world.type('评分表', 0, 1, 9, 'co-author');
      await pause(SOON);
      world.settle();
      await pause(SOON);
      world.protect('评分表');
      world.selectByHand('评分表', 'B1:B2');
      world.selectByHand('评分表', 'B:B');
      await pause(SOON);
      expect(events).toEqual([
        { is: 'changed', by: 'other', where: { sheet, top: 0, left: 1, bottom: 0, right: 1 } },
        { is: 'changed', by: 'calculation', where: null },
        { is: 'protection' },
        { is: 'selected', where: { sheet, top: 0, left: 1, bottom: 1, right: 1 } },
        { is: 'selected', where: { sheet, top: 0, left: 1, bottom: 1_048_575, right: 1 } },
      ]);
    });
  });

  test.each([true, false])(
    'our own writes are not told, an edit right after them is (Excel says whose it was: %s)',
    async (tellsTrigger) => {
      await watching(
        async ({ host, world }, events) => {
          const book = await host.read();
          await host.write({ cells: [edit(book, 'B1', number(9)), edit(book, 'B2', number(19))], sheets: [] }, book);
          await host.mark([{ severity: 'mandatory', cells: [{ sheet: 0, row: 0, col: 1 }] }], [], book);
          await pause(SOON);
          expect(events).toEqual([]);
          world.type('评分表', 1, 1, 18);
          await pause(SOON);
          expect(events).toMatchObject([{ is: 'changed', by: 'user', where: { top: 1, left: 1, bottom: 1, right: 1 } }]);
        },
        { tellsTrigger, api: tellsTrigger ? '1.14' : '1.13' },
      );
    },
  );
});

test('what another runtime of ours does, the ribbon while the pane is open, is told as of another', async () => {
  await watching(async ({ world }, events) => {
    const ribbon = openOffice(world);
    const host = new ExcelHost(ribbon.office);
    const book = await host.read();
    await host.write({ cells: [edit(book, 'B1', number(9))], sheets: [] }, book);
    await pause(SOON);
    expect(events).toMatchObject([{ is: 'changed', by: 'other', where: { top: 0, left: 1, bottom: 0, right: 1 } }]);
    ribbon.close();
  });
});

describe('which Excel', () => {
  test.each(['1.1', '1.7', '1.8', '1.12'])('ExcelApi %s is refused with what else there is', async (api) => {
    await inExcel(
      BOOK(),
      async ({ host, bridge }) => {
        await expect(host.open()).rejects.toMatchObject({ why: 'unsupported', say: expect.stringMatching(/工作台.*WPS.*命令行/) });
        expect(bridge.exchanges).toEqual([]);
      },
      { api },
    );
  });

  test('a host that says it has a set while the library lacks the member is refused as well', async () => {
    await inExcel(BOOK(), async ({ host, office }) => {
      const prototype = office.Excel.Range!.prototype as Record<string, unknown>;
      const member = prototype['getMergedAreasOrNullObject'];
      delete prototype['getMergedAreasOrNullObject'];
      await expect(host.open()).rejects.toMatchObject({ why: 'unsupported' });
      prototype['getMergedAreasOrNullObject'] = member;
      await expect(host.open()).resolves.toMatchObject({ write: true, marks: 'persistent', storage: 'workbook' });
    });
  });

  test('read-only workbooks are read and not written', async () => {
    await inExcel(BOOK(), async ({ host, world }) => {
      world.book.readOnly = true;
      expect(await host.open()).toMatchObject({ write: false, addSheets: false, marks: 'none' });
      expect((await host.read()).sheets).toHaveLength(2);
    });
  });
});

test('selecting: the sheet comes to the front; hidden and deleted sheets are said', async () => {
  await inExcel(BOOK(), async ({ host, world }) => {
    const book = await host.read();
    await host.select({ sheet: 1, row: 0, col: 1 }, book);
    expect(world.book.selection).toEqual({ sheet: world.book.sheets[1]!.id, address: 'B1' });
    expect(world.book.active).toBe(world.book.sheets[1]!.id);
    world.book.sheets[1]!.state = 'hidden';
    await expect(host.select({ sheet: 1, row: 0, col: 1 }, book)).rejects.toMatchObject({ say: expect.stringContaining('已隐藏') });
    world.book.sheets.pop();
    await expect(host.select({ sheet: 1, row: 0, col: 1 }, book)).rejects.toMatchObject({ why: 'gone' });
  });
});
