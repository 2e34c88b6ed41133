import { archivePages, isArchive } from '../../src/hosts/file/html/archive';
import { pageText } from '../../src/hosts/file/html/decode';
import { readPage } from '../../src/hosts/file/html/read-page';
import { readWorkbook } from '../../src/hosts/file';
import { DEFAULT_LIMITS } from '../../src/hosts/file/limits';
import { typedText } from '../../src/hosts/file/typed-text';
import { UnreadableError } from '../../src/workbook/unreadable';
import { CompactSheet } from '../../src/workbook/snapshot';

const encoder = new TextEncoder();
const sheetsOf = (page: string, limits = DEFAULT_LIMITS): CompactSheet[] => readPage(page, limits).map((data) => new CompactSheet(data));
const rowsOf = (page: string): unknown[][] => {
  const sheet = sheetsOf(page)[0]!;
  return Array.from({ length: sheet.rows }, (_, row) => Array.from({ length: sheet.cols }, (_, col) => sheet.valueAt(row, col)));
};
/** 指标 in GBK. */
const GBK = [0xd6, 0xb8, 0xb1, 0xea];

describe('tables of web systems', () => {
  const page =
    '<!DOCTYPE html><html><head><style>td{a:b}</style></head><body><table><tr><td colspan="2">指标</td><td>分值&nbsp;</td></tr><tr><td>001</td><td>12.50</td><td>98.5%</td></tr><tr><td></td><td>1,234.50</td><td>330182199001011234</td></tr></table><table><tr><td>第二张</td></tr></table></body></html>';

  test('values, merges and one sheet for each table', () => {
    const [sheet, second] = sheetsOf(page);
    expect([sheet!.name, second!.name, second!.valueAt(0, 0)]).toEqual(['Sheet1', 'Sheet2', '第二张']);
    expect(sheet!.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }]);
    expect([sheet!.valueAt(0, 2), sheet!.valueAt(1, 0), sheet!.at(1, 1), sheet!.at(1, 2), sheet!.at(2, 1), sheet!.valueAt(2, 2)]).toEqual([
      '分值',
      '001',
      { value: 12.5, format: 'General' },
      { value: 0.985, format: '0.00%' },
      { value: 1234.5, format: '#,##0.00' },
      '330182199001011234',
    ]);
  });

  test('cells that reach down push those of the rows below to the right', () => {
    expect(rowsOf('<table><tr><td rowspan=2>a<td>b<tr><td>c</td></tr><tr><td>d</td></tr></table>')).toEqual([
      ['a', 'b'],
      [null, 'c'],
      ['d', null],
    ]);
    expect(rowsOf('<table><tr><td>1</td><td rowspan="3" colspan="2">x</td></tr><tr><td>2</td><td>y</td></tr></table>')[1]).toEqual([
      2,
      null,
      null,
      'y',
    ]);
  });

  test.each<[string, string, string]>([
    ['line breaks', '第一<br/>第二<BR>第三', '第一\n第二\n第三'],
    ['paragraphs', '<p>一</p>\n<p>二</p>', '一\n二'],
    ['running blanks', ' 甲 \r\n   乙 ', '甲 乙'],
    ['references', '&lt;5&amp;&ge;90&#37;&#x4e00;&nosuch;&#0;', '<5&≥90%一&nosuch;&#0;'],
    ['a lone sign', '数量<5 且 >3', '数量<5 且 >3'],
    ['a comment', '甲<!-- <td>乙</td> -->丙', '甲丙'],
    ['a script and a style', '甲<script>if (a<b) "</td>"</script><style>td{}</style>乙', '甲乙'],
    ['an attribute with signs', '<span title="a>b">甲</span>', '甲'],
    ['an office island', '<xml><x:Name>表</x:Name></xml>甲', '甲'],
  ])('%s', (_, inside, text) => {
    expect(rowsOf(`<table><tr><td>${inside}</td></tr></table>`)).toEqual([[text]]);
  });

  test('a table inside another is a sheet of its own; hidden rows are hidden', () => {
    const [outer, inner] = sheetsOf(
      '<table><tr><td>外</td></tr><tr><td><table><tr><td>内</td></tr><tr style="display: none"><td>藏</td></tr></table></td></tr></table>',
    );
    expect([outer!.valueAt(0, 0), inner!.valueAt(0, 0), inner!.valueAt(1, 0)]).toEqual(['外', '内', '藏']);
    expect([inner!.rowHidden(0), inner!.rowHidden(1)]).toEqual([false, true]);
  });

  test('pages without a table, tables beyond the limits', () => {
    expect(() => sheetsOf('<html><body>没有表</body></html>')).toThrow('no-sheet');
    expect(() => sheetsOf('<table><tr><td><td><td>', { ...DEFAULT_LIMITS, cells: 2 })).toThrow('too-many-cells');
    expect(() => sheetsOf('<table></table><table></table>', { ...DEFAULT_LIMITS, sheets: 1 })).toThrow('too-many-sheets');
    expect(() => sheetsOf(`<table><tr>${'<td colspan="1000">'.repeat(17)}`)).toThrow('beyond-grid');
    expect(() => sheetsOf(`<table>${'<tr><td colspan=1000 rowspan=65000>a'.repeat(501)}`)).toThrow('beyond-grid');
  });

  test.each<[string, string]>([
    ['tags never closed', '<td '.repeat(200_000)],
    ['quotes never closed', '<td a="'.repeat(200_000)],
    ['comments never closed', '<!--'.repeat(200_000)],
    ['scripts never closed', '<script>'.repeat(200_000)],
    ['references that are none', '&a'.repeat(300_000)],
    ['rows only', '<tr>'.repeat(300_000)],
    ['tables in tables', '<table><tr><td>'.repeat(1_000)],
  ])('work grows with the page: %s', (_, inside) => {
    const started = Date.now();
    try {
      sheetsOf(`<table><tr><td>${inside}`);
    } catch (error) {
      expect(error).toBeInstanceOf(UnreadableError);
    }
    expect(Date.now() - started).toBeLessThan(5_000);
  });
});

describe('encodings', () => {
  const meta = (charset: string): number[] => [...encoder.encode(`<meta charset="${charset}"><b>`)];
  test.each<[string, readonly number[]]>([
    ['GBK as declared', [...meta('gb2312'), ...GBK]],
    ['GBK undeclared', [0x3c, 0x62, 0x3e, ...GBK]],
    ['GBK in a page that says UTF-8', [...meta('utf-8'), ...GBK]],
    ['GBK in XHTML that says UTF-8', [...encoder.encode('<?xml version="1.0" encoding="UTF-8"?><b>'), ...GBK]],
    ['UTF-8 in a page that says GBK', [...meta('gbk'), ...encoder.encode('项目支出绩效自评表的三级指标')]],
    ['UTF-8 undeclared', [...encoder.encode('<b>指标')]],
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, ...encoder.encode('<b>指标')]],
    ['UTF-16', [0xff, 0xfe, 0x3c, 0, 0x62, 0, 0x3e, 0, 0x07, 0x63, 0x07, 0x68]],
    ['an encoding that does not exist', [...meta('nonsense'), ...encoder.encode('指标')]],
  ])('%s', (_, bytes) => {
    const text = pageText(Uint8Array.from(bytes));
    expect(text.endsWith('指标')).toBe(true);
  });

  test('one broken letter does not make the page another encoding, and is shown as a box', () => {
    const bytes = encoder.encode(`<meta charset="utf-8"><b>${'绩效自评'.repeat(100)}`);
    expect(pageText(bytes.subarray(0, bytes.length - 1))).toBe(`<meta charset="utf-8"><b>${'绩效自评'.repeat(99)}绩效自□`);
  });
});

describe('pages saved with all that belongs to them in one file', () => {
  const part = (type: string, encoding: string, body: string): string =>
    `------=_X\r\nContent-Location: file:///C:/a.htm\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Type: ${type}\r\n\r\n${body}\r\n`;
  const archive = (...parts: readonly string[]): string =>
    `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="----=_X"\r\n\r\n${parts.join('')}------=_X--\r\n`;
  const table = '<table><tr><td>指标</td></tr></table>';
  const quoted = (bytes: readonly number[]): string =>
    bytes
      .map((byte) =>
        byte < 0x20 || byte > 0x7e || byte === 0x3d ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
      )
      .join('');
  const gbkTable = [...encoder.encode('<table><tr><td>'), ...GBK, ...encoder.encode('</td></tr></table>')];

  test.each<[string, string]>([
    [
      'quoted-printable in GBK, lines broken',
      archive(part('text/html; charset="gb2312"', 'quoted-printable', quoted(gbkTable).replace(/(.{20})/g, '$1=\r\n'))),
    ],
    [
      'base64',
      archive(
        part(
          'text/html; charset=utf-8',
          'base64',
          Buffer.from(table)
            .toString('base64')
            .replace(/(.{16})/g, '$1\r\n'),
        ),
      ),
    ],
    ['plain', archive(part('text/html', '8bit', table))],
    [
      'a frame page first, a picture last',
      archive(
        part('text/html; charset="utf-8"', '8bit', '<html><frameset></frameset></html>'),
        part('text/html; charset="utf-8"', '8bit', table),
        part('image/png', 'base64', 'iVBORw0KGgo='),
      ),
    ],
    ['line ends of Unix', archive(part('text/html; charset="utf-8"', '8bit', table)).replaceAll('\r\n', '\n')],
  ])('%s', async (_, text) => {
    const book = await readWorkbook(encoder.encode(text));
    expect(book.sheets.map((sheet) => [sheet.name, sheet.valueAt(0, 0)])).toEqual([['Sheet1', '指标']]);
  });

  test('letters with a table in them are none', () => {
    expect(isArchive('From: a@b\nContent-Type: text/html\n\n<table>')).toBe(false);
    expect(archivePages(encoder.encode('Content-Type: multipart/related\n\n'))).toEqual([]);
  });
});

describe('tables kept as text under the name of a workbook', () => {
  test.each<[string, Uint8Array, unknown[][]]>([
    [
      'tabs',
      encoder.encode('指标\t分值\r\n完成率\t10\r\n'),
      [
        ['指标', '分值'],
        ['完成率', 10],
      ],
    ],
    [
      'tabs in GBK',
      Uint8Array.from([...GBK, 0x09, 0x31, 0x0a, ...GBK, 0x09, 0x32]),
      [
        ['指标', 1],
        ['指标', 2],
      ],
    ],
    [
      'tabs in UTF-16, as Excel writes «Unicode text»',
      Uint8Array.from([0xff, 0xfe, ...Buffer.from('指标\t1\r\n乙\t2', 'utf16le')]),
      [
        ['指标', 1],
        ['乙', 2],
      ],
    ],
    [
      'commas and quotes',
      encoder.encode('指标,说明\n"甲,乙","他说""好""\n第二行"\n丙,"未闭'),
      [
        ['指标', '说明'],
        ['甲,乙', '他说"好"\n第二行'],
        ['丙', '"未闭'],
      ],
    ],
    [
      'semicolons',
      encoder.encode('a;b\nc;95%'),
      [
        ['a', 'b'],
        ['c', 0.95],
      ],
    ],
  ])('%s', async (_, bytes, rows) => {
    const sheet = (await readWorkbook(bytes)).sheets[0]!;
    expect(rows.map((row, r) => row.map((_cell, c) => sheet.valueAt(r, c)))).toEqual(rows);
  });

  test('ordinary text is no table', async () => {
    for (const text of ['第一行\n第二行', '一行\t两格', '说明，没有表。', 'a,b'])
      await expect(readWorkbook(encoder.encode(text))).rejects.toMatchObject({ why: 'not-spreadsheet' });
  });

  test.each([
    ['12', 12, 'General'],
    ['-0.5', -0.5, 'General'],
    ['0', 0, 'General'],
    ['1,234', 1234, '#,##0'],
    ['95%', 0.95, '0%'],
    ['100.00%', 1, '0.00%'],
    [' \u00a07 ', 7, 'General'],
    ['007', '007', 'General'],
    ['1,23', '1,23', 'General'],
    ['2024-01-05', '2024-01-05', 'General'],
    ['1e5', '1e5', 'General'],
    ['1234567890123456', '1234567890123456', 'General'],
    ['', null, 'General'],
    ['≥95%', '≥95%', 'General'],
  ])('%p is %p', (text, value, format) => {
    expect(typedText(text)).toEqual({ value, format });
  });
});

test('a cell without end is read as far as a cell goes, at the cost of its length', () => {
  const started = process.cpuUsage();
  for (const piece of ['&amp;', '甲', ' &#20013;', '<br>'])
    expect(String(rowsOf(`<table><tr><td>甲${piece.repeat(1_000_000)}</td></tr></table>`)[0]![0]).length).toBeLessThanOrEqual(32_767);
  expect(process.cpuUsage(started).user / 1e6).toBeLessThan(3);
});
