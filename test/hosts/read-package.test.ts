import { readXlsx } from '../../src/hosts/file';
import { relation, relations, rowsXlsx, xlsxOf, type XlsxParts } from '../support/ooxml';

const ROW = '<sheetData><row><c t="inlineStr"><is><t>分值</t></is></c></row></sheetData>';
const STYLES =
  '<numFmts count="1"><numFmt numFmtId="176" formatCode="0.0&quot;分&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="10" applyProtection="1"><protection locked="0"/></xf><xf numFmtId="176"><alignment/><protection hidden="1"/></xf><xf numFmtId="31"/><xf numFmtId="999"/></cellXfs>' +
  '<dxfs><dxf><numFmt numFmtId="10" formatCode="@"/></dxf></dxfs>';
const encoder = new TextEncoder();

const firstValue = (xlsx: XlsxParts): unknown => readXlsx(xlsxOf({ sheets: [ROW], ...xlsx })).sheets[0]!.valueAt(0, 0);

describe('what a sheet carries beside cells', () => {
  test('formats and locks by style, those of differential formats left alone', () => {
    const sheet = readXlsx(
      rowsXlsx('<row><c s="0"/><c s="1"><v>0.5</v></c><c s="2"><v>1</v></c><c s="3"/><c s="4"/><c s="77"/><c s="x"/></row>', {
        styles: STYLES,
      }),
    ).sheets[0]!;
    const formats = [0, 1, 2, 3, 4, 5, 6].map((col) => sheet.at(0, col)?.format);
    expect(formats).toEqual(['General', '0.00%', '0.0"分"', 'yyyy"年"m"月"d"日"', 'General', 'General', 'General']);
    expect([0, 1, 2].map((col) => sheet.locked(0, col))).toEqual([true, false, true]);
    expect([sheet.rows, sheet.cols]).toEqual([1, 3]);
  });

  test('merged areas, hidden rows and columns, protection', () => {
    const xml =
      '<sheetPr/><cols><col min="2" max="3" hidden="1" width="9"/><col min="4" max="4" width="8"/><col min="6" max="6" width="0" customWidth="1"/><col min="16384" max="99999" hidden="true"/></cols>' +
      '<sheetData><row r="1" hidden="1"/><row r="2" ht="0" customHeight="1"/><row r="3" ht="15"><c r="A3"><v>1</v></c></row></sheetData><sheetProtection sheet="1" password="CC1A"/>' +
      '<mergeCells count="2"><mergeCell ref="A1:C2"/><mergeCell ref=" D4 "/><mergeCell ref="nonsense"/></mergeCells><extLst><ext><col min="1" max="1" hidden="1"/></ext></extLst>';
    const sheet = readXlsx(xlsxOf({ sheets: [xml] })).sheets[0]!;
    expect(sheet.merges).toEqual([
      { top: 0, left: 0, bottom: 1, right: 2 },
      { top: 3, left: 3, bottom: 3, right: 3 },
    ]);
    expect([0, 1, 2, 3, 4, 5, 6, 16_383].map((col) => sheet.colHidden(col))).toEqual([false, true, true, false, false, true, false, true]);
    expect([0, 1, 2].map((row) => sheet.rowHidden(row))).toEqual([true, true, false]);
    expect(sheet.protected).toBe(true);
    expect(readXlsx(xlsxOf({ sheets: ['<sheetProtection objects="1"/><sheetData/>'] })).sheets[0]!.protected).toBe(false);
  });

  test('names and states of sheets, date system, external links', () => {
    const book = readXlsx(
      xlsxOf({
        sheets: [ROW, ROW, ROW],
        sheetAttributes: ['', 'state="hidden"', 'state="veryHidden"'],
        workbookPr: '<workbookPr date1904="true"/>',
        relations:
          relation('rIdX', 'externalLink', 'externalLinks/externalLink1.xml') + relation('rIdY', 'externalLink', 'externalLinks/none.xml'),
        parts: {
          'xl/externalLinks/externalLink1.xml': '<externalLink/>',
          'xl/externalLinks/_rels/externalLink1.xml.rels': relations(
            relation('rId1', 'externalLinkPath', 'file:///D:\\预算%20(1).xlsx', true),
          ),
        },
      }),
    );
    expect(book.sheets.map((sheet) => [sheet.name, sheet.state])).toEqual([
      ['表1', 'visible'],
      ['表2', 'hidden'],
      ['表3', 'veryHidden'],
    ]);
    expect(book.date1904).toBe(true);
    expect(book.externalLinks).toEqual(['file:///D:\\预算%20(1).xlsx']);
  });

  test('sheet names are unescaped', () => {
    const parts = {
      'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="A&amp;B_x0031_" sheetId="1" r:id="rId1"/></sheets></workbook>',
    };
    expect(readXlsx(xlsxOf({ sheets: [ROW], parts })).sheets[0]!.name).toBe('A&B1');
  });

  test('chart sheets are left out; a workbook of nothing else has no sheet', () => {
    const chart = relations(
      relation('rId1', 'chartsheet', 'chartsheets/sheet1.xml') + relation('rId2', 'worksheet', 'worksheets/sheet2.xml'),
    );
    expect(
      readXlsx(xlsxOf({ sheets: [ROW, ROW], parts: { 'xl/_rels/workbook.xml.rels': chart } })).sheets.map((sheet) => sheet.name),
    ).toEqual(['表2']);
    const only = relations(relation('rId1', 'chartsheet', 'chartsheets/sheet1.xml'));
    expect(() => readXlsx(xlsxOf({ sheets: [ROW], parts: { 'xl/_rels/workbook.xml.rels': only } }))).toThrow('no-sheet');
    expect(() => readXlsx(xlsxOf({ sheets: [] }))).toThrow('no-sheet');
  });
});

describe('finding the parts', () => {
  const rels = (target: string): Record<string, string> => ({
    'xl/_rels/workbook.xml.rels': relations(relation('rId1', 'worksheet', target)),
  });

  test.each([
    '/xl/worksheets/sheet1.xml',
    'worksheets/sheet1.xml',
    './worksheets/../worksheets/sheet1.xml',
    'worksheets\\sheet1.xml',
    'WorkSheets/Sheet1.XML',
    '../xl/worksheets/sheet1.xml',
    'worksheets/%73heet1.xml',
  ])('%s', (target) => {
    expect(firstValue({ parts: rels(target) })).toBe('分值');
  });

  test('member names with backslashes and another case', () => {
    const parts = { 'xl\\WORKSHEETS\\sheet1.XML': `<worksheet>${ROW}</worksheet>` };
    expect(firstValue({ without: ['xl/worksheets/sheet1.xml'], parts: { ...parts } })).toBe('分值');
    expect(firstValue({ member: {}, parts: { '/xl/other.xml': 'x' } })).toBe('分值');
  });

  test('a strict workbook', () => {
    const strict = (kind: string, id: string, target: string): string =>
      `<Relationship Id="${id}" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/${kind}" Target="${target}"/>`;
    const parts = {
      '_rels/.rels': relations(strict('officeDocument', 'r1', 'xl/workbook.xml')),
      'xl/workbook.xml':
        '<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships" conformance="strict"><sheets><sheet name="s" sheetId="1" r:id="a"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': relations(strict('worksheet', 'a', 'worksheets/sheet1.xml')),
    };
    expect(firstValue({ parts })).toBe('分值');
  });

  test('a workbook elsewhere, known by its relationship, by its content type, or by its usual name', () => {
    const moved = {
      '_rels/.rels': relations(relation('r', 'officeDocument', '/book/main.xml')),
      'book/main.xml': '<workbook xmlns:r="r"><sheets><sheet name="s" sheetId="1" r:id="a"/></sheets></workbook>',
      'book/_rels/main.xml.rels': relations(relation('a', 'worksheet', '/xl/worksheets/sheet1.xml')),
      '[Content_Types].xml': '<Types/>',
    };
    expect(firstValue({ parts: moved, without: ['xl/workbook.xml'] })).toBe('分值');
    const typed = {
      ...moved,
      '[Content_Types].xml':
        '<Types><Override PartName="/book/main.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
    };
    expect(firstValue({ parts: typed, without: ['_rels/.rels', 'xl/workbook.xml'] })).toBe('分值');
    expect(firstValue({ without: ['_rels/.rels', '[Content_Types].xml'] })).toBe('分值');
  });

  test('without shared texts, styles or relationships of parts that do not matter', () => {
    expect(firstValue({ relations: relation('s', 'styles', 'styles.xml') + relation('t', 'sharedStrings', 'none.xml') })).toBe('分值');
  });

  test('a worksheet that is missing is damage, not one sheet fewer', () => {
    expect(() => firstValue({ without: ['xl/worksheets/sheet1.xml'] })).toThrow('damaged: xl/worksheets/sheet1.xml');
    expect(() => firstValue({ without: ['xl/_rels/workbook.xml.rels'] })).toThrow('damaged: 表1');
    expect(() => firstValue({ without: ['xl/workbook.xml'] })).toThrow('damaged: xl/workbook.xml');
  });

  test('a package of another kind is no spreadsheet', () => {
    const types =
      '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
    expect(() => firstValue({ parts: { '[Content_Types].xml': types } })).toThrow('not-spreadsheet');
    expect(() => firstValue({ without: ['xl/workbook.xml', '_rels/.rels'] })).toThrow('not-spreadsheet');
  });
});

describe('encodings', () => {
  const xml = `<worksheet>${ROW}</worksheet>`;
  const utf16 = (text: string, little: boolean, mark: boolean): Uint8Array => {
    const units = [...(mark ? `\uFEFF${text}` : text)].map((char) => char.charCodeAt(0));
    return Uint8Array.from(units.flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])));
  };
  const gbk = Uint8Array.from([
    ...encoder.encode('<?xml version="1.0" encoding="GBK"?><worksheet><sheetData><row><c t="str"><v>'),
    0xb7,
    0xd6,
    0xd6,
    0xb5,
    ...encoder.encode('</v></c></row></sheetData></worksheet>'),
  ]);

  test.each([
    ['UTF-8 with a mark', encoder.encode(`\uFEFF${xml}`)],
    ['UTF-16 little endian', utf16(xml, true, true)],
    ['UTF-16 big endian', utf16(xml, false, true)],
    ['UTF-16 little endian without a mark', utf16(xml, true, false)],
    ['UTF-16 big endian without a mark', utf16(xml, false, false)],
    ['GBK by declaration', gbk],
    ['a declaration of UTF-8', encoder.encode(`<?xml version='1.0' encoding='utf-8' standalone="yes"?>${xml}`)],
  ])('%s', (_, bytes) => {
    expect(firstValue({ parts: { 'xl/worksheets/sheet1.xml': bytes } })).toBe('分值');
  });

  test('an encoding nobody knows is damage', () => {
    expect(() => firstValue({ parts: { 'xl/worksheets/sheet1.xml': `<?xml version="1.0" encoding="x-none"?>${xml}` } })).toThrow(
      'damaged: xl/worksheets/sheet1.xml',
    );
  });
});
