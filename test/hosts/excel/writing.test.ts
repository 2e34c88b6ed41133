import type { HostPlan, WriteOutcome } from '../../../src/hosts/port';
import { Dec } from '../../../src/workbook/decimal';
import type { WorkbookSnapshot } from '../../../src/workbook/types';
import type { CellEdit, Content } from '../../../src/workbook/write-plan';
import { blank, formula, number, sampleSheet, text } from '../../support/edit-plans';
import { bookOf, sheetOf } from '../../support/sheets';
import type { Exchange } from './double/bridge';
import { edit, inExcel } from './support';

const UNDOABLE = 16;

const BOOK = (): WorkbookSnapshot =>
  bookOf([
    sheetOf('评分表', [
      ['指标', '分值', '得分', '说明', { v: null, format: '@' }],
      ['甲', 10, 9.5, null, { v: '12', format: '@' }],
      ['乙', 20, 20, null, { v: null, format: '@' }],
      ['合计', { f: 'SUM(B2:B3)', v: 30 }, { f: 'SUM(C2:C3)', v: 29.5 }, null, null],
    ]),
    sheetOf('数据表', [['编制人数', 12]]),
  ]);

const cells = (...edits: CellEdit[]): HostPlan => ({ cells: edits, sheets: [] });
const writesValues = (one: Exchange): boolean => one.members.includes('Range.Values=');

describe('writing cells', () => {
  test('two syncs: one asks, one writes and reads back; only values and number formats in it, all of it undoable', async () => {
    await inExcel(BOOK(), async ({ host, bridge }) => {
      const book = await host.read();
      bridge.reset();
      const plan = cells(
        edit(book, 'C2', number('9.47')),
        edit(book, 'C3', number(19)),
        edit(book, 'C4', formula('ROUND(SUM(C2:C3),2)', '28.47')),
        edit(book, 'D2', number('0.95'), 0, '0.00%'),
      );
      expect((await host.write(plan, book)).is).toBe('done');
      expect(bridge.syncs).toBe(2);
      const [writing, ...more] = bridge.exchanges.filter(writesValues);
      expect(more).toEqual([]);
      expect(writing!.flags & UNDOABLE).toBe(UNDOABLE);
      const setting = writing!.members.filter((member) => member.endsWith('='));
      expect(new Set(setting)).toEqual(new Set(['Range.Values=', 'Range.NumberFormat=']));
    });
  });

  test('two thousand cells: two syncs, one below the other as one range', async () => {
    const lines = Array.from({ length: 2_000 }, (_, row) => [`指标${row}`, 10, row % 2 === 0 ? 9 : null]);
    await inExcel(bookOf([sheetOf('评分表', lines)]), async ({ host, bridge }) => {
      const book = await host.read();
      bridge.reset();
      const edits = lines.map((_, row) => edit(book, `C${row + 1}`, number(`${(row % 10) + 0.5}`)));
      expect(await host.write(cells(...edits), book)).toMatchObject({ is: 'done' });
      expect(bridge.syncs).toBe(2);
      expect(Math.max(...bridge.exchanges.flatMap((one) => [one.request, one.reply]))).toBeLessThan(2_000_000);
      expect((await host.read()).sheets[0]!.valueAt(1_999, 2)).toBe(9.5);
    });
  });

  const TEXTS = [
    '=SUM(A1)',
    '+1',
    '-3',
    '@甲',
    "'引号",
    '2024',
    '1/2',
    '2024年3月5日',
    '2024-3-5',
    '50%',
    '9:30',
    '¥5',
    '1,234.5',
    'TRUE',
    '#N/A',
    '1e5',
    '扣0.5分：资料不全',
    '第1季度完成',
    ' 12 ',
    'Jan 5',
    '普通文字',
    '＝全角',
  ];
  test.each(TEXTS)('the text %p stays that text, and goes again', async (written) => {
    await inExcel(BOOK(), async ({ host }) => {
      const book = await host.read();
      const outcome = await host.write(cells(edit(book, 'D2', text(written)), edit(book, 'E3', text(written))), book);
      expect(outcome.is).toBe('done');
      const after = await host.read();
      expect([after.sheets[0]!.valueAt(1, 3), after.sheets[0]!.valueAt(2, 4)]).toEqual([written, written]);
      expect(after.sheets[0]!.formatAt(1, 3)).toBe('General');
      if (outcome.is === 'done') await host.write(outcome.undo, after);
      expect((await host.read()).sheets[0]!.at(1, 3)?.value ?? null).toBeNull();
    });
  });

  test.each<[string, Content]>([
    ['a number', number('9.47')],
    ['a formula', formula('1+1', 2)],
  ])('%s in a text cell is one, and the cell is a text cell again after undo', async (_, content) => {
    await inExcel(BOOK(), async ({ host }) => {
      const book = await host.read();
      const outcome = await host.write(cells(edit(book, 'E2', content)), book);
      const after = await host.read();
      expect(typeof after.sheets[0]!.valueAt(1, 4)).toBe('number');
      if (outcome.is !== 'done') throw new Error(outcome.is);
      expect((await host.write(outcome.undo, after)).is).toBe('done');
      const back = await host.read();
      expect([back.sheets[0]!.valueAt(1, 4), back.sheets[0]!.formatAt(1, 4)]).toEqual(['12', '@']);
    });
  });

  test('a format goes and comes back with its number', async () => {
    await inExcel(BOOK(), async ({ host }) => {
      const book = await host.read();
      const outcome = await host.write(cells(edit(book, 'D2', number('0.95'), 0, '0.00%')), book);
      expect((await host.read()).sheets[0]!.formatAt(1, 3)).toBe('0.00%');
      if (outcome.is === 'done') await host.write(outcome.undo, await host.read());
      expect((await host.read()).sheets[0]!.formatAt(1, 3)).toBe('General');
    });
  });

  test('a host that spells a formula its own way is believed; undo knows its spelling', async () => {
    const spell = (formula: string): string => formula.toUpperCase().replace(/,/g, ', ');
    await inExcel(
      BOOK(),
      async ({ host }) => {
        const book = await host.read();
        const outcome = await host.write(cells(edit(book, 'C4', formula('round(SUM(C2:C3),2)', '29.5'))), book);
        expect(outcome.is).toBe('done');
        if (outcome.is === 'done') expect((await host.write(outcome.undo, await host.read())).is).toBe('done');
        expect((await host.read()).sheets[0]!.at(3, 2)?.formula).toBe('SUM(C2:C3)');
      },
      { spell },
    );
  });
});

describe('refusals leave everything as it was', () => {
  const refusal = (outcome: WriteOutcome): unknown => (outcome.is === 'refused' ? { why: outcome.why, at: outcome.at } : outcome.is);
  const at = (row: number, col: number, sheet = 0): unknown => ({ sheet, row, col });

  test('a protected form: open cells are written, locked ones refused', async () => {
    await inExcel(BOOK(), async ({ host, world }) => {
      world.unlock('评分表', { top: 1, left: 2, bottom: 1, right: 2 });
      world.protect('评分表');
      const book = await host.read();
      expect([book.sheets[0]!.protected, book.sheets[0]!.locked(1, 2), book.sheets[0]!.locked(2, 2)]).toEqual([true, false, true]);
      expect(refusal(await host.write(cells(edit(book, 'C2', number(9)), edit(book, 'C3', number(9))), book))).toEqual({
        why: 'protected',
        at: [at(2, 2)],
      });
      expect((await host.write(cells(edit(book, 'C2', number(9))), book)).is).toBe('done');
      const after = await host.read();
      expect([after.sheets[0]!.valueAt(1, 2), after.sheets[0]!.valueAt(2, 2)]).toEqual([9, 20]);
    });
  });

  test('a text cell of a protected form takes no number', async () => {
    await inExcel(BOOK(), async ({ host, world }) => {
      world.unlock('评分表', { top: 1, left: 4, bottom: 1, right: 4 });
      world.protect('评分表');
      const book = await host.read();
      expect(refusal(await host.write(cells(edit(book, 'E2', number(9))), book))).toEqual({ why: 'protected', at: [at(1, 4)] });
    });
  });

  test('somebody is typing', async () => {
    await inExcel(BOOK(), async ({ host, world }) => {
      const book = await host.read();
      world.quirks.cellEdit = true;
      expect(refusal(await host.write(cells(edit(book, 'C2', number(9))), book))).toEqual({ why: 'editing', at: [] });
      await expect(host.read()).rejects.toMatchObject({ why: 'editing' });
      world.quirks.cellEdit = false;
      expect((await host.write(cells(edit(book, 'C2', number(9))), book)).is).toBe('done');
    });
  });

  test('the cell was changed, the sheet was deleted, the workbook is read-only', async () => {
    await inExcel(BOOK(), async ({ host, world }) => {
      const book = await host.read();
      world.type('评分表', 1, 2, 8);
      expect(refusal(await host.write(cells(edit(book, 'C2', number(9))), book))).toEqual({ why: 'changed', at: [at(1, 2)] });
      world.book.sheets = world.book.sheets.filter((sheet) => sheet.name !== '数据表');
      expect(refusal(await host.write(cells(edit(book, 'B1', number(9), 1)), book))).toEqual({ why: 'gone', at: [at(0, 1, 1)] });
      world.book.readOnly = true;
      expect(refusal(await host.write(cells(edit(await host.read(), 'C2', number(9))), book))).toEqual({ why: 'read-only', at: [] });
    });
  });

  test('one cell twice, a text beyond what a cell holds, a covered cell', async () => {
    const merged = bookOf([sheetOf('评分表', [['甲', null, 1]], { merges: ['A1:B1'] })]);
    await inExcel(merged, async ({ host, bridge }) => {
      const book = await host.read();
      bridge.reset();
      expect(refusal(await host.write(cells(edit(book, 'C1', number(2)), edit(book, 'C1', number(3))), book))).toEqual({
        why: 'unsupported',
        at: [at(0, 2)],
      });
      expect(refusal(await host.write(cells(edit(book, 'C1', text('长'.repeat(40_000)))), book))).toEqual({
        why: 'unsupported',
        at: [at(0, 2)],
      });
      expect(refusal(await host.write(cells(edit(book, 'B1', number(2))), book))).toEqual({ why: 'unsupported', at: [at(0, 1)] });
      expect(bridge.syncs).toBe(0);
    });
  });

  test('a formula Excel does not take as it is', async () => {
    await inExcel(
      BOOK(),
      async ({ host, world }) => {
        const book = await host.read();
        const outcome = await host.write(cells(edit(book, 'C2', number(9)), edit(book, 'C4', formula('SUM(C2:C3)*1', '29'))), book);
        expect(refusal(outcome)).toEqual({ why: 'unsupported', at: [at(3, 2)] });
        const sheet = world.book.sheet('评分表')!;
        expect([sheet.at(1, 2)!.value, sheet.at(3, 2)!.value]).toEqual([9.5, 29.5]);
      },
      { spell: (formula) => (formula.endsWith('*1') ? formula.slice(0, -2) : formula) },
    );
  });

  test('Excel refuses in the middle: what was written is put back', async () => {
    await inExcel(
      BOOK(),
      async ({ host }) => {
        const book = await host.read();
        const outcome = await host.write(cells(edit(book, 'C2', number(9)), edit(book, 'D3', text('说明'))), book);
        expect(outcome).toMatchObject({
          is: 'partly',
          why: 'protected',
          written: { cells: [] },
          undo: { cells: [] },
          restored: [at(1, 2)],
        });
        expect((await host.read()).sheets[0]!.valueAt(1, 2)).toBe(9.5);
      },
      { failAtWrite: 2 },
    );
  });
});

describe('sheets of ours', () => {
  const RESULT = { name: '审核结果', replaces: true, content: sampleSheet({ sheet: '评分表', a1: 'B2' }) };

  test('a replaced sheet comes back with its looks, links and what people typed into it', async () => {
    await inExcel(BOOK(), async ({ host, world }) => {
      const book = await host.read();
      await host.write({ cells: [], sheets: [RESULT] }, book);
      world.type('审核结果', 3, 2, '单位说明：已更正');
      const other = {
        ...RESULT,
        content: { ...RESULT.content, rows: [{ cells: [{ col: 0, value: '新的', style: 'title' as const }] }], merges: [] },
      };
      const outcome = await host.write({ cells: [], sheets: [other] }, await host.read());
      if (outcome.is !== 'done') throw new Error(outcome.is);
      const [back] = outcome.undo.sheets;
      if (back === undefined || 'remove' in back) throw new Error('no content to go back to');
      const wanted = RESULT.content;
      expect(back.content.rows.map((row) => row.cells.map((cell) => cell.style))).toEqual(
        wanted.rows.map((row) => row.cells.map((cell) => cell.style)),
      );
      expect(back.content.rows[2]!.cells[1]!.link).toEqual({ sheet: '评分表', a1: 'B2' });
      expect(back.content.rows[3]!.cells[2]!.value).toBe('单位说明：已更正');
      expect(back.content).toMatchObject({
        widths: wanted.widths,
        merges: wanted.merges,
        frozenRows: wanted.frozenRows,
        print: wanted.print,
      });
      await host.write(outcome.undo, await host.read());
      expect((await host.read()).sheets[2]!.valueAt(3, 2)).toBe('单位说明：已更正');
    });
  });

  test('a sheet of that name that is not ours is left alone', async () => {
    await inExcel(bookOf([sheetOf('审核结果', [['别人的']])]), async ({ host }) => {
      const outcome = await host.write({ cells: [], sheets: [RESULT] }, await host.read());
      expect(outcome).toMatchObject({ is: 'done', warnings: [{ kind: 'sheet-renamed', wanted: '审核结果', given: '审核结果 (2)' }] });
      expect((await host.read()).sheets.map((sheet) => [sheet.name, sheet.ours ?? false])).toEqual([
        ['审核结果', false],
        ['审核结果 (2)', true],
      ]);
    });
  });

  test("a sheet of ours that was renamed is the user's", async () => {
    await inExcel(BOOK(), async ({ host, world }) => {
      await host.write({ cells: [], sheets: [RESULT] }, await host.read());
      world.book.sheet('审核结果')!.name = '我的核对';
      expect((await host.read()).sheets.some((sheet) => sheet.ours)).toBe(false);
      await host.removeTraces();
      expect((await host.read()).sheets.map((sheet) => sheet.name)).toContain('我的核对');
    });
  });

  test('a protected structure is said before anything is written', async () => {
    await inExcel(BOOK(), async ({ host, world }) => {
      world.book.structureProtected = true;
      expect((await host.open()).addSheets).toBe(false);
      const book = await host.read();
      expect(await host.write({ cells: [edit(book, 'C2', number(9))], sheets: [RESULT] }, book)).toMatchObject({
        is: 'refused',
        why: 'protected',
      });
      expect((await host.read()).sheets[0]!.valueAt(1, 2)).toBe(9.5);
    });
  });

  test('six hundred findings are one sheet, no message above 2 MB', async () => {
    const rows = Array.from({ length: 600 }, (_, row) => ({
      cells: [
        { col: 0, value: new Dec(row), style: 'number' as const },
        { col: 1, value: `第${row}项：${'自评分与重算分不一致，请核实。'.repeat(12)}`, style: 'text' as const },
      ],
    }));
    await inExcel(BOOK(), async ({ host, bridge }) => {
      const outcome = await host.write(
        { cells: [], sheets: [{ ...RESULT, content: { ...RESULT.content, rows, merges: [] } }] },
        await host.read(),
      );
      expect(outcome).toMatchObject({ is: 'done' });
      expect(Math.max(...bridge.exchanges.flatMap((one) => [one.request, one.reply]))).toBeLessThan(2_000_000);
    });
  });
});

test('nothing to write is done without a sync', async () => {
  await inExcel(BOOK(), async ({ host, bridge }) => {
    const book = await host.read();
    bridge.reset();
    expect(await host.write({ cells: [], sheets: [] }, book)).toEqual({ is: 'done', undo: { cells: [], sheets: [] }, warnings: [] });
    expect(bridge.syncs).toBe(0);
    expect((await host.write(cells(edit(book, 'D2', blank)), book)).is).toBe('done');
  });
});
