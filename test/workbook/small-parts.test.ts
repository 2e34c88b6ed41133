/** Small parts everything stands on: numerals, placeholders, stored rows, pictures, heights of rows, names of sheets, why a file could not be read. */
import {
  bracketed,
  chineseDigit,
  displayWidth,
  failureOf,
  filledRows,
  freeSheetName,
  isPlaceholder,
  likeness,
  MAX_TEXT,
  pictureIn,
  pictureWithin,
  rowHeight,
  shortCode,
  type SheetSnapshot,
  UnreadableError,
  valueUnlessPicture,
  withoutBrackets,
  writable,
} from '../../src/workbook';
import { Dec } from '../../src/workbook/decimal';
import { sheetNameFrom } from '../../src/workbook/sheet-names';
import { sheetOf } from '../support/sheets';

test('single numerals, one by one', () => {
  expect([...'一二三四五六七八九十零百两〇1'].map(chineseDigit)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, null, null, null, null, null]);
});

test.each<[string, boolean]>([
  ['—', true],
  ['/', true],
  ['……', true],
  ['无', true],
  ['暂无', true],
  ['没有', true],
  ['空', true],
  ['N/A', true],
  ['x', true],
  ['', false],
  ['0', false],
  ['9', false],
  ['无误', false],
  ['空白', false],
  ['已完成', false],
  ['-1', false],
])('«%s» says nothing: %s', (text, nothing) => expect(isPlaceholder(text)).toBe(nothing));

test('brackets', () => {
  expect(['执行率(B/A)', '甲[1]乙【2】', '甲(乙', '甲)乙', '甲'].map(withoutBrackets)).toEqual(['执行率', '甲乙', '甲', '甲)乙', '甲']);
  expect(['甲(乙)(丙)', '甲', '(甲'].map(bracketed)).toEqual([['乙', '丙'], [], []]);
});

test('an unreadable file says why and where', () => {
  expect([new UnreadableError('damaged').message, new UnreadableError('damaged', 'xl/a.xml').message]).toEqual([
    'damaged',
    'damaged: xl/a.xml',
  ]);
  expect((['timeout', 'memory', 'crashed', 'damaged'] as const).map(failureOf)).toEqual(['time', 'crash', 'crash', null]);
});

test('rows that may hold content: the stored ones inside the sheet, else all', () => {
  const sheet = (rowIds: readonly number[] | undefined, rows: number): SheetSnapshot => ({ ...sheetOf('表', []), rowIds, rows });
  expect([...filledRows(sheet([0, 3, 7], 8))]).toEqual([0, 3, 7]);
  expect([...filledRows(sheet([0, 3, 7], 7))]).toEqual([0, 3]);
  expect([...filledRows(sheet([], 7))]).toEqual([]);
  expect([...filledRows(sheet(undefined, 3))]).toEqual([0, 1, 2]);
});

describe('pictures', () => {
  const rows = [
    ['=DISPIMG("ID_1",1)', '_xlfn.IMAGE("a")', '说明：IMAGE(', 5],
    [
      { f: '_xlfn.DISPIMG("ID_2",1)', v: { error: '#NAME?' } },
      { f: 'A1', v: { error: '#REF!' } },
      { f: 'IMAGE("a")' },
      { f: 'IMAGE("a")', v: 3 },
    ],
    [{ error: '#VALUE!' }, 'text', null, true],
  ];
  const seen = sheetOf('表', rows, { pictures: ['A3:B4'] });
  const blind = sheetOf('表', rows, { pictures: null });
  const all = (told: (row: number, col: number) => unknown): unknown[][] =>
    [0, 1, 2].map((row) => [0, 1, 2, 3].map((col) => told(row, col)));
  test('in a cell by what is in it, or over it', () => {
    expect(all((row, col) => pictureIn(seen, row, col))).toEqual([
      [true, true, false, false],
      [true, false, true, false],
      [true, true, false, false],
    ]);
    expect(all((row, col) => pictureIn(blind, row, col))[0]).toEqual([true, true, null, null]);
  });
  test('what only stands for a picture is no value', () => {
    expect(all((row, col) => valueUnlessPicture(seen, row, col))).toEqual([
      [null, null, '说明：IMAGE(', 5],
      [null, { error: '#REF!' }, null, 3],
      [null, 'text', null, true],
    ]);
    expect(valueUnlessPicture(blind, 2, 0)).toEqual({ error: '#VALUE!' });
  });
  test.each<[string, boolean, [number, number, number, number]]>([
    ['it lies in it', true, [1, 0, 3, 3]],
    ['it ends above', false, [0, 2, 1, 3]],
    ['it touches the first row', true, [0, 0, 2, 0]],
    ['it lies right of it', false, [2, 2, 3, 3]],
    ['its last column', true, [2, 1, 2, 3]],
    ['its last row', true, [3, 0, 9, 0]],
    ['below it', false, [4, 0, 9, 3]],
  ])('within a merged area: %s', (_, expected, [top, left, bottom, right]) => {
    expect(pictureWithin(sheetOf('表', [], { pictures: ['A3:B4'] }), { top, left, bottom, right })).toBe(expected);
  });
  test('a host that sees none knows of none', () => expect(pictureWithin(blind, { top: 2, left: 0, bottom: 2, right: 0 })).toBeNull());
});

describe('heights of our rows', () => {
  const width = { 0: 11, 1: 21 } as never;
  const cell = (value: string, col = 0) => ({ col, value, style: 'text' as const });
  test('a height given is kept within what a row may have', () => {
    const of = (height: number) => rowHeight({ height, cells: [] } as never, 0, [], width);
    expect([of(0), of(20), of(410)].map((one) => one?.points)).toEqual([1, 20, 409]);
    expect(of(20)?.fixed).toBe(true);
  });
  test.each<[string, string, number | null]>([
    ['one line', '甲乙丙丁戊', null],
    ['a letter more', '甲乙丙丁戊己', 30],
    ['two lines typed', '甲\n乙', 30],
    ['an empty line between', '甲\n\n乙', 45],
    ['no higher than a row may be', '甲\n'.repeat(60), 409],
  ])('%s', (_, text, points) => {
    const row = { cells: [cell(text)] } as never;
    const found = rowHeight(row, 0, [], width);
    expect(found?.points ?? null).toBe(points);
    if (points !== null) {
      expect(found!.fixed).toBe(false);
      // Merged across it is wider; merged down it says nothing of one row.
      expect(rowHeight(row, 0, [{ top: 0, left: 0, bottom: 0, right: 1 }], width)?.points ?? null).toBe(
        points === 30 && !text.includes('\n') ? null : points,
      );
      expect(rowHeight(row, 0, [{ top: 0, left: 0, bottom: 1, right: 1 }], width)).toBeNull();
    }
  });
  test('what is merged does not fit itself', () => {
    const row = { cells: [cell('甲\n乙'), cell('丙\n丁', 2)] } as never;
    expect(rowHeight(row, 0, [{ top: 0, left: 0, bottom: 0, right: 1 }], width)).toEqual({ points: 30, fixed: true });
    expect(rowHeight(row, 0, [{ top: 0, left: 2, bottom: 0, right: 3 }], width)).toEqual({ points: 30, fixed: false });
  });
  test('letters beyond Latin are twice as wide', () => expect(['aé', '甲a', '😀', 'ÿĀ'].map(displayWidth)).toEqual([2, 3, 2, 3]));
});

test('names of sheets', () => {
  expect(["'a'", 'a/b:c', '  ', "''", '甲'.repeat(40), `${'a'.repeat(30)}😀`].map(sheetNameFrom)).toEqual([
    'a',
    'a_b_c',
    '表',
    '表',
    '甲'.repeat(31),
    'a'.repeat(30),
  ]);
  expect([freeSheetName('甲', new Set()), freeSheetName('A', new Set(['a'])), freeSheetName('A', new Set(['a', 'a (2)']))]).toEqual([
    '甲',
    'A (2)',
    'A (3)',
  ]);
  expect(freeSheetName('甲'.repeat(31), new Set(['甲'.repeat(31)]))).toBe(`${'甲'.repeat(27)} (2)`);
});

test('likeness of texts', () => {
  expect([
    likeness('甲乙', '甲乙'),
    likeness('甲乙丙', '甲乙丁'),
    likeness('甲', '乙'),
    likeness('甲', '甲乙'),
    likeness('甲甲甲', '甲甲'),
  ]).toEqual([1, 0.5, 0, 0, 2 / 3]);
});

test('codes are the same everywhere', () => {
  expect([shortCode('', 4), shortCode('甲', 6), shortCode('项目支出绩效自评表', 10)]).toEqual(['3C3X', 'PGBBX6', '1Q741WPM00']);
});

test('what a cell may hold', () => {
  const value = (of: string | number): boolean => writable({ kind: 'value', value: typeof of === 'number' ? new Dec(of) : of });
  const formula = (of: string): boolean => writable({ kind: 'formula', formula: of, stored: new Dec(0) });
  expect([writable({ kind: 'blank' }), value('x'.repeat(MAX_TEXT)), value('x'.repeat(MAX_TEXT + 1)), value(1), value(Infinity)]).toEqual([
    true,
    true,
    false,
    true,
    false,
  ]);
  expect(['', '=', 'A1', 'A'.repeat(8192), 'A'.repeat(8193)].map(formula)).toEqual([false, false, true, true, false]);
});
