/** Attacks by a report in Word: `jihe report`, with comments written into a copy. */
import { relation, relations } from '../../support/ooxml';
import { zipOf, type ZipMember } from '../../support/zip';
import type { Attack } from './types';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TITLE = '<w:p><w:r><w:t>某县水务局2024年度项目支出绩效自评报告</w:t></w:r></w:p>';
const CLAIM =
  '<w:p><w:r><w:t>农村饮水管网维修项目全年预算数300万元，全年执行数150万元，执行率50%，自评得分100分，等级为优。</w:t></w:r></w:p>';

interface Parts {
  readonly styles?: string;
  readonly numbering?: string;
  readonly comments?: string;
  readonly relations?: string;
  readonly member?: Partial<ZipMember>;
}

/** A report with this inside its body. */
export function docx(body: string, { styles, numbering, comments, relations: more, member }: Parts = {}): Uint8Array {
  const members: ZipMember[] = [
    {
      name: '[Content_Types].xml',
      data: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    },
    { name: '_rels/.rels', data: relations(relation('rId1', 'officeDocument', 'word/document.xml')) },
    {
      name: 'word/_rels/document.xml.rels',
      data: relations(
        `${styles === undefined ? '' : relation('rId1', 'styles', 'styles.xml')}${numbering === undefined ? '' : relation('rId2', 'numbering', 'numbering.xml')}${comments === undefined ? '' : relation('rId3', 'comments', 'comments.xml')}${more ?? ''}`,
      ),
    },
    { name: 'word/document.xml', data: `<w:document ${W}><w:body>${TITLE}${CLAIM}${body}</w:body></w:document>`, ...member },
  ];
  if (styles !== undefined) members.push({ name: 'word/styles.xml', data: `<w:styles ${W}>${styles}</w:styles>` });
  if (numbering !== undefined) members.push({ name: 'word/numbering.xml', data: `<w:numbering ${W}>${numbering}</w:numbering>` });
  if (comments !== undefined) members.push({ name: 'word/comments.xml', data: `<w:comments ${W}>${comments}</w:comments>` });
  return zipOf(members);
}

const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
const paragraph = (text: string): string => `<w:p>${run(text)}</w:p>`;
const listed = (format: string, text: string): Parts => ({
  numbering: `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="999999999"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`,
});
const inList = (count: number): string =>
  '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'.repeat(count);
const ringOfStyles = (count: number): string =>
  Array.from({ length: count }, (_, n) => `<w:style w:styleId="s${n}"><w:basedOn w:val="s${(n + 1) % count}"/></w:style>`).join('');

const attack = (kind: string, variant: string, file: string, bytes: () => Uint8Array, answer: Attack['answer'] = 'any'): Attack => ({
  kind,
  variant,
  file,
  bytes,
  answer,
});

export const REPORTS: readonly Attack[] = [
  attack(
    '报告的层次',
    '表格里套表格，5,000 层',
    'tables-deep.docx',
    () => docx(`${'<w:tbl><w:tr><w:tc>'.repeat(5000)}${'</w:tc></w:tr></w:tbl>'.repeat(5000)}`),
    'refused',
  ),
  attack(
    '报告的层次',
    '文本框里套段落，100,000 层',
    'boxes-deep.docx',
    () => docx(`${'<w:p><w:r><w:txbxContent>'.repeat(100_000)}${'</w:txbxContent></w:r></w:p>'.repeat(100_000)}`),
    'refused',
  ),
  attack('报告的层次', '不认识的元素一百万层', 'wraps-deep.docx', () =>
    docx(`${'<w:sdt>'.repeat(1_000_000)}${'</w:sdt>'.repeat(1_000_000)}`),
  ),
  attack('报告过大', '一段里一百万个文字块', 'runs.docx', () => docx(`<w:p>${run('1').repeat(1_000_000)}</w:p>`), 'refused'),
  attack('报告过大', '一百万个空的文字块', 'empty-runs.docx', () =>
    docx(`<w:p>${'<w:r><w:rPr><w:b/></w:rPr></w:r>'.repeat(1_000_000)}</w:p>`),
  ),
  attack('报告过大', '190,000 个空段落', 'paragraphs.docx', () => docx('<w:p/>'.repeat(190_000)), 'read'),
  attack('报告过大', '190,000 个相同的段落', 'same.docx', () => docx(paragraph('甲').repeat(190_000)), 'read'),
  attack('报告过大', '3,000,000 格的表', 'cells.docx', () =>
    docx(`<w:tbl>${`<w:tr>${'<w:tc></w:tc>'.repeat(1000)}</w:tr>`.repeat(3000)}</w:tbl>`),
  ),
  attack('报告过大', '1,500,000 行没有格的表', 'rows.docx', () => docx(`<w:tbl>${'<w:tr/>'.repeat(1_500_000)}</w:tbl>`)),
  attack(
    '报告过大',
    '100,000 张空表',
    'tables.docx',
    () => docx('<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>'.repeat(100_000)),
    'read',
  ),
  attack('报告过大', '一段里五千个得分', 'claims.docx', () => docx(paragraph('自评得分99分，'.repeat(5000)))),
  attack('报告过大', '三万段，段段有执行率', 'all-claims.docx', () => docx(paragraph('预算执行率99%').repeat(30_000))),
  attack('报告过大', '一段五十万字', 'long.docx', () => docx(paragraph('字'.repeat(500_000))), 'refused'),
  attack(
    '报告过大',
    '写着 1 KB，解开 40 MB',
    'lying.docx',
    () => docx(`<!--${' '.repeat(40 << 20)}-->`, { member: { declaredSize: 1000 } }),
    'refused',
  ),
  attack('报告的样式和编号', '100,000 个样式一个依据一个，成环', 'styles.docx', () =>
    docx(`<w:p><w:pPr><w:pStyle w:val="s1"/></w:pPr>${run('甲')}</w:p>`.repeat(30_000), { styles: ringOfStyles(100_000) }),
  ),
  attack('报告的样式和编号', '编号从 999,999,999 起，用罗马数字', 'roman.docx', () =>
    docx(inList(5000), listed('lowerRoman', '%1'.repeat(100))),
  ),
  attack('报告的样式和编号', '编号从 999,999,999 起，用字母', 'letters.docx', () =>
    docx(inList(5000), listed('upperLetter', '%1'.repeat(100))),
  ),
  ...['__proto__', 'constructor', 'hasOwnProperty', '__defineGetter__'].map((name) =>
    attack('报告的样式和编号', `编号格式叫「${name}」`, `format-${name}.docx`, () => docx(inList(3), listed(name, '%1')), 'read'),
  ),
  attack('报告里的批注', '100,000 条批注', 'comments.docx', () =>
    docx('', {
      comments: Array.from(
        { length: 100_000 },
        (_, n) => `<w:comment w:id="${n}" w:author="甲"><w:p><w:r><w:t>x</w:t></w:r></w:p></w:comment>`,
      ).join(''),
    }),
  ),
  attack('报告里的批注', '批注号 99999999999999999999', 'comment-id.docx', () =>
    docx('', { comments: '<w:comment w:id="99999999999999999999" w:author="甲"><w:p/></w:comment>' }),
  ),
  attack('报告里的批注', '批注部件指到包外', 'comments-outside.docx', () =>
    docx('', { relations: relation('x', 'comments', '../../../etc/passwd') }),
  ),
  attack('报告里的批注', '批注部件就是正文', 'comments-itself.docx', () =>
    docx('', { relations: relation('x', 'comments', 'document.xml') }),
  ),
  attack('报告里的批注', '写了一半的正文', 'cut.docx', () => docx('<w:p><w:pPr>'), 'refused'),
  attack('报告里的批注', '正文里的 DOCTYPE', 'doctype.docx', () => docx('<!DOCTYPE a [<!ENTITY b "c">]>'), 'refused'),
];
