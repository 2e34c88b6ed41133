import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readXlsx } from '../../../src/hosts/file';
import { WorkbenchHost, OldFormatHost } from '../../../src/hosts/workbench';
import { contentOf } from '../../../src/workbook/contents';
import { Dec } from '../../../src/workbook/decimal';
import { parseA1 } from '../../../src/workbook/address';
import type { Addr, CellValue } from '../../../src/workbook/types';
import type { Content } from '../../../src/workbook/write-plan';
import { corpusFiles } from '../../support/shared-folder';
import { bookOf, sheetOf } from '../../support/sheets';
import { rowsXlsx, xlsxOf } from '../../support/ooxml';
import { unzipParts } from '../../support/unzip';

const SAMPLES = path.resolve(__dirname, '../../../samples');
const sample = (name: string): Uint8Array => new Uint8Array(readFileSync(path.join(SAMPLES, name)));
const number = (value: number | string): Content => ({ kind: 'value', value: new Dec(value) });
const text = (value: string): Content => ({ kind: 'value', value });
const at = (a1: string, sheet = 0): Addr => ({ sheet, ...parseA1(a1)! });
const value = (host: WorkbenchHost, a1: string, sheet = 0): CellValue => host.book.sheets[sheet]!.valueAt(at(a1).row, at(a1).col);

/** A1=1 A2=2 A3=SUM A4=A3*2; B1 reads A4 and a function nobody here knows; C1=INDIRECT; C2 reads nothing. */
const CHAIN = rowsXlsx(
  `<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>NOTKNOWN(A4)</f><v>7</v></c><c r="C1"><f>INDIRECT("A1")</f><v>1</v></c></row>
   <row r="2"><c r="A2"><v>2</v></c><c r="B2"><f>B1+1</f><v>8</v></c><c r="C2"><f>1+1</f><v>5</v></c></row>
   <row r="3"><c r="A3"><f>SUM(A1:A2)</f><v>3</v></c><c r="B3"><f>1/A1</f><v>1</v></c></row><row r="4"><c r="A4"><f>A3*2</f><v>6</v></c></row>
   <row r="5"><c r="A5"><f>A5+A1</f><v>0</v></c></row>`,
);

describe('typing', () => {
  it('recomputes what depends on it, through others; what nobody reaches keeps its stored value, right or wrong', () => {
    const host = new WorkbenchHost(CHAIN, { name: 'a.xlsx' });
    expect(host.type([{ at: at('A1'), after: number(10) }])).toBeNull();
    expect([value(host, 'A3'), value(host, 'A4'), value(host, 'C2'), value(host, 'B3')]).toEqual([12, 24, 5, 0.1]);
    host.type([{ at: at('A1'), after: number(0) }]);
    expect(value(host, 'B3')).toEqual({ error: '#DIV/0!' });
  });

  it('leaves formulas nobody here can compute without a value, and what reads them; undo gives it back', () => {
    const host = new WorkbenchHost(CHAIN, { name: 'a.xlsx' });
    host.type([{ at: at('A1'), after: number(10) }]);
    for (const a1 of ['B1', 'B2', 'C1', 'A5']) expect([a1, value(host, a1), host.isUnknown(at(a1))]).toEqual([a1, null, true]);
    expect(host.isUnknown(at('A3'))).toBe(false);
    expect(host.undo()).toEqual(at('A1'));
    for (const [a1, was] of [
      ['A1', 1],
      ['B1', 7],
      ['B2', 8],
      ['C1', 1],
      ['A3', 3],
      ['A5', 0],
    ] as const)
      expect([a1, value(host, a1), host.isUnknown(at(a1))]).toEqual([a1, was, false]);
    expect(host.canUndo).toBe(false);
    expect(host.redo()).toEqual(at('A1'));
    expect([value(host, 'A4'), host.isUnknown(at('B2'))]).toEqual([24, true]);
  });

  it('a formula typed is computed, follows its cells, and gives way to a number', () => {
    const host = new WorkbenchHost(CHAIN, { name: 'a.xlsx' });
    host.type([{ at: at('D1'), after: { kind: 'formula', formula: 'A1+A2', stored: '' } }]);
    host.type([{ at: at('A1'), after: number(5) }]);
    expect(value(host, 'D1')).toBe(7);
    host.type([{ at: at('D1'), after: number(1) }]);
    host.type([{ at: at('A1'), after: number(6) }]);
    expect(value(host, 'D1')).toBe(1);
  });

  it('tells who listens: a change by the user with its place, viewers every place that shows something else', () => {
    const host = new WorkbenchHost(CHAIN, { name: 'a.xlsx' });
    const events: unknown[] = [];
    const drawn: unknown[] = [];
    host.watch((event) => events.push(event));
    host.subscribe((event) => drawn.push(event));
    host.type([
      { at: at('A1'), after: number(4) },
      { at: at('A2'), after: number(5) },
    ]);
    expect(events).toEqual([{ is: 'changed', by: 'user', where: { sheet: '表1', top: 0, left: 0, bottom: 1, right: 0 } }]);
    expect((drawn[0] as { places: Addr[] }).places).toEqual(expect.arrayContaining([at('A1'), at('A2'), at('A3'), at('A4'), at('B1')]));
  });

  it('knows whether anything differs since the last save', () => {
    const host = new WorkbenchHost(CHAIN, { name: 'a.xlsx' });
    expect(host.changed).toBe(false);
    host.type([{ at: at('A1'), after: number(4) }]);
    expect(host.changed).toBe(true);
    host.markSaved();
    expect(host.changed).toBe(false);
  });

  it.each([
    [
      'a cell under a merge',
      xlsxOf({
        sheets: ['<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>'],
      }),
      'B1',
      '遮盖',
    ],
    [
      'a locked cell',
      xlsxOf({ sheets: ['<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><sheetProtection sheet="1"/>'] }),
      'A1',
      '锁定',
    ],
    ['part of an array formula', rowsXlsx('<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c></row>'), 'A2', '数组'],
    ['a signed file', xlsxOf({ parts: { '_xmlsignatures/sig1.xml': '<s/>' } }), 'A1', '签名'],
  ])('refuses %s with a sentence and changes nothing', (_, bytes, a1, word) => {
    const host = new WorkbenchHost(bytes, { name: 'a.xlsx' });
    expect(host.type([{ at: at(a1), after: number(3) }])?.say).toContain(word);
    expect(host.changed).toBe(false);
    expect(host.copy(true)).toBe(bytes);
  });
});

describe('saving', () => {
  const name = '项目自评_有误.xlsx';

  it('replays the changes on the bytes: untouched parts byte-equal, the typed cells and what depends on them as shown', async () => {
    const bytes = sample(name);
    const host = new WorkbenchHost(bytes, { name });
    host.type([{ at: at('I6'), after: number(9.47) }]);
    host.type([{ at: at('I18'), after: text('系统升级，顺延办结。') }]);
    const saved = host.copy(true);
    const before = unzipParts(bytes);
    const after = unzipParts(saved);
    expect([...after.keys()]).toEqual([...before.keys()]);
    const differing = [...before]
      .filter(([part, content]) => !Buffer.from(content).equals(Buffer.from(after.get(part)!)))
      .map(([part]) => part);
    expect(differing.every((part) => /^xl\/(worksheets\/sheet1|workbook)\.xml$/.test(part))).toBe(true);
    const read = readXlsx(saved);
    host.book.sheets.forEach((sheet, index) => {
      for (let row = 0; row < sheet.rows; row += 1) {
        for (const [col] of sheet.cellsOfRow(row))
          expect([row, col, contentOf(read, { sheet: index, row, col })]).toEqual([
            row,
            col,
            contentOf(host.book, { sheet: index, row, col }),
          ]);
      }
    });
  });

  it('nothing changed, or all taken back: the very bytes', () => {
    const bytes = sample(name);
    const host = new WorkbenchHost(bytes, { name });
    host.type([{ at: at('I6'), after: number(9.47) }]);
    host.undo();
    expect(host.copy(true)).toBe(bytes);
    host.type([{ at: at('I6'), after: number(9.47) }]);
    host.type([{ at: at('I6'), after: number('9.8') }]);
    expect(host.copy(true)).toBe(bytes);
  });

  it('carries the marks that were drawn, unless they are not wanted', async () => {
    const bytes = sample(name);
    const host = new WorkbenchHost(bytes, { name });
    await host.mark([{ severity: 'mandatory', cells: [at('I6')] }], [], await host.read());
    expect(host.copy(false)).toBe(bytes);
    const marked = new WorkbenchHost(host.copy(true), { name });
    expect((await marked.traces()).marks).toBeGreaterThan(0);
    await marked.mark([], [], await marked.read());
    expect((await marked.traces()).marks).toBe(0);
    expect(
      Buffer.from(unzipParts(marked.copy(true)).get('xl/worksheets/sheet1.xml')!).equals(
        Buffer.from(unzipParts(bytes).get('xl/worksheets/sheet1.xml')!),
      ),
    ).toBe(true);
  });

  it('asks for calculation where formulas are left without a value', () => {
    const host = new WorkbenchHost(CHAIN, { name: 'a.xlsx' });
    host.type([{ at: at('A1'), after: number(10) }]);
    const parts = unzipParts(host.copy(false));
    expect(Buffer.from(parts.get('xl/workbook.xml')!).toString()).toContain('fullCalcOnLoad="1"');
    expect(Buffer.from(parts.get('xl/worksheets/sheet1.xml')!).toString()).toContain('<f>NOTKNOWN(A4)</f><v>7</v>');
  });

  const corpus = corpusFiles();
  (corpus === null ? it.skip : it)('real workbooks: a number typed into an empty cell is all that a copy has more', () => {
    let tried = 0;
    for (const [file, bytes] of corpus ?? []) {
      let host: WorkbenchHost;
      try {
        host = new WorkbenchHost(bytes, { name: file });
      } catch {
        continue;
      }
      const place = { sheet: 0, row: host.book.sheets[0]!.rows + 3, col: 0 };
      if (host.type([{ at: place, after: number(42) }]) !== null) continue;
      const read = readXlsx(host.copy(true));
      expect([file, read.sheets[0]!.valueAt(place.row, 0)]).toEqual([file, 42]);
      tried += 1;
    }
    expect(tried).toBeGreaterThan(25);
  });

  it('opens every sample', () => {
    for (const file of readdirSync(SAMPLES).filter((one) => one.endsWith('.xlsx')))
      expect(new WorkbenchHost(sample(file), { name: file }).looks.sheets.length).toBeGreaterThan(0);
  });
});

describe('one undo for what is typed and what is written', () => {
  it('takes back a write of ours as one step, sheets with it', async () => {
    const host = new WorkbenchHost(CHAIN, { name: 'a.xlsx' });
    const book = await host.read();
    const outcome = await host.write(
      {
        cells: [{ at: at('A1'), before: number(1), after: number(3), reason: '试' }],
        sheets: [
          {
            name: '自评小结',
            replaces: true,
            content: {
              widths: [10],
              rows: [{ cells: [{ col: 0, value: '小结', style: 'title' }] }],
              merges: [],
              frozenRows: 0,
              print: { landscape: false, repeatRows: null, footer: '' },
            },
          },
        ],
      },
      book,
    );
    expect(outcome.is).toBe('done');
    expect(host.book.sheets.map((sheet) => sheet.name)).toEqual(['表1', '自评小结']);
    expect(host.looks.sheets).toHaveLength(2);
    expect(value(host, 'A4')).toBe(10);
    expect(host.type([{ at: at('A1', 1), after: number(1) }])?.say).toContain('绩核生成');
    host.undo();
    expect(host.book.sheets.map((sheet) => sheet.name)).toEqual(['表1']);
    expect([value(host, 'A1'), value(host, 'A4')]).toEqual([1, 6]);
    host.redo();
    expect([host.book.sheets.length, value(host, 'A4')]).toEqual([2, 10]);
  });
});

describe('old formats', () => {
  it('are shown and marked, never written', async () => {
    const bytes = new Uint8Array([1, 2, 3]);
    const host = new OldFormatHost(bookOf([sheetOf('表', [[1]])]), bytes, { name: 'a.xls' });
    const can = await host.open();
    expect(can).toMatchObject({ write: false, addSheets: false, marks: 'overlay' });
    expect(await host.write()).toMatchObject({ is: 'refused', why: 'read-only' });
    expect(host.type([{ at: at('A1') }]).say).toBe('旧格式只能查看，请另存为 .xlsx 后修改。');
    expect(host.copy()).toBe(bytes);
  });
});

describe('a guard', () => {
  it('keeps typing, undo and redo away from cells that are not to be changed now, and lets the others be', () => {
    const host = new WorkbenchHost(CHAIN, { name: 'a.xlsx' });
    host.type([{ at: at('A1'), after: number(10) }]);
    host.type([{ at: at('D1'), after: number(1) }]);
    host.setGuard(({ col }) => (col === 0 ? '不改这一列。' : null));
    expect(host.whyNot(at('A1'))).toBe('不改这一列。');
    expect(
      host.type([
        { at: at('D2'), after: number(1) },
        { at: at('A2'), after: number(1) },
      ]),
    ).toEqual({ why: 'read-only', at: [at('A2')], say: '不改这一列。' });
    expect(value(host, 'D2')).toBeNull();
    expect(host.undo()).toEqual(at('D1'));
    expect([host.canUndo, host.undo(), value(host, 'A1')]).toEqual([false, false, 10]);
    expect(host.type([{ at: at('D3'), after: number(3) }])).toBeNull();
    host.setGuard(null);
    host.undo();
    expect([host.undo(), value(host, 'A1')]).toEqual([at('A1'), 1]);
  });
});
