import { deflateSync } from 'fflate';
import { readXlsx } from '../../src/hosts/file';
import { UnreadableError } from '../../src/workbook/unreadable';
import { partsOf, relation, relations, rowsXlsx, xlsxOf } from '../support/ooxml';
import { zipOf, type ZipMember } from '../support/zip';

const ROW = '<row><c><v>5</v></c></row>';
const GOOD = rowsXlsx(ROW);

function why(bytes: Uint8Array, limits?: Parameters<typeof readXlsx>[1]): string {
  try {
    readXlsx(bytes, limits);
  } catch (error) {
    if (error instanceof UnreadableError) return error.why;
    throw error;
  }
  return 'read';
}

/** The good workbook with its members changed. */
function members(change: (member: ZipMember) => ZipMember, extra: readonly ZipMember[] = []): ZipMember[] {
  return [...[...partsOf({ sheets: [`<sheetData>${ROW}</sheetData>`] })].map(([name, data]) => change({ name, data })), ...extra];
}

const onSheet =
  (changed: Partial<ZipMember>) =>
  (member: ZipMember): ZipMember =>
    member.name.includes('sheet1') ? { ...member, ...changed } : member;

describe('archives as real writers make them', () => {
  test.each<[string, Uint8Array]>([
    ['plain', GOOD],
    ['stored members', zipOf(members((member) => ({ ...member, stored: true })))],
    ['sizes after the data', zipOf(members((member) => ({ ...member, descriptor: true })))],
    [
      'ZIP64',
      zipOf(
        members((member) => member),
        { zip64: true },
      ),
    ],
    [
      'something in front',
      zipOf(
        members((member) => member),
        { prefix: new Uint8Array(100).fill(7) },
      ),
    ],
    ['no checksums', zipOf(members((member) => ({ ...member, crc: 0 })))],
    [
      'a comment at the end',
      zipOf(
        members((member) => member),
        { comment: 'PK\x05\x06 注释' },
      ),
    ],
    [
      'the same member twice',
      zipOf(
        members(
          (member) => member,
          [
            {
              name: 'xl/worksheets/sheet1.xml',
              data: `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${ROW}</sheetData></worksheet>`,
            },
          ],
        ),
      ),
    ],
  ])('%s', (_, bytes) => {
    expect(readXlsx(bytes).sheets[0]!.valueAt(0, 0)).toBe(5);
  });
});

describe('refused', () => {
  test('every cut of a good file', () => {
    const answers = new Set<string>();
    for (let length = 4; length < GOOD.length; length += 1) answers.add(why(GOOD.subarray(0, length)));
    expect([...answers]).toEqual(['truncated']);
  });

  test.each<[string, string, Uint8Array]>([
    [
      'two contents under one name',
      'damaged',
      zipOf(members((member) => member, [{ name: 'xl/Worksheets/sheet1.xml', data: '<worksheet/>' }])),
    ],
    ['an encrypted member', 'encrypted', zipOf(members(onSheet({ encrypted: true })))],
    ['a method nobody knows', 'damaged', zipOf(members(onSheet({ method: 99 })))],
    ['packed bytes that are none', 'damaged', zipOf(members(onSheet({ stored: true, method: 8 })))],
    ['another content than its checksum says', 'damaged', zipOf(members(onSheet({ crc: 12345 })))],
    ['a size that is not so', 'damaged', zipOf(members(onSheet({ declaredSize: 3 })))],
    ['data beyond the file', 'damaged', zipOf(members(onSheet({ declaredPackedSize: 1e9 })))],
    [
      'too many members',
      'too-many-parts',
      zipOf(
        members(
          (member) => member,
          Array.from({ length: 10_001 }, (_, n) => ({ name: `x${n}`, data: '', stored: true })),
        ),
      ),
    ],
    [
      'more members than there are',
      'damaged',
      zipOf(
        members((member) => member),
        { declaredCount: 9 },
      ),
    ],
    ['an empty archive', 'not-spreadsheet', zipOf([])],
    [
      'an entity of a DTD',
      'doctype',
      rowsXlsx(ROW, { parts: { 'xl/workbook.xml': '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><workbook/>' } }),
    ],
    ['a DOCTYPE in a sheet', 'doctype', xlsxOf({ sheets: ['<?xml version="1.0"?><!doctype worksheet><worksheet/>'] })],
    ['a DOCTYPE in the shared texts', 'doctype', rowsXlsx(ROW, { strings: '', parts: { 'xl/sharedStrings.xml': '<!DOCTYPE sst><sst/>' } })],
    [
      'a DOCTYPE in UTF-16',
      'doctype',
      rowsXlsx(ROW, {
        parts: {
          'xl/workbook.xml': Uint8Array.from([0xff, 0xfe, ...[...'<!DOCTYPE a><workbook/>'].flatMap((char) => [char.charCodeAt(0), 0])]),
        },
      }),
    ],
  ])('%s', (_, wanted, bytes) => {
    expect(why(bytes)).toBe(wanted);
  });

  test.each([
    '<worksheet><sheetData><row><c><v>5</v></c></row>',
    '<worksheet><sheetData',
    '<worksheet><sheetData><row><c r="A1',
    '</worksheet>',
    '<worksheet><!-- ',
    '<worksheet><![CDATA[ ',
    '<worksheet><![CDAT',
    '<worksheet><?x ',
    '<worksheet a></worksheet>',
    '<worksheet a=1></worksheet>',
    '<worksheet><c/ ></worksheet>',
    '< worksheet/>',
    '<worksheet a="1"<b/></worksheet>',
    '',
    'plain',
    '<html></html>',
    '<worksheet><!x></worksheet>',
    '<',
  ])('broken XML: %s', (xml) => {
    expect(why(xlsxOf({ parts: { 'xl/worksheets/sheet1.xml': xml } }))).toBe('damaged');
  });
});

test('any one bit changed in a stored sheet is noticed', () => {
  const bytes = zipOf(members((member) => ({ ...member, stored: true })));
  const at = bytes.indexOf('5'.charCodeAt(0), new TextDecoder('latin1').decode(bytes).indexOf('<v>5'));
  for (let bit = 0; bit < 8; bit += 1) {
    const changed = bytes.slice();
    changed[at] = bytes[at]! ^ (1 << bit);
    expect(why(changed)).toBe('damaged');
  }
});

describe('limits', () => {
  const zeros = (megabytes: number): Uint8Array => new Uint8Array(megabytes * 1024 * 1024).fill(0x20);

  test('a directory that declares too much is refused with nothing inflated', () => {
    const bytes = zipOf(members(onSheet({ declaredSize: 300 * 1024 * 1024 })));
    // Overwriting the packed data proves that nobody looked at it.
    expect(why(bytes.fill(0xff, 50, 80))).toBe('inflates-too-large');
    expect(why(zipOf(members(onSheet({ declaredSize: 9 * 1024 * 1024 }))))).toBe('inflates-too-large');
  });

  test('a bomb that declares little stops at the limit while it inflates', () => {
    expect(why(zipOf(members(onSheet({ data: zeros(40), declaredSize: 1000 }))))).toBe('inflates-too-large');
    expect(why(zipOf(members(onSheet({ data: zeros(3), declaredSize: 1000 }))), { inflatedBytes: 1024 * 1024 })).toBe('inflates-too-large');
  });

  test('inflated bytes are counted over all parts', () => {
    const padded = `<worksheet>${' '.repeat(3000)}</worksheet>`;
    const bytes = xlsxOf({ sheets: [padded, padded, padded] });
    expect(why(bytes)).toBe('read');
    expect(why(bytes, { inflatedBytes: 9000 })).toBe('inflates-too-large');
  });

  test('a stored part counts too', () => {
    expect(why(zipOf(members(onSheet({ stored: true }))), { inflatedBytes: 100 })).toBe('inflates-too-large');
  });

  test('a member of many steps is put together whole', () => {
    const noise = Array.from({ length: 60_000 }, (_, n) => `<c><v>${(n * 7919) % 100_003}.${(n * 31) % 97}</v></c>`);
    const rows = Array.from({ length: 600 }, (_, n) => `<row>${noise.slice(n * 100, n * 100 + 100).join('')}</row>`).join('');
    expect(deflateSync(new TextEncoder().encode(rows)).length).toBeGreaterThan(100_000);
    const sheet = readXlsx(rowsXlsx(rows)).sheets[0]!;
    expect([sheet.rows, sheet.cols, sheet.valueAt(599, 99)]).toEqual([
      600,
      100,
      Number(`${(59_999 * 7919) % 100_003}.${(59_999 * 31) % 97}`),
    ]);
  });

  test('text of formulas, shared ones counted where they stand', () => {
    const cell = (formula: string): string => `<row><c>${formula}<v>1</v></c></row>`;
    const shared = cell('<f t="shared" ref="A1:A3" si="0">SUM(B1:B9)</f>') + cell('<f t="shared" si="0"/>').repeat(2);
    expect(why(rowsXlsx(shared), { formulaText: 30 })).toBe('read');
    expect(why(rowsXlsx(shared), { formulaText: 29 })).toBe('too-much-formula');
    const long = `<f t="shared" ref="A1:A4000" si="0">${'SUM(B1:B9)+'.repeat(600)}1</f>`;
    expect(why(rowsXlsx(cell(long) + cell('<f t="shared" si="0"/>').repeat(4000)))).toBe('too-much-formula');
    // Another sheet is read all the same.
    const book = readXlsx(xlsxOf({ sheets: [`<sheetData>${shared}</sheetData>`, `<sheetData>${ROW}</sheetData>`] }), { formulaText: 29 });
    expect(book.sheets.map(({ unread }) => unread)).toEqual(['too-much-formula', undefined]);
  });

  test('relationships of one list, and links that are listed again and again', () => {
    const links = Array.from({ length: 1000 }, (_, n) => relation(`x${n}`, 'externalLink', 'externalLinks/externalLink1.xml')).join('');
    const target = relations(relation('r', 'externalLinkPath', '甲.xlsx', true));
    const sheets = [`<sheetData>${ROW}</sheetData>`];
    const linked = (of: string): Uint8Array =>
      xlsxOf({ sheets, relations: of, parts: { 'xl/externalLinks/_rels/externalLink1.xml.rels': target } });
    expect(readXlsx(linked(links)).externalLinks).toEqual(['甲.xlsx']);
    expect(why(linked(links.repeat(101)))).toBe('too-many-relations');
  });

  test('two sheets of one part: the second stays unread', () => {
    const parts = partsOf({ sheets: [`<sheetData>${ROW}</sheetData>`, `<sheetData>${ROW}</sheetData>`] });
    const list = String(parts.get('xl/_rels/workbook.xml.rels')).replace('sheet2.xml', 'SHEET1.xml');
    const book = readXlsx(zipOf([...parts].map(([name, data]) => ({ name, data: name.endsWith('workbook.xml.rels') ? list : data }))));
    expect(book.sheets.map(({ unread }) => unread)).toEqual([undefined, 'damaged']);
  });

  test('sheets are counted where they are listed', () => {
    const sheets = ['<sheetData/>', '<sheetData/>', '<sheetData/>'];
    expect([why(xlsxOf({ sheets }), { sheets: 3 }), why(xlsxOf({ sheets }), { sheets: 2 })]).toEqual(['read', 'too-many-sheets']);
  });

  test('cells and merged areas beyond the number allowed', () => {
    const rows = '<row><c><v>1</v></c><c><f>A1</f></c><c t="str"><v/></c></row>'.repeat(4);
    expect(why(rowsXlsx(rows), { cells: 12 })).toBe('read');
    expect(why(rowsXlsx(rows), { cells: 11 })).toBe('too-many-cells');
    expect(why(xlsxOf({ sheets: ['<sheetData/><mergeCell ref="A1:A2"/><mergeCell ref="B1:B2"/>'] }), { mergeRows: 3 })).toBe(
      'too-many-merges',
    );
    expect(why(xlsxOf({ sheets: [`<sheetData/>${'<mergeCell ref="A1:A1048576"/>'.repeat(251)}`] }))).toBe('too-many-merges');
    const row = `<row>${'<c><v>1</v></c>'.repeat(1000)}</row>`;
    expect(why(rowsXlsx(row.repeat(501)))).toBe('too-many-cells');
  });
});
