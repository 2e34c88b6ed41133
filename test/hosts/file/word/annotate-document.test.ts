import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { annotateDocument, type AnnotatedDocument, type DocumentNote, documentWrittenHere, readDocument } from '../../../../src/hosts/file';
import { takeOut } from '../../../../src/hosts/file/editor/part-patch';
import { UnreadableError } from '../../../../src/workbook';
import { parseXml, type XmlNode } from '../../../support/strict-xml';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** A document with a picture and a style part that nobody may touch. */
function docx(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELS}/${kind}" Target="${target}"/>`;
  const has = more['word/comments.xml'] !== undefined;
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${PACKAGE}/relationships">${relation('a', 'officeDocument', 'word/document.xml')}</Relationships>`,
    ),
    'word/document.xml': strToU8(`<w:document ${W}><w:body>${body}<w:sectPr/></w:body></w:document>`),
    'word/_rels/document.xml.rels': strToU8(
      `<Relationships xmlns="${PACKAGE}/relationships">${relation('s', 'styles', 'styles.xml')}${has ? relation('c', 'comments', 'comments.xml') : ''}</Relationships>`,
    ),
    'word/styles.xml': strToU8(`<w:styles ${W}/>`),
    'word/media/image1.png': new Uint8Array([1, 2, 3]),
    ...Object.fromEntries(Object.entries(more).map(([name, text]) => [name, strToU8(text)])),
  });
}

const run = (text: string, properties = ''): string => `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (inner: string): string => `<w:p>${inner}</w:p>`;
const note = (paragraph: number | null, from: number, to: number, text = '说明'): DocumentNote => ({ paragraph, from, to, text });

function annotated(bytes: Uint8Array, notes: readonly DocumentNote[]): Extract<AnnotatedDocument, { ok: true }> {
  const done = annotateDocument(bytes, notes);
  if (!done.ok) throw new Error(done.why);
  return done;
}

/** The words between the beginning and the end of each comment, by its number. */
function marked(bytes: Uint8Array): Readonly<Record<string, string>> {
  const open = new Set<string>();
  const said: Record<string, string> = {};
  const walk = (node: XmlNode): void => {
    const id = node.attrs.get('w:id') ?? '';
    if (node.local === 'commentRangeStart') {
      open.add(id);
      said[id] = '';
    } else if (node.local === 'commentRangeEnd') open.delete(id);
    else if (node.local === 't') for (const one of open) said[one] += node.text;
    node.children.forEach(walk);
  };
  walk(parseXml(unzipSync(bytes)['word/document.xml']!));
  return said;
}

const BODY =
  p(run('封面')) +
  p(run('支出') + run('549416', '<w:rPr><w:b/></w:rPr>') + run('12.82元，收入60元。')) +
  `<w:tbl><w:tr><w:tc>${p(run('得分'))}${p('')}</w:tc><w:tc>${p(run('97.5'))}</w:tc></w:tr></w:tbl>` +
  p(run('得分')) +
  p(
    run('得') +
      `<w:ins w:id="3" w:author="甲">${run('98&amp;')}</w:ins>` +
      `<w:del w:id="4" w:author="甲"><w:r><w:delText>97</w:delText></w:r></w:del>` +
      run('分'),
  );

it('marks only the number, however its runs are cut; every other part is byte-equal; taken out again the document is what it was', () => {
  const original = docx(BODY);
  const { bytes, placed, notPlaced, main, removals } = annotated(original, [
    note(2, 2, 13, '与评分表不一致'),
    note(2, 17, 19),
    note(5, 0, 4),
    note(6, 0, 2),
    note(7, 1, 3),
    note(null, 0, 0, '全文：缺少“改进措施”<部分>'),
  ]);
  expect([placed, notPlaced]).toEqual([6, 0]);
  expect(Object.values(marked(bytes))).toEqual(expect.arrayContaining(['54941612.82', '60', '97.5', '得分', '98', '封面']));
  const [before, after] = [unzipSync(original), unzipSync(bytes)];
  for (const [name, part] of Object.entries(after)) if (/\.(?:xml|rels)$/.test(name)) parseXml(part);
  const changed = Object.keys(after).filter(
    (name) => before[name] === undefined || !Buffer.from(before[name]).equals(Buffer.from(after[name]!)),
  );
  expect(changed.sort()).toEqual(['[Content_Types].xml', 'word/_rels/document.xml.rels', 'word/comments.xml', 'word/document.xml']);
  expect(Buffer.from(takeOut(after[main]!, removals)).equals(Buffer.from(before[main]!))).toBe(true);
  expect(strFromU8(after['word/comments.xml']!)).toContain('缺少“改进措施”&lt;部分&gt;');
  expect(strFromU8(after['word/comments.xml']!)).not.toMatch(/w:date/);
  // The words, and what is told of revisions, are the same to a reader; the look of a run that was parted is on both parts.
  expect(readDocument(bytes)).toEqual(readDocument(original));
  expect(annotated(docx(p(run('得分98分', '<w:rPr><w:b/></w:rPr>'))), [note(1, 2, 4)]).bytes).toBeDefined();
  expect(annotated(original, [note(2, 2, 13)]).bytes).toEqual(annotated(original, [note(2, 2, 13)]).bytes);
});

it('keeps the properties of a run that it parts', () => {
  const { bytes } = annotated(docx(p(run('得分98分', '<w:rPr><w:b/></w:rPr>'))), [note(1, 2, 4)]);
  const xml = strFromU8(unzipSync(bytes)['word/document.xml']!);
  expect(xml.match(/<w:r><w:rPr><w:b\/><\/w:rPr><w:t/g)).toHaveLength(3);
});

it('comes after the comments that are there, and leaves them', () => {
  const comments = `<w:comments ${W}><w:comment w:id="7" w:author="乙"><w:p/></w:comment></w:comments>`;
  const body = p(
    '<w:commentRangeStart w:id="7"/>' + run('得分98分') + '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>',
  );
  const { bytes } = annotated(docx(body, { 'word/comments.xml': comments }), [note(1, 2, 4)]);
  expect(marked(bytes)).toEqual({ 7: '得分98分', 8: '98' });
  const ids = parseXml(unzipSync(bytes)['word/comments.xml']!).children.map((child) => child.attrs.get('w:id'));
  expect(ids).toEqual(['7', '8']);
});

it('what cannot be found again is left out and counted, never marked at another place', () => {
  const hidden = p(run('得分') + run('暗', '<w:rPr><w:vanish/></w:rPr>') + run('98分'));
  const box = p('<w:r><w:pict><w:txbxContent>' + p(run('得分97分')) + '</w:txbxContent></w:pict></w:r>');
  const { placed, notPlaced, bytes } = annotated(docx(hidden + box + p(run('得分96分'))), [
    note(1, 2, 4),
    note(2, 2, 4),
    note(4, 2, 4),
    note(99, 0, 1),
  ]);
  expect([placed, notPlaced]).toEqual([1, 3]);
  expect(Object.values(marked(bytes))).toEqual(['96']);
});

it('a copy is known as ours until somebody saves it; signed and locked documents are left alone', () => {
  const { bytes } = annotated(docx(BODY), [note(2, 2, 13)]);
  expect(documentWrittenHere(bytes)).toBe(true);
  const parts = unzipSync(bytes);
  expect(documentWrittenHere(zipSync({ ...parts, 'word/styles.xml': strToU8(`<w:styles ${W}></w:styles>`) }))).toBe(false);
  expect(documentWrittenHere(docx(BODY))).toBe(false);
  expect(annotateDocument(docx(BODY, { '_xmlsignatures/sig1.xml': '<a/>' }), [note(1, 0, 1)])).toEqual({ ok: false, why: 'signed' });
});

it('10⁵ bookmarks and deep tables are read in linear work or refused', () => {
  const many = Array.from(
    { length: 20_000 },
    (_, at) => `<w:bookmarkStart w:id="${at}" w:name="b${at}"/><w:bookmarkEnd w:id="${at}"/>`,
  ).join('');
  expect(annotated(docx(p(many + run('得分98分'))), [note(1, 2, 4)]).placed).toBe(1);
  const deep = '<w:tbl><w:tr><w:tc>'.repeat(60) + p(run('甲')) + '</w:tc></w:tr></w:tbl>'.repeat(60);
  const runs = '<w:r><w:object>'.repeat(20_000) + '</w:object></w:r>'.repeat(20_000);
  for (const body of [deep, p(runs), `<!DOCTYPE x>${p('')}`])
    expect(() => annotateDocument(docx(body), [note(1, 0, 1)])).toThrow(UnreadableError);
});
