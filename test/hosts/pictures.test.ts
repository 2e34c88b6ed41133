import { pictureIn, valueUnlessPicture, type SheetSnapshot } from '../../src/workbook';
import { readXlsx } from '../../src/hosts/file';
import { relation, relations, xlsxOf, type XlsxParts } from '../support/ooxml';

const DRAWING = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function sheetWith(inside: string, rest: XlsxParts = {}): SheetSnapshot {
  return readXlsx(xlsxOf({ sheets: [inside], ...rest })).sheets[0]!;
}

const corner = (name: string, col: number, colOff: number, row: number, rowOff: number): string =>
  `<xdr:${name}><xdr:col>${col}</xdr:col><xdr:colOff>${colOff}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${rowOff}</xdr:rowOff></xdr:${name}>`;
const PIC =
  '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="图片 1"/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/></xdr:blipFill></xdr:pic>';
const SHAPE = '<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="文本框 1"/></xdr:nvSpPr></xdr:sp>';
const between = (from: string, to: string, what = PIC): string =>
  `<xdr:twoCellAnchor>${from}${to}${what}<xdr:clientData/></xdr:twoCellAnchor>`;

/** A sheet of rows of 20 points and columns of 96 pixels with these anchors over it. */
function drawn(anchors: string): SheetSnapshot {
  return sheetWith(
    '<sheetFormatPr defaultRowHeight="20" defaultColWidth="13"/><sheetData><row r="1"><c r="A1" t="str"><v>标题</v></c></row></sheetData><drawing r:id="rId1" xmlns:r="x"/>',
    {
      parts: {
        'xl/worksheets/_rels/sheet1.xml.rels': relations(relation('rId1', 'drawing', '../drawings/drawing1.xml')),
        'xl/drawings/drawing1.xml': `<xdr:wsDr xmlns:xdr="a" xmlns:a="b" xmlns:r="${DRAWING}">${anchors}</xdr:wsDr>`,
        'xl/drawings/_rels/drawing1.xml.rels': relations(relation('rId1', 'image', '../media/image1.png')),
        'xl/media/image1.png': new Uint8Array([1, 2, 3]),
      },
    },
  );
}

/** Covered cells as 「行,列」. */
function covered(sheet: SheetSnapshot): string[] {
  const found: string[] = [];
  for (let row = 0; row < 12; row += 1)
    for (let col = 0; col < 12; col += 1) if (pictureIn(sheet, row, col) === true) found.push(`${row},${col}`);
  return found;
}

describe('pictures in cells', () => {
  const cells = (xml: string, rest: XlsxParts = {}): SheetSnapshot => sheetWith(`<sheetData><row r="1">${xml}</row></sheetData>`, rest);

  test.each([
    ['WPS, as WPS saves it', '<c r="A1" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>'],
    ['WPS, saved again by Excel', '<c r="A1" t="e"><f>_xlfn.DISPIMG("ID_1",1)</f><v>#NAME?</v></c>'],
    ['WPS, kept by another program as text', '<c r="A1" t="str"><f>DISPIMG("ID_1",1)</f><v>#NAME?</v></c>'],
    ['WPS, typed over as a value', '<c r="A1" t="inlineStr"><is><t>=DISPIMG("ID_1",1)</t></is></c>'],
    ['WPS, without a stored value', '<c r="A1"><f>DISPIMG("ID_1",1)</f></c>'],
    ['Excel, placed in the cell', '<c r="A1" t="e" vm="1"><v>#VALUE!</v></c>'],
    ['Excel, by IMAGE', '<c r="A1" t="e" vm="1"><f>_xlfn.IMAGE("x.png")</f><v>#VALUE!</v></c>'],
  ])('%s', (_name, xml) => {
    const sheet = cells(xml);
    expect(pictureIn(sheet, 0, 0)).toBe(true);
    expect(valueUnlessPicture(sheet, 0, 0)).toBe(null);
    expect(pictureIn(sheet, 0, 1)).toBe(false);
  });

  test.each([
    ['an error of a formula', '<c r="A1" t="e"><f>B1/0</f><v>#DIV/0!</v></c>', { error: '#DIV/0!' }],
    ['a spilled error, which has a rich value', '<c r="A1" t="e" vm="1"><f>_xlfn.SEQUENCE(3)</f><v>#SPILL!</v></c>', { error: '#SPILL!' }],
    ['a typed error', '<c r="A1" t="e"><v>#N/A</v></c>', { error: '#N/A' }],
    ['words about the function', '<c r="A1" t="str"><v>见DISPIMG("ID_1",1)</v></c>', '见DISPIMG("ID_1",1)'],
    ['a number', '<c r="A1"><v>5</v></c>', 5],
  ])('none: %s', (_name, xml, value) => {
    const sheet = cells(xml);
    expect(pictureIn(sheet, 0, 0)).toBe(false);
    expect(valueUnlessPicture(sheet, 0, 0)).toEqual(value);
  });

  test('rich values of other kinds, as the workbook lists them', () => {
    const linked = (kind: string): boolean | null =>
      pictureIn(
        cells('<c r="A1" t="e" vm="1"><v>#VALUE!</v></c>', {
          relations: `<Relationship Id="rIdR" Type="http://schemas.microsoft.com/office/2017/06/relationships/rdRichValueStructure" Target="richData/rdrichvaluestructure.xml"/>`,
          parts: { 'xl/richData/rdrichvaluestructure.xml': `<rvStructures count="1"><s t="${kind}"><k n="x" t="i"/></s></rvStructures>` },
        }),
        0,
        0,
      );
    expect(linked('_linkedentity2')).toBe(false);
    expect(linked('_localImage')).toBe(true);
  });
});

describe('pictures over cells', () => {
  test('none on a sheet without a drawing', () => {
    expect(sheetWith('<sheetData/>').pictures).toEqual([]);
  });

  test('over one cell, a little over its edges', () => {
    expect(covered(drawn(between(corner('from', 2, 850_000, 3, 200_000), corner('to', 4, 60_000, 5, 30_000))))).toEqual(['4,3']);
  });

  test('over several rows', () => {
    expect(covered(drawn(between(corner('from', 3, 20_000, 2, 10_000), corner('to', 3, 800_000, 5, 200_000))))).toEqual([
      '2,3',
      '3,3',
      '4,3',
      '5,3',
    ]);
  });

  test('by its size', () => {
    const sized = `<xdr:oneCellAnchor>${corner('from', 1, 0, 1, 0)}<xdr:ext cx="900000" cy="500000"/>${PIC}</xdr:oneCellAnchor>`;
    expect(covered(drawn(sized))).toEqual(['1,1', '2,1']);
  });

  test('in a group', () => {
    const grouped = between(corner('from', 1, 0, 1, 0), corner('to', 2, 0, 2, 0), `<xdr:grpSp><xdr:grpSpPr/>${PIC}</xdr:grpSp>`);
    expect(covered(drawn(grouped))).toEqual(['1,1']);
  });

  test('shapes and charts are none', () => {
    expect(covered(drawn(between(corner('from', 1, 0, 1, 0), corner('to', 3, 0, 3, 0), SHAPE)))).toEqual([]);
  });

  test('a background is none', () => {
    expect(covered(drawn(between(corner('from', 0, 0, 0, 0), corner('to', 5, 0, 5000, 0))))).toEqual([]);
  });
});

describe('struck-out runs', () => {
  const text = (is: string): unknown =>
    sheetWith(`<sheetData><row r="1"><c r="A1" t="inlineStr"><is>${is}</is></c></row></sheetData>`).valueAt(0, 0);

  test.each<[string, string, string]>([
    ['the old figure before the new one', '<r><rPr><strike/></rPr><t>6</t></r><r><t>5.5</t></r>', '5.5'],
    ['behind it', '<r><t>5.5</t></r><r><rPr><b/><strike val="1"/></rPr><t>（6）</t></r>', '5.5'],
    ['as LibreOffice writes it', '<r><rPr><strike val="true"/></rPr><t>优</t></r><r><rPr><strike val="false"/></rPr><t>良</t></r>', '良'],
    ['all of it', '<r><rPr><strike/></rPr><t>作废</t></r>', ''],
    ['none', '<r><rPr><b/></rPr><t>6</t></r><r><t>5</t></r>', '65'],
    ['plain', '<t>6</t>', '6'],
  ])('%s', (_name, is, left) => {
    expect(text(is)).toBe(left);
  });

  test('in shared texts', () => {
    const sheet = sheetWith('<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>', {
      strings: '<si><r><rPr><strike/></rPr><t>16</t></r><r><rPr/><t>14.5</t></r></si>',
    });
    expect(sheet.valueAt(0, 0)).toBe('14.5');
  });
});
