/**
 * A workbook with something of everything in it, and the same with one thing otherwise: an element gone, an attribute gone or other, a byte
 * of the archive changed. Programs write all of these; what is read of each is pinned.
 */
import { partsOf, relation, relations, type XlsxParts } from './ooxml';
import { zipOf } from './zip';

const PICTURE = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);

const STYLES = `<numFmts count="2"><numFmt numFmtId="164" formatCode="0.0&quot;分&quot;"/><numFmt numFmtId="165" formatCode="yyyy-mm-dd"/></numFmts>
<fonts count="3"><font><sz val="11"/><name val="宋体"/></font><font><b/><i val="0"/><sz val="16"/><color rgb="FFC00000"/><name val="黑体"/></font><font><u/><strike/><vertAlign val="superscript"/><color theme="4" tint="-0.25"/><name val="仿宋"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.8"/><bgColor indexed="64"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor indexed="10"/></patternFill></fill></fills>
<borders count="2"><border/><border diagonalDown="1"><left style="thin"><color auto="1"/></left><right style="double"/><top style="medium"><color rgb="FF00FF00"/></top><bottom style="dashDotDot"/><diagonal style="thin"/></border></borders>
<cellStyleXfs count="1"><xf fontId="0"/></cellStyleXfs>
<cellXfs count="5"><xf/><xf numFmtId="164" fontId="1" fillId="1" borderId="1"><alignment horizontal="center" vertical="top" wrapText="1" indent="2" textRotation="135"/><protection locked="0"/></xf><xf numFmtId="10" fontId="2" fillId="2"><alignment horizontal="fill" textRotation="255" shrinkToFit="1"/></xf><xf numFmtId="14"/><xf numFmtId="165" fontId="1"/></cellXfs>
<dxfs count="1"><dxf><font><b/></font><fill><patternFill><bgColor rgb="FFFF0000"/></patternFill></fill></dxf></dxfs>`;

const SHEET = `<sheetPr><tabColor rgb="FFFF0000"/></sheetPr><dimension ref="A1:H9"/>
<sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane xSplit="1" ySplit="4" topLeftCell="B5" state="frozen"/></sheetView></sheetViews>
<sheetFormatPr defaultRowHeight="20" defaultColWidth="12"/>
<cols><col min="1" max="1" width="6.5" customWidth="1"/><col min="2" max="3" width="10" hidden="1" style="1"/></cols>
<sheetData><row r="1" spans="1:8" ht="40" customHeight="1" s="2" customFormat="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" s="99"/><c r="D1" s="3"><v>45291.5</v></c></row>
<row r="2"><c r="A2"><v>12.5</v></c><c r="B2" s="2"><v>0.985</v></c><c r="C2" t="b"><v>1</v></c><c r="D2" t="e"><v>#REF!</v></c><c r="E2" t="str"><f>A2&amp;"分"</f><v>12.5分</v></c><c r="F2" t="d"><v>2023-12-31</v></c></row>
<row r="3" hidden="1"><c r="A3"><f t="shared" ref="A3:A4" si="0">A2*$B$2+C2</f><v>13</v></c></row><row r="4"><c r="A4"><f t="shared" si="0"/><v>14</v></c><c r="B4"><f>SUM(A2:A4)</f></c></row>
<row r="5"><c r="A5" t="inlineStr"><is><r><t>甲</t></r><r><rPr><b/><vertAlign val="superscript"/></rPr><t>2</t></r><rPh sb="0" eb="1"><t>jia</t></rPh></is></c><c r="B5"><f t="array" ref="B5:B7">A1:A3</f><v>1</v></c></row>
<row r="9" ht="12"><c r="D9" s="1"/><c r="H9" s="4"><v>-3e2</v></c></row></sheetData>
<sheetProtection sheet="1" objects="1"/><mergeCells count="2"><mergeCell ref="A5:E6"/><mergeCell ref="G1:H2"/></mergeCells>
<conditionalFormatting sqref="A1:B2"><cfRule type="expression" priority="1" dxfId="0"><formula>A1&gt;1</formula></cfRule></conditionalFormatting>
<dataValidations count="1"><dataValidation type="list" sqref="C9"><formula1>"是,否"</formula1></dataValidation></dataValidations>
<hyperlinks><hyperlink ref="A9" location="'表2'!A1"/></hyperlinks><pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/><drawing r:id="rId1"/><legacyDrawing r:id="rId2"/>`;

const SECOND = '<sheetData><row r="1"><c r="A1"><f>表1!A2+1</f><v>13.5</v></c><c r="B1" t="s"><v>1</v></c></row></sheetData>';

const DRAWING = `<xdr:wsDr xmlns:xdr="x" xmlns:a="a" xmlns:r="r"><xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>9525</xdr:colOff><xdr:row>2</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>8</xdr:row><xdr:rowOff>9525</xdr:rowOff></xdr:to><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="图片 1" descr="公章"/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/></xdr:blipFill></xdr:pic></xdr:twoCellAnchor>
<xdr:oneCellAnchor><xdr:from><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="1914400" cy="657200"/><xdr:pic><xdr:blipFill><a:blip r:embed="rId2"/></xdr:blipFill></xdr:pic></xdr:oneCellAnchor></xdr:wsDr>`;

const COMMENTS = `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>张三</author></authors><commentList><comment ref="A2" authorId="0"><text><t>请核实</t></text></comment></commentList></comments>`;
const VML = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202"/><v:shape id="_x0000_s1025" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Row>1</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>`;
const THEME = `<a:theme xmlns:a="a"><a:themeElements><a:clrScheme name="o"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2><a:accent1><a:srgbClr val="5B9BD5"/></a:accent1><a:accent2><a:srgbClr val="ED7D31"/></a:accent2></a:clrScheme><a:fontScheme name="o"><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="等线"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>`;

const RICH: XlsxParts = {
  sheets: [SHEET, SECOND],
  sheetAttributes: ['', 'state="hidden"'],
  styles: STYLES,
  strings:
    '<si><r><rPr><sz val="20"/><color rgb="FFFF0000"/></rPr><t>红</t></r><r><t xml:space="preserve"> 黑_x000D_&amp;</t></r></si><si><t>平</t><rPh sb="0" eb="1"><t>ping</t></rPh></si>',
  workbookPr: '<workbookPr date1904="0"/><bookViews><workbookView activeTab="0"/></bookViews>',
  relations: relation('rIdH', 'theme', 'theme/theme1.xml') + relation('rIdX', 'externalLink', 'externalLinks/externalLink1.xml'),
  parts: {
    'xl/theme/theme1.xml': THEME,
    'xl/worksheets/_rels/sheet1.xml.rels': relations(
      relation('rId1', 'drawing', '../drawings/drawing1.xml') +
        relation('rId2', 'vmlDrawing', '../drawings/vmlDrawing1.vml') +
        relation('rId3', 'comments', '../comments1.xml'),
    ),
    'xl/drawings/drawing1.xml': DRAWING,
    'xl/drawings/_rels/drawing1.xml.rels': relations(
      relation('rId1', 'image', '../media/image1.png') + relation('rId2', 'image', '../media/image2.emf'),
    ),
    'xl/drawings/vmlDrawing1.vml': VML,
    'xl/comments1.xml': COMMENTS,
    'xl/media/image1.png': PICTURE,
    'xl/media/image2.emf': PICTURE,
    'xl/externalLinks/externalLink1.xml': '<externalLink/>',
    'xl/externalLinks/_rels/externalLink1.xml.rels': relations(relation('rId1', 'externalLinkPath', '../预算.xlsx', true)),
  },
};

export type Parts = ReadonlyMap<string, string | Uint8Array>;
export const RICH_PARTS: Parts = partsOf(RICH);

/** Not packed, so that a thousand of them take no time. */
export const packageOf = (parts: Parts): Uint8Array => zipOf([...parts].map(([name, data]) => ({ name, data, stored: true })));

export interface VariedPackage {
  readonly what: string;
  readonly parts: Parts;
}

const TAG = /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"]*")*)\s*(\/?)>/g;

interface Element {
  readonly name: string;
  readonly from: number;
  readonly end: number;
  readonly attributes: readonly { readonly name: string; readonly value: string; readonly from: number; readonly end: number }[];
}

function elementsOf(text: string): readonly Element[] {
  const open: { name: string; from: number; attributes: Element['attributes'] }[] = [];
  const found: Element[] = [];
  for (const match of text.matchAll(TAG)) {
    const [whole, closing, name, rest, single] = match;
    const end = match.index + whole.length;
    if (closing !== '') {
      const begun = open.pop();
      if (begun !== undefined) found.push({ ...begun, end });
      continue;
    }
    const start = match.index + 1 + name!.length;
    const attributes = [...rest!.matchAll(/\s+([\w:]+)="([^"]*)"/g)].map((one) => ({
      name: one[1]!,
      value: one[2]!,
      from: start + one.index,
      end: start + one.index + one[0].length,
    }));
    if (single === '') open.push({ name: name!, from: match.index, attributes });
    else found.push({ name: name!, from: match.index, end, attributes });
  }
  return found.sort((a, b) => a.from - b.from || b.end - a.end);
}

/** Another value that a program might write there. */
function other(value: string, turn: number): string {
  if (/^\d+$/.test(value)) return [String(Number(value) + 1), '', '-1', 'x', '0', '99999999999'][turn % 6]!;
  if (/^-?\d*\.\d+$/.test(value)) return ['0', '-1.5', 'NaN', '1e400'][turn % 4]!;
  return [`${value}x`, '', value.toUpperCase(), ' ', value.slice(0, -1)][turn % 5]!;
}

function* changed(text: string): Iterable<readonly [string, string]> {
  let turn = 0;
  for (const { name, from, end, attributes } of elementsOf(text)) {
    const number = [...text.slice(0, from).matchAll(new RegExp(`<${name}[ />]`, 'g'))].length + 1;
    if (name !== 'Relationships') yield [`<${name}> ${number} gone`, text.slice(0, from) + text.slice(end)];
    if (text.slice(from, end).length < 300)
      yield [`<${name}> ${number} twice`, text.slice(0, end) + text.slice(from, end) + text.slice(end)];
    for (const one of attributes) {
      if (one.name.startsWith('xmlns')) continue;
      turn += 1;
      const value = other(one.value, turn);
      if (turn % 2 === 0) yield [`<${name}> ${number} without ${one.name}`, text.slice(0, one.from) + text.slice(one.end)];
      yield [`<${name}> ${number} ${one.name}="${value}"`, `${text.slice(0, one.from)} ${one.name}="${value}"${text.slice(one.end)}`];
    }
  }
}

function* values(text: string): Iterable<readonly [string, string]> {
  let turn = 0;
  for (const match of text.matchAll(/>([^<>\n]+)</g)) {
    turn += 1;
    const value = other(match[1]!, turn);
    yield [`«${match[1]!}» is «${value}»`, text.slice(0, match.index + 1) + value + text.slice(match.index + 1 + match[1]!.length)];
  }
}

/** The rich workbook with one thing otherwise, part by part. */
export function variedParts(): readonly VariedPackage[] {
  return [...RICH_PARTS].flatMap(([part, data]) => {
    const without = new Map([...RICH_PARTS].filter(([name]) => name !== part));
    const gone = { what: `${part} gone`, parts: without };
    if (typeof data !== 'string') return [gone];
    const name = part.split('/').at(-1)!;
    return [
      gone,
      ...[...changed(data), ...values(data)].map(([what, text]) => ({
        what: `${name} ${what}`,
        parts: new Map([...RICH_PARTS, [part, text]]),
      })),
    ];
  });
}
