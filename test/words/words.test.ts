import { wordsFor } from '../../src/words/words';
import { Dec } from '../../src/workbook/decimal';
import { bookOf, sheetOf } from '../support/sheets';

const words = wordsFor(bookOf([sheetOf('评分表', []), sheetOf('数据表', [])]), 0);
const at = (row: number, sheet = 0) => ({ sheet, row, col: 6 });

describe('words', () => {
  it('name a cell, with its sheet where that is another', () => {
    expect([words.cell(at(29)), words.cell(at(29, 1))]).toEqual(['G30', '数据表!G30']);
  });
  it('name at most eight cells', () => {
    const cells = Array.from({ length: 9 }, (_, row) => at(row));
    expect(words.cells(cells.slice(0, 8))).toBe('G1、G2、G3、G4、G5、G6、G7、G8');
    expect(words.cells(cells)).toBe('G1、G2、G3、G4、G5、G6、G7、G8等9处');
  });
  it.each([
    ['97.5', '97.5'],
    ['97.50', '97.5'],
    ['100', '100'],
    ['0.0000001', '0'],
    ['-0', '0'],
    ['33.333333333', '33.333333'],
    ['1e21', '1000000000000000000000'],
  ])('number %s → %s', (value, expected) => {
    expect(words.number(new Dec(value))).toBe(expected);
  });
  it('give percentages two decimals at most', () => {
    expect([words.percent(new Dec('0.89974')), words.percent(new Dec('1')), words.percent(new Dec('1.0259'))]).toEqual([
      '89.97%',
      '100%',
      '102.59%',
    ]);
  });
  it('cut names at thirty characters and take line breaks out', () => {
    expect(words.name('可持续影\n响指标')).toBe('「可持续影 响指标」');
    expect(words.name('指'.repeat(31))).toBe(`「${'指'.repeat(30)}…」`);
    expect(words.name('𠮷'.repeat(31))).toBe(`「${'𠮷'.repeat(30)}…」`);
  });
});
