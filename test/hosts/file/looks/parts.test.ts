/** Looks written by hand, part by part. */
import { readLooks } from '../../../../src/hosts/file/looks';
import { tinted } from '../../../../src/hosts/file/looks/colour';
import { UnreadableError } from '../../../../src/workbook/unreadable';
import { relation, relations, xlsxOf, type XlsxParts } from '../../../support/ooxml';

const PICTURE = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);

const STYLES = `
<numFmts count="1"><numFmt numFmtId="164" formatCode="0.0&quot;分&quot;"/></numFmts>
<fonts><font><sz val="11"/><name val="宋体"/></font><font><b/><i val="0"/><sz val="16"/><color rgb="FFC00000"/><name val="黑体"/></font>
<font><u/><strike/><color theme="4" tint="-0.25"/><name val="仿宋"/></font><font><sz val="9999"/><color indexed="10"/></font></fonts>
<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
<fill><patternFill patternType="solid"><fgColor theme="4" tint="0.8"/><bgColor indexed="64"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor indexed="64"/></patternFill></fill></fills>
<borders><border/><border diagonalDown="1"><left style="thin"><color auto="1"/></left><right/><top style="medium"><color rgb="FF00FF00"/></top><bottom style="dashDotDot"/><diagonal style="thin"/></border></borders>
<cellStyleXfs><xf fontId="0"/></cellStyleXfs>
<cellXfs><xf/><xf numFmtId="164" fontId="1" fillId="2" borderId="1"><alignment horizontal="center" vertical="top" wrapText="1" indent="2" textRotation="135"/><protection locked="0"/></xf>
<xf numFmtId="10" fontId="2" fillId="3"><alignment horizontal="sideways" textRotation="255" shrinkToFit="1"/></xf><xf fontId="3" fillId="77" borderId="77"/></cellXfs>
<dxfs><dxf><font><b/></font><fill><patternFill><bgColor rgb="FFFF0000"/></patternFill></fill></dxf></dxfs>`;

const SHEET = `
<sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane xSplit="1" ySplit="4" topLeftCell="B5" state="frozen"/></sheetView></sheetViews>
<sheetFormatPr defaultRowHeight="20" defaultColWidth="12"/>
<cols><col min="1" max="1" width="6.5" customWidth="1"/><col min="2" max="3" width="10" hidden="1" style="1"/></cols>
<sheetData><row r="1" ht="40" customHeight="1" s="2" customFormat="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="C1" s="99"/></row>
<row r="3" hidden="1"/><row r="5"><c r="A5" t="inlineStr"><is><r><t>甲</t></r><r><rPr><b/><vertAlign val="superscript"/></rPr><t>2</t></r></is></c><c r="B5"><f t="array" ref="B5:B7">A1:A3</f><v>1</v></c></row>
<row r="9"><c r="D9" s="1"/><c r="H9" s="2"/></row></sheetData>
<mergeCells><mergeCell ref="A5:E6"/></mergeCells><drawing r:id="rId1"/>`;

const DRAWING = `<xdr:wsDr xmlns:xdr="x" xmlns:a="a" xmlns:r="r"><xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>9525</xdr:colOff><xdr:row>2</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>
<xdr:to><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>6</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="图片 1" descr="公章"/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/></xdr:blipFill></xdr:pic></xdr:twoCellAnchor>
<xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>0</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="914400" cy="457200"/><xdr:pic><xdr:blipFill><a:blip r:embed="rId2"/></xdr:blipFill></xdr:pic></xdr:oneCellAnchor>
<xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:row>0</xdr:row></xdr:from><xdr:to/><xdr:sp><xdr:txBody/></xdr:sp></xdr:twoCellAnchor></xdr:wsDr>`;

const BOOK: XlsxParts = {
  sheets: [SHEET],
  styles: STYLES,
  strings:
    '<si><r><rPr><sz val="20"/><color rgb="FFFF0000"/></rPr><t>红</t></r><r><t xml:space="preserve"> 黑</t></r></si><si><t>平</t></si>',
  parts: {
    'xl/worksheets/_rels/sheet1.xml.rels': relations(relation('rId1', 'drawing', '../drawings/drawing1.xml')),
    'xl/drawings/drawing1.xml': DRAWING,
    'xl/drawings/_rels/drawing1.xml.rels': relations(
      relation('rId1', 'image', '../media/image1.png') + relation('rId2', 'image', '../media/image2.emf'),
    ),
    'xl/media/image1.png': PICTURE,
    'xl/media/image2.emf': PICTURE,
  },
};

describe('looks', () => {
  const looks = readLooks(xlsxOf(BOOK));
  const sheet = looks.sheets[0]!;
  const at = (row: number, col: number): (typeof looks.styles)[number] => looks.styles[sheet.styleAt(row, col)]!;

  it('of cells: font, fill, border, alignment, protection', () => {
    expect(at(0, 0)).toEqual({
      format: '0.0"分"',
      font: { name: '黑体', size: 16, bold: true, italic: false, underline: false, strike: false, color: '#c00000', raised: 'none' },
      // The Office theme's first accent, four fifths of the way to white.
      fill: '#deebf7',
      border: {
        left: { style: 'thin', color: null },
        right: null,
        top: { style: 'medium', color: '#00ff00' },
        bottom: { style: 'dashed', color: null },
        diagonalDown: { style: 'thin', color: null },
        diagonalUp: null,
      },
      horizontal: 'center',
      vertical: 'top',
      wrap: true,
      shrink: false,
      indent: 2,
      rotation: -45,
      locked: false,
    });
    expect(looks.styles[2]).toMatchObject({
      format: '0.00%',
      fill: null,
      horizontal: 'general',
      rotation: 'stacked',
      shrink: true,
      locked: true,
    });
    expect(looks.styles[2]!.font).toMatchObject({ underline: true, strike: true, size: 11 });
    expect(looks.styles[3]).toMatchObject({ fill: null, font: { size: 11, color: '#ff0000' } });
    expect(looks.font.name).toBe('宋体');
  });

  it('of cells the file does not list: the row’s, then the column’s', () => {
    expect(sheet.styleAt(0, 7)).toBe(2);
    expect(sheet.styleAt(6, 1)).toBe(1);
    expect(sheet.styleAt(6, 8)).toBe(0);
    // A style that is not there.
    expect(sheet.styleAt(0, 2)).toBe(0);
  });

  it('of the sheet: grid lines, panes, widths, heights, what is hidden, extent', () => {
    expect(sheet).toMatchObject({
      gridLines: false,
      frozen: { rows: 4, cols: 1 },
      rowHeight: 20,
      colWidth: 12,
      extent: { rows: 9, cols: 5 },
    });
    expect(sheet.columns).toEqual([
      { from: 0, to: 0, width: 6.5, hidden: false, style: 0 },
      { from: 1, to: 2, width: 10, hidden: true, style: 1 },
    ]);
    expect([...sheet.rows]).toEqual([
      [0, { height: 40, hidden: false, style: 2 }],
      [2, { height: null, hidden: true, style: null }],
    ]);
    expect(sheet.blocks).toEqual([{ top: 4, left: 1, bottom: 6, right: 1 }]);
  });

  it('of texts in several looks', () => {
    expect(sheet.texts.get('0,0')).toEqual([
      { text: '红', font: { ...looks.font, size: 20, color: '#ff0000' } },
      { text: ' 黑', font: null },
    ]);
    expect(sheet.texts.get('4,0')!.map(({ text, font }) => [text, font?.raised])).toEqual([
      ['甲', undefined],
      ['2', 'superscript'],
    ]);
  });

  it('of pictures, where they stand; shapes are left out', () => {
    expect(sheet.pictures).toEqual([
      {
        from: { row: 2, col: 1, right: 9525, down: 0 },
        to: { row: 6, col: 3, right: 0, down: 0 },
        type: 'image/png',
        bytes: PICTURE,
        title: '公章',
      },
      { from: { row: 0, col: 0, right: 0, down: 0 }, to: { width: 914400, height: 457200 }, type: null, bytes: PICTURE, title: '' },
    ]);
  });

  it('of a theme and colours of the workbook’s own', () => {
    const theme =
      '<a:theme xmlns:a="a"><a:themeElements><a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="112233"/></a:dk1><a:lt1><a:srgbClr val="FEFEFE"/></a:lt1><a:accent1><a:srgbClr val="808000"/></a:accent1></a:clrScheme><a:fontScheme><a:srgbClr val="ffffff"/></a:fontScheme></a:themeElements></a:theme>';
    const own = '<colors><indexedColors><rgbColor rgb="00010203"/></indexedColors></colors>';
    const styles =
      '<fonts><font><color theme="1"/></font><font><color theme="4"/></font><font><color indexed="0"/></font><font><color theme="99"/></font></fonts><cellXfs><xf/><xf fontId="1"/><xf fontId="2"/><xf fontId="3"/></cellXfs>';
    const made = readLooks(
      xlsxOf({ styles: styles + own, relations: relation('rIdH', 'theme', 'theme/theme1.xml'), parts: { 'xl/theme/theme1.xml': theme } }),
    );
    expect(made.styles.map(({ font }) => font.color)).toEqual(['#112233', '#808000', '#010203', null]);
  });

  it('needs no styles', () => {
    const bare = readLooks(xlsxOf({}));
    expect(bare.styles).toHaveLength(1);
    expect(bare.sheets[0]!.styleAt(5, 5)).toBe(0);
  });

  it('says that a file is signed', () => {
    expect(looks.signed).toBe(false);
    expect(readLooks(xlsxOf({ parts: { '_xmlsignatures/sig1.xml': '<s/>' } })).signed).toBe(true);
  });

  it('stays within the limits of reading', () => {
    const many = `<sheetData><row r="1">${'<c/>'.repeat(50)}</row></sheetData>`;
    expect(() => readLooks(xlsxOf({ sheets: [many] }), { cells: 40 })).toThrow(UnreadableError);
    expect(() => readLooks(xlsxOf({ sheets: ['<sheetData><row r="99999999"/></sheetData>'] }))).toThrow(UnreadableError);
  });
});

it.each([
  ['#5b9bd5', 0, '#5b9bd5'],
  ['#5b9bd5', 1, '#ffffff'],
  ['#5b9bd5', -1, '#000000'],
  ['#808080', 0.5, '#c0c0c0'],
  ['#ff0000', -0.5, '#800000'],
])('%s with tint %p is %s', (colour, tint, made) => {
  expect(tinted(colour, tint)).toBe(made);
});
