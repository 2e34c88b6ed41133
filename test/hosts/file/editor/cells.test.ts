import fc from 'fast-check';
import { SEED } from '../../../fuzz/runs';
import { editWorkbook, readXlsx } from '../../../../src/hosts/file';
import { relation, relations, rowsXlsx, xlsxOf } from '../../../support/ooxml';
import { blank, formula, number, text } from '../../../support/edit-plans';
import { cellsPlan, changed, expectSound, partText, refusal, writtenBy } from '../../../support/edited';
import { unzipMembers } from '../../../support/unzip';

const ROWS =
  '<row r="2" spans="1:3" ht="20"><c r="A2" s="1" t="s"><v>0</v></c><c r="C2"><v>3</v></c></row><row r="4"><c r="A4"><v>4</v></c></row>';
const STYLES =
  '<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="3"><xf/><xf numFmtId="10"/><xf><protection locked="0"/></xf></cellXfs>';
const plain = rowsXlsx(ROWS, { strings: '<si><t>一</t></si>', styles: STYLES });
const sheetOf = (rows: string): string => `<sheetData>${rows}</sheetData>`;

describe('where a cell goes', () => {
  test.each([
    ['its own place, format kept', 'A2', number('4.5'), '<c r="A2" s="1"><v>4.5</v></c><c r="C2">'],
    ['between two cells of a row', 'B2', number(2), '</c><c r="B2"><v>2</v></c><c r="C2">'],
    ['behind the last, span widened', 'E2', number(5), '<row r="2" spans="1:5" ht="20">'],
    ['a row between', 'B3', number(3), '</row><row r="3"><c r="B3"><v>3</v></c></row><row r="4">'],
    ['a row in front', 'A1', number(1), '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"'],
    ['a row at the end', 'A9', number(9), '</row><row r="9"><c r="A9"><v>9</v></c></row></sheetData>'],
    ['a cleared cell keeps its format', 'A2', blank, '<c r="A2" s="1"/><c r="C2">'],
    ['a truth value', 'C2', { kind: 'value', value: true } as const, '<c r="C2" t="b"><v>1</v></c>'],
    ['a formula with its value', 'C2', formula('A4*2', 8), '<c r="C2"><f>A4*2</f><v>8</v></c>'],
    ['a formula with a text', 'C2', formula('A4&"<分>"', '4<分>'), '<c r="C2" t="str"><f>A4&amp;"&lt;分&gt;"</f><v>4&lt;分&gt;</v></c>'],
    ['a function younger than the format', 'C2', formula('IFS(A4>1,"MAXIFS(",1,2)', 2), '<f>_xlfn.IFS(A4&gt;1,"MAXIFS(",1,2)</f>'],
  ])('%s', (_, at, after, expected) => {
    expect(changed(plain, { [at]: after })).toContain(expected);
  });

  test('an empty sheet, an empty row, cells without addresses, a prefix', () => {
    expect(changed(xlsxOf({ sheets: ['<sheetData/>'] }), { B2: number(1) })).toContain(
      '<sheetData><row r="2"><c r="B2"><v>1</v></c></row></sheetData>',
    );
    expect(changed(rowsXlsx('<row r="1"/>'), { B1: number(1) })).toContain('<row r="1"><c r="B1"><v>1</v></c></row>');
    expect(
      changed(rowsXlsx('<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>'), {
        B1: number(5),
        C1: number(6),
        A2: number(7),
      }),
    ).toContain('<row><c><v>1</v></c><c r="B1"><v>5</v></c><c r="C1"><v>6</v></c></row><row><c r="A2"><v>7</v></c></row>');
    const prefixed = xlsxOf({
      sheets: [
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>',
      ],
    });
    expect(changed(prefixed, { A1: text('甲'), B2: formula('A1', '甲') })).toContain(
      '<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t xml:space="preserve">甲</x:t></x:is></x:c></x:row><x:row r="2"><x:c r="B2" t="str"><x:f>A1</x:f><x:v>甲</x:v></x:c></x:row>',
    );
  });

  test('a new cell takes the format of its row, else of its column', () => {
    const book = xlsxOf({
      sheets: [
        '<cols><col min="2" max="3" width="9" style="2"/></cols><sheetData><row r="1" s="1" customFormat="1"/><row r="2"/></sheetData>',
      ],
      styles: STYLES,
    });
    const sheet = changed(book, { B1: number(1), B2: number(2), D2: number(3), C9: number(4) });
    for (const cell of ['<c r="B1" s="1">', '<c r="B2" s="2">', '<c r="D2">', '<c r="C9" s="2">']) expect(sheet).toContain(cell);
  });

  test('the used area grows with a new cell, and only then', () => {
    const book = xlsxOf({ sheets: [`<dimension ref="A2:C4"/>${sheetOf(ROWS)}`], strings: '<si><t>一</t></si>' });
    expect(changed(book, { E9: number(1) })).toContain('<dimension ref="A2:E9"/>');
    expect(changed(book, { C2: number(1) })).toContain('<dimension ref="A2:C4"/>');
  });

  test('rows out of order: what is there can be changed, a new cell has no certain place', () => {
    const book = rowsXlsx('<row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>');
    expect(changed(book, { A3: number(9) })).toContain('<c r="A3"><v>9</v></c>');
    expect(refusal(book, { A2: number(9) })).toBe('unsupported');
    expect(refusal(book, { A1: number(9) })).toBe('unsupported');
  });
});

describe('formulas that hang together', () => {
  const shared = rowsXlsx(
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2&amp;"&lt;"</f><v>2</v></c></row><row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>4</v></c></row><row r="3"><c r="B3" t="str"><f t="shared" si="0"></f><v>x</v></c></row>',
  );

  test('the master of a shared formula goes: its children stand on their own', () => {
    const edited = writtenBy(shared, cellsPlan(shared, { B1: number(7) }));
    const sheet = readXlsx(edited.bytes).sheets[0]!;
    expect([sheet.at(0, 1)?.formula, sheet.at(1, 1)?.formula, sheet.at(2, 1)?.formula]).toEqual([undefined, 'A2*2&"<"', 'A3*2&"<"']);
    expect(partText(edited.bytes, 'xl/worksheets/sheet1.xml')).toContain('<c r="B2"><f>A2*2&amp;"&lt;"</f><v>4</v></c>');
  });

  test('a child goes: master and the others stay shared', () => {
    const sheet = changed(shared, { B2: number(7) });
    expect(sheet).toContain('<f t="shared" ref="B1:B3" si="0">');
    expect(sheet).toContain('<c r="B2"><v>7</v></c>');
    expect(sheet).toContain('<f t="shared" si="0"></f>');
  });

  test('a group that begins anew under the same number is left alone', () => {
    const twice = rowsXlsx(
      '<row r="1"><c r="A1"><f t="shared" ref="A1:B1" si="0">C1</f></c><c r="B1"><f t="shared" si="0"/></c></row><row r="2"><c r="A2"><f t="shared" ref="A2:B2" si="0">D2</f></c><c r="B2"><f t="shared" si="0"/></c></row>',
    );
    const edited = writtenBy(twice, cellsPlan(twice, { A1: number(1) }));
    const sheet = readXlsx(edited.bytes).sheets[0]!;
    expect([sheet.at(0, 1)?.formula, sheet.at(1, 1)?.formula]).toEqual(['D1', 'E2']);
  });

  test('array formulas and data tables over several cells are not written into; one cell alone is', () => {
    const arrays = rowsXlsx(
      '<row r="1"><c r="A1"><f t="array" ref="A1:A3">B1:B3*2</f><v>2</v></c><c r="B1"><f t="array" ref="B1">SUM(C1:C3*2)</f><v>2</v></c><c r="D1" cm="1"><f t="array" ref="D1:D2">X</f><v>1</v></c></row><row r="2"><c r="A2"><v>4</v></c><c r="D2"><v>1</v></c><c r="F2"><f t="dataTable" ref="F2:G3" dt2D="1" r1="A9" r2="A8"/><v>1</v></c><c r="G2"><v>1</v></c></row>',
    );
    for (const at of ['A1', 'A2', 'A3', 'D1', 'D2', 'F2', 'G2', 'G3'])
      expect([at, refusal(arrays, { [at]: number(99) })]).toEqual([at, 'unsupported']);
    expect(changed(arrays, { B1: number(1) })).toContain('<c r="B1"><v>1</v></c>');
  });

  test('marks of rich values go with the value, a picture in a cell is not replaced', () => {
    expect(
      changed(rowsXlsx('<row r="1"><c r="A1" cm="1"><f t="array" ref="A1">SORT(B1)</f><v>1</v></c></row>'), { A1: number(2) }),
    ).toContain('<c r="A1"><v>2</v></c>');
    const picture = rowsXlsx('<row r="1"><c r="A1" vm="1"><v>1</v></c></row>');
    expect(refusal(picture, { A1: number(2) })).toBe('unsupported');
  });

  test('cells under a merged area are not written, its first cell is', () => {
    const merged = xlsxOf({
      sheets: [
        '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"/></row></sheetData><mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>',
      ],
    });
    for (const at of ['B1', 'A2', 'B2']) expect(refusal(merged, { [at]: number(1) })).toBe('unsupported');
    expect(changed(merged, { A1: number(2), C1: number(3) })).toContain('<c r="A1"><v>2</v></c><c r="B1"/><c r="C1"><v>3</v></c>');
  });

  test('heads and totals of a table stand in the table as well', () => {
    const table = xlsxOf({
      sheets: [
        '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>头</t></is></c></row><row r="2"><c r="A2"><v>1</v></c></row></sheetData>',
      ],
      parts: {
        'xl/worksheets/_rels/sheet1.xml.rels': relations(relation('rId1', 'table', '../tables/table1.xml')),
        'xl/tables/table1.xml':
          '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="t" displayName="t" ref="A1:A3" totalsRowCount="1"/>',
      },
    });
    expect(refusal(table, { A1: text('改') })).toBe('unsupported');
    expect(refusal(table, { A3: number(1) })).toBe('unsupported');
    expect(refusal(table, { A2: number(2), B1: number(3) })).toBe('written');
  });
});

test('a pivot table fills its cells by itself', () => {
  const pivot = xlsxOf({
    sheets: ['<sheetData><row r="2"><c r="B2"><v>1</v></c></row></sheetData>'],
    parts: {
      'xl/worksheets/_rels/sheet1.xml.rels': relations(relation('rId1', 'pivotTable', '../pivotTables/p.xml')),
      'xl/pivotTables/p.xml':
        '<pivotTableDefinition xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><location ref="B2:C4" firstHeaderRow="1"/></pivotTableDefinition>',
    },
  });
  expect([refusal(pivot, { B2: number(5) }), refusal(pivot, { C3: number(5) }), refusal(pivot, { A1: number(5) })]).toEqual([
    'unsupported',
    'unsupported',
    'written',
  ]);
});

describe('calculation', () => {
  const chain = {
    'xl/calcChain.xml': '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="B1" i="1"/></calcChain>',
  };
  const types =
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>';
  const book = (formulaText: string, workbookPr = ''): Uint8Array =>
    rowsXlsx(`<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>${formulaText}</f><v>2</v></c><c r="C1"><v>3</v></c></row>`, {
      relations: relation('rIdC', 'calcChain', 'calcChain.xml'),
      parts: { ...chain, '[Content_Types].xml': types },
      workbookPr,
    });

  test('a formula that goes takes the chain with it: part, relationship and type', () => {
    const edited = writtenBy(book('A1*2'), cellsPlan(book('A1*2'), { B1: number(2) }));
    expectSound(book('A1*2'), edited.bytes);
    expect(unzipMembers(edited.bytes).map(({ name }) => name)).not.toContain('xl/calcChain.xml');
    expect(partText(edited.bytes, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
    expect(partText(edited.bytes, '[Content_Types].xml')).not.toContain('calcChain');
  });

  test('a value leaves the chain alone', () => {
    const edited = writtenBy(book('A1*2'), cellsPlan(book('A1*2'), { C1: number(9) }));
    expect(unzipMembers(edited.bytes).map(({ name }) => name)).toContain('xl/calcChain.xml');
  });

  test.each([
    ['a formula outside the plan feeds on it', 'A1*2', 'A1', true],
    ['none does: the stored values of the sender stay as they are', 'A1*2', 'C1', false],
    ['it reaches where it cannot be told', 'INDIRECT("C"&1)', 'C1', true],
    ['a name may mean anything', '单位数*2', 'C1', true],
    ['a whole column', 'SUM(C:C)', 'C1', true],
    ['a function we do not know still names its cells', 'VLOOKUP(A1,D1:E9,2,0)', 'C1', false],
  ])('%s', (_, written, at, expected) => {
    const original = book(written);
    const edited = writtenBy(original, cellsPlan(original, { [at]: number(9) }));
    expect(partText(edited.bytes, 'xl/workbook.xml').includes('<calcPr fullCalcOnLoad="1"/>')).toBe(expected);
  });

  test('the plan brings the new value of every formula that feeds on it: nothing has to be calculated', () => {
    const original = book('A1*2');
    const edited = writtenBy(original, cellsPlan(original, { A1: number(5), B1: formula('A1*2', 10) }));
    expect(partText(edited.bytes, 'xl/workbook.xml')).not.toContain('calcPr');
    expect(unzipMembers(edited.bytes).map(({ name }) => name)).toContain('xl/calcChain.xml');
  });

  test('calcPr that is there is added to', () => {
    for (const [before, after] of [
      ['<calcPr calcId="1"/>', '<calcPr fullCalcOnLoad="1" calcId="1"/>'],
      ['<calcPr fullCalcOnLoad="0"/>', '<calcPr fullCalcOnLoad="1"/>'],
    ] as const) {
      const original = book('A1*2', before);
      expect(partText(writtenBy(original, cellsPlan(original, { A1: number(9) })).bytes, 'xl/workbook.xml')).toContain(after);
    }
  });
});

describe('what is not written', () => {
  test('a cell that no longer holds what was audited, and none of the others with it', () => {
    const plan = cellsPlan(plain, { A2: text('二'), C2: number(9) });
    const later = writtenBy(plain, cellsPlan(plain, { C2: number(4) })).bytes;
    expect(editWorkbook(later, plan)).toEqual({ ok: false, why: 'changed', at: [{ sheet: 0, row: 1, col: 2 }] });
    const elsewhere = { cells: plan.cells.map((cell) => ({ ...cell, at: { ...cell.at, sheet: 5 } })) };
    expect(editWorkbook(plain, elsewhere)).toMatchObject({ ok: false, why: 'changed' });
  });

  test('a formula in the place of its own value, a value in the place of its formula', () => {
    const book = rowsXlsx('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>');
    const at = { sheet: 0, row: 0, col: 0 };
    const why = (
      before: Parameters<typeof writtenBy>[1]['cells'] extends infer T
        ? T extends readonly (infer C)[]
          ? C extends { before: infer B }
            ? B
            : never
          : never
        : never,
    ): string => {
      const edited = editWorkbook(book, { cells: [{ at, before, after: number(3), reason: '' }] });
      return edited.ok ? 'written' : edited.why;
    };
    expect([why(number(2)), why(formula('1+2', 2)), why(formula('1+1', 3)), why(blank), why(formula('1+1', 2))]).toEqual([
      'changed',
      'changed',
      'changed',
      'changed',
      'written',
    ]);
  });

  test('locked cells of a protected sheet, though the file would allow it', () => {
    const book = xlsxOf({
      sheets: [
        '<cols><col min="4" max="4" style="2"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" s="2"><v>2</v></c></row></sheetData><sheetProtection sheet="1"/>',
      ],
      styles: STYLES,
    });
    expect(editWorkbook(book, cellsPlan(book, { A1: number(5), B1: number(6) }))).toMatchObject({
      ok: false,
      why: 'protected',
      at: [{ sheet: 0, row: 0, col: 0 }],
    });
    expect(refusal(book, { C1: number(1) })).toBe('protected');
    // Unlocked by its own format, and by the format of its column.
    expect(refusal(book, { B1: number(6), D1: number(1) })).toBe('written');
    // The lock means nothing without protection.
    expect(refusal(plain, { C2: number(1) })).toBe('written');
  });

  test('what a cell cannot hold', () => {
    expect(refusal(plain, { C2: text('长'.repeat(32_768)) })).toBe('unsupported');
    expect(refusal(plain, { C2: number(NaN) })).toBe('unsupported');
    expect(refusal(plain, { C2: formula('', 1) })).toBe('unsupported');
    const twice = cellsPlan(plain, { C2: number(1) });
    expect(editWorkbook(plain, { cells: [...twice.cells, ...twice.cells] })).toMatchObject({ ok: false, why: 'unsupported' });
  });

  test('nothing to change: the very bytes', () => {
    expect(writtenBy(plain, {}).bytes).toBe(plain);
    expect(writtenBy(plain, cellsPlan(plain, { C2: number(3) })).bytes).toBe(plain);
  });

  test('a signed file: no cell; an annotated copy says that its signature is void', () => {
    const signed = rowsXlsx(ROWS, {
      strings: '<si><t>一</t></si>',
      parts: { '_xmlsignatures/origin.sigs': new Uint8Array(0), '_xmlsignatures/sig1.xml': '<Signature/>' },
    });
    expect(refusal(signed, { C2: number(1) })).toBe('signed');
    const marked = writtenBy(signed, { marks: [{ severity: 'mandatory', cells: [{ sheet: 0, row: 1, col: 2 }] }] });
    expect(marked.warnings).toEqual([{ kind: 'signature-void' }]);
    expect(partText(marked.bytes, '_xmlsignatures/sig1.xml')).toBe('<Signature/>');
    expect(writtenBy(signed, {}).warnings).toEqual([]);
  });
});

test('undo puts a number back to its last digit, though plans state fifteen', () => {
  const book = rowsXlsx('<row r="1"><c r="A1"><v>44927.000004629626</v></c></row>');
  const edited = writtenBy(book, cellsPlan(book, { A1: number(1) }));
  expect(partText(writtenBy(edited.bytes, { cells: edited.undo.cells }).bytes, 'xl/worksheets/sheet1.xml')).toContain(
    '<v>44927.000004629626</v>',
  );
});

test('undo puts back what was there', () => {
  const plan = cellsPlan(plain, { A2: text('二'), B9: formula('C2', 3), C2: blank });
  const edited = writtenBy(plain, plan);
  const undone = writtenBy(edited.bytes, { cells: edited.undo.cells });
  const values = (bytes: Uint8Array): unknown[] => ['A2', 'B9', 'C2'].map((_, n) => readXlsx(bytes).sheets[0]!.valueAt([1, 8, 1][n]!, n));
  expect(values(undone.bytes)).toEqual(values(plain));
});

describe('text stays text', () => {
  const cell = (value: string): { type: string; read: unknown; sheet: string; bytes: Uint8Array } => {
    const edited = writtenBy(plain, cellsPlan(plain, { C2: text(value) }));
    const sheet = partText(edited.bytes, 'xl/worksheets/sheet1.xml');
    return {
      type: /<c r="C2"[^>]*\st="(\w+)"/.exec(sheet)?.[1] ?? '',
      read: readXlsx(edited.bytes).sheets[0]!.valueAt(1, 2),
      sheet,
      bytes: edited.bytes,
    };
  };

  test.each([
    '=1+1',
    '+1',
    '-1',
    '@A1',
    '\t=1',
    '\r\n=1',
    '\u0001',
    "'=1",
    '1',
    '3.50',
    'TRUE',
    '#N/A',
    '_x000D_',
    '<b>&amp;',
    ' 空 ',
    '😀',
    '＝1',
  ])('%j', (value) => {
    const { type, read, bytes } = cell(value);
    expect([type, read]).toEqual(['inlineStr', value]);
    expectSound(plain, bytes);
  });

  test('whatever the text (property)', () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc
        .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\u0000', "'"), fc.string({ unit: 'grapheme', maxLength: 20 }))
        .map(([first, rest]) => first + rest),
      fc.string({ unit: fc.constantFrom('_', 'x', '0', 'D', '\ud800', '\udc00', '\r', '\n', '&', ']'), maxLength: 20 }),
    );
    fc.assert(
      fc.property(
        any.filter((value) => value !== ''),
        (value) => {
          const { type, read } = cell(value);
          expect([type, read]).toEqual(['inlineStr', value]);
        },
      ),
      { seed: SEED, numRuns: 150 },
    );
  });

  test('a text that could pass for a formula is shown with a quote sign, and loses it with the text', () => {
    const edited = writtenBy(plain, cellsPlan(plain, { A2: text('=1+1') }));
    expect(partText(edited.bytes, 'xl/styles.xml')).toContain(
      '<cellXfs count="4"><xf/><xf numFmtId="10"/><xf><protection locked="0"/></xf><xf quotePrefix="1" numFmtId="10"/></cellXfs>',
    );
    expect(partText(edited.bytes, 'xl/worksheets/sheet1.xml')).toContain('<c r="A2" s="3" t="inlineStr">');
    const back = writtenBy(edited.bytes, cellsPlan(edited.bytes, { A2: number(1) }));
    expect(partText(back.bytes, 'xl/worksheets/sheet1.xml')).toContain('<c r="A2" s="1"><v>1</v></c>');
    // The format that is there by then is used again.
    const again = writtenBy(back.bytes, cellsPlan(back.bytes, { A2: text('-') }));
    expect(partText(again.bytes, 'xl/styles.xml')).toBe(partText(edited.bytes, 'xl/styles.xml'));
  });
});

test('undo puts an empty text back where one was', () => {
  const bytes = rowsXlsx('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', { strings: '<si><t></t></si>' });
  const edited = writtenBy(bytes, {
    cells: [{ at: { sheet: 0, row: 0, col: 0 }, before: { kind: 'blank' }, after: { kind: 'value', value: '优' }, reason: '' }],
  });
  const undone = writtenBy(edited.bytes, { cells: edited.undo.cells }).bytes;
  expect(partText(undone, 'xl/worksheets/sheet1.xml')).toBe(partText(bytes, 'xl/worksheets/sheet1.xml'));
});
