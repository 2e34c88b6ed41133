import { calculated, NOT_CALCULATED } from '../../src/workbook/calculated';
import { a1, parseA1 } from '../../src/workbook/address';
import type { CellValue, WorkbookSnapshot } from '../../src/workbook/types';
import { bookOf, sheetOf, type TestCell } from '../support/sheets';

function book(cells: Readonly<Record<string, TestCell>>, other: Readonly<Record<string, TestCell>> = {}): WorkbookSnapshot {
  const rows = (all: Readonly<Record<string, TestCell>>): TestCell[][] => {
    const grid: TestCell[][] = [];
    for (const [name, cell] of Object.entries(all)) {
      const at = parseA1(name)!;
      (grid[at.row] ??= [])[at.col] = cell;
    }
    return Array.from(grid, (row) => Array.from(row ?? [], (cell) => cell));
  };
  return bookOf([sheetOf('甲', rows(cells)), sheetOf('乙', rows(other))]);
}

const value = (of: WorkbookSnapshot, name: string, sheet = 0): CellValue => {
  const at = parseA1(name)!;
  return of.sheets[sheet]!.valueAt(at.row, at.col);
};
const staleOf = (of: WorkbookSnapshot): string[] =>
  calculated(of).stale.map(
    ({ at, stored, value: now, error }) =>
      `${at.sheet === 0 ? '' : '乙!'}${a1(at.row, at.col)} ${stored === null ? '·' : stored.toString()} → ${error ?? (now === null ? '?' : now.toString())}`,
  );

test('nothing is stale: the book itself', () => {
  const fresh = book({ A1: 1, A2: 2, A3: { f: 'SUM(A1:A2)', v: 3 } });
  expect(calculated(fresh)).toEqual({ book: fresh, stale: [] });
  expect(calculated(book({ A1: 1 })).stale).toEqual([]);
});

test('formulas without a result, through several levels and sheets', () => {
  const none = book({ A1: { f: 'ROUND(乙!A1/3,2)' }, A2: { f: 'A1*2' }, A3: { f: 'SUM(A1:A2)' } }, { A1: { f: '5+5' } });
  expect(staleOf(none).sort()).toEqual(['A1 · → 3.33', 'A2 · → 6.66', 'A3 · → 9.99', '乙!A1 · → 10']);
  expect(value(calculated(none).book, 'A3')).toBe(9.99);
});

test('old results: what depends on them follows', () => {
  const old = book({ A1: 5, A2: { f: 'A1*2', v: 0 }, A3: { f: 'SUM(A1:A2)', v: 5 }, A4: { f: 'A3', v: 15 } });
  expect(staleOf(old)).toEqual(['A2 0 → 10', 'A3 5 → 15']);
});

test('a total above its parts, and a chain of ten thousand', () => {
  const chain: Record<string, TestCell> = { A1: { f: 'A10000', v: 0 } };
  for (let row = 2; row < 10_000; row += 1) chain[`A${row}`] = { f: `A${row + 1}+0` };
  chain['A10000'] = 7;
  const done = calculated(book(chain));
  expect(value(done.book, 'A1')).toBe(7);
  expect(value(done.book, 'A2')).toBe(7);
});

test('what we cannot work out keeps its result', () => {
  expect(staleOf(book({ A1: 5, A2: { f: 'VLOOKUP(A1,B:C,2)', v: 8 }, A3: { f: 'SUM(A1:A2)', v: 13 } }))).toEqual([]);
});

test('unless it has none, or rests on an old one: then nobody knows, nor what reads it', () => {
  const none = book({ A1: 5, A2: { f: 'VLOOKUP(A1,B:C,2)' }, A3: { f: 'SUM(A1:A2)', v: 13 }, A4: { f: 'A1+1', v: 6 } });
  expect(staleOf(none)).toEqual(['A2 · → ?', 'A3 13 → ?']);
  expect(value(calculated(none).book, 'A2')).toEqual({ error: NOT_CALCULATED });
  expect(value(calculated(none).book, 'A3')).toEqual({ error: NOT_CALCULATED });
  expect(staleOf(book({ A1: { f: '2+3', v: 0 }, A2: { f: 'VLOOKUP(A1,B:C,2)', v: 8 } }))).toEqual(['A1 0 → 5', 'A2 8 → ?']);
});

test('errors: as stored they stand; where a number is stored our own doubt does not count', () => {
  expect(staleOf(book({ A1: { f: 'A2/A3', v: { error: '#DIV/0!' } }, A2: 1 }))).toEqual([]);
  expect(staleOf(book({ A1: { f: 'A2/A3', v: 4 }, A2: 1 }))).toEqual([]);
  expect(staleOf(book({ A1: { f: 'A2/A3' }, A2: 1 }))).toEqual(['A1 · → #DIV/0!']);
});

test('circles keep their result', () => {
  expect(staleOf(book({ A1: { f: 'A2+1', v: 3 }, A2: { f: 'A1-1', v: 2 }, A3: { f: 'A1', v: 3 } }))).toEqual([]);
});

test('rounded as shown is not old; residue neither; texts that are the number neither', () => {
  expect(staleOf(book({ A1: { f: '10/3', v: 3.33, format: '0.00' }, A2: { f: 'A1*3', v: 9.99 } }))).toEqual([]);
  expect(staleOf(book({ A1: { f: '10/3', v: 3.34, format: '0.00' } }))).toHaveLength(1);
  expect(staleOf(book({ A1: { f: '2/3', v: 0.67, format: '0%' } }))).toEqual([]);
  expect(staleOf(book({ A1: { f: '0.1+0.2', v: 0.30000000000000004 } }))).toEqual([]);
  expect(staleOf(book({ A1: { f: '1+1', v: '2' } }))).toEqual([]);
  expect(staleOf(book({ A1: { f: 'IF(1=1,"优","良")', v: '优' } }))).toEqual([]);
  expect(staleOf(book({ A1: { f: 'IF(1=1,"优","良")', v: '良' } }))).toEqual(['A1 良 → 优']);
});
