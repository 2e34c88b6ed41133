import type { Addr } from '../../../src/workbook/types';
import type { Mark } from '../../../src/workbook/write-plan';
import { bookOf, sheetOf } from '../../support/sheets';
import type { ModelRule } from './double/model';
import { inExcel } from './support';

const UNDOABLE = 16;
const MANDATORY = '=N("JIHE:1:mandatory")=0';

const LINES = Array.from({ length: 90 }, (_, row) => [`指标${row}`, 10, 9, '说明']);
const BOOK = () => bookOf([sheetOf('评分表', LINES, { merges: ['A1:B1'] }), sheetOf('数据表', [['甲', 1]])]);
const at = (row: number, col: number, sheet = 0): Addr => ({ sheet, row, col });
const MARKS: readonly Mark[] = [
  { severity: 'mandatory', cells: [at(4, 2), at(5, 2), at(0, 0)] },
  { severity: 'advisory', cells: [at(9, 3), at(4, 2), at(0, 0, 1)] },
];

function theirs(): ModelRule[] {
  const area = [{ top: 0, left: 2, bottom: 80, right: 2 }];
  return [
    { id: '{A}', type: 'ColorScale', formula: '', areas: area, looks: new Map() },
    { id: '{B}', type: 'Custom', formula: '=$C1>5', areas: area, looks: new Map() },
    { id: '{C}', type: 'CellValue', formula: '', areas: area, looks: new Map() },
  ];
}

describe('marks', () => {
  test('one rule for each severity and sheet, in two syncs, no value in either and nothing undoable', async () => {
    await inExcel(BOOK(), async ({ host, bridge, world }) => {
      await host.traces();
      const book = await host.read();
      bridge.reset();
      expect(await host.mark(MARKS, [], book)).toEqual({ leftOut: [], warnings: [] });
      expect(bridge.syncs).toBe(2);
      const writing = bridge.exchanges.filter((one) => one.members.some((member) => member.endsWith('=')));
      expect(writing).toHaveLength(1);
      expect(writing[0]!.flags & UNDOABLE).toBe(0);
      expect(writing[0]!.members.some((member) => member.startsWith('Range.'))).toBe(false);
      const sheet = world.book.sheet('评分表')!;
      expect(sheet.rules.map((rule) => [rule.formula, rule.areas.length])).toEqual([
        ['=N("JIHE:1:advisory")=0', 1],
        [MANDATORY, 2],
      ]);
      // A cell that is both is 强制性; a merged cell is marked whole.
      expect(world.rulesAt('评分表', 4, 2)).toEqual([MANDATORY]);
      expect(world.rulesAt('评分表', 0, 1)).toEqual([MANDATORY]);
      expect(sheet.rules[1]!.looks.get('font.bold')).toBe(true);
      expect(world.book.sheet('数据表')!.rules).toHaveLength(1);
      expect(await host.traces()).toEqual({ marks: 4, notes: 0, sheets: [], settings: false });
    });
  });

  test('marks again replace the first, still in two syncs', async () => {
    await inExcel(BOOK(), async ({ host, bridge, world }) => {
      const book = await host.read();
      await host.mark(MARKS, [], book);
      bridge.reset();
      await host.mark([{ severity: 'mandatory', cells: [at(7, 2)] }], [], book);
      expect(bridge.syncs).toBe(2);
      expect([world.rulesAt('评分表', 4, 2), world.rulesAt('评分表', 7, 2)]).toEqual([[], [MANDATORY]]);
    });
  });

  test('rules of others, of any kind, stay; theirs of our kind are asked once', async () => {
    await inExcel(BOOK(), async ({ host, bridge, world }) => {
      const sheet = world.book.sheet('评分表')!;
      sheet.rules = theirs();
      expect((await host.traces()).marks).toBe(0);
      const book = await host.read();
      bridge.reset();
      await host.mark(MARKS, [], book);
      expect(bridge.syncs).toBe(2);
      await host.mark([], [], book);
      expect(sheet.rules.map((rule) => rule.id)).toEqual(['{A}', '{B}', '{C}']);
    });
  });

  test('found again and taken away after the workbook was saved and opened', async () => {
    const world = await inExcel(BOOK(), async ({ host, world }) => {
      world.book.sheet('评分表')!.rules = theirs();
      await host.mark(MARKS, [], await host.read());
      await host.save('mode', 'fill');
      return world.reopened();
    });
    await inExcel(world, async ({ host, world }) => {
      expect(await host.traces()).toEqual({ marks: 4, notes: 0, sheets: [], settings: true });
      expect((await host.removeTraces()).is).toBe('done');
      expect(await host.traces()).toEqual({ marks: 0, notes: 0, sheets: [], settings: false });
      expect(world.book.sheet('评分表')!.rules.map((rule) => rule.type)).toEqual(['ColorScale', 'Custom', 'CellValue']);
    });
  });

  test('a protected sheet is left out, the others are marked; where formats are allowed it is marked too', async () => {
    await inExcel(BOOK(), async ({ host, world }) => {
      world.protect('评分表');
      const outcome = await host.mark(MARKS, [], await host.read());
      expect(outcome.leftOut).toEqual([{ at: expect.arrayContaining([at(0, 0), at(4, 2), at(5, 2), at(9, 3)]), why: 'protected' }]);
      expect(world.book.sheet('数据表')!.rules).toHaveLength(1);
      world.protect('评分表', true);
      expect((await host.mark(MARKS, [], await host.read())).leftOut).toEqual([]);
      world.protect('评分表');
      expect(await host.removeTraces()).toMatchObject({ is: 'refused', why: 'protected', say: expect.stringContaining('「评分表」') });
      expect(world.book.sheet('数据表')!.rules).toHaveLength(1);
    });
  });

  test('several hundred findings, and notes that Excel cannot have', async () => {
    const cells = LINES.flatMap((_, row) => [0, 1, 2, 3].filter((col) => (row + col) % 2 === 0 && row > 0).map((col) => at(row, col)));
    await inExcel(BOOK(), async ({ host, bridge }) => {
      expect((await host.open()).notes).toBe(false);
      const book = await host.read();
      bridge.reset();
      const outcome = await host.mark([{ severity: 'mandatory', cells }], [{ at: at(1, 1), text: '注' }], book);
      expect(outcome.leftOut).toEqual([{ at: [at(1, 1)], why: 'unsupported' }]);
      expect(bridge.syncs).toBe(2);
      expect(Math.max(...bridge.exchanges.map((one) => one.request))).toBeLessThan(200_000);
      expect((await host.traces()).marks).toBe(cells.length);
    });
  });

  test('while somebody types, all is left out and said', async () => {
    await inExcel(BOOK(), async ({ host, world }) => {
      const book = await host.read();
      world.quirks.cellEdit = true;
      expect((await host.mark(MARKS, [], book)).leftOut).toMatchObject([{ why: 'editing' }]);
    });
  });
});
