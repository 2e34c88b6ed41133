/** Whole files as they come, made by other libraries, by hand, and by this program. */
import { Workbook } from 'exceljs';
import { besideContent, editWorkbook, readDocument, readWorkbook, writeDocument, writeZip } from '../../src/hosts/file';
import { prepublished } from '../../src/cli/prepublish/read';
import { publishingText } from '../../src/cli/text/publishing';
import { PLAIN } from '../../src/cli/text/look';
import { remarksBeside, remarksOnBook, remarksOnDocument, type Remark } from '../../src/publishing';
import { corpusFiles } from '../support/shared-folder';
import { Place } from '../cli/program';

/** 「code place shown」 */
const said = (remarks: readonly Remark[]): readonly string[] =>
  remarks.map(({ code, place: { sheet, address, paragraph, part }, shown }) =>
    [code, [sheet, address].filter((one) => one !== null).join('!'), paragraph === null ? '' : `#${paragraph}`, part ?? '', shown]
      .filter((one) => one !== '')
      .join(' '),
  );

const ofBook = async (bytes: Uint8Array): Promise<readonly string[]> =>
  said([...remarksOnBook(await readWorkbook(bytes)), ...remarksBeside(besideContent(bytes)!)]);

const ofDocument = (bytes: Uint8Array): readonly string[] =>
  said([...remarksOnDocument(readDocument(bytes)!), ...remarksBeside(besideContent(bytes)!)]);

async function bytesOf(fill: (book: Workbook) => void): Promise<Uint8Array> {
  const book = new Workbook();
  book.creator = '';
  book.lastModifiedBy = '';
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

it('sheets: numbers, comments, what is hidden and holds something, authors', async () => {
  const bytes = await bytesOf((book) => {
    book.creator = '张三丰';
    book.lastModifiedBy = 'Administrator';
    book.company = '某某会计师事务所';
    const page = book.addWorksheet('自评表');
    page.addRow(['姓名', '身份证号', '联系电话', '银行账号', '金额']);
    page.addRow(['李某', '11010519491231002X', 13800138000, '6222021001116240124', 13800138000]);
    page.addRow(['王某', '不详', '-', '', 1]);
    page.addRow(['赵某', null, '139 0013 9000']);
    page.getRow(3).hidden = true;
    page.getRow(6).hidden = true;
    page.getColumn(5).hidden = true;
    page.getColumn(7).hidden = true;
    page.getCell('A2').note = '请联系13800138000核实，这一句比较长所以要截断显示';
    const list = book.addWorksheet('名单', { state: 'hidden' });
    list.addRow(['身份证号']);
    list.addRow(['11010519491231002X']);
    book.addWorksheet('空表', { state: 'veryHidden' });
  });
  expect(await ofBook(bytes)).toEqual([
    'id-number 自评表!B2 110***********002X',
    'phone-number 自评表!C2 138****8000',
    'bank-account 自评表!D2 622************0124',
    'phone-number 自评表!C4 139****9000',
    'hidden-rows 自评表!3:3',
    'hidden-columns 自评表!E:E',
    'hidden-sheet 名单',
    'id-number 名单!A2 110***********002X',
    'comment 自评表!A2 「请联系***********核实，这一句…」',
    'phone-number 自评表!A2 138****8000',
    'author 作者 张**',
    'author 公司 某某会计师事务所',
  ]);
});

it('an ordinary sheet gives nothing', async () => {
  const bytes = await bytesOf((book) => {
    const page = book.addWorksheet('自评表');
    page.addRow(['项目名称', '培训经费', '项目编码', '510000240000000000012']);
    page.addRow(['统一社会信用代码', '915101000000000001', '单位电话', '028-12345678']);
    page.addRow(['年度资金总额（元）', 13800138000, 622202100111624, 110105194912310000]);
    page.addRow(['文号', '财预〔2015〕163号', '日期', '2024-12-31']);
  });
  expect(await ofBook(bytes)).toEqual([]);
});

it('marks, notes and sheets of this program are told', async () => {
  const plain = await bytesOf((book) => book.addWorksheet('自评表').addRow(['总分', 98]));
  const at = { sheet: 0, row: 0, col: 1 };
  const print = { landscape: false, repeatRows: null, footer: '' };
  const content = { rows: [], widths: [], merges: [], frozenRows: 0, print };
  const edited = editWorkbook(plain, {
    marks: [{ severity: 'mandatory', cells: [at] }],
    notes: [{ at, text: '总分不一致' }],
    sheets: [{ name: '审核结果', replaces: true, content }],
  });
  if (!edited.ok) throw new Error('not written');
  expect(await ofBook(edited.bytes)).toEqual([
    'our-mark 自评表!B1 「绩核： 总分不一致」',
    'our-mark 标注的颜色 1 处',
    'our-mark 审核结果 本程序加的工作表 1 处',
  ]);
  const document = writeDocument(
    { title: '自评报告', blocks: [{ is: 'paragraph', slot: 'a', runs: [{ text: '正文', mark: null }] }] },
    { pending: () => null, differs: () => '', gone: '' },
  );
  expect(ofDocument(document.bytes)).toEqual(['our-mark 本程序写的段落（隐藏书签） 1 处']);
});

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const REL = 'http://schemas.openxmlformats.org/package/2006/relationships';

function docx(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const relation = (kind: string, target: string, at: number): string =>
    `<Relationship Id="r${at}" Type="${R}/${kind}" Target="${target}"/>`;
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${REL}">${relation('officeDocument', 'word/document.xml', 1)}<Relationship Id="c" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>Li Si</dc:creator><cp:lastModifiedBy>openpyxl</cp:lastModifiedBy></cp:coreProperties>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${REL}">${Object.keys(more)
      .map((name, at) => relation(name.replace(/\d*\.xml$/, ''), name, at))
      .join('')}</Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(Object.entries(more).map(([name, xml]) => [`word/${name}`, xml])),
  };
  return writeZip(Object.entries(parts).map(([name, text]) => [name, new TextEncoder().encode(text)] as const));
}

const p = (inner: string): string => `<w:p>${inner}</w:p>`;
const r = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;

it('documents: numbers split over runs and in tables, revisions, comments, hidden text, headers and notes', () => {
  const cell = (text: string): string => `<w:tc>${p(r(text))}</w:tc>`;
  const bytes = docx(
    [
      p(r('自评报告')),
      p(r('联系人张某，1380') + r('0138000')),
      p(`<w:ins w:id="1" w:author="李四">${r('新加的')}</w:ins><w:del w:id="2"><w:r><w:delText>删去的</w:delText></w:r></w:del>`),
      p(`<w:commentRangeStart w:id="7"/>${r('达到100%')}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>`),
      p(`<w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r>`),
      `<w:tbl><w:tr>${cell('姓名')}${cell('银行账号')}</w:tr><w:tr>${cell('王某')}${cell('6222021001116240124')}</w:tr></w:tbl>`,
    ].join(''),
    {
      'comments.xml': `<w:comments xmlns:w="${W}"><w:comment w:id="7" w:author="李四">${p(r('请核实'))}</w:comment><w:comment w:id="8" w:author="绩核">${p(r('报告为'))}</w:comment></w:comments>`,
      'header1.xml': `<w:hdr xmlns:w="${W}">${p(r('咨询13900139000'))}</w:hdr>`,
      'footnotes.xml': `<w:footnotes xmlns:w="${W}"><w:footnote w:id="1">${p(r('11010519491231002X'))}</w:footnote></w:footnotes>`,
    },
  );
  expect(ofDocument(bytes)).toEqual([
    'phone-number #2 138****8000',
    'bank-account #9 622************0124',
    'hidden-text 3 个字符',
    'phone-number 页眉 139****9000',
    'id-number 脚注 110***********002X',
    'comment #4 「请核实」',
    'our-mark 批注 「报告为」',
    'revision #3',
    'author 作者 L***',
  ]);
});

it('a file from the folder, as text: by kind, with places; what cannot be read says why', async () => {
  const place = new Place();
  try {
    place.put(
      '公开.xlsx',
      await bytesOf((book) => {
        const page = book.addWorksheet('表');
        for (let at = 0; at < 12; at += 1) page.addRow([at, `1380013800${at % 10}`]);
      }),
    );
    place.put('旧.doc', 'x');
    const entry = (name: string): { path: string; label: string; named: boolean } => ({ path: place.at(name), label: name, named: true });
    const text = publishingText(await prepublished(entry('公开.xlsx')), PLAIN);
    expect(text.split('\n').slice(0, 4)).toEqual([
      '公开前检查：公开.xlsx',
      '  公开前请确认是否需要删除：12 处',
      '    手机号 12 处',
      '      表!B1  138****8000',
    ]);
    expect(text).toContain('      等 12 处\n');
    place.put('空.xlsx', await bytesOf((book) => book.addWorksheet('表').addRow(['项目', 1])));
    expect(publishingText(await prepublished(entry('空.xlsx')), PLAIN)).toContain('没有发现需要确认的内容');
    place.put('名单.txt', '张某 11010519491231002X');
    expect((await prepublished(entry('名单.txt'))).findings[0]!.message).toBe('身份证号 110***********002X：公开前请确认是否需要删除');
    place.put('空白.xlsx', new Uint8Array());
    expect(await prepublished(entry('空白.xlsx'))).toMatchObject({ status: 'unreadable', whole: false });
  } finally {
    place.remove();
  }
});

const CORPUS = corpusFiles();
(CORPUS === null ? it.skip : it)('the corpus: numbers of persons in no ordinary workbook, and no crash', async () => {
  const found: string[] = [];
  for (const [name, bytes] of CORPUS!) {
    try {
      const remarks = [
        ...remarksOnBook(await readWorkbook(bytes)),
        ...remarksBeside(besideContent(bytes) ?? { comments: [], texts: [], properties: [], revisedParagraphs: [], traces: [] }),
      ];
      found.push(
        ...said(remarks)
          .filter((line) => /^(?:id|phone|bank)/.test(line))
          .map((line) => `${name}: ${line}`),
      );
      if (process.env['SHOW'] !== undefined)
        process.stdout.write(`${name} ${said(remarks).length} ${said(remarks).slice(0, 6).join(' | ')}\n`);
    } catch (error) {
      if ((error as Error).name !== 'UnreadableError') throw error;
    }
  }
  expect(found).toEqual([]);
});
