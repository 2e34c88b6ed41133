import { barrierOf } from '../../src/recalc/barriers';
import { bookOf, sheetOf } from '../support/sheets';
import type { CellValue } from '../../src/workbook/types';

const inRow = (value: CellValue): string | null => barrierOf(bookOf(sheetOf('甲', [[null, value]])), { sheet: 0, row: 0, col: 0 });

test.each(['单位负责人（签字）：', '（盖章）', '填报单位（盖章）：某县水务局', '负责人签字', '单位公章：', '填表人（签名）：____'])(
  '%s is a signature line',
  (value) => {
    expect(inRow(value)).toBe('signature');
  },
);

test.each(['项目负责人', '加盖公章的验收单', '盖章文件', '填报单位：某局', '公章管理规范得2分', 12, null])('%s is none', (value) => {
  expect(inRow(value)).toBeNull();
});

test('covered and locked cells', () => {
  const book = bookOf(
    sheetOf(
      '甲',
      [
        [1, 2],
        [{ v: 3, locked: false }, 4],
      ],
      { merges: ['A1:B1'], protected: true },
    ),
  );
  const at = (row: number, col: number) => barrierOf(book, { sheet: 0, row, col });
  expect([at(0, 0), at(1, 0), at(1, 1), at(5, 5)]).toEqual(['locked', null, 'locked', 'locked']);
  const open = bookOf(sheetOf('甲', [[1, 2]], { merges: ['A1:B1'] }));
  expect([barrierOf(open, { sheet: 0, row: 0, col: 0 }), barrierOf(open, { sheet: 0, row: 0, col: 1 })]).toEqual([null, 'covered']);
});
