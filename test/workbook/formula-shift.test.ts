import { shiftFormula } from '../../src/workbook/formula-shift';

test.each([
  ['A1+B2', 1, 2, 'C2+D3'],
  ['$A1+A$1+$A$1', 3, 3, '$A4+D$1+$A$1'],
  ['SUM(A1:B2)', 1, 0, 'SUM(A2:B3)'],
  ['SUM(A:A)+SUM(1:$2)+SUM($A:B)', 2, 1, 'SUM(B:B)+SUM(3:$2)+SUM($A:C)'],
  ['LOG10(A1)', 1, 0, 'LOG10(A2)'],
  ['IF(A1="A1","B2""C3",B1)', 1, 1, 'IF(B2="A1","B2""C3",C2)'],
  ["'A1 表'!B2+'it''s A1'!A1+Q1!A1", 1, 0, "'A1 表'!B3+'it''s A1'!A2+Q1!A2"],
  ['表1!A1+评分A1', 1, 0, '表1!A2+评分A1'],
  ['[1]Sheet1!A1+Table1[[#This Row],[A1]]', 1, 0, '[1]Sheet1!A2+Table1[[#This Row],[A1]]'],
  ['A1_x+x.A1+_A1+1E5+2.5', 1, 1, 'A1_x+x.A1+_A1+1E5+2.5'],
  ['A1048576+XFD1', 1, 1, 'B1+A2'],
  ['B2', -2, -2, 'XFD1048576'],
  ['XFE1+A1048577+A0', 1, 1, 'XFE1+A1048577+A0'],
  ['Sheet2!A1:B2', 1, 1, 'Sheet2!B2:C3'],
  ['A1#+@B1', 1, 0, 'A2#+@B2'],
  ['TRUE+ROUND(A1*5,2)', 1, 0, 'TRUE+ROUND(A2*5,2)'],
  ['a1', 1, 1, 'B2'],
])('%s moved by %i, %i is %s', (formula, rows, cols, wanted) => {
  expect(shiftFormula(formula, rows, cols)).toBe(wanted);
});

test('a formula not moved is the same text', () => {
  expect(shiftFormula("A1+'unclosed", 0, 0)).toBe("A1+'unclosed");
  expect(shiftFormula("A1+'unclosed B2", 1, 0)).toBe("A2+'unclosed B2");
});
