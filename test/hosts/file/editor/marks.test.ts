import { readXlsx } from '../../../../src/hosts/file';
import { areasOf } from '../../../../src/workbook/marked-areas';
import { a1OfRect, parseA1 } from '../../../../src/workbook/address';
import type { Addr } from '../../../../src/workbook/types';
import type { Mark } from '../../../../src/workbook/write-plan';
import { expectSound, partText, writtenBy } from '../../../support/edited';
import { relation, rowsXlsx, xlsxOf } from '../../../support/ooxml';
import { unzipParts } from '../../../support/unzip';

const at = (ref: string, sheet = 0): Addr => ({ sheet, ...parseA1(ref)! });
const mark = (severity: Mark['severity'], ...cells: string[]): Mark => ({ severity, cells: cells.map((ref) => at(ref)) });
const STYLES =
  '<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="1"><xf/></cellXfs>';
const ROWS = '<row r="1"><c r="A1"><v>1</v></c></row>';

function marked(bytes: Uint8Array, ...marks: Mark[]): { sheet: string; styles: string; bytes: Uint8Array } {
  const edited = writtenBy(bytes, { marks });
  expectSound(bytes, edited.bytes);
  return {
    sheet: partText(edited.bytes, 'xl/worksheets/sheet1.xml'),
    styles: partText(edited.bytes, 'xl/styles.xml'),
    bytes: edited.bytes,
  };
}

const rule = (areas: string, format: number, priority: number, severity: string, p = ''): string =>
  `<${p}conditionalFormatting sqref="${areas}"><${p}cfRule type="expression" dxfId="${format}" priority="${priority}"><${p}formula>N("JIHE:1:${severity}")=0</${p}formula></${p}cfRule></${p}conditionalFormatting>`;

test('one rule for each severity over all its cells, with our tag; a cell marked as both is 强制性', () => {
  const { sheet, styles } = marked(
    rowsXlsx(ROWS, { styles: STYLES }),
    mark('advisory', 'D4', 'A1'),
    mark('mandatory', 'C3', 'A1'),
    mark('mandatory', 'C4'),
  );
  expect(sheet).toContain(`</sheetData>${rule('A1 C3:C4', 0, 1, 'mandatory')}${rule('D4', 1, 2, 'advisory')}</worksheet>`);
  expect(styles).toMatch(/<\/cellXfs><dxfs count="2"><dxf>/);
});

test('told apart without colour: bold in a solid frame, italic in a dashed one', () => {
  const { styles } = marked(rowsXlsx(ROWS, { styles: STYLES }), mark('mandatory', 'A1'), mark('advisory', 'A2'));
  const [, mandatory, advisory] = styles.split('<dxf>');
  expect(mandatory).toMatch(/<b\/>.*left style="thin"/);
  expect(advisory).toMatch(/<i\/>.*left style="dashed"/);
});

test('formats that are there keep their numbers', () => {
  const styles = `${STYLES}<dxfs count="1"><dxf/></dxfs><tableStyles count="0"/>`;
  const { sheet, styles: after } = marked(rowsXlsx(ROWS, { styles }), mark('mandatory', 'A1'));
  expect(sheet).toContain('dxfId="1"');
  expect(after).toContain('<dxfs count="2"><dxf/><dxf>');
  for (const empty of ['<dxfs count="0"/>', '<dxfs/>', '<dxfs count="0"></dxfs>']) {
    expect(marked(rowsXlsx(ROWS, { styles: STYLES + empty }), mark('mandatory', 'A1')).sheet).toContain('dxfId="0"');
  }
});

test('in its place by the order of the format, before what comes later and behind rules of the user', () => {
  const sheet =
    '<sheetData/><mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells><conditionalFormatting sqref="Z1"><cfRule type="expression" priority="1"><formula>1</formula></cfRule></conditionalFormatting><dataValidations count="0"/><pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/>';
  const { sheet: after } = marked(xlsxOf({ sheets: [sheet], styles: STYLES }), mark('mandatory', 'A1'));
  // A merged cell is framed as a whole; the user's rule moves back by one.
  expect(after).toContain(
    `<cfRule type="expression" priority="2"><formula>1</formula></cfRule></conditionalFormatting>${rule('A1:B2', 0, 1, 'mandatory')}<dataValidations`,
  );
});

test('rules in extensions move back as well', () => {
  const ext =
    '<sheetData/><extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="dataBar" priority="1" id="{A}"/></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>';
  const { sheet } = marked(xlsxOf({ sheets: [ext], styles: STYLES }), mark('mandatory', 'A1'), mark('advisory', 'A2'));
  expect(sheet).toContain('<x14:cfRule type="dataBar" priority="3" id="{A}"/>');
});

test('a pivot table names its rules by their numbers: nothing moves and ours come last', () => {
  const pivot =
    '<sheetData/><conditionalFormatting pivot="1" sqref="Z1"><cfRule type="expression" priority="4" pivot="1"><formula>1</formula></cfRule></conditionalFormatting>';
  const { sheet } = marked(xlsxOf({ sheets: [pivot], styles: STYLES }), mark('mandatory', 'A1'));
  expect(sheet).toContain('priority="4" pivot="1"');
  expect(sheet).toContain(rule('A1', 0, 5, 'mandatory'));
});

test('a prefix, in the sheet and in the styles', () => {
  const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const book = xlsxOf({
    sheets: [`<x:worksheet xmlns:x="${MAIN}"><x:sheetData/></x:worksheet>`],
    relations: relation('rIdT', 'styles', 'styles.xml'),
    parts: { 'xl/styles.xml': `<x:styleSheet xmlns:x="${MAIN}"><x:cellXfs count="1"><x:xf/></x:cellXfs></x:styleSheet>` },
  });
  const { sheet, styles } = marked(book, mark('mandatory', 'A1'));
  expect(sheet).toContain(rule('A1', 0, 1, 'mandatory', 'x:'));
  expect(styles).toContain('</x:cellXfs><x:dxfs count="1"><x:dxf><x:font><x:b/>');
});

describe('styles in odd places', () => {
  test('none at all: a part of them is made', () => {
    const { styles } = marked(rowsXlsx(ROWS), mark('mandatory', 'A1'));
    expect(styles).toContain('<cellXfs count="1">');
  });

  test('in another folder', () => {
    const book = rowsXlsx(ROWS, {
      relations: relation('rIdT', 'styles', '/other/look.xml'),
      parts: { 'other/look.xml': `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${STYLES}</styleSheet>` },
    });
    const edited = writtenBy(book, { marks: [mark('mandatory', 'A1')] });
    expectSound(book, edited.bytes);
    expect(partText(edited.bytes, 'other/look.xml')).toContain('<dxfs count="1">');
  });

  test('named but not there', () => {
    const book = rowsXlsx(ROWS, { relations: relation('rIdT', 'styles', 'styles.xml') });
    const edited = writtenBy(book, { marks: [mark('mandatory', 'A1')] });
    expect(partText(edited.bytes, 'xl/styles.xml')).toContain('<dxfs count="1">');
    expect(partText(edited.bytes, 'xl/_rels/workbook.xml.rels').match(/styles/g)).toHaveLength(2);
  });

  test('a list inside the choices of mc:AlternateContent gets the new format in each', () => {
    const choices = `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x"><dxfs count="1"><dxf/></dxfs></mc:Choice><mc:Fallback><dxfs count="1"><dxf/></dxfs></mc:Fallback></mc:AlternateContent><tableStyles count="0"/>`;
    const { sheet, styles } = marked(rowsXlsx(ROWS, { styles: STYLES + choices }), mark('mandatory', 'A1'));
    expect(sheet).toContain('dxfId="1"');
    expect(styles.match(/<dxfs count="2">/g)).toHaveLength(2);
  });

  test('in UTF-16: written as UTF-8, and given back as it was', () => {
    const xml = `<?xml version="1.0" encoding="UTF-16"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${STYLES}</styleSheet>`;
    const bytes = new Uint8Array(2 + xml.length * 2);
    bytes.set([0xff, 0xfe]);
    for (let n = 0; n < xml.length; n += 1) bytes[2 + n * 2] = xml.charCodeAt(n);
    const book = rowsXlsx(ROWS, { relations: relation('rIdT', 'styles', 'styles.xml'), parts: { 'xl/styles.xml': bytes } });
    const edited = writtenBy(book, { marks: [mark('mandatory', 'A1')] });
    expectSound(book, edited.bytes);
    expect(partText(edited.bytes, 'xl/styles.xml')).toMatch(/^<\?xml version="1.0" encoding="UTF-8"/);
    const back = writtenBy(edited.bytes, { marks: [] });
    expect(Buffer.compare(Buffer.from(partBytes(back.bytes, 'xl/styles.xml')), Buffer.from(bytes))).toBe(0);
  });
});

test('new marks replace the old; no marks leave nothing', () => {
  const book = rowsXlsx(ROWS, { styles: STYLES });
  const first = writtenBy(book, { marks: [mark('mandatory', 'A1')] });
  const second = writtenBy(first.bytes, { marks: [mark('advisory', 'B2')] });
  expect(Buffer.compare(second.bytes, writtenBy(book, { marks: [mark('advisory', 'B2')] }).bytes)).toBe(0);
  expect(partText(writtenBy(second.bytes, { marks: [] }).bytes, 'xl/worksheets/sheet1.xml')).toBe(
    partText(book, 'xl/worksheets/sheet1.xml'),
  );
  expect(readXlsx(second.bytes).sheets[0]!.valueAt(0, 0)).toBe(1);
});

test('many cells become few areas', () => {
  const grid = Array.from({ length: 40 }, (_, n) => ({ sheet: 0, row: n % 10, col: Math.floor(n / 10) }));
  expect(areasOf(grid, []).map(a1OfRect)).toEqual(['A1:D10']);
  expect(
    areasOf(
      ['B2', 'B3', 'D2', 'B5', 'C5'].map((ref) => at(ref)),
      [],
    ).map(a1OfRect),
  ).toEqual(['B2:B3', 'D2', 'B5:C5']);
});

function partBytes(bytes: Uint8Array, part: string): Uint8Array {
  return unzipParts(bytes).get(part)!;
}
