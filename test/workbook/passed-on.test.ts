/** What is handed on between threads, programs and versions: snapshots as plain data, our tags, areas of marks, pairs by key, what is remembered. */
import { Dec, parseA1, type Rect, type SheetSnapshot, workbookData, workbookFromData } from '../../src/workbook';
import { compareAddr, inRect } from '../../src/workbook/address';
import { contentOfCell, sameContent } from '../../src/workbook/contents';
import { areasOf, marksOfSheet } from '../../src/workbook/marked-areas';
import { oncePerPair, oncePerText } from '../../src/workbook/once-per-object';
import { leftBeside, pairedByKey } from '../../src/workbook/paired-by-key';
import { markFormula, readSheetTag, sheetTag, TAG } from '../../src/workbook/trace-tags';
import { a1OfRect } from '../../src/workbook';
import { bookOf, sheetOf } from '../support/sheets';

const at = (text: string, sheet = 0) => ({ sheet, ...parseA1(text)! });

describe('a snapshot of any host as plain data and back', () => {
  const compact = sheetOf(
    '自评表',
    [
      ['指标', { v: 0.5, format: '0%' }, null],
      [{ f: 'SUM(B1:B1)', v: 0.5 }, null, '说明'],
      [null, 7, true],
    ],
    { merges: ['A1:A2'], hiddenRows: [1], hiddenCols: [2] } as never,
  );
  /** A sheet that is no compact one of ours: a host's own. */
  const host = (changes: Partial<SheetSnapshot> = {}, inner: SheetSnapshot = compact): SheetSnapshot =>
    new Proxy(Object.create(null) as SheetSnapshot, {
      get: (_, key) => {
        if (key in changes) return changes[key as keyof SheetSnapshot];
        const value: unknown = inner[key as keyof SheetSnapshot];
        return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(inner) : value;
      },
      getPrototypeOf: () => Object.prototype,
    });
  const again = (changes: Partial<SheetSnapshot> = {}): SheetSnapshot =>
    workbookFromData(structuredClone(workbookData({ ...bookOf(compact), sheets: [host(changes)] }))).sheets[0]!;

  test('cells, formats, formulas and merges are the same', () => {
    const sheet = again();
    for (let row = 0; row < compact.rows; row += 1)
      for (let col = 0; col < compact.cols; col += 1) {
        expect(sheet.valueAt(row, col)).toEqual(compact.valueAt(row, col));
        expect(sheet.at(row, col)?.formula).toBe(compact.at(row, col)?.formula);
        if (compact.at(row, col) !== undefined) expect(sheet.at(row, col)?.format).toBe(compact.at(row, col)!.format);
      }
    expect([sheet.name, sheet.state, sheet.key, sheet.merges]).toEqual([compact.name, compact.state, compact.key, compact.merges]);
  });

  test.each([1, 3_000_000])('of %s columns: large or small, filled cells stay where they were', (cols) => {
    const sheet = again(
      cols === 1
        ? {}
        : {
            cols: 16_000,
            rows: 200,
            rowHidden: () => false,
            colHidden: () => false,
            locked: () => true,
            at: (r, c) => compact.at(r, c),
            cellsOfRow: (r) => (r < compact.rows ? compact.cellsOfRow(r) : []),
          },
    );
    expect([sheet.valueAt(0, 0), sheet.valueAt(1, 2), sheet.valueAt(2, 1), sheet.at(1, 0)?.formula]).toEqual([
      '指标',
      '说明',
      7,
      'SUM(B1:B1)',
    ]);
  });

  test('hidden rows and columns are hidden, and what cannot be seen stays unknown', () => {
    const seen = again({ rowHidden: (row) => row === 1, colHidden: (col) => col === 2 });
    expect([0, 1, 2].map((row) => seen.rowHidden(row))).toEqual([false, true, false]);
    expect([0, 1, 2].map((col) => seen.colHidden(col))).toEqual([false, false, true]);
    const unseen = again({ rowHidden: () => null, colHidden: () => null });
    expect([unseen.rowHidden(0), unseen.colHidden(0)]).toEqual([null, null]);
  });

  test('locked cells, and a host that cannot tell', () => {
    const open = again({ locked: (row, col) => !(row === 2 && col === 1) });
    expect([open.locked(2, 1), open.locked(0, 0)]).toEqual([false, true]);
    expect(again({ locked: () => null }).locked(0, 0)).toBeNull();
  });

  test('pictures, protection, and whether the sheet is ours', () => {
    const rect: Rect = { top: 0, left: 1, bottom: 2, right: 1 };
    expect(again({ pictures: [rect] }).pictures).toEqual([rect]);
    expect(again({ pictures: null }).pictures).toBeNull();
    expect([again({ protected: true }).protected, again({ protected: false }).protected]).toEqual([true, false]);
    expect([again({ ours: true }).ours === true, again().ours === true]).toEqual([true, false]);
  });
});

describe('our tags', () => {
  test.each([
    ['审核结果', '审核结果'],
    ['审核结果', '审核结果 (2)'],
    ['甲"乙', '丙""丁'],
  ])('%s, made as %s, is read back', (wanted, given) => {
    expect(readSheetTag(sheetTag(wanted, given))).toEqual({ wanted, given });
    expect(readSheetTag(` = ${sheetTag(wanted, given)} `)).toEqual({ wanted, given });
  });

  test.each(['"别人的:审核结果:审核结果"', `"${TAG}审核结果"`, `"${TAG}a:b:c"`, `${TAG}a:b`, '"x', `SUM("${TAG}a:b")`, `x"${TAG}a:b"`])(
    '%s is none of ours',
    (text) => expect(readSheetTag(text)).toBeNull(),
  );

  test('a mark always applies, and says how severe it is', () => expect(markFormula('advisory')).toBe('N("JIHE:1:advisory")=0'));
});

describe('marks', () => {
  const marks = [
    { severity: 'advisory', cells: [at('G7'), at('G5'), at('G5', 1)] },
    { severity: 'mandatory', cells: [at('G5'), at('F9')] },
    { severity: 'advisory', cells: [at('B2'), at('F9')] },
  ] as unknown as Parameters<typeof marksOfSheet>[0];
  const shown = (sheet: number) =>
    [...marksOfSheet(marks, sheet)].map(([severity, cells]) => `${severity} ${cells.map(({ row, col }) => `${row},${col}`).join(' ')}`);

  test('a cell in both is 强制性; in reading order; of this sheet alone', () => {
    expect(shown(0)).toEqual(['mandatory 4,6 8,5', 'advisory 1,1 6,6']);
    expect(shown(1)).toEqual(['advisory 4,6']);
    expect(shown(2)).toEqual([]);
  });

  test.each<[cells: string, merges: string, areas: string]>([
    ['G5', '', 'G5'],
    ['G7 G5 G6', '', 'G5:G7'],
    ['G5 G7', '', 'G5 G7'],
    ['F5 F6 G5 G6', '', 'F5:G6'],
    ['F5 F6 G5', '', 'F5:F6 G5'],
    ['F5 H5', '', 'F5 H5'],
    ['F5 G5 H5 J5', '', 'F5:H5 J5'],
    ['A4 A5 G4', 'A4:C4', 'A4:C4 G4 A5'],
    ['B9 A1', '', 'A1 B9'],
    ['F5 G6', '', 'F5 G6'],
  ])('%s with %s merged is %s', (cells, merges, areas) => {
    const rect = (text: string): Rect => {
      const [from, to] = text.split(':').map((one) => parseA1(one)!);
      return { top: from!.row, left: from!.col, bottom: (to ?? from!).row, right: (to ?? from!).col };
    };
    const found = areasOf(
      cells.split(' ').map((one) => at(one)),
      merges === '' ? [] : merges.split(' ').map(rect),
    );
    expect(
      found.map((one) => (one.top === one.bottom && one.left === one.right ? a1OfRect(one).split(':')[0] : a1OfRect(one))).join(' '),
    ).toBe(areas);
  });
});

test.each<[before: string, after: string, pairs: string, left: string, right: string]>([
  ['a b', 'b a', 'a=a b=b', '', ''],
  ['a a b', 'a b', 'b=b', 'a a', 'a'],
  ['a b', 'a b b', 'a=a', 'b', 'b b'],
  ['a - b', 'b -', 'b=b', 'a -', '-'],
  ['', 'a', '', '', 'a'],
])('%s beside %s: %s belong together', (before, after, pairs, left, right) => {
  const list = (text: string) => (text === '' ? [] : text.split(' ').map((name) => ({ name })));
  const key = ({ name }: { name: string }) => (name === '-' ? null : name);
  const found = pairedByKey(list(before), list(after), [key, key]);
  expect(found.pairs.map(([one, other]) => `${one.name}=${other.name}`).join(' ')).toBe(pairs);
  expect([found.before, found.after].map((side) => side.map(({ name }) => name).join(' '))).toEqual([left, right]);
  expect(leftBeside(found.pairs, found.before, found.after)).toEqual(found);
});

describe('what is remembered', () => {
  test('a text is worked out once, until there are too many', () => {
    let asked = 0;
    const length = oncePerText((text) => ((asked += 1), text.length === 0 ? undefined : text.length));
    expect([length('甲乙'), length('甲乙'), length('甲')]).toEqual([2, 2, 1]);
    expect(asked).toBe(2);
    for (let n = 0; n < 510; n += 1) length(`第${n}行`);
    expect(asked).toBe(512);
    length('甲乙');
    expect(asked).toBe(512);
    length('又一行');
    length('甲乙');
    expect(asked).toBe(514);
  });

  test('a pair and a word are worked out once, and never taken for another pair', () => {
    let asked = 0;
    const [one, other, third] = [{ v: 1 }, { v: 2 }, { v: 3 }];
    const sum = oncePerPair((a: { v: number }, b: { v: number }, word: string) => ((asked += 1), `${a.v}${b.v}${word}`));
    const all = () => [sum(one, other, 'x'), sum(one, other, 'y'), sum(other, one, 'x'), sum(one, third, 'x')];
    expect(all()).toEqual(['12x', '12y', '21x', '13x']);
    expect(all()).toEqual(['12x', '12y', '21x', '13x']);
    expect(asked).toBe(4);
  });
});

test.each([
  ['nothing', undefined, { kind: 'blank' }],
  ['an empty text', { value: '' }, { kind: 'blank' }],
  ['a formula without a result', { value: null, formula: 'A1' }, { kind: 'formula', formula: 'A1', stored: '' }],
  ['a formula that gives an empty text', { value: '', formula: 'A1' }, { kind: 'formula', formula: 'A1', stored: '' }],
  ['an error', { value: { error: '#N/A' } }, { kind: 'value', value: '#N/A' }],
  ['a truth', { value: false }, { kind: 'value', value: false }],
  ['a number', { value: 0 }, { kind: 'value', value: new Dec(0) }],
])('%s is what a cell holds', (_, cell, content) => expect(contentOfCell(cell as never)).toEqual(content));

test.each([
  [1, 1, true],
  [0.1 + 0.2, 0.3, false],
  [1, '1', false],
  ['1', 1, false],
  [true, true, true],
  [true, 'TRUE', false],
])('%s and %s are the same content: %s', (one, other, same) => {
  const content = (value: unknown) => contentOfCell({ value: value as never });
  expect(sameContent(content(one), content(other))).toBe(same);
  expect(sameContent({ kind: 'blank' }, content(one))).toBe(false);
  expect(sameContent(content(one), { kind: 'blank' })).toBe(false);
});

test.each([
  ['B2', true],
  ['C4', true],
  ['B4', true],
  ['A2', false],
  ['D2', false],
  ['B1', false],
  ['B5', false],
])('%s lies in B2:C4: %s', (cell, within) => {
  const { row, col } = parseA1(cell)!;
  expect(inRect({ top: 1, left: 1, bottom: 3, right: 2 }, row, col)).toBe(within);
});

test('cells are read sheet by sheet, row by row', () =>
  expect([at('B1'), at('A1', 1), at('A2'), at('A1')].sort(compareAddr)).toEqual([at('A1'), at('B1'), at('A2'), at('A1', 1)]));
