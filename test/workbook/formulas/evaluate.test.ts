import fc from 'fast-check';
import { Dec } from '../../../src/workbook/decimal';
import { evaluateFormula, evaluatorOf, parseFormula, type EvaluateOptions, type FormulaResult } from '../../../src/workbook/formulas';
import type { WorkbookSnapshot } from '../../../src/workbook/types';
import { bookOf, sheetOf } from '../../support/sheets';

const SEED = Number(process.env['FUZZ_SEED'] ?? 20240501);

const BOOK = bookOf([
  sheetOf('评分表', [
    // A        B        C          D      E
    [1, 2, 'text', true, null],
    [0.1, 0.2, '5', false, { error: '#DIV/0!' }],
    [10, -3, '5分', { v: 12, f: 'A1+11' }, { f: 'A1' }],
    [2.5, '', '12%', { v: 99, f: 'SUM(A1:A3)' }, 'b'],
  ]),
  sheetOf('表 2', [[100], [200]]),
]);

const HOME = { sheet: 0, row: 20, col: 0 };

function told(result: FormulaResult): string | number | boolean {
  if (result === 'unknown') return 'unknown';
  if ('error' in result) return result.error;
  return result.value instanceof Dec ? result.value.toNumber() : result.value;
}

function value(text: string, options?: EvaluateOptions, book: WorkbookSnapshot = BOOK): string | number | boolean {
  return told(evaluateFormula(parseFormula(text), book, HOME, options));
}

type Cases = [string, string | number | boolean][];

describe('operators', () => {
  const cases: Cases = [
    ['1+2*3', 7],
    ['-2^2', 4],
    ['2^3^2', 64],
    ['2^-1', 0.5],
    ['50%*4', 2],
    ['(1-0%)*4*60%+(1-0%)*4*40%', 4],
    ['0.1+0.2=0.3', true],
    ['1/3*3=1', true],
    ['A1+E1', 1],
    ['A1+C2', 6],
    ['C4*100', 12],
    ['A1+D1', 2],
    ['A1+C1', '#VALUE!'],
    ['A1+C3', '#VALUE!'],
    ['A1+B4', '#VALUE!'],
    ['A1/E1', '#DIV/0!'],
    ['A1+E2', '#DIV/0!'],
    ['E2+C1', '#DIV/0!'],
    ['0^0', '#NUM!'],
    ['0^-1', '#DIV/0!'],
    ['(-8)^0.5', '#NUM!'],
    ['10^308*10', '#NUM!'],
    ['2^100000', 'unknown'],
    ['"a"="A"', true],
    ['"a"<"b"', 'unknown'],
    ['"a">999', true],
    ['TRUE>"zzz"', true],
    ['E1=0', true],
    ['E1=""', true],
    ['E1=FALSE', true],
    ['"1"=1', false],
    ['A1&"分"', '1分'],
    ['0.5&""', '0.5'],
    ['D1&E1', 'TRUE'],
    ['1E+20&""', 'unknown'],
    ['"2024-1-1"+1', 'unknown'],
    ['"1,234"+1', 1235],
    ['" 5 "+1', 6],
    ['"5e2"+0', 500],
    ['+"5"', '5'],
    ['-"5"', -5],
    ['E1', 0],
    ["'表 2'!A1+'表 2'!A2", 300],
    ['无此表!A1', 'unknown'],
    ['A1:A2+1', 'unknown'],
    ['#REF!+1', '#REF!'],
    ['E3+1', 'unknown'],
    ['A1+[1]X!A1', 'unknown'],
    ['总分', 'unknown'],
  ];
  test.each(cases)('%s → %p', (text, expected) => {
    expect(value(text)).toBe(expected);
  });
});

describe('functions', () => {
  const cases: Cases = [
    ['SUM(A1:A4)', 13.6],
    ['SUM(A1:D4)', 123.8],
    ['SUM(C1:C4)', 0],
    ['SUM(C2)', 0],
    ['SUM(C2+0)', 5],
    ['SUM("5",TRUE,1)', 7],
    ['SUM("5分")', '#VALUE!'],
    ['SUM(A:A)', 13.6],
    ['SUM(A1:E2)', '#DIV/0!'],
    ['SUM(E3:E4)', 'unknown'],
    ['SUM(E2:E3)', 'unknown'],
    ['SUM(1,)', 1],
    ['SUM()', 'unknown'],
    ['SUM(Z1:Z9)', 0],
    ["SUM(A1,'表 2'!A:A)", 301],
    ['SUM(IF(TRUE,C2,0))', 0],
    ['MIN(A1:B4)', -3],
    ['MAX(A1:B4)', 10],
    ['MAX(C1:C4)', 0],
    ['AVERAGE(A1:A2,10)', 3.7],
    ['AVERAGE(C1:C4)', '#DIV/0!'],
    ['PRODUCT(A1:B3)', -1.2],
    ['PRODUCT(C1:C4)', 0],
    ['PRODUCT(10^200,10^200,0)', '#NUM!'],
    ['COUNT(A1:D4)', 9],
    ['COUNT(A1:E4)', 'unknown'],
    ['COUNT("5","x",TRUE,1)', 3],
    ['COUNT(C2)', 0],
    ['COUNTA(A1:C4)', 12],
    ['COUNTA(E1:E2)', 1],
    ['COUNTA(E1:E4)', 'unknown'],
    ['ROUND(2.675,2)', 2.68],
    ['ROUND(1.005,2)', 1.01],
    ['ROUND(-2.5,0)', -3],
    ['ROUND(1/3*3/2,0)', 1],
    ['ROUND(1250,-2)', 1300],
    ['ROUND(1234.5,)', 1235],
    ['ROUND(1.25,1.9)', 1.3],
    ['ROUND(A1)', 'unknown'],
    ['ROUNDDOWN(-2.59,1)', -2.5],
    ['ROUNDUP(2.51,1)', 2.6],
    ['ROUNDDOWN(1/3*3,0)', 1],
    ['INT(-1.5)', -2],
    ['INT(0.29*100)', 29],
    ['ABS(B3)', 3],
    ['ABS(C1)', '#VALUE!'],
    ['IF(A1>=1,"是","否")', '是'],
    ['IF(A1>5,"是")', false],
    ['IF(A1,A2,E2)', 0.1],
    ['IF(E1,1,)', 0],
    ['IF("x",1,2)', '#VALUE!'],
    ['IF("true",1,2)', 1],
    ['IF(E2,1,2)', '#DIV/0!'],
    ['IF(A1=1,5,总分)', 5],
    ['IF(总分,1,1)', 'unknown'],
    ['IFERROR(1/0,7)', 7],
    ['IFERROR(A1,7)', 1],
    ['IFERROR(总分,7)', 'unknown'],
    ['IFERROR(VLOOKUP(1,A1:B2,2,0),0)', 'unknown'],
    ['AND(A1=1,D1)', true],
    ['AND(D1:D2)', false],
    ['OR(D1:D2)', true],
    ['AND(C1:C4)', '#VALUE!'],
    ['OR(A1:C1)', true],
    ['AND(TRUE,E2)', '#DIV/0!'],
    ['NOT(A1=1)', false],
    ['N(C1)', 0],
    ['N(D1)', 1],
    ['N(A4)', 2.5],
    ['VALUE("12%")', 0.12],
    ['VALUE("5分")', '#VALUE!'],
    ['VALUE("5")*2', 10],
    ['VALUE("")', '#VALUE!'],
    ['VALUE(TRUE)', '#VALUE!'],
    ['VALUE("１２")', 'unknown'],
    ['SUMIF(A1:A4,">1",B1:B4)', -3],
    ['SUMIF(A1:A4,">=1")', 13.5],
    ['SUMIF(C1:C4,"TEXT",A1:A4)', 1],
    ['SUMIF(C1:C4,5,A1:A4)', 0.1],
    ['SUMIF(C1:C4,"<>text",A1)', 12.6],
    ['SUMIF(C1:C4,"t*",A1:A4)', 'unknown'],
    ['SUMIF(C:C,"<>text",A:A)', 'unknown'],
    ['SUMIF(A1:A4,1+1,B1:B4)', 0],
    ['SUBTOTAL(9,A1:A4)', 13.6],
    ['SUBTOTAL(109,A1:A4)', 13.6],
    ['SUBTOTAL(1,A1:A4)', 'unknown'],
    ['VLOOKUP(1,A1:B2,2,0)', 'unknown'],
    ['_xlfn.CONCAT(A1)', 'unknown'],
    ['RANK(A1,A1:A4)', 'unknown'],
  ];
  test.each(cases)('%s → %p', (text, expected) => {
    expect(value(text)).toBe(expected);
  });

  test('SUBTOTAL leaves out subtotals and, with 109, hidden rows', () => {
    const rows = [[1], [2], [{ v: 3, f: 'SUBTOTAL(9,A1:A2)' }], [4]];
    const open = bookOf(sheetOf('S', rows));
    const hiding = bookOf(sheetOf('S', rows, { hiddenRows: [1] }));
    expect(value('SUBTOTAL(9,A1:A4)', {}, open)).toBe(7);
    expect(value('SUBTOTAL(109,A1:A4)', {}, hiding)).toBe(5);
    expect(value('SUBTOTAL(9,A1:A4)', {}, hiding)).toBe('unknown');
  });
});

describe('referenced formulas', () => {
  test('their stored value counts, or with `deep` the recomputed one', () => {
    expect(value('D4+1')).toBe(100);
    expect(value('D4+1', { deep: true })).toBe(12.1);
    expect(value('SUM(D3:D4)', { deep: true })).toBe(23.1);
    expect(value('E3', { deep: true })).toBe(1);
  });

  test('references of a recomputed cell are those of its own sheet', () => {
    const book = bookOf([sheetOf('A', [[1]]), sheetOf('B', [[2, { v: 0, f: 'A1*10' }]])]);
    expect(value('B!B1+A1', { deep: true }, book)).toBe(21);
  });

  test('a cycle and what depends on it are unknown, the rest is not', () => {
    const book = bookOf(sheetOf('S', [[{ v: 1, f: 'B1+1' }, { v: 1, f: 'A1+1' }, { v: 1, f: 'C1' }, 5, { v: 0, f: 'D1*2' }]]));
    const evaluate = evaluatorOf(book, { deep: true });
    const results = ['A1', 'B1', 'C1', 'E1', 'E1+A1'].map((text) => told(evaluate(parseFormula(text), HOME)));
    expect(results).toEqual(['unknown', 'unknown', 'unknown', 10, 'unknown']);
  });

  test('every cell is computed once, however many ways lead to it', () => {
    // Each row refers twice to the one above: 2^60 ways without a memory.
    const rows = Array.from({ length: 60 }, (_, row) => [row === 0 ? 1 : { v: 0, f: `A${row}+A${row}` }]);
    expect(value('A60', { deep: true, maxReads: 200 }, bookOf(sheetOf('S', rows)))).toBe(2 ** 59);
  });

  test.each(['A#+1', 'SUM(A#)', 'IF(TRUE,SUM(IFERROR(A#,0)),0)', 'ROUND(SUM(A#,0),2)'])(
    'a chain of 20,000 cells like %s ends as unknown, without a stack overflow',
    (pattern) => {
      const rows = Array.from({ length: 20_000 }, (_, row) => [row === 0 ? 1 : { v: 0, f: pattern.replace('#', String(row)) }]);
      expect(value('A20000', { deep: true }, bookOf(sheetOf('S', rows)))).toBe('unknown');
    },
  );

  test('too many reads make the answer unknown', () => {
    expect(value('SUM(A1:B4)', { maxReads: 8 })).toBe(9.8 + 3);
    expect(value('SUM(A1:B4)', { maxReads: 7 })).toBe('unknown');
    const evaluate = evaluatorOf(BOOK, { maxReads: 8 });
    expect(told(evaluate(parseFormula('SUM(A1:A4)'), HOME))).toBe(13.6);
    expect(told(evaluate(parseFormula('SUM(A1:B4)'), HOME))).toBe('unknown');
  });

  test('a formula of a thousand terms is added up', () => {
    expect(value(`A1${'+A1'.repeat(2000)}`)).toBe(2001);
  });
});

describe(`properties (seed ${SEED})`, () => {
  const RUNS = { seed: SEED, numRuns: 300 };

  test('SUM equals + for any cents, exactly', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 30 }), (cents) => {
        const book = bookOf(
          sheetOf(
            'S',
            cents.map((cent) => [cent / 100]),
          ),
        );
        const chain = cents.map((_, row) => `A${row + 1}`).join('+');
        const exact = cents.reduce((sum, cent) => sum + cent, 0) / 100;
        expect(value(`SUM(A1:A${cents.length})`, {}, book)).toBe(exact);
        expect(value(chain, {}, book)).toBe(exact);
      }),
      RUNS,
    );
  });

  test('whatever the text, an answer comes back', () => {
    const piece = fc.constantFrom(
      'A1',
      'SUM(',
      'ROUND(',
      'IF(',
      'SUMIF(',
      'SUBTOTAL(9,',
      'COUNT(',
      'AND(',
      ')',
      ')',
      ',',
      '+',
      '-',
      '/',
      '^',
      '%',
      '"5"',
      '"x"',
      '1',
      '1E300',
      '0',
      'A1:D4',
      'E2',
      'E3',
      'TRUE',
      '=',
      '<>',
      '&',
      'A:A',
      '(',
      'VALUE(',
      'MAX(',
    );
    const soup = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));
    let answered = 0;
    fc.assert(
      fc.property(soup, fc.boolean(), (text, deep) => {
        const result = value(text, { deep });
        expect(['string', 'number', 'boolean']).toContain(typeof result);
        if (result !== 'unknown') answered += 1;
      }),
      RUNS,
    );
    expect(answered).toBeGreaterThan(0);
  });
});
