import { readXlsx } from '../../src/hosts/file';
import type { SheetSnapshot } from '../../src/workbook/types';
import { rowsXlsx, xlsxOf, type XlsxParts } from '../support/ooxml';

function sheet(rows: string, rest: XlsxParts = {}): SheetSnapshot {
  return readXlsx(rowsXlsx(rows, rest)).sheets[0]!;
}

/** The value of A1 of a sheet with this one cell. */
function value(cell: string, rest: XlsxParts = {}): unknown {
  return sheet(`<row r="1">${cell}</row>`, rest).valueAt(0, 0);
}

describe('values', () => {
  test.each([
    ['<c r="A1"><v>12</v></c>', 12],
    ['<c r="A1"><v>-0.5</v></c>', -0.5],
    ['<c r="A1"><v>-0</v></c>', 0],
    ['<c r="A1"><v>97.5</v></c>', 97.5],
    ['<c r="A1"><v>0.10000000000000001</v></c>', 0.1],
    ['<c r="A1"><v>123456789012345678</v></c>', 123456789012345678],
    ['<c r="A1"><v>1.5E-7</v></c>', 1.5e-7],
    ['<c r="A1" t="n"><v> 3 </v></c>', 3],
    ['<c r="A1"><v>+4.</v></c>', 4],
    ['<c r="A1"><v></v></c>', null],
    ['<c r="A1"><v/></c>', null],
    ['<c r="A1"/>', null],
    ['<c r="A1"></c>', null],
    ['<c r="A1"><v>约5</v></c>', '约5'],
    ['<c r="A1"><v>1e999</v></c>', '1e999'],
    ['<c r="A1"><v>0x10</v></c>', '0x10'],
    ['<c r="A1"><v>.</v></c>', '.'],
    ['<c r="A1"><v><![CDATA[7]]></v></c>', 7],
    ['<c r="A1"><v>1<!-- x -->2</v></c>', 12],
    ['<c r="A1"><v>&#49;5</v></c>', 15],
    ['<c r="A1" t="b"><v>1</v></c>', true],
    ['<c r="A1" t="b"><v>0</v></c>', false],
    ['<c r="A1" t="b"><v>true</v></c>', true],
    ['<c r="A1" t="e"><v>#REF!</v></c>', { error: '#REF!' }],
    ['<c r="A1" t="str"><v>合格</v></c>', '合格'],
    ['<c r="A1" t="str"><v></v></c>', ''],
    ['<c r="A1" t="str"><v>a_x000D_b</v></c>', 'a\rb'],
    ['<c r="A1" t="inlineStr"><is><t>分值</t></is></c>', '分值'],
    ['<c r="A1" t="inlineStr"><is><r><t>分</t></r><r><rPr><b/></rPr><t>值</t></r><rPh sb="0" eb="1"><t>fen</t></rPh></is></c>', '分值'],
    ['<c r="A1" t="inlineStr"><is/></c>', ''],
    ["<c r='A1' t = 'str' ><v>单引号</v></c >", '单引号'],
    ['<c r="A1" t="str"><extLst><ext><v>no</v></ext></extLst><v>yes</v></c>', 'yes'],
  ])('%s', (cell, wanted) => {
    expect(value(cell)).toEqual(wanted);
  });

  test('minus zero is zero', () => {
    expect(Object.is(value('<c r="A1"><v>-0</v></c>'), 0)).toBe(true);
  });
});

describe('shared texts', () => {
  const shared = (si: string): unknown => value('<c r="A1" t="s"><v>1</v></c>', { strings: `<si><t>不是</t></si>${si}<si/>` });

  test.each([
    ['<si><t>绩效</t></si>', '绩效'],
    [
      '<si><t>2&lt;3 &amp; &quot;x&quot; &apos;&gt; &#x4E2D;&#25991; &#x1F600; &unknown; &#0;</t></si>',
      '2<3 & "x" \'> 中文 😀 &unknown; &#0;',
    ],
    ['<si><t> 前后 </t></si>', '前后'],
    ['<si><t xml:space="preserve"> 前后 </t></si>', ' 前后 '],
    ['<si><t>\u3000全角\u3000</t></si>', '\u3000全角\u3000'],
    ['<si><t>一\r\n二\r三&#13;四_x000A_五_x005F_x000D_</t></si>', '一\n二\n三\r四\n五_x000D_'],
    ['<si><r><t>甲</t></r><r><t xml:space="preserve"> 乙</t></r><phoneticPr fontId="1"/></si>', '甲 乙'],
    ['<si><t>読</t><rPh sb="0" eb="1"><t>よ</t></rPh></si>', '読'],
    ['<si><t><![CDATA[a<b&amp;]]>c</t></si>', 'a<b&amp;c'],
    ['<si><t>é·×𠀀（ＡＢ）</t></si>', 'é·×𠀀（ＡＢ）'],
    [`<si><t>${'长'.repeat(500)}&amp;</t></si>`, `${'长'.repeat(500)}&`],
    ['<si/>', ''],
    ['<si><t/></si>', ''],
  ])('%s', (si, wanted) => {
    expect(shared(si)).toBe(wanted);
  });

  test('a text that is not there is damage, not an empty cell', () => {
    expect(() => value('<c r="A1" t="s"><v>9</v></c>', { strings: '<si><t>x</t></si>' })).toThrow('damaged: xl/worksheets/sheet1.xml');
    expect(() => value('<c r="A1" t="s"><v>0</v></c>')).toThrow('damaged');
    expect(value('<c r="A1" t="s"><v></v></c>')).toBeNull();
  });
});

describe('ISO dates', () => {
  const styles =
    '<numFmts><numFmt numFmtId="200" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs>';
  const dated = (iso: string, style = 0, workbookPr = ''): unknown =>
    sheet(`<row><c t="d" s="${style}"><v>${iso}</v></c></row>`, { styles, workbookPr }).at(0, 0);

  test.each([
    ['2024-01-05', 45296, 'yyyy-mm-dd'],
    ['1900-01-01', 1, 'yyyy-mm-dd'],
    ['1900-02-28', 59, 'yyyy-mm-dd'],
    ['1900-03-01', 61, 'yyyy-mm-dd'],
    ['1970-01-01T00:00:00Z', 25569, 'yyyy-mm-dd hh:mm:ss'],
    ['2000-02-29T12:00:00.000', 36585.5, 'yyyy-mm-dd hh:mm:ss'],
    ['18:00', 0.75, 'hh:mm:ss'],
  ])('%s is %d', (iso, serial, format) => {
    expect(dated(iso)).toEqual({ value: serial, format });
  });

  test('keep a date format of their own, follow the 1904 system, and stay text when they are none', () => {
    expect(dated('2024-01-05', 1)).toEqual({ value: 45296, format: 'yyyy"年"m"月"' });
    expect(dated('2024-01-05', 0, '<workbookPr date1904="1"/>')).toEqual({ value: 43834, format: 'yyyy-mm-dd' });
    expect(dated('2024-13-05')).toEqual({ value: '2024-13-05', format: 'General' });
    expect(dated('45296')).toEqual({ value: 45296, format: 'General' });
  });
});

describe('where cells stand', () => {
  test('rows and cells without r follow the one before', () => {
    const read = sheet(
      '<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>',
    );
    expect([read.valueAt(0, 0), read.valueAt(0, 1), read.valueAt(4, 2), read.valueAt(4, 3), read.valueAt(5, 0)]).toEqual([1, 2, 3, 4, 5]);
    expect([read.rows, read.cols]).toEqual([6, 4]);
  });

  test('any order and doubles: the later wins', () => {
    const read = sheet(
      '<row r="3"><c r="B3"><v>1</v></c></row><row r="1"><c r="B1"><v>2</v></c><c r="A1"><v>3</v></c><c r="A1"><v>4</v></c></row>',
    );
    expect([read.valueAt(2, 1), read.valueAt(0, 1), read.valueAt(0, 0)]).toEqual([1, 2, 4]);
    expect([...read.cellsOfRow(0)].map(([col]) => col)).toEqual([0, 1]);
  });

  test('the last cell of the grid is read, one beyond is refused', () => {
    expect(sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>').valueAt(1_048_575, 16_383)).toBe(1);
    for (const bad of [
      '<row r="1"><c r="XFE1"/></row>',
      '<row r="1"><c r="A1048577"/></row>',
      '<row r="1048577"/>',
      '<row r="99999999999"/>',
      '<row><c r="XFD1"/><c/></row>',
    ]) {
      expect(() => sheet(bad)).toThrow('beyond-grid: 表1');
    }
    for (const bad of ['<row><c r="A0"/></row>', '<row><c r=""/></row>', '<row><c r="表"/></row>', '<row r="x"/>', '<row r="0"/>'])
      expect(() => sheet(bad)).toThrow('damaged');
  });
});

describe('formulas', () => {
  const formulas = (rows: string): (string | undefined)[] => {
    const read = sheet(rows);
    return Array.from({ length: read.rows }, (_, row) => read.at(row, 0)?.formula);
  };

  test('with and without stored value', () => {
    const read = sheet('<row><c><f>SUM(B1:B3)&amp;"&lt;"</f><v>6</v></c><c><f>A1</f></c><c t="str"><f>=A1</f><v>x</v></c></row>');
    expect([read.at(0, 0), read.at(0, 1), read.at(0, 2)]).toEqual([
      { value: 6, formula: 'SUM(B1:B3)&"<"', format: 'General' },
      { value: null, formula: 'A1', format: 'General' },
      { value: 'x', formula: 'A1', format: 'General' },
    ]);
  });

  test('shared ones are written out for each cell', () => {
    expect(
      formulas(
        '<row r="1"><c r="A1"><f t="shared" ref="A1:A4" si="0">B1*$C$1+SUM(表2!B$1:B1)</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row>' +
          '<row r="3"><c r="A3"><f t="shared" si="0">B9</f><v>3</v></c></row><row r="4"><c r="A4"><f si="0" t="shared"></f><v>4</v></c></row><row r="5"><c r="A5"><f t="shared" si="7"/><v>4</v></c></row>',
      ),
    ).toEqual(['B1*$C$1+SUM(表2!B$1:B1)', 'B2*$C$1+SUM(表2!B$1:B2)', 'B9', 'B4*$C$1+SUM(表2!B$1:B4)', undefined]);
  });

  test('array formulas, data tables, empty ones, and the marks of young functions', () => {
    expect(
      formulas(
        '<row><c><f t="array" ref="A1:A2">B1:B2*2</f><v>1</v></c></row><row><c><f t="dataTable" ref="A2:A3" r1="D1" r2="D2"/><v>1</v></c></row>' +
          '<row><c><f/><v>1</v></c></row><row><c><f>_xlfn.CONCAT(A1,_xlfn._xlws.SORT(B1))</f><v>1</v></c></row>',
      ),
    ).toEqual(['B1:B2*2', 'TABLE(D1,D2)', undefined, 'CONCAT(A1,SORT(B1))']);
  });
});

test('a cell of a namespace prefix reads like any other', () => {
  const xml =
    '<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:cols><x:col min="2" max="3" hidden="1"/></x:cols><x:sheetData>' +
    '<x:row r="1"><x:c r="A1" t="inlineStr" xmlns:r="urn:x" xmlns:t="urn:y"><x:is><x:t>指标</x:t></x:is></x:c><x:c r="B1"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData>' +
    '<x:mergeCells><x:mergeCell ref="A1:A2"/></x:mergeCells></x:worksheet>';
  const read = readXlsx(xlsxOf({ sheets: [xml] })).sheets[0]!;
  expect([read.valueAt(0, 0), read.at(0, 1)?.formula, read.merges.length, read.colHidden(2)]).toEqual(['指标', '1+1', 1, true]);
});
