import { contentTyped, typedInto } from '../../../src/workbench/sheet/typed';
import { editableText } from '../../../src/workbench/sheet/shown';
import { Dec } from '../../../src/workbook/decimal';
import { bookOf, sheetOf } from '../../support/sheets';

const plain = (text: string, format = 'General'): unknown => {
  const content = contentTyped(text, format);
  if (content.kind === 'blank') return null;
  if (content.kind === 'formula') return { f: content.formula };
  return content.value instanceof Dec ? content.value.toNumber() : content.value;
};

describe('what is typed', () => {
  it.each<[string, string, unknown]>([
    ['9.47', 'General', 9.47],
    ['-1.33', '0.00', -1.33],
    ['+5', 'General', 5],
    ['.5', 'General', 0.5],
    ['5.', 'General', 5],
    ['1,234,567.8', 'General', 1234567.8],
    ['1,23', 'General', '1,23'],
    ['1e3', 'General', 1000],
    ['９．５', 'General', 9.5],
    [' 9.5 ', 'General', 9.5],
    ['', 'General', null],
    // What is no number stays as typed.
    ['1-2', 'General', '1-2'],
    ['3/4', 'General', '3/4'],
    ['0012', 'General', '0012'],
    ['440802199001011234', 'General', '440802199001011234'],
    ['≥95%', 'General', '≥95%'],
    ['良', '0.00', '良'],
    ['-', 'General', '-'],
    [',', 'General', ','],
    ["'95", 'General', '95'],
    ["'=A1", 'General', '=A1'],
    ['95', '@', '95'],
    ['true', 'General', true],
    // Percentages only where the cell shows them.
    ['94.73%', '0.00%', 0.9473],
    ['94.73%', 'General', '94.73%'],
    ['85', '0%', 0.85],
    ['0.85', '0%', 0.85],
    ['95', '0.00"%"', 95],
    // Dates only where the cell shows them.
    ['2025-3-10', 'yyyy/m/d', 45726],
    ['2025年3月10日', 'yyyy"年"m"月"d"日"', 45726],
    ['2025-3-10', 'General', '2025-3-10'],
    ['2025-2-30', 'yyyy/m/d', '2025-2-30'],
    ['=SUM(A1:A3)', 'General', { f: 'SUM(A1:A3)' }],
    ['＝SUM（A1：A3）', 'General', { f: 'SUM(A1:A3)' }],
    ['=IF(A1>1,"（优）","")', 'General', { f: 'IF(A1>1,"（优）","")' }],
    ['=', 'General', '='],
  ])('%p into a cell of format %p is %p', (text, format, meant) => {
    expect(plain(text, format)).toEqual(meant);
  });

  it('what is edited and left as it was means what it meant', () => {
    const values = [
      { v: 9.5 },
      { v: 0.1 + 0.2 },
      { v: 0.9473, format: '0.00%' },
      { v: 45726, format: 'yyyy/m/d' },
      { v: '95' },
      { v: '0012' },
      { v: "'带引号" },
      { v: '=不是公式' },
      { v: '正常' },
      { v: true },
      { v: 'TRUE' },
      { f: 'A1+1', v: 10.5 },
    ];
    const sheet = bookOf([
      sheetOf(
        '表',
        values.map((value) => [value]),
      ),
    ]).sheets[0]!;
    values.forEach((value, row) => {
      const back = plain(editableText(sheet, row, 0, false), sheet.formatAt(row, 0));
      const wanted = 'f' in value ? { f: value.f } : value.v;
      if (typeof wanted === 'number') expect(back).toBeCloseTo(wanted, 12);
      else expect(back).toEqual(wanted);
    });
  });
});

describe('a percentage typed into a cell without a format', () => {
  it.each<[string, string, number | string, string | undefined]>([
    ['95%', 'General', 0.95, '0%'],
    ['94.73%', 'General', 0.9473, '0.00%'],
    ['９５％', 'General', 0.95, '0%'],
    ['95%', '0.00', '95%', undefined],
    ['95%', '0.0%', 0.95, undefined],
    ['95%', '@', '95%', undefined],
    ['≥95%', 'General', '≥95%', undefined],
    ['%', 'General', '%', undefined],
  ])('%s into %s', (text, format, value, own) => {
    const { after, format: brought } = typedInto(text, format);
    const held = after.kind === 'value' ? after.value : null;
    expect([held instanceof Dec ? held.toNumber() : held, brought]).toEqual([value, own]);
  });
});
