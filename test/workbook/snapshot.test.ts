import fc from 'fast-check';
import { SheetBuilder } from '../../src/workbook/sheet-builder';
import { workbookFromData } from '../../src/workbook/snapshot';
import type { CellValue } from '../../src/workbook/types';
import { bookOf, sheetOf } from '../support/sheets';

describe('a sheet snapshot', () => {
  const sheet = sheetOf(
    '评分表',
    [['指标', null, '分值'], [], [{ f: 'SUM(A1:A3)', v: 6 }, undefined, { v: 0.5, format: '0%', locked: false }], [undefined, { v: null }]],
    { merges: ['A1:B2'], hiddenRows: [3, 1, 2], hiddenCols: [5], state: 'hidden', protected: true },
  );

  test('gives values, cells, formulas and formats', () => {
    expect(sheet.valueAt(0, 0)).toBe('指标');
    expect(sheet.valueAt(0, 1)).toBeNull();
    expect(sheet.at(0, 1)).toEqual({ value: null, format: 'General' });
    expect(sheet.at(2, 0)).toEqual({ value: 6, formula: 'SUM(A1:A3)', format: 'General' });
    expect(sheet.at(2, 2)).toEqual({ value: 0.5, format: '0%' });
    expect([sheet.at(2, 1), sheet.at(1, 0), sheet.at(99, 0), sheet.at(-1, 0), sheet.at(0, 99)]).toEqual(Array(5).fill(undefined));
    expect(sheet.valueAt(99, 99)).toBeNull();
  });

  test('counts only rows and columns with content', () => {
    expect([sheet.rows, sheet.cols]).toEqual([3, 3]);
    expect([...sheet.cellsOfRow(0)].map(([col]) => col)).toEqual([0, 2]);
    expect([...sheet.cellsOfRow(3)]).toEqual([]);
    expect([sheetOf('空', []).rows, sheetOf('空', []).cols]).toEqual([0, 0]);
  });

  test('knows merges, hidden rows and columns, state and locks', () => {
    expect(sheet.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 1 }]);
    expect([0, 1, 2, 3, 4].map((row) => sheet.rowHidden(row))).toEqual([false, true, true, true, false]);
    expect([4, 5, 6].map((col) => sheet.colHidden(col))).toEqual([false, true, false]);
    expect([sheet.state, sheet.protected, sheet.locked(2, 2), sheet.locked(0, 0), sheet.locked(50, 50)]).toEqual([
      'hidden',
      true,
      false,
      true,
      true,
    ]);
    expect(bookOf(sheet, { date1904: true })).toMatchObject({ date1904: true, externalLinks: [] });
  });

  test('shared formulas are written out for the cell they stand in', () => {
    const builder = new SheetBuilder('s');
    builder.add(0, 0, 1, 0, 'B1*$C$1');
    builder.add(4, 1, 2, 0, { text: 'B1*$C$1', rows: 4, cols: 1 });
    expect(builder.build().at(4, 1)?.formula).toBe('C5*$C$1');
  });

  test('plain data survives a structured clone', () => {
    const builder = new SheetBuilder('s').set(0, 0, '一').set(3, 2, { error: '#REF!' }, '0.00', 'A1', false).hideRows(2);
    const book = workbookFromData(structuredClone({ sheets: [builder.buildData()], externalLinks: ['a.xlsx'], date1904: true }));
    const copy = book.sheets[0]!;
    expect(copy.at(3, 2)).toEqual({ value: { error: '#REF!' }, formula: 'A1', format: '0.00' });
    expect([copy.rowHidden(2), copy.locked(3, 2), book.date1904, book.externalLinks]).toEqual([true, false, true, ['a.xlsx']]);
  });
});

const seed = Number(process.env['FUZZ_SEED'] ?? 20240601);
const cells = fc.array(
  fc.tuple(
    fc.oneof(fc.nat(20), fc.nat(1_048_575)),
    fc.oneof(fc.nat(20), fc.nat(16_383)),
    fc.oneof(fc.nat(9), fc.string(), fc.constant(null), fc.boolean()),
  ),
  { maxLength: 60 },
);

test(`any cells in any order read back as from a map (seed ${seed})`, () => {
  fc.assert(
    fc.property(cells, (list) => {
      const builder = new SheetBuilder('s');
      const wanted = new Map<string, CellValue>();
      for (const [row, col, value] of list) {
        builder.set(row, col, value);
        wanted.set(`${row},${col}`, value);
      }
      const sheet = builder.build();
      for (const [row, col] of list) {
        expect(sheet.at(row, col)?.value).toBe(wanted.get(`${row},${col}`));
        expect(sheet.valueAt(row, col)).toBe(wanted.get(`${row},${col}`));
        expect(sheet.at(row, col + 1) === undefined).toBe(!wanted.has(`${row},${col + 1}`));
      }
      const used = [...wanted].filter(([, value]) => value !== null).map(([key]) => key.split(',').map(Number));
      expect(sheet.rows).toBe(Math.max(0, ...used.map(([row]) => row! + 1)));
      expect(sheet.cols).toBe(Math.max(0, ...used.map(([, col]) => col! + 1)));
      const listed = [...new Set(used.map(([row]) => row!))].flatMap((row) =>
        [...sheet.cellsOfRow(row)].map(([col, cell]) => [`${row},${col}`, cell.value]),
      );
      expect(new Map(listed as [string, CellValue][])).toEqual(new Map([...wanted].filter(([, value]) => value !== null)));
    }),
    { seed },
  );
});
