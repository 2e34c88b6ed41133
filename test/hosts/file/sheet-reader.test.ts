/** Cells and rows of a sheet in any order, with and without addresses: what stands where does not depend on it. */
import { readXlsx } from '../../../src/hosts/file';
import type { SheetSnapshot } from '../../../src/workbook/types';
import { Random } from '../../conformance/random';
import { rowsXlsx } from '../../support/ooxml';

const sheetOf = (rows: string): SheetSnapshot => readXlsx(rowsXlsx(rows)).sheets[0]!;
const grid = (sheet: SheetSnapshot): unknown[][] =>
  Array.from({ length: sheet.rows }, (_, row) => Array.from({ length: sheet.cols }, (__, col) => sheet.at(row, col) ?? null));

const COLUMNS = ['A', 'B', 'C', 'Z', 'AA', 'AB'];
const ROWS = [1, 2, 5, 30, 31];
const cell = (column: string, row: number): string =>
  column === 'B'
    ? `<c r="${column}${row}"><f>A${row}*2</f><v>${row * 2}</v></c>`
    : `<c r="${column}${row}"><v>${row * 100 + column.length}</v></c>`;

test.each([1, 2, 3, 4, 5])('rows and cells drawn in another order (%d)', (seed) => {
  const r = new Random(seed);
  const row = (n: number, columns: readonly string[]): string => `<row r="${n}">${columns.map((one) => cell(one, n)).join('')}</row>`;
  const due = sheetOf(ROWS.map((n) => row(n, COLUMNS)).join(''));
  const drawn = sheetOf(
    r
      .shuffled(ROWS)
      .map((n) => row(n, r.shuffled(COLUMNS)))
      .join(''),
  );
  expect(grid(drawn)).toEqual(grid(due));
  expect([drawn.rows, drawn.cols]).toEqual([31, 28]);
  expect([...drawn.cellsOfRow(4)].map(([col]) => col)).toEqual([0, 1, 2, 25, 26, 27]);
});

test('a cell is where its own address says, whatever row it stands in', () => {
  const sheet = sheetOf('<row r="1"><c r="A3"><v>3</v></c><c r="B1"><v>1</v></c></row><row r="2"><c r="A1"><v>5</v></c></row>');
  expect([sheet.valueAt(2, 0), sheet.valueAt(0, 1), sheet.valueAt(0, 0)]).toEqual([3, 1, 5]);
});

test('without addresses the next cell is to the right, the next row below', () => {
  const sheet = sheetOf(
    '<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>',
  );
  expect([sheet.valueAt(0, 0), sheet.valueAt(0, 1), sheet.valueAt(4, 2), sheet.valueAt(4, 3), sheet.valueAt(5, 0)]).toEqual([
    1, 2, 3, 4, 5,
  ]);
});

test('a shared formula moves with its cell, upwards and to the left as well', () => {
  const sheet = sheetOf(
    '<row r="3"><c r="C3"><f t="shared" ref="A1:C3" si="0">D4+$E$5</f><v>0</v></c></row>' +
      '<row r="1"><c r="A1"><f t="shared" si="0"/><v>0</v></c></row><row r="2"><c r="C2"><f t="shared" si="0"/><v>0</v></c><c r="D2"><f t="shared" si="9"/><v>7</v></c></row>',
  );
  expect([sheet.at(2, 2)?.formula, sheet.at(0, 0)?.formula, sheet.at(1, 2)?.formula]).toEqual(['D4+$E$5', 'B2+$E$5', 'D3+$E$5']);
  expect(sheet.at(1, 3)).toMatchObject({ value: 7 });
  expect(sheet.at(1, 3)?.formula).toBeUndefined();
});

test('the edges of the grid are cells, what lies beyond is refused', () => {
  const sheet = sheetOf('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>');
  expect([sheet.rows, sheet.cols, sheet.valueAt(1_048_575, 16_383)]).toEqual([1_048_576, 16_384, 1]);
  for (const rows of [
    '<row r="1048577"/>',
    '<row r="1"><c r="XFE1"><v>1</v></c></row>',
    '<row r="1"><c r="A1048577"><v>1</v></c></row>',
    '<row r="1"><c r="XFD1"/><c><v>1</v></c></row>',
  ])
    expect(() => sheetOf(rows)).toThrow(expect.objectContaining({ why: 'beyond-grid' }));
  expect(() => sheetOf('<row r="0"><c><v>1</v></c></row>')).toThrow(expect.objectContaining({ why: 'damaged' }));
});
