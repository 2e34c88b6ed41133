import { strToU8, zipSync } from 'fflate';
import type { DocumentBlock } from '../../../../src/document';
import { documentKind, readDocument } from '../../../../src/hosts/file';

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Parts {
  readonly numbering?: string;
  readonly styles?: string;
}

function docx(body: string, { numbering, styles }: Parts = {}): Uint8Array {
  const rel = (id: string, kind: string, target: string): string => `<Relationship Id="${id}" Type="${RELS}/${kind}" Target="${target}"/>`;
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    '_rels/.rels': strToU8(`<Relationships>${rel('a', 'officeDocument', 'word/document.xml')}</Relationships>`),
    'word/_rels/document.xml.rels': strToU8(
      `<Relationships>${rel('n', 'numbering', 'numbering.xml')}${rel('s', 'styles', 'styles.xml')}</Relationships>`,
    ),
    'word/document.xml': strToU8(`<w:document ${W}><w:body>${body}</w:body></w:document>`),
    ...(numbering === undefined ? {} : { 'word/numbering.xml': strToU8(`<w:numbering ${W}>${numbering}</w:numbering>`) }),
    ...(styles === undefined ? {} : { 'word/styles.xml': strToU8(`<w:styles ${W}>${styles}</w:styles>`) }),
  });
}

const run = (text: string, properties = ''): string => `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (inner: string, properties = ''): string => `<w:p>${properties}${inner}</w:p>`;

const shown = (block: DocumentBlock): unknown =>
  block.is === 'paragraph'
    ? block.number + block.text
    : block.rows.map((row) =>
        row.map(({ paragraphs, continued, span }) => (continued ? '↑' : paragraphs.join('/') + (span > 1 ? `×${span}` : ''))),
      );
function read(bytes: Uint8Array): readonly unknown[] {
  const document = readDocument(bytes);
  if (document === null) throw new Error('not read');
  return document.blocks.map(shown);
}

it('joins runs, takes revisions as accepted, and leaves hidden text and instructions out', () => {
  const body =
    p(run('支出') + run('549416') + run('12.82') + run('元')) +
    p(run('得') + `<w:del>${run('97')}</w:del><w:ins>${run('98')}</w:ins>` + run('分')) +
    p(run('看得见') + run('看不见', '<w:rPr><w:vanish/></w:rPr>') + run('也看得见', '<w:rPr><w:vanish w:val="0"/></w:rPr>')) +
    p(`<w:r><w:instrText>PAGE</w:instrText></w:r>${run('1')}<w:r><w:tab/><w:br/><w:noBreakHyphen/></w:r>`);
  const document = readDocument(docx(body))!;
  expect(document.blocks.map(shown)).toEqual(['支出54941612.82元', '得98分', '看得见也看得见', '1\t\n-']);
  expect([document.revisions, document.hidden]).toEqual([2, 3]);
});

const NUMBERING = `<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%3"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`;
const inList = (list: number, level: number): string =>
  `<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr><w:rPr><w:vanish/></w:rPr></w:pPr>`;

it('counts automatic numbers, level by level, of the paragraph and of its style', () => {
  const styles = `<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:pPr><w:outlineLvl w:val="0"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`;
  const body =
    p(run('概况'), inList(1, 0)) +
    p(run('机构'), inList(1, 1)) +
    p(run('支出'), inList(1, 1)) +
    p(run('自评'), '<w:pPr><w:pStyle w:val="a"/></w:pPr>') +
    p(run('过程'), inList(1, 1)) +
    p(run('其一'), inList(1, 2)) +
    p(run('附'), inList(2, 0)) +
    p(run('不编号'), inList(0, 0));
  const bytes = docx(body, { numbering: NUMBERING, styles });
  expect(read(bytes)).toEqual(['一、概况', '（一）机构', '（二）支出', '二、自评', '（一）过程', '二.1其一', '五、附', '不编号']);
  expect(readDocument(bytes)!.blocks.map((block) => (block.is === 'paragraph' ? block.level : null))[3]).toBe(0);
});

it('reads tables as grids with their merges, and text boxes once', () => {
  const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(run(text))}</w:tc>`;
  const table = `<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>${cell('指标', '<w:gridSpan w:val="2"/>')}${cell('得分')}</w:tr><w:tr>${cell('投入', '<w:vMerge w:val="restart"/>')}${cell('预算')}${cell('10')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('执行')}${cell('9')}</w:tr></w:tbl>`;
  const box = `<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${p(run('框内'))}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p(run('框内'))}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`;
  expect(read(docx(table + p(box + run('正文'))))).toEqual([
    [
      ['指标×2', '得分'],
      ['投入', '预算', '10'],
      ['↑', '执行', '9'],
    ],
    '框内',
    '正文',
  ]);
});

it('reads a web page without the site around it, and a text line by line', () => {
  const page = `<!DOCTYPE html><html><head><title>报告</title></head><body><div><a>首页</a>|<a>2025年重点</a></div><div id="z"><p>某县绩效自评报告</p><p>&nbsp;一、情况</p><div><p>（一）资金</p></div><table><tr><td>得分</td><td>98</td></tr></table></div><div>浏览1835次</div></body></html>`;
  expect(read(strToU8(page))).toEqual(['某县绩效自评报告', '一、情况', '（一）资金', [['得分', '98']]]);
  expect(read(strToU8('一、结论\r\n\r\n100分。'))).toEqual(['一、结论', '100分。']);
});

it('tells by content what it does not read', () => {
  const odt = zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text'), 'content.xml': strToU8('<a/>') });
  const kinds = [strToU8('{\\rtf1 甲}'), zipSync({ 'OFD.xml': strToU8('<a/>') }), odt, strToU8('%PDF-1.4'), new Uint8Array(0)].map(
    documentKind,
  );
  expect(kinds).toEqual(['rtf', 'ofd', 'odt', 'pdf', 'empty']);
});

it('refuses a DOCTYPE, and nesting without end', () => {
  const doctype = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<!DOCTYPE a><w:document/>') });
  expect(() => readDocument(doctype)).toThrow('doctype');
  const deep = '<w:tbl><w:tr><w:tc>'.repeat(5000) + '</w:tc></w:tr></w:tbl>'.repeat(5000);
  expect(() => readDocument(docx(deep))).toThrow('damaged');
});

describe('documents made to fill the memory', () => {
  const numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>';
  const numbering = (start: string, text: string): Parts => ({
    numbering: `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="${start}"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="${text}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
  });
  const row = (cell: string): string => `<w:tr><w:tc>${cell}</w:tc></w:tr>`;
  const encoder = new TextEncoder();

  test('a list that counts in letters from five thousand million', () => {
    expect(read(docx(p(run('甲'), numbered), numbering('5000000000', '%1.')))).toEqual(['5000000000.甲']);
  });

  test('a number of a thousand letters before each paragraph is cut', () => {
    expect(String(read(docx(p(run('甲'), numbered), numbering('1', '~'.repeat(1000))))[0]).length).toBe(256);
  });

  test('a table of many lines inside a cell', () => {
    const inner = `<w:tbl>${Array.from({ length: 130_000 }, (_, n) => row(p(run(String((n * 7919) % 100_003))))).join('')}</w:tbl>`;
    expect(() => readDocument(docx(`<w:tbl>${row(inner)}</w:tbl>`))).toThrow('too-much-text');
  });

  test.each([
    ['a document', docx(p(run('项目支出。'.repeat(100))).repeat(900))],
    ['a paragraph', docx(p(run('项目支出。'.repeat(11_000))))],
    ['a text', encoder.encode('项目支出。\n'.repeat(80_000))],
    ['a page', encoder.encode(`<html><body>${'<p>项目支出。'.repeat(90_000)}</body></html>`)],
  ])('%s that is too long is refused', (_, bytes) => {
    expect(() => readDocument(bytes)).toThrow('too-much-text');
  });

  test('a page of many open containers costs what it is long', () => {
    const page = `<html><body>${'<div>'.repeat(600)}${'<p>一、甲</form>'.repeat(50_000)}</body></html>`;
    const started = process.cpuUsage();
    expect(readDocument(encoder.encode(page))!.blocks.length).toBe(50_000);
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(2);
  });
});
