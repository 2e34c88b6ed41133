/** The same workbook read from its bytes and through the fake gives the same snapshot, but for what WPS cannot tell. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readXlsx } from '../../../src/hosts/file';
import type { EtWorkbook } from '../../../src/hosts/wps/et';
import { WpsHost } from '../../../src/hosts/wps';
import { readBook } from '../../../src/hosts/wps/read-book';
import { Sheets } from '../../../src/hosts/wps/sheets';
import type { SheetSnapshot, WorkbookSnapshot } from '../../../src/workbook/types';
import { corpusFiles, testWith } from '../../support/shared-folder';
import { bookOf, sheetOf, type TestCell } from '../../support/sheets';
import { FakeWps } from '../../support/wps/fake-wps';
import { HOSTILE } from '../../support/wps/modes';

const SAMPLES = path.join(__dirname, '../../../samples');
const samples = readdirSync(SAMPLES).filter((name) => name.endsWith('.xlsx'));
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(path.join(SAMPLES, name)));

function through(wps: FakeWps): WorkbookSnapshot {
  const book = wps.app.ActiveWorkbook;
  const held = (typeof book === 'function' ? (book as () => EtWorkbook)() : book)!;
  return readBook(wps.app, held, new Sheets(held), null);
}

/** A sheet as plain lines to compare: what is in its cells, and which formats stand where. */
function told(sheet: SheetSnapshot): unknown {
  const cells: unknown[] = [];
  for (let row = 0; row < sheet.rows; row += 1) {
    for (const [col, cell] of sheet.cellsOfRow(row)) if (cell.value !== '' || cell.formula !== undefined) cells.push([row, col, cell]);
  }
  const blanks = Array.from({ length: sheet.rows }, (_, row) =>
    Array.from({ length: sheet.cols }, (__, col) => sheet.formatAt(row, col)).join('|'),
  );
  const { key, name, state, rows, cols } = sheet;
  const merges = [...sheet.merges].sort((a, b) => a.top - b.top || a.left - b.left);
  return { key, name, state, protected: sheet.protected, rows, cols, merges, cells, blanks };
}

describe.each(Object.entries(HOSTILE))('%s', (_, modes) => {
  test.each(samples)('%s reads as from its file', (name) => {
    const file = readXlsx(bytesOf(name));
    const live = through(new FakeWps(file, modes));
    expect(live.sheets.map(told)).toEqual(file.sheets.map(told));
    expect(live.date1904).toBe(file.date1904);
  });
});

test('what WPS cannot tell is null', () => {
  const live = through(new FakeWps(readXlsx(bytesOf(samples[0]!))));
  expect(live.externalLinks).toBeNull();
  const sheet = live.sheets[0]!;
  expect([sheet.rowHidden(0), sheet.colHidden(0), sheet.locked(0, 0)]).toEqual([null, null, null]);
});

testWith('corpus')('the corpus reads as from its files', () => {
  for (const [name, bytes] of corpusFiles()!) {
    let file: WorkbookSnapshot;
    try {
      file = readXlsx(bytes);
    } catch {
      continue;
    }
    if (file.sheets.reduce((sum, sheet) => sum + sheet.rows * sheet.cols, 0) > 20_000) continue;
    const live = through(new FakeWps(file));
    expect([name, live.sheets.map(told)]).toEqual([name, file.sheets.map(told)]);
  }
});

/** A score table of so many rows as offices draw it: a title, groups merged down, rates and figures with formats of their own. */
function scoreTable(rows: number): WorkbookSnapshot {
  const lines: TestCell[][] = [
    ['项目支出绩效自评表', null, null, null, null, null, null, null],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因'],
  ];
  const merges = ['A1:H1'];
  for (let row = 0; row < rows; row += 1) {
    const group = row % 20 === 0 ? `指标${row}` : null;
    lines.push([
      group,
      row % 5 === 0 ? '数量' : null,
      `任务${row}`,
      100,
      { v: 0.98, format: '0.00%' },
      5,
      { v: 4.9, format: '0.00' },
      null,
    ]);
    if (row % 20 === 0) merges.push(`A${row + 3}:A${row + 22}`);
    if (row % 5 === 0) merges.push(`B${row + 3}:B${row + 7}`);
  }
  lines.push([
    '合计',
    null,
    null,
    null,
    null,
    { f: `SUM(F3:F${rows + 2})`, v: rows * 5 },
    { f: `SUM(G3:G${rows + 2})`, v: rows * 4.9, format: '0.00' },
    null,
  ]);
  merges.push(`A${rows + 3}:E${rows + 3}`);
  return bookOf(sheetOf('评分表', lines, { merges }));
}

/** Of a sheet of any size; and of each merged area, each area of one number format. */
const FIXED = 40;
const PER_AREA = 5;

test('a read of 200 rows crosses the bridge a few times, however many cells; so does the re-check of what was typed', async () => {
  const wps = new FakeWps(scoreTable(200));
  const host = new WpsHost(wps.app);
  await host.open();
  wps.world.count();
  const first = await host.read();
  const whole = wps.world.count();
  expect(whole).toBeLessThanOrEqual(FIXED + PER_AREA * wps.book.sheets[0]!.merges.length);
  wps.type('评分表', 20, 6, 4.5);
  wps.world.count();
  const again = await host.read();
  const reCheck = wps.world.count();
  expect(reCheck).toBeLessThanOrEqual(FIXED);
  expect(again.sheets[0]!.valueAt(20, 6)).toBe(4.5);
  expect(again.sheets.map(told)).toEqual(through(wps).sheets.map(told));
  expect(first.sheets[0]!.merges).toEqual(again.sheets[0]!.merges);
});

test('what is known from a moment ago is not trusted where several cells change or are selected, or a format', async () => {
  const wps = new FakeWps(scoreTable(40));
  const host = new WpsHost(wps.app);
  await host.open();
  host.watch(() => undefined);
  await host.read();
  const { cells, merges } = wps.sheet('评分表');
  cells.get(5)!.get(6)!.format = '0%';
  wps.type('评分表', 5, 6, 0.9);
  expect((await host.read()).sheets[0]!.formatAt(5, 6)).toBe('0%');
  merges.push({ top: 5, left: 6, bottom: 5, right: 7 });
  wps.select('评分表', { top: 5, left: 6, bottom: 5, right: 7 });
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect((await host.read()).sheets[0]!.merges).toContainEqual({ top: 5, left: 6, bottom: 5, right: 7 });
  await host.close();
});
