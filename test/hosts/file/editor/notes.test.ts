import { parseA1 } from '../../../../src/workbook/address';
import type { Note } from '../../../../src/workbook/write-plan';
import { expectSound, partText, writtenBy } from '../../../support/edited';
import { relation, relations, rowsXlsx, xlsxOf, type XlsxParts } from '../../../support/ooxml';
import { zipOf } from '../../../support/zip';
import { child, parseXml } from '../../../support/strict-xml';
import { unzipMembers, unzipParts } from '../../../support/unzip';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const note = (ref: string, text = '自评分应为 4.50'): Note => ({ at: { sheet: 0, ...parseA1(ref)! }, text });
const VML =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="_x0000_s2049" xmlns:x="urn:schemas-microsoft-com:office:excel"><x:ClientData ObjectType="Note"><x:Row>0</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>';
const COMMENTS = `<comments xmlns="${MAIN}"><authors><author>张三</author></authors><commentList><comment ref="A1" authorId="0"><text><t>我的</t></text></comment></commentList></comments>`;
const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/comments7.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/><Override PartName="/_rels/.rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/_rels/workbook.xml.rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/worksheets/_rels/sheet1.xml.rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/d.vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/></Types>';

/** A sheet with a note of the user's in A1. */
function withNote(rest: XlsxParts['parts'] = {}): Uint8Array {
  return xlsxOf({
    sheets: [
      `<worksheet xmlns="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetData/><legacyDrawing r:id="rId2"/></worksheet>`,
    ],
    parts: {
      '[Content_Types].xml': TYPES,
      'xl/worksheets/_rels/sheet1.xml.rels': relations(
        relation('rId1', 'comments', '../comments7.xml') + relation('rId2', 'vmlDrawing', '../d.vml'),
      ),
      'xl/comments7.xml': COMMENTS,
      'xl/d.vml': VML,
      ...rest,
    },
  });
}

test('a sheet without notes: comments, drawing, relationships and types are made', () => {
  const book = rowsXlsx('<row r="2" ht="60"/>');
  const edited = writtenBy(book, { notes: [note('B2', '一\n二 & <三>'), note('C9')] });
  expectSound(book, edited.bytes);
  expect(partText(edited.bytes, 'xl/worksheets/sheet1.xml')).toMatch(
    /<\/sheetData><legacyDrawing xmlns:r="[^"]+" r:id="rId1"\/><\/worksheet>$/,
  );
  const comments = parseXml(unzipParts(edited.bytes).get('xl/comments1.xml')!);
  expect(child(comments, 'authors')!.children.map((one) => one.text)).toEqual(['绩核']);
  expect(
    child(comments, 'commentList')!.children.map((one) => [
      one.attrs.get('ref'),
      one.children[0]!.children.map((run) => child(run, 't')!.text).join(''),
    ]),
  ).toEqual([
    ['B2', '绩核：\n一\n二 & <三>'],
    ['C9', '绩核：\n自评分应为 4.50'],
  ]);
  // Beside the cell, below its top: columns of 64 pixels, rows of 80 and 20.
  expect(partText(edited.bytes, 'xl/drawings/vmlDrawing1.vml')).toContain('<x:Anchor>2, 12, 1, 2, 6, 16, 1, 60</x:Anchor>');
});

test('a cell that has a note gets none from us; others come behind the notes that are there', () => {
  const book = withNote();
  const edited = writtenBy(book, { notes: [note('A1'), note('A2'), note('A2', '再')] });
  expectSound(book, edited.bytes);
  expect(edited.warnings).toEqual([{ kind: 'note-left-out', at: [{ sheet: 0, row: 0, col: 0 }] }]);
  const comments = partText(edited.bytes, 'xl/comments7.xml');
  expect(comments).toContain(
    '<authors><author>张三</author><author>绩核</author></authors><commentList><comment ref="A1" authorId="0"><text><t>我的</t></text></comment><comment ref="A2" authorId="1">',
  );
  expect(comments).not.toContain('再');
  const drawing = partText(edited.bytes, 'xl/d.vml');
  expect(drawing).toContain('id="_x0000_s2050"');
  expect(drawing.startsWith(VML.slice(0, -6))).toBe(true);
});

test('only notes on cells that have one: nothing is written', () => {
  const book = withNote();
  expect(unzipMembers(writtenBy(book, { notes: [note('A1')] }).bytes).map(({ name }) => name)).not.toContain('xl/drawings/vmlDrawing1.vml');
});

test('a thread is a note as well', () => {
  const book = rowsXlsx('', {
    parts: {
      'xl/worksheets/_rels/sheet1.xml.rels': relations(
        '<Relationship Id="rId1" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/t.xml"/>',
      ),
      'xl/threadedComments/t.xml':
        '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="B2" id="{1}"><text>讨论</text></threadedComment></ThreadedComments>',
    },
  });
  const edited = writtenBy(book, { notes: [note('B2'), note('B3')] });
  expect(edited.warnings).toEqual([{ kind: 'note-left-out', at: [{ sheet: 0, row: 1, col: 1 }] }]);
  expect(partText(edited.bytes, 'xl/comments1.xml')).not.toContain('ref="B2"');
});

test('a drawing that is not well-formed is only added to at its end', () => {
  const broken = VML.replace('<x:ClientData', '<br><x:ClientData');
  const edited = writtenBy(withNote({ 'xl/d.vml': broken }), { notes: [note('B5')] });
  expect(partText(edited.bytes, 'xl/d.vml').startsWith(broken.slice(0, -6))).toBe(true);
});

test('a drawing that is named but gone: no note, and the sheet says so', () => {
  const book = withNote();
  const parts = unzipMembers(book).filter(({ name }) => name !== 'xl/d.vml');
  const edited = writtenBy(zipOf(parts), { notes: [note('B5')] });
  expect(edited.warnings).toEqual([{ kind: 'note-left-out', at: [{ sheet: 0, row: 4, col: 1 }] }]);
});

test('the note of a merged area stands at its first cell', () => {
  const book = xlsxOf({ sheets: ['<sheetData/><mergeCells count="1"><mergeCell ref="B2:C3"/></mergeCells>'] });
  expect(partText(writtenBy(book, { notes: [note('C3')] }).bytes, 'xl/comments1.xml')).toContain('<comment ref="B2"');
});

test('new notes replace ours and no others; none at all give the parts back', () => {
  const book = withNote();
  const first = writtenBy(book, { notes: [note('B2', '旧')] });
  const second = writtenBy(first.bytes, { notes: [note('B3', '新')] });
  const comments = partText(second.bytes, 'xl/comments7.xml');
  expect([comments.includes('旧'), comments.includes('新'), comments.includes('我的')]).toEqual([false, true, true]);
  const none = writtenBy(second.bytes, { notes: [] });
  for (const part of ['xl/comments7.xml', 'xl/d.vml', 'xl/worksheets/sheet1.xml', '[Content_Types].xml'])
    expect(partText(none.bytes, part)).toBe(partText(book, part));
});

test('cells that are passed over: a comment may spell their end, rows keep their count', () => {
  const tall = '<row r="2" ht="60"/><row ht="30"><c r="A3"><v>1</v></c></row>';
  const book = rowsXlsx(`${tall}<!-- </sheetData> -->`);
  for (const one of [book, rowsXlsx(tall)]) {
    const edited = writtenBy(one, {
      notes: [note('A2'), note('A3')],
      marks: [{ severity: 'mandatory', cells: [{ sheet: 0, row: 1, col: 0 }] }],
    });
    expectSound(one, edited.bytes);
    expect(partText(edited.bytes, 'xl/drawings/vmlDrawing1.vml').match(/<x:Anchor>[^<]*/g)).toEqual([
      '<x:Anchor>1, 12, 1, 2, 5, 16, 1, 44',
      '<x:Anchor>1, 12, 2, 2, 5, 16, 3, 4',
    ]);
  }
});
