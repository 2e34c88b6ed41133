import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readXlsx } from '../../../src/hosts/file';
import type { Rect, SheetSnapshot, WorkbookSnapshot } from '../../../src/workbook/types';
import { UnreadableError } from '../../../src/workbook/unreadable';
import { corpusFiles } from '../../support/shared-folder';
import { bookOf, sheetOf } from '../../support/sheets';
import { inExcel } from './support';
import type { Quirks } from './double/world';

const SAMPLES = path.join(__dirname, '../../../samples');
const samples = readdirSync(SAMPLES)
  .filter((name) => name.endsWith('.xlsx'))
  .sort();

interface Reading {
  readonly book: WorkbookSnapshot;
  readonly syncs: number;
  /** Bytes of the largest message. */
  readonly largest: number;
}

function readThrough(book: WorkbookSnapshot, quirks: Partial<Quirks> = {}): Promise<Reading> {
  return inExcel(
    book,
    async ({ host, bridge }) => {
      const read = await host.read();
      return { book: read, syncs: bridge.syncs, largest: Math.max(...bridge.exchanges.flatMap((one) => [one.request, one.reply])) };
    },
    quirks,
  );
}

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** Merged areas as far as they lie where there is content: beyond it a host may cut them. */
function seen({ merges, rows, cols }: SheetSnapshot): Rect[] {
  const inside = merges.map((one) => ({ ...one, bottom: Math.min(one.bottom, rows - 1), right: Math.min(one.right, cols - 1) }));
  return inside.filter((one) => one.bottom >= one.top && one.right >= one.left).sort((a, b) => a.top - b.top || a.left - b.left);
}

/** What both hosts can tell, cell by cell. */
function told(book: WorkbookSnapshot): unknown {
  return book.sheets.map((sheet) => ({
    name: sheet.name,
    state: sheet.state,
    protected: sheet.protected,
    ours: sheet.ours ?? false,
    size: [sheet.rows, sheet.cols],
    merges: seen(sheet),
    hiddenRows: range(sheet.rows).filter((row) => sheet.rowHidden(row) === true),
    hiddenCols: range(sheet.cols).filter((col) => sheet.colHidden(col) === true),
    cells: range(sheet.rows).map((row) =>
      range(sheet.cols).map((col) => [
        sheet.valueAt(row, col),
        sheet.at(row, col)?.formula,
        sheet.formatAt(row, col),
        sheet.protected ? sheet.locked(row, col) : null,
      ]),
    ),
  }));
}

/** A sheet as people make them: long texts, merged first columns, some formulas. */
function longSheet(rows: number): WorkbookSnapshot {
  const lines = range(rows).map((row) => [
    row % 3 === 0 ? `一级指标${row}` : null,
    `${row + 1}`,
    `第${row + 1}项工作按年度计划完成，资料齐全，经费使用合规，社会反映良好。`.repeat(1 + (row % 4)),
    10,
    { f: `D${row + 1}*0.9`, v: 9 },
    { v: 0.9, format: '0.00%' },
    '优',
    null,
    `说明${row}`.repeat(3),
    row / 7,
  ]);
  const merges = range(Math.floor(rows / 3)).map((group) => ({ top: group * 3, left: 0, bottom: group * 3 + 2, right: 0 }));
  return bookOf([sheetOf('评分表', lines, { merges })]);
}

describe('reading in Excel gives what reading the file gives', () => {
  test.each(samples)('%s, in three syncs', async (name) => {
    const file = readXlsx(readFileSync(path.join(SAMPLES, name)));
    for (const clipMerges of [false, true]) {
      const { book, syncs, largest } = await readThrough(file, { clipMerges });
      expect(told(book)).toEqual(told(file));
      expect(book.date1904).toBe(file.date1904);
      expect(book.externalLinks).toBeNull();
      expect(syncs).toBeLessThanOrEqual(3);
      expect(largest).toBeLessThan(2_000_000);
    }
  });

  test.each([false, true])('2,000 rows with 667 merged areas, cut at the edges of what was asked: %s', async (clipMerges) => {
    const file = longSheet(2_000);
    const { book, syncs, largest } = await readThrough(file, { clipMerges });
    expect(told(book)).toEqual(told(file));
    expect(largest).toBeLessThan(2_000_000);
    // Two to learn what there is, one for each chunk.
    expect(syncs).toBeLessThanOrEqual(2 + 3);
  });

  test('a host that takes less is asked for less', async () => {
    const file = longSheet(600);
    const { book } = await readThrough(file, { replyCap: 60_000 });
    expect(told(book)).toEqual(told(file));
  });

  test('errors, empty texts, texts that look like formulas, booleans', async () => {
    const file = bookOf([
      sheetOf('杂项', [
        [{ v: { error: '#DIV/0!' }, f: 'A2/B2' }, '#DIV/0!', { v: '', f: 'IF(1=1,"","")' }],
        ['=不是公式', "'引号", true],
        [{ v: 0.5, format: '0%' }, { v: null, format: '@' }, -0.0001],
      ]),
    ]);
    const { book } = await readThrough(file);
    expect(told(book)).toEqual(told(file));
  });

  test('an empty sheet, a hidden one, one of ours', async () => {
    const file = bookOf([
      sheetOf('空', []),
      sheetOf('藏', [['甲']], { state: 'hidden' }),
      sheetOf('更藏', [['乙']], { state: 'veryHidden' }),
    ]);
    const { book } = await readThrough(file);
    expect(told(book)).toEqual(told(file));
  });

  test('the date system of the workbook', async () => {
    const { book } = await readThrough({ ...bookOf([sheetOf('表', [['甲']])]), date1904: true });
    expect(book.date1904).toBe(true);
  });
});

const corpus = [...(corpusFiles() ?? [])].filter(([name]) => name.endsWith('.xlsx'));

(corpus.length > 0 ? describe : describe.skip)('real workbooks', () => {
  test.each(corpus)('%s', async (_, bytes) => {
    let file: WorkbookSnapshot;
    try {
      file = readXlsx(bytes);
    } catch (error) {
      // Damaged and locked ones are the file host's matter; its own tests say which.
      expect(error).toBeInstanceOf(UnreadableError);
      return;
    }
    const { book, largest } = await readThrough(file, { clipMerges: true });
    expect(told(book)).toEqual(told(file));
    expect(largest).toBeLessThan(2_000_000);
  });
});
