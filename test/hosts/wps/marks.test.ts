/** Marks, notes, storage and events: ours come and go, nobody else's are touched. */
import { WpsHost, type PageStore } from '../../../src/hosts/wps';
import type { HostEvent } from '../../../src/hosts/port';
import type { Addr, WorkbookSnapshot } from '../../../src/workbook/types';
import { bookOf, sheetOf } from '../../support/sheets';
import { FakeWps } from '../../support/wps/fake-wps';
import type { Modes } from '../../support/wps/modes';

const at = (row: number, col: number, sheet = 0): Addr => ({ sheet, row, col });
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const AREA = { top: 1, left: 1, bottom: 1, right: 1 };

async function opened(
  modes: Partial<Modes> = {},
  page: PageStore | null = null,
): Promise<{ wps: FakeWps; host: WpsHost; on: WorkbookSnapshot }> {
  const wps = new FakeWps(
    bookOf([
      sheetOf(
        '评分表',
        [
          ['甲', 1, 2],
          ['乙', 3, 4],
          ['丙', 5, null],
        ],
        { merges: ['B3:C3'] },
      ),
      sheetOf('数据', [['子', 1]]),
    ]),
    modes,
  );
  const host = new WpsHost(wps.app, { page });
  await host.open();
  return { wps, host, on: await host.read() };
}

test('marks are formats whose formula is our tag; the formats of others stay, before and after', async () => {
  const { wps, host, on } = await opened();
  const sheet = wps.sheet('评分表');
  sheet.marks.push({ areas: [AREA], formula: '=B2>1', look: {} });
  const marks = [
    { severity: 'mandatory' as const, cells: [at(0, 1), at(1, 1), at(2, 1)] },
    { severity: 'advisory' as const, cells: [at(0, 1), at(0, 0, 1)] },
  ];
  expect((await host.mark(marks, [], on)).leftOut).toEqual([]);
  expect(sheet.marks.map((mark) => mark.formula)).toEqual(['=N("JIHE:1:mandatory")=0', '=B2>1']);
  expect(sheet.marks[0]!.areas).toEqual([
    { top: 0, left: 1, bottom: 1, right: 1 },
    { top: 2, left: 1, bottom: 2, right: 2 },
  ]);
  expect(wps.sheet('数据').marks.map((mark) => mark.formula)).toEqual(['=N("JIHE:1:advisory")=0']);
  expect((await host.traces()).marks).toBe(3);
  await host.mark([], [], on);
  expect(sheet.marks).toEqual([{ areas: [AREA], formula: '=B2>1', look: {} }]);
});

test('where a tag would not come back, no mark is left in the workbook', async () => {
  const { wps, host, on } = await opened({ formula1: 'lost' });
  expect((await host.mark([{ severity: 'mandatory', cells: [at(1, 1)] }], [], on)).leftOut).toEqual([
    { at: [at(1, 1)], why: 'unsupported' },
  ]);
  expect(wps.sheet('评分表').marks).toEqual([]);
});

test('a protected sheet is left as it is and told; one that allows formats is marked', async () => {
  const { wps, host, on } = await opened();
  await host.mark([{ severity: 'mandatory', cells: [at(1, 1)] }], [], on);
  wps.sheet('评分表').protected = true;
  expect((await host.mark([{ severity: 'advisory', cells: [at(1, 2)] }], [{ at: at(1, 2), text: '注' }], on)).leftOut).toEqual([
    { at: [at(1, 2)], why: 'protected' },
    { at: [at(1, 2)], why: 'protected' },
  ]);
  expect(wps.sheet('评分表').marks).toHaveLength(1);
  expect(await host.removeTraces()).toMatchObject({ is: 'refused', why: 'protected' });
  wps.sheet('评分表').allowFormatting = true;
  expect((await host.mark([{ severity: 'advisory', cells: [at(1, 2)] }], [], on)).leftOut).toEqual([]);
});

test('a cell with a comment of somebody else gets none of ours; ours are replaced', async () => {
  const { wps, host, on } = await opened();
  const { notes } = wps.sheet('评分表');
  notes.push({ row: 0, col: 1, text: '同事：请核对' });
  const outcome = await host.mark(
    [],
    [
      { at: at(0, 1), text: '一' },
      { at: at(2, 2), text: '二' },
    ],
    on,
  );
  expect(outcome).toEqual({ leftOut: [{ at: [at(0, 1)], why: 'occupied' }], warnings: [{ kind: 'note-left-out', at: [at(0, 1)] }] });
  expect(notes).toContainEqual({ row: 2, col: 1, text: '绩核：\n二' });
  await host.mark([], [{ at: at(1, 1), text: '三' }], on);
  expect(notes.map((note) => note.text)).toEqual(['同事：请核对', '绩核：\n三']);
  await host.removeTraces();
  expect(notes.map((note) => note.text)).toEqual(['同事：请核对']);
});

test('texts are kept in a file of this machine by workbook, in the page where files get lost, in memory for unsaved workbooks', async () => {
  const { wps, host } = await opened();
  await host.save('mode', 'fill');
  expect([...wps.world.files.values()]).toEqual(['{"book":"C:\\\\报表\\\\评分表.xlsx","values":{"mode":"fill"}}']);
  expect(await host.traces()).toMatchObject({ settings: true });
  await host.removeTraces();
  expect(wps.world.files.size).toBe(0);
  const kept = new Map<string, string>();
  const page: PageStore = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const other = await opened({ files: 'silent' }, page);
  await other.host.save('mode', 'review');
  expect(kept.size).toBe(1);
  expect(await other.host.load('mode')).toBe('review');
  const third = await opened();
  third.wps.book.folder = '';
  await third.host.save('mode', 'fill');
  expect(await third.host.load('mode')).toBe('fill');
  expect(third.wps.world.files.size).toBe(0);
});

test('other workbooks are not heard; closing is; after the end nothing is', async () => {
  const { wps, host } = await opened({ events: 'late' });
  const events: HostEvent[] = [];
  const end = host.watch((event) => events.push(event));
  const other = new FakeWps(bookOf(sheetOf('别表', [['x']])), {}, '别的.xlsx');
  wps.world.listeners.forEach((one) => other.world.listeners.push(one));
  other.type('别表', 0, 0, 1);
  await wait(10);
  expect(events).toEqual([]);
  wps.closeBook();
  await wait(10);
  expect(events).toEqual([{ is: 'closing' }]);
  end();
  expect(wps.world.listeners).toEqual([]);
});

test('what no event tells of is noticed at the next look', async () => {
  let look: () => void = () => undefined;
  const wps = new FakeWps(bookOf(sheetOf('评分表', [['甲', 1]])));
  const host = new WpsHost(wps.app, { nudges: (check) => ((look = check), () => undefined) });
  await host.open();
  await host.read();
  const events: HostEvent[] = [];
  host.watch((event) => events.push(event));
  look();
  expect(events).toEqual([]);
  wps.sheet('评分表').cell(0, 1).value = 2;
  look();
  look();
  expect(events).toEqual([{ is: 'changed', by: 'other', where: null }]);
});

test('selecting shows the sheet and the cell; a hidden sheet says so', async () => {
  const { wps, host, on } = await opened();
  await host.select(at(0, 1, 1), on);
  expect(wps.world.selection).toBe('数据!B1');
  const hidden = {
    ...on,
    sheets: on.sheets.map(
      (sheet) => new Proxy(sheet, { get: (target, key) => (key === 'state' ? 'hidden' : (Reflect.get(target, key, target) as unknown)) }),
    ),
  };
  await expect(host.select(at(0, 0), hidden)).rejects.toMatchObject({ why: 'unsupported' });
});

test('without a workbook there is nothing to open', async () => {
  const wps = new FakeWps(bookOf(sheetOf('表', [['x']])));
  wps.world.active = null;
  await expect(new WpsHost(wps.app).open()).rejects.toMatchObject({ why: 'gone' });
});
