import fc from 'fast-check';
import { a1OfRect } from '../../../src/workbook/address';
import { LEVELS } from '../../../src/workbook/formulas/ast';
import { type FormulaNode } from '../../../src/workbook/formulas';
import { asPlainSum, parseFormula, printFormula, referencesOf } from '../../../src/workbook/formulas';
import { tokenise } from '../../../src/workbook/formulas/lexer';

const SEED = Number(process.env['FUZZ_SEED'] ?? 20240501);
const RUNS = { seed: SEED, numRuns: 500 };

function canonical(text: string): string {
  return printFormula(parseFormula(text));
}

function kindOf(text: string): string {
  return parseFormula(text).root.kind;
}

describe('grammar', () => {
  test.each([
    ['1+2*3', '1+2*3'],
    ['(1+2)*3', '(1+2)*3'],
    ['((1+2))', '1+2'],
    ['1-(2-3)', '1-(2-3)'],
    [' SUM( A1 , $B$2:C3 ) ', 'SUM(A1,B2:C3)'],
    ['sum(c3:a1)', 'SUM(A1:C3)'],
    ["'表 1'!A1", "'表 1'!A1"],
    ['表1!$A$1', '表1!A1'],
    ["'it''s'!A1", "'it''s'!A1"],
    ['Sheet1!A1:B2', 'Sheet1!A1:B2'],
    ['A:A', 'A1:A1048576'],
    ['$3:4', 'A3:XFD4'],
    ['"a""b"&C1', '"a""b"&C1'],
    ['-A1^2', '-A1^2'],
    ['2^-1', '2^-1'],
    ['5%%', '5%%'],
    ['IF(A1>=60,"中","差")', 'IF(A1>=60,"中","差")'],
    ['ROUND(A1,)', 'ROUND(A1,)'],
    ['true<>FALSE', 'TRUE<>FALSE'],
    ['1.5E+3', '1.5E+3'],
    ['#N/A', '#N/A'],
    ['Sheet1!#REF!', '#REF!'],
    ['=A1', 'A1'],
    ['LOG10(A1)', 'LOG10(A1)'],
  ])('%s is read as %s', (text, expected) => {
    expect(canonical(text)).toBe(expected);
  });

  test.each([
    '{1,2}',
    'Table1[列]',
    '[1]Sheet1!A1',
    "'[1]表'!A1",
    "'C:\\[book.xlsx]Sheet1'!$A$1",
    '(A1,B1)',
    'A1:B2 B1:C3',
    '总分',
    'Sheet1:Sheet3!A1',
    'A1:B2:C3',
    'A1#',
    '@A1',
    'S!A1:S!B2',
    'A1048577',
    'XFE1',
    '',
    'SUM(A1',
    'A1)',
    '1+',
    '"open',
    "'open",
    '()',
    'SUM (A1)',
  ])('%s is unknown', (text) => {
    expect(kindOf(text)).toBe('unknown');
  });

  test('what is foreign stays in its place, so that the rest can be used', () => {
    expect(parseFormula('SUM(A1,[1]X!B2)+B1').root).toMatchObject({
      kind: 'chain',
      first: { kind: 'call', args: [{ kind: 'reference' }, { kind: 'unknown', text: '[1]X!B2' }] },
    });
  });

  test('nesting is limited and long chains are not', () => {
    expect(kindOf(`${'('.repeat(65)}A1${')'.repeat(65)}`)).toBe('unknown');
    expect(kindOf(`${'('.repeat(60)}A1${')'.repeat(60)}`)).toBe('reference');
    expect(kindOf(`${'-'.repeat(5000)}1`)).toBe('unknown');
    expect(kindOf(`1${'%'.repeat(5000)}`)).toBe('unknown');
    expect(parseFormula(`A1${'+A1'.repeat(4000)}`).root).toMatchObject({ kind: 'chain', rest: { length: 4000 } });
    expect(kindOf('1+'.repeat(10_000) + '1')).toBe('unknown');
  });

  test.each(["'", '"', '{"', '[', 'A1:', '!', '#', '1E', '(', '-', 'a!', "'a'!", '$', '.'])(
    'a text of nothing but %s has no more tokens than characters',
    (piece) => {
      const text = piece.repeat(5000);
      const tokens = tokenise(text);
      expect(tokens.length).toBeLessThanOrEqual(text.length + 1);
      expect(tokens.every((token, index) => index === 0 || token.from >= tokens[index - 1]!.to)).toBe(true);
    },
  );
});

const rect = fc.tuple(fc.nat(200), fc.nat(30), fc.nat(20), fc.nat(5)).map(([top, left, rows, cols]) => ({
  top,
  left,
  bottom: top + rows,
  right: left + cols,
}));
const sheet = fc.oneof(
  fc.constant(null),
  fc.constantFrom('评分表', '表 1', "it's", 'A1', 'R1C1', 'TRUE', '2024', 'Sheet1', '附件2.1', 'x-y'),
);

const { tree } = fc.letrec<{ tree: FormulaNode }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.nat(100_000).map((n): FormulaNode => ({ kind: 'number', text: String(n / 100) })),
    fc.record({ kind: fc.constant('reference' as const), sheet, rect }),
    fc.string({ unit: 'grapheme' }).map((value): FormulaNode => ({ kind: 'text', value })),
    fc.boolean().map((value): FormulaNode => ({ kind: 'boolean', value })),
    fc.constantFrom('#REF!', '#DIV/0!', '#N/A').map((error): FormulaNode => ({ kind: 'error', error })),
    fc.record({ kind: fc.constant('sign' as const), sign: fc.constantFrom('+' as const, '-' as const), operand: tie('tree') }),
    fc.record({ kind: fc.constant('percent' as const), operand: tie('tree') }),
    fc.nat(LEVELS.length - 1).chain((level) =>
      fc.record({
        kind: fc.constant('chain' as const),
        level: fc.constant(level),
        first: tie('tree'),
        rest: fc.array(fc.record({ operator: fc.constantFrom(...LEVELS[level]!), operand: tie('tree') }), {
          minLength: 1,
          maxLength: 4,
        }),
      }),
    ),
    fc.record({
      kind: fc.constant('call' as const),
      name: fc.constantFrom('SUM', 'IF', 'ROUND', 'VLOOKUP', '_XLFN.CONCAT', 'LOG10'),
      args: fc.array(tie('tree'), { maxLength: 4 }),
    }),
  ),
}));

describe(`properties (seed ${SEED})`, () => {
  test('a printed tree is read back as the same tree', () => {
    fc.assert(
      fc.property(tree, (root) => {
        expect(parseFormula(printFormula({ text: '', root })).root).toEqual(root);
      }),
      RUNS,
    );
  });

  test('no text is refused by an exception, and printing changes nothing', () => {
    const piece = fc.constantFrom(
      'A1',
      'SUM(',
      ')',
      '(',
      ',',
      '+',
      '-',
      '^',
      '%',
      '"',
      "'",
      '!',
      ':',
      '[',
      ']',
      '{',
      '}',
      '#REF!',
      '#',
      ' ',
      '@',
      '1',
      '.',
      '1E5',
      'TRUE',
      '表',
      '$B$2',
      '3:3',
      '=',
      '<>',
      '&',
      'A:A',
      '\n',
      '\u00a0',
      '\ud800',
    );
    const soup = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary' })), (text) => {
        const formula = parseFormula(text);
        expect(parseFormula(printFormula(formula)).root).toEqual(formula.root);
        for (const place of referencesOf(formula)) expect(place.rect.top).toBeLessThanOrEqual(place.rect.bottom);
      }),
      RUNS,
    );
  });
});

describe('referencesOf', () => {
  function places(text: string): string[] {
    return referencesOf(parseFormula(text)).map(({ sheet: name, rect: area }) => `${name ?? ''}!${a1OfRect(area)}`);
  }

  test.each([
    ['A1+SUM(B1:B3,表!C1)*A1', ['!A1', '!B1:B3', '表!C1', '!A1']],
    ['VLOOKUP(A1,数据!A1:C9,2,0)', ['!A1', '数据!A1:C9']],
    ['[1]X!A1+B1', ['!B1']],
    ['SUM(A1 B1:C2)', ['!A1', '!B1:C2']],
    ['SUM(A1+,B2', ['!A1', '!B2']],
    ['1+2', []],
    ['"A1"', []],
  ])('%s', (text, expected) => {
    expect(places(text)).toEqual(expected);
  });
});

describe('asPlainSum', () => {
  function terms(text: string): string[] | null {
    const found = asPlainSum(parseFormula(text));
    return (
      found?.map(({ sheet: name, rect: area, sign }) => {
        const place = name === null ? a1OfRect(area) : `${name}!${a1OfRect(area)}`;
        return (sign === 1 ? '+' : '-') + place;
      }) ?? null
    );
  }

  test.each([
    ['SUM(A1:A5)', ['+A1:A5']],
    ['SUM(A1:A5,B1)', ['+A1:A5', '+B1']],
    ['A1+A2', ['+A1', '+A2']],
    ['+A1+A2', ['+A1', '+A2']],
    ['A1+A1', ['+A1', '+A1']],
    ['A1-A2', ['+A1', '-A2']],
    ['A1-(A2-A3)', ['+A1', '-A2', '+A3']],
    ['SUM(A1:A3)+A9-SUM(B1)', ['+A1:A3', '+A9', '-B1']],
    ['SUM(A1+A2,A3:A4)', ['+A1', '+A2', '+A3:A4']],
    ['-SUM(A1:A2)', ['-A1:A2']],
    ['ROUND(SUM(A1:A5),2)', ['+A1:A5']],
    ['ROUND(A1+A2,1)', ['+A1', '+A2']],
    ['SUM(ROUND(A1,2),评分表!G9)', ['+A1', '+评分表!G9']],
    ['A1:A1+A2', ['+A1', '+A2']],
  ])('%s', (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });

  test.each([
    'A1',
    '-A1',
    'ROUND(A1,2)',
    'A1:A3+A4',
    'SUM(A1:A3)*1',
    'SUM(A1,5)',
    'SUM()',
    'SUM(A1,)',
    'A1+2',
    'A1&A2',
    'ROUND(SUM(A1:A2),-1)',
    'ROUND(SUM(A1:A2),B1)',
    'ROUNDUP(SUM(A1:A2),0)',
    'IF(A1,SUM(B1:B2),0)',
    'AVERAGE(A1:A2)',
    'SUM(A1:A2)/100',
    'SUM([1]X!A1,A2)',
    '总分',
    '',
  ])('%s is none', (text) => {
    expect(terms(text)).toBeNull();
  });
});
