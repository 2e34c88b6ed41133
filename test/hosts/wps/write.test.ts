/** Writing where things go wrong: nothing is left half done without a word. */
import { WpsHost } from '../../../src/hosts/wps';
import { contentOf } from '../../../src/workbook/contents';
import { Dec } from '../../../src/workbook/decimal';
import type { WorkbookSnapshot } from '../../../src/workbook/types';
import type { CellEdit, Content } from '../../../src/workbook/write-plan';
import { formula, number, sampleSheet, text } from '../../support/edit-plans';
import { bookOf, sheetOf, type SheetOptions } from '../../support/sheets';
import { FakeWps } from '../../support/wps/fake-wps';
import { HOSTILE, type Modes } from '../../support/wps/modes';

const at = (row: number, col: number, sheet = 0): CellEdit['at'] => ({ sheet, row, col });

function book(options: SheetOptions = {}): WorkbookSnapshot {
  return bookOf([
    sheetOf(
      '评分表',
      [
        ['指标', '分值', '得分', { v: '说明', locked: false }],
        ['甲', 10, { v: 9.5, locked: false }, null],
        ['乙', 20, { v: 20, locked: false }, { v: '原文', format: '@' }],
        ['合计', { f: 'SUM(B2:B3)', v: 30 }, { f: 'SUM(C2:C3)', v: 29.5 }, { v: 0.95, format: '0.00%' }],
      ],
      options,
    ),
  ]);
}

interface Opened {
  readonly wps: FakeWps;
  readonly host: WpsHost;
  readonly on: WorkbookSnapshot;
  readonly edits: (cells: readonly (readonly [row: number, col: number, after: Content, format?: string])[]) => CellEdit[];
}

async function opened(options: SheetOptions = {}, modes: Partial<Modes> = {}): Promise<Opened> {
  const wps = new FakeWps(book(options), modes);
  const host = new WpsHost(wps.app);
  await host.open();
  const on = await host.read();
  const edits: Opened['edits'] = (cells) =>
    cells.map(([row, col, after, format]) => ({
      at: at(row, col),
      before: contentOf(on, at(row, col)),
      after,
      reason: '试',
      ...(format === undefined ? {} : { format }),
    }));
  return { wps, host, on, edits };
}

const held = (wps: FakeWps, row: number, col: number): unknown => {
  const cell = wps.sheet('评分表').peek(row, col);
  return cell === undefined ? null : [cell.formula ?? cell.value, cell.format];
};

describe.each(Object.entries(HOSTILE))('%s', (_, modes) => {
  test('texts stay texts, formats are set where asked, and undo brings back all of it', async () => {
    const { wps, host, on, edits } = await opened({}, modes);
    const before = JSON.stringify([...wps.sheet('评分表').cells].map(([row, line]) => [row, [...line]]));
    const cells = edits([
      [1, 3, text('001')],
      [1, 2, text('98.5%')],
      [2, 3, number(3)],
      [2, 2, number('0.985'), '0.00%'],
      [0, 3, text('2024年3月1日')],
      [3, 2, text("'引")],
      [3, 3, formula('C2', 0)],
    ]);
    const outcome = await host.write({ cells, sheets: [] }, on);
    expect(outcome.is).toBe('done');
    expect([held(wps, 1, 3), held(wps, 1, 2), held(wps, 2, 3), held(wps, 2, 2)]).toEqual([
      ['001', 'General'],
      ['98.5%', 'General'],
      [3, '@'],
      [0.985, '0.00%'],
    ]);
    expect([held(wps, 0, 3), held(wps, 3, 2)]).toEqual([
      ['2024年3月1日', 'General'],
      ["'引", 'General'],
    ]);
    if (outcome.is !== 'done') return;
    expect((await host.write(outcome.undo, await host.read())).is).toBe('done');
    const after = [...wps.sheet('评分表').cells].map(([row, line]) => [
      row,
      [...line].map(([col, cell]) => [col, { ...cell, prefix: false }]),
    ]);
    expect(JSON.stringify(after)).toBe(before);
  });

  test('where it breaks off, what was written is put back', async () => {
    const { wps, host, on, edits } = await opened({}, modes);
    const cells = edits([
      [1, 2, number(9)],
      [2, 2, number(19)],
      [1, 3, text('说明')],
    ]);
    wps.world.failAfter = { writes: 2, still: false };
    expect(await host.write({ cells, sheets: [] }, on)).toMatchObject({ is: 'refused', why: 'busy', at: [at(1, 3)] });
    expect([held(wps, 1, 2), held(wps, 2, 2), held(wps, 1, 3)]).toEqual([
      [9.5, 'General'],
      [20, 'General'],
      [null, 'General'],
    ]);
    expect(wps.world.screenUpdating && wps.world.enableEvents && wps.world.displayAlerts).toBe(true);
  });

  test('what can neither be finished nor put back is told cell by cell', async () => {
    const { wps, host, on, edits } = await opened({}, modes);
    wps.world.failAfter = { writes: 1, still: true };
    const outcome = await host.write(
      {
        cells: edits([
          [1, 2, number(9)],
          [2, 2, number(19)],
        ]),
        sheets: [],
      },
      on,
    );
    expect(outcome).toMatchObject({ is: 'partly', why: 'busy', restored: [at(2, 2)] });
    if (outcome.is !== 'partly') return;
    expect(outcome.written.cells.map((cell) => [cell.at, cell.after])).toEqual([[at(1, 2), { kind: 'value', value: new Dec(9) }]]);
    wps.world.failAfter = null;
    expect((await host.write(outcome.undo, await host.read())).is).toBe('done');
    expect(held(wps, 1, 2)).toEqual([9.5, 'General']);
  });

  test('writes that are taken without a word and forgotten are noticed', async () => {
    const { wps, host, on, edits } = await opened({}, modes);
    wps.world.dropWrites = true;
    expect(await host.write({ cells: edits([[1, 2, number(9)]]), sheets: [] }, on)).toMatchObject({
      is: 'refused',
      why: 'unsupported',
      at: [at(1, 2)],
    });
  });
});

test('locked cells of a protected sheet are named, unlocked ones are written', async () => {
  const { wps, host, on, edits } = await opened({ protected: true });
  const both = edits([
    [1, 1, number(9)],
    [1, 2, number(9)],
  ]);
  expect(await host.write({ cells: both, sheets: [] }, on)).toMatchObject({ is: 'refused', why: 'protected', at: [at(1, 1)] });
  expect(held(wps, 1, 2)).toEqual([9.5, 'General']);
  expect((await host.write({ cells: edits([[1, 2, number(9)]]), sheets: [] }, on)).is).toBe('done');
  expect(await host.write({ cells: edits([[2, 2, number('0.5'), '0%']]), sheets: [] }, await host.read())).toMatchObject({
    is: 'refused',
    why: 'protected',
  });
});

test('a formula that comes to an error is not left standing', async () => {
  const { wps, host, on, edits } = await opened();
  const outcome = await host.write({ cells: edits([[3, 2, formula('C2/0', 5)]]), sheets: [] }, on);
  expect(outcome).toMatchObject({ is: 'refused', why: 'unsupported', at: [at(3, 2)] });
  expect(outcome.is === 'refused' && outcome.say).toContain('#DIV/0!');
  expect(held(wps, 3, 2)).toEqual(['SUM(C2:C3)', 'General']);
});

test('a cell under a merge, one planned twice, and too long a text are refused', async () => {
  const { host, on, edits } = await opened({ merges: ['A1:B1'] });
  expect(
    await host.write({ cells: edits([[0, 1, number(1)]]).map((edit) => ({ ...edit, before: contentOf(on, at(0, 1)) })), sheets: [] }, on),
  ).toMatchObject({ is: 'refused', why: 'unsupported', at: [at(0, 1)] });
  expect(await host.write({ cells: [...edits([[1, 2, number(1)]]), ...edits([[1, 2, number(2)]])], sheets: [] }, on)).toMatchObject({
    is: 'refused',
    why: 'unsupported',
  });
  expect(await host.write({ cells: edits([[1, 3, text('长'.repeat(40_000))]]), sheets: [] }, on)).toMatchObject({
    is: 'refused',
    why: 'unsupported',
  });
});

test('a workbook saved under another name is read anew first; one that is closed is gone; a box makes it busy', async () => {
  const { wps, host, on, edits } = await opened();
  const plan = { cells: edits([[1, 2, number(9)]]), sheets: [] };
  wps.book.name = '另存.xlsx';
  expect(await host.write(plan, on)).toMatchObject({ is: 'refused', why: 'changed' });
  expect((await host.write(plan, await host.read())).is).toBe('done');
  wps.world.busy = true;
  expect(await host.write(plan, on)).toMatchObject({ is: 'refused', why: 'busy' });
  await expect(host.read()).rejects.toMatchObject({ why: 'busy' });
  wps.world.busy = false;
  wps.closeBook();
  expect(await host.write(plan, on)).toMatchObject({ is: 'refused', why: 'gone' });
  await expect(host.read()).rejects.toMatchObject({ why: 'gone' });
});

test('a read-only workbook and one whose structure is protected say so from the beginning', async () => {
  const wps = new FakeWps(book());
  wps.book.readOnly = true;
  expect(await new WpsHost(wps.app).open()).toMatchObject({ write: false, marks: 'none', notes: false, addSheets: false });
  wps.book.readOnly = false;
  wps.book.structureProtected = true;
  const host = new WpsHost(wps.app);
  expect(await host.open()).toMatchObject({ write: true, addSheets: false });
  const outcome = await host.write(
    { cells: [], sheets: [{ name: '审核结果', replaces: true, content: sampleSheet({ sheet: '评分表', a1: 'A1' }) }] },
    await host.read(),
  );
  expect(outcome).toMatchObject({ is: 'refused', why: 'protected' });
});

test('a sheet that was deleted after the audit is gone; one that was renamed is still found', async () => {
  const { wps, host, on, edits } = await opened();
  const plan = { cells: edits([[1, 2, number(9)]]), sheets: [] };
  wps.rename('评分表', '改名');
  expect((await host.write(plan, on)).is).toBe('done');
  expect(wps.sheet('改名').peek(1, 2)!.value).toBe(9);
  wps.sheet('改名').deleted = true;
  wps.book.sheets = [];
  expect(await host.write(plan, on)).toMatchObject({ is: 'refused', why: 'gone' });
});

test('cells are put back when a sheet cannot be added', async () => {
  const { wps, host, on, edits } = await opened();
  const sheets = [{ name: '审核结果', replaces: true, content: sampleSheet({ sheet: '评分表', a1: 'A1' }) }];
  wps.world.failAfter = { writes: 1, still: true };
  const broken = host.write({ cells: edits([[1, 2, number(9)]]), sheets }, on);
  expect((await broken).is).toBe('partly');
  wps.world.failAfter = null;
  expect(wps.book.sheets.map((sheet) => sheet.name)).toEqual(['评分表']);
});

test('our sheet carries values, widths, merges and its tag; a sheet of that name that is not ours stays', async () => {
  const wps = new FakeWps(bookOf([sheetOf('评分表', [['指标']]), sheetOf('审核结果', [['别人的']])]));
  const host = new WpsHost(wps.app);
  await host.open();
  const outcome = await host.write(
    { cells: [], sheets: [{ name: '审核结果', replaces: true, content: sampleSheet({ sheet: '评分表', a1: 'A1' }) }] },
    await host.read(),
  );
  expect(outcome).toMatchObject({ is: 'done', warnings: [{ kind: 'sheet-renamed', wanted: '审核结果', given: '审核结果 (2)' }] });
  const ours = wps.sheet('审核结果 (2)');
  expect(ours.peek(3, 1)).toMatchObject({ value: '=SUM(A1)', prefix: true });
  expect(ours.peek(2, 0)!.value).toBe(1);
  expect(ours.merges).toHaveLength(1);
  expect([...ours.names]).toEqual([['_jihe_sheet', '="JIHE:1:审核结果:审核结果 (2)"']]);
  expect(wps.world.activeSheet).toBe('评分表');
  await host.removeTraces();
  expect(wps.book.sheets.map((sheet) => sheet.name)).toEqual(['评分表', '审核结果']);
});
