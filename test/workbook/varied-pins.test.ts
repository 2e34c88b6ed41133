/**
 * Formulas, addresses, formats and texts in all their forms, whole and with one character otherwise: how each is read, printed, moved and
 * worked out. `npm run pin` renews the lists.
 */
import path from 'node:path';
import {
  a1OfRect,
  areasOf,
  bracketed,
  calculated,
  cutOff,
  Dec,
  decimalsOfFormat,
  displayWidth,
  evaluatorOf,
  freeSheetName,
  halfUp,
  isPlaceholder,
  likeness,
  MAX_TEXT,
  normal,
  numeralValue,
  parseA1,
  parseFormula,
  parseRect,
  passesForFormula,
  percentSign,
  printFormula,
  referencesOf,
  rowHeight,
  shiftFormula,
  tidy,
  withoutBrackets,
  writable,
} from '../../src/workbook';
import { bookOf, sheetOf } from '../support/sheets';
import { expectPinned, shown } from '../support/pinned';

const FOLDER = path.join(__dirname, 'pins');

const BOOK = bookOf([
  sheetOf('评分表', [
    [1, 2, 'text', true, null],
    [0.1, 0.2, '5', false, { error: '#DIV/0!' }],
    [10, -3, '5分', { v: 12, f: 'A1+11' }, { f: 'A1' }],
    [2.5, '', '12%', { v: 99, f: 'SUM(A1:A3)' }, 'b'],
    ['产出', 5, '产出', 7, null],
    ['效益', 6, '产出', 8, null],
  ]),
  sheetOf('表 2', [[100], [200]]),
  sheetOf("it's", [[300]]),
]);
const HOME = { sheet: 0, row: 20, col: 0 };

const FORMULAS: readonly string[] = [
  '1+2*3-4/5^2',
  '-2^2%',
  '(1+2)*(3-(4+5))',
  'A1+B$2-$A3*$B$1',
  'SUM(A1:B3,A4,5)',
  'SUM(A:A)+SUM(1:2)',
  '"5"&"分""好"&TRUE',
  'A1>=B1',
  'A1<>B1',
  'IF(A1>0.5,"是","否")',
  'IF(AND(A1>0,OR(B1<0,NOT(D2))),1,)',
  'ROUND(A1/3,2)+ROUNDUP(1.21,1)+ROUNDDOWN(1.29,1)',
  'INT(-2.5)+ABS(-3)+MOD(7,3)',
  'MIN(A1:A4)+MAX(A1:A4)+AVERAGE(A1:A3)',
  'COUNT(A1:E4)+COUNTA(A1:E4)+COUNTBLANK(A1:E4)',
  'SUMIF(A5:A6,"产出",B5:B6)+SUMIF(A1:A4,">1")',
  'SUMIF(C5:C6,"产*",D5:D6)',
  'COUNTIF(A1:A4,">=1")+COUNTIF(C1:C6,"产出")',
  'SUMPRODUCT(A1:A3,B1:B3)',
  'SUBTOTAL(9,A1:A4)+SUBTOTAL(109,A1:A4)',
  'IFERROR(E2,7)+IFERROR(1/0,8)',
  "'表 2'!A1+'it''s'!A1",
  '表1!A1',
  '[1]Sheet1!A1',
  'VLOOKUP("产出",A5:B6,2,0)',
  'PRODUCT(A1:A3)+POWER(2,3)+SQRT(4)',
  'LEFT("甲乙丙",2)&MID("甲乙丙",2,1)&RIGHT("甲乙丙")&LEN("甲乙")',
  'VALUE("12%")+"5"*2',
  'E2+1',
  'C1+1',
  'A1:A3',
  '{1,2;3,4}',
  '#REF!+1',
  'Table1[列]',
  '_xlfn.IFS(A1>0,1)',
  '1e3+1.5E-2',
  '=1',
  ' 1 + 2 ',
  '+1',
  '--1',
];

const parsedText = (text: string): string => {
  const formula = parseFormula(text);
  const references = referencesOf(formula).map(({ sheet, rect }) => `${sheet ?? ''}!${a1OfRect(rect)}`);
  return `${printFormula(formula)} [${references.join(' ')}] = ${shown(evaluatorOf(BOOK)(formula, HOME))} deep ${shown(evaluatorOf(BOOK, { deep: true })(formula, HOME))}`;
};

test('formulas: printed, what they read, what they come to', () => {
  expectPinned(
    FOLDER,
    'formulas',
    FORMULAS.map((text) => `${text} → ${parsedText(text)}`),
  );
});

test('formulas with each character gone: never thrown at, and read as what they then are', () => {
  const lines = FORMULAS.flatMap((text) => [
    `# ${text}`,
    ...[...text].map((_, at) => text.slice(0, at) + text.slice(at + 1)).map((other) => `${other} → ${parsedText(other)}`),
  ]);
  expectPinned(FOLDER, 'formulas-cut', lines);
});

test('formulas moved', () => {
  const moves = [
    [1, 0],
    [0, 1],
    [-1, -1],
    [1_048_575, 0],
    [0, 16_383],
    [3, 25],
  ] as const;
  const MORE = [
    'A1048576',
    'XFD1',
    'A1:XFD1048576',
    '$A$1:B$2',
    'A:$B',
    '$1:2',
    'AA10+ZZ99',
    'A1B',
    'R1C1',
    'a1:b2',
    'A1!B2',
    "'a'!A1:A2",
    'SUM(A1,"A1",\'A1\'!A1)',
    'LOG10(1)+LOG10',
    'A1[1]',
    'A0',
    'A01',
    '$A',
    'A$',
    '$$A1',
    'A$$1',
    'A1:',
    ':A1',
    'A1:B',
    'AB:CD5',
    '1:A',
  ];
  const lines = [...FORMULAS, ...MORE].map(
    (text) => `${text} → ${moves.map(([rows, cols]) => shiftFormula(text, rows, cols)).join(' | ')}`,
  );
  expectPinned(FOLDER, 'formulas-moved', lines);
});

test('addresses and areas', () => {
  const TEXTS = [
    'A1',
    '$A$1',
    'a1',
    'Z9',
    'AA10',
    'AZ1',
    'BA1',
    'ZZ1',
    'AAA1',
    'XFD1048576',
    'XFE1',
    'A1048577',
    'A0',
    'A',
    '1',
    'AAAA1',
    'A12345678',
    'A1:C3',
    'C3:A1',
    'C1:A3',
    'A1:',
    ':A1',
    'A1:B2:C3',
    '',
    ' A1',
  ];
  expectPinned(
    FOLDER,
    'addresses',
    TEXTS.map((text) => {
      const rect = parseRect(text);
      return `«${text}» ${shown(parseA1(text))} ${rect === null ? 'none' : a1OfRect(rect)}`;
    }),
  );
  const cells = (text: string) => text.split(' ').map((one) => ({ sheet: 0, ...parseA1(one)! }));
  const CASES = [
    'A1',
    'A1 A2 A3',
    'A1 A3',
    'A1 B1 C1',
    'A1 A2 B1 B2',
    'A1 A2 B1',
    'B2 A1 C3',
    'A1 A2 B1 B2 C1 C2 C3',
    'A1 B1 D1 E1',
    'A5 B5',
  ];
  expectPinned(
    FOLDER,
    'areas',
    CASES.map(
      (text) =>
        `${text} → ${areasOf(cells(text), [{ top: 4, left: 0, bottom: 5, right: 2 }])
          .map(a1OfRect)
          .join(' ')}`,
    ),
  );
});

test('number formats: what % does, and how many decimals they show', () => {
  const FORMATS = [
    'General',
    '0',
    '0.0',
    '0.00',
    '#,##0.00',
    '0%',
    '0.00%',
    '0"%"',
    '0\\%',
    '0!%',
    '0"分"',
    '0" %"',
    '0％',
    '0.0"％"',
    '"%"0',
    '0_%',
    '0*%',
    '[Red]0%',
    '[<=1]0%;0"%"',
    '[<1]0%;0',
    '[>1]0"%";0%',
    '[>=1]0"%";0%',
    '[=1]0%;0',
    '[<>1]0%;0',
    '0;-0%',
    '0;0;0%',
    '0%;0;0',
    ';;0%',
    '@',
    'yyyy-mm-dd',
    '0.0E+0',
    'G/通用格式',
    'G/通用格式"%"',
    '0.0?',
    '0.0,',
    '0.',
    '.00',
    '0.0;0.000',
    '"0.00"0',
    '0.00 "元"',
    '?.??',
    '0 0.0',
  ];
  const figures = [-1, 0, 0.5, 1, 2];
  expectPinned(
    FOLDER,
    'number-formats',
    FORMATS.map((format) => `${format} → ${figures.map((figure) => percentSign(format, figure)).join(' ')} | ${decimalsOfFormat(format)}`),
  );
});

test('texts made comparable', () => {
  const TEXTS = [
    '（15 分）',
    '  a  b\tc\n',
    '≧５％',
    '﹦﹪︰',
    '甲\u3000乙',
    '\ufeff甲',
    '-',
    '—',
    '/',
    '无',
    '暂无',
    '没有',
    '空',
    'none',
    'N/A',
    'null',
    '……',
    '无此项',
    '空白',
    '—1',
    '5',
    '执行率(B/A)',
    'A(b(c)d)',
    'A(b',
    'A[b]【c】',
    '(a)(b)',
    'a)b(',
    '[',
    '★',
    '×',
    'x',
    'xx',
    '没',
  ];
  expectPinned(
    FOLDER,
    'texts',
    TEXTS.map(
      (text) =>
        `${JSON.stringify(text)} → ${[normal(text), tidy(text), isPlaceholder(normal(text)), withoutBrackets(normal(text)), bracketed(normal(text)).join('+'), displayWidth(text), passesForFormula(text)].join(' | ')}`,
    ),
  );
});

test('every numeral from 零 to 九百九十九, and what is none', () => {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  const written = (n: number): string => {
    const [h, t, o] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10];
    if (n < 20) return n < 10 ? digits[n]! : `十${digits[o]!}`;
    const tail = t === 0 ? (o === 0 ? '' : `${h > 0 ? '零' : ''}${digits[o]!}`) : `${digits[t]!}十${digits[o]!}`;
    return h === 0 ? tail : `${digits[h]!}百${tail}`;
  };
  for (let n = 1; n < 1000; n += 1) expect([n, numeralValue(written(n))]).toEqual([n, n]);
  expect(['零', '〇', '两', '百', '两百', '一百〇五', '百五', '两百两', '十', '一十', '二两'].map(numeralValue)).toEqual([
    0,
    0,
    2,
    100,
    200,
    105,
    105,
    202,
    10,
    10,
    null,
  ]);
  expect(['', '二三', '十几', '十十', '百百', '零零', '千', 'a', '一 百', '五百十'].map(numeralValue)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    510,
  ]);
});

test('likeness: by common pairs, whichever stands first', () => {
  const PAIRS = [
    ['甲乙丙', '甲乙丙'],
    ['甲乙丙', '甲乙丁'],
    ['甲乙', '乙甲'],
    ['甲', '甲'],
    ['甲', '乙'],
    ['甲甲甲', '甲甲'],
    ['', ''],
    ['', '甲'],
    ['预算执行率', '预算资金执行率'],
  ] as const;
  expect(PAIRS.map(([a, b]) => Number(likeness(a, b).toFixed(4)))).toEqual([1, 0.5, 0, 1, 0, 0.6667, 1, 0, 0.6]);
  for (const [a, b] of PAIRS) expect(likeness(a, b)).toBe(likeness(b, a));
});

test('names of sheets that are free and that Excel takes', () => {
  const long = '甲'.repeat(40);
  const free = (name: string, ...taken: string[]): string => freeSheetName(name, new Set(taken));
  expect(free('审核结果')).toBe('审核结果');
  expect(free('A', 'a')).toBe('A (2)');
  expect(free('A', 'a', 'a (2)')).toBe('A (3)');
  expect(free('a/b[c]:d*e?f\\g')).toBe('a_b_c__d_e_f_g');
  expect(free("'a'")).toBe('a');
  expect(free("''")).toBe('表');
  expect(free('  ')).toBe('表');
  expect(free(long)).toBe('甲'.repeat(31));
  expect(free(long, '甲'.repeat(31))).toBe(`${'甲'.repeat(27)} (2)`);
  expect(free(`${'甲'.repeat(30)}😀`)).toBe('甲'.repeat(30));
  expect(free(`${'甲'.repeat(29)}😀`)).toBe(`${'甲'.repeat(29)}😀`);
});

test('what a cell can hold, to the last character', () => {
  const value = (text: string) => writable({ kind: 'value', value: text });
  const formula = (text: string, stored: string | Dec = '') => writable({ kind: 'formula', formula: text, stored });
  expect([value('甲'.repeat(MAX_TEXT)), value('甲'.repeat(MAX_TEXT + 1))]).toEqual([true, false]);
  expect([
    formula('1'.repeat(8192)),
    formula('1'.repeat(8193)),
    formula(''),
    formula('='),
    formula('A1', '甲'.repeat(MAX_TEXT + 1)),
  ]).toEqual([true, false, false, false, false]);
  expect([
    writable({ kind: 'blank' }),
    writable({ kind: 'value', value: true }),
    writable({ kind: 'value', value: new Dec('1e400') }),
    writable({ kind: 'value', value: new Dec(5) }),
  ]).toEqual([true, true, false, true]);
});

test('how high a row must be for its text', () => {
  const cell = (value: string, style: string, col = 0) => ({ col, value, style }) as never;
  const height = (cells: never[], merges: readonly Parameters<typeof rowHeight>[2][number][] = [], given?: number) => {
    const found = rowHeight({ cells, ...(given === undefined ? {} : { height: given }) }, 0, merges, [10, 20]);
    return found === null ? 'usual' : `${found.points}${found.fixed ? ' fixed' : ''}`;
  };
  expect(
    [
      height([cell('短', 'text')]),
      height([cell('甲'.repeat(4), 'text')]),
      height([cell('甲'.repeat(5), 'text')]),
      height([cell('甲'.repeat(9), 'text')]),
      height([cell('a'.repeat(9), 'text')]),
      height([cell('a'.repeat(10), 'text')]),
      height([cell('一\n二\n三', 'text')]),
      height([cell('甲'.repeat(9), 'text', 1)]),
      height([cell('甲'.repeat(10), 'text', 1)]),
      height([cell('甲'.repeat(10), 'text')], [{ top: 0, left: 0, bottom: 0, right: 1 }]),
      height([cell('甲'.repeat(15), 'text')], [{ top: 0, left: 0, bottom: 0, right: 1 }]),
      height([cell('甲'.repeat(99), 'text')], [{ top: 0, left: 0, bottom: 1, right: 1 }]),
      height([cell('甲'.repeat(5), 'text', 7)]),
      height([cell('甲'.repeat(999), 'text')]),
      height([], [], 0),
      height([], [], 500),
      height([], [], 28),
    ].join(' | '),
  ).toBe('usual | usual | 30 | 30 | usual | 30 | 45 | usual | 30 | usual | 30 fixed | usual | 30 | 409 | 1 fixed | 409 fixed | 28 fixed');
});

test('roundings at the half, on both sides of zero', () => {
  const VALUES = ['0.5', '1.5', '2.5', '-0.5', '-1.5', '0.49999999999', '2.675', '1.005', '-1.005', '99.995', '0'];
  expect(
    VALUES.map((value) => [0, 1, 2].map((places) => `${halfUp(new Dec(value), places)}/${cutOff(new Dec(value), places)}`).join(' ')),
  ).toEqual([
    '1/0 0.5/0.5 0.5/0.5',
    '2/1 1.5/1.5 1.5/1.5',
    '3/2 2.5/2.5 2.5/2.5',
    expect.stringMatching(/^-[01]\/-?0 -0.5\/-0.5 -0.5\/-0.5$/),
    expect.stringMatching(/^-[12]\/-1 -1.5\/-1.5 -1.5\/-1.5$/),
    '0/0 0.5/0.4 0.5/0.49',
    '3/2 2.7/2.6 2.68/2.67',
    '1/1 1/1 1.01/1',
    expect.stringMatching(/^-1\/-1 -1\/-1 -1.01\/-1$/),
    '100/99 100/99.9 100/99.99',
    '0/0 0/0 0/0',
  ]);
});

test('old results are worked out anew, and told', () => {
  const book = bookOf(
    sheetOf('表', [
      [1, { f: 'A1+1', v: 2 }, { f: 'B1+1', v: 9 }, { f: 'C1*2', v: 18 }],
      [
        { f: 'A2', v: 5 },
        { f: 'RAND()', v: 7 },
        { f: '1/0', v: { error: '#DIV/0!' } },
        { f: '"a"&A1', v: 'a2' },
      ],
    ]),
  );
  const { book: now, stale } = calculated(book);
  expect(stale.map((one) => shown(one))).toEqual(expect.any(Array));
  expectPinned(FOLDER, 'calculated', [
    ...stale.map((one) => shown(one)),
    ...[0, 1].map((row) => [0, 1, 2, 3].map((col) => shown(now.sheets[0]!.valueAt(row, col))).join(' | ')),
  ]);
});
