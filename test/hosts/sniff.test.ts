import fc from 'fast-check';
import { readWorkbook, sniff } from '../../src/hosts/file';
import { rowsXlsx } from '../support/ooxml';
import { compoundOf, legacyBytes } from '../support/legacy-bytes';
import { zipOf } from '../support/zip';

const encoder = new TextEncoder();
const text = (value: string): Uint8Array => encoder.encode(value);
const latin = (value: string): Uint8Array => Uint8Array.from(value, (char) => char.charCodeAt(0));
const utf16 = (value: string): Uint8Array =>
  Uint8Array.from([0xff, 0xfe, ...[...value].flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8])]);
const GOOD = rowsXlsx('<row><c><v>5</v></c></row>');
const BOF = [0x09, 0x08, 0x10, 0x00, ...new Array<number>(16).fill(0)];
const FILE_PASS = [0x2f, 0x00, 0x02, 0x00, 0, 0];
const padded = (bytes: readonly number[], size: number): Uint8Array =>
  Uint8Array.from([...bytes, 0x0a, 0, 0, 0, ...new Array<number>(size).fill(1)]);

test.each<[string, string, Uint8Array]>([
  ['an empty file', 'empty', new Uint8Array(0)],
  ['xlsx', 'xlsx', GOOD],
  ['a cut xlsx', 'xlsx', GOOD.subarray(0, GOOD.length - 30)],
  ['an xlsx cut in its first member', 'xlsx', GOOD.subarray(0, 60)],
  ['an xlsx with encrypted members', 'encrypted', zipOf([{ name: 'xl/workbook.xml', data: 'x', encrypted: true }])],
  [
    'a workbook under another folder',
    'xlsx',
    zipOf([
      { name: '_rels/.rels', data: '' },
      { name: 'book/workbook.xml', data: '' },
    ]),
  ],
  [
    'docx',
    'docx',
    zipOf([
      { name: '[Content_Types].xml', data: '' },
      { name: 'word/document.xml', data: '' },
    ]),
  ],
  [
    'docx with a workbook inside',
    'docx',
    zipOf([
      { name: '[Content_Types].xml', data: '' },
      { name: 'word/document.xml', data: '' },
      { name: 'word/embeddings/Microsoft_Excel_Sheet1.xlsx', data: '' },
    ]),
  ],
  ['a zip of other things', 'archive', zipOf([{ name: '附件/自评表.xlsx', data: '' }])],
  ['a cut zip of other things', 'archive', zipOf([{ name: 'a.txt', data: 'abc' }]).subarray(0, 40)],
  ['an empty zip', 'archive', zipOf([])],
  ['xls of 97', 'xls', legacyBytes('biff8')],
  ['xls of 95', 'xls', legacyBytes('biff5')],
  ['xls of 2', 'xls', legacyBytes('biff2')],
  ['xlsb', 'xls', legacyBytes('xlsb')],
  ['xml of 2003', 'xml', legacyBytes('xlml')],
  ['xml of 2003 in UTF-16', 'xml', utf16('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>')],
  ['an encrypted package', 'encrypted', compoundOf({ EncryptionInfo: text('x'), EncryptedPackage: text('y') })],
  ['xls with a password', 'encrypted', compoundOf({ Workbook: padded([...BOF, ...FILE_PASS], 5000) })],
  ['small xls with a password', 'encrypted', compoundOf({ Workbook: padded([...BOF, ...FILE_PASS], 100) })],
  ['small xls without', 'xls', compoundOf({ Book: padded(BOF, 100) })],
  ['doc', 'docx', compoundOf({ WordDocument: text('x') })],
  ['the start of an OLE container', 'other', legacyBytes('biff8').subarray(0, 100)],
  ['pdf', 'pdf', text('%PDF-1.7\n')],
  ['png', 'image', latin('\x89PNG\r\n\x1a\n')],
  ['jpeg', 'image', latin('\xff\xd8\xff\xe0')],
  ['webp', 'image', latin('RIFF\0\0\0\0WEBP')],
  ['bmp', 'image', latin(`BM\x10\x20\0\0\0\0\0\0${'\x36\0\0\0(\0\0\0'}`)],
  ['text that begins with BM', 'text', text('BM编号,名称')],
  ['rar', 'archive', latin('Rar!\x1a\x07')],
  ['gzip', 'archive', latin('\x1f\x8b\x08')],
  ['html', 'html', text('\n<!DOCTYPE html>\n<html><body/></html>')],
  ['a bare table', 'html', text('<table border=1><tr><td>1</td></tr></table>')],
  ['xhtml', 'html', text('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"></html>')],
  ['html with a mark', 'html', text('\uFEFF<meta charset="utf-8"><table></table>')],
  ['other xml', 'text', text('<?xml version="1.0"?><root/>')],
  ['csv', 'text', text('指标,分值\n一,1\n')],
  ['csv in GBK', 'text', latin('\xd6\xb8\xb1\xea,1\n')],
  ['zeros', 'other', new Uint8Array(100)],
])('%s is %s', (_, wanted, bytes) => {
  expect(sniff(bytes)).toBe(wanted);
});

const seed = Number(process.env['FUZZ_SEED'] ?? 20240602);

test(`any bytes have a kind, behind any signature (seed ${seed})`, () => {
  const heads = [[], [0x50, 0x4b, 3, 4], [...legacyBytes('biff8').subarray(0, 512)], [0xff, 0xfe], [0x3c, 0], [0x50, 0x4b, 5, 6]];
  fc.assert(
    fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 2000 }), (head, tail) => {
      expect(typeof sniff(Uint8Array.from([...head, ...tail]))).toBe('string');
    }),
    { seed },
  );
});

test('an OLE container whose chains go in circles ends', () => {
  const bytes = legacyBytes('biff8').slice();
  const view = new DataView(bytes.buffer);
  const fatAt = (view.getUint32(76, true) + 1) * 512;
  const directory = view.getUint32(48, true);
  view.setUint32(fatAt + directory * 4, directory, true);
  expect(sniff(bytes)).toBe('xls');
});

describe('readWorkbook refuses before anything is unpacked', () => {
  test.each<[string, Uint8Array]>([
    ['empty-file', new Uint8Array(0)],
    ['encrypted', compoundOf({ EncryptedPackage: text('y') })],
    ['not-spreadsheet', text('%PDF-1.7')],
    ['not-spreadsheet', text('指标，分值')],
    ['unknown-content', Uint8Array.from([1, 2, 3, 4, 5])],
    [
      'other-format',
      zipOf([
        { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
        { name: 'content.xml', data: '<x/>' },
      ]),
    ],
    ['not-spreadsheet', zipOf([{ name: 'a.txt', data: 'a' }])],
    [
      'doctype',
      text('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    ],
    ['legacy-unreadable', legacyBytes('biff8')],
    ['truncated', GOOD.subarray(0, 200)],
    ['inflates-too-large', zipOf([{ name: 'xl/workbook.bin', data: 'x', declaredSize: 3e8 }])],
  ])('%s', async (wanted, bytes) => {
    await expect(readWorkbook(bytes)).rejects.toMatchObject({ name: 'UnreadableError', why: wanted });
  });

  test('and reads the rest itself or through the reader of old files', async () => {
    expect((await readWorkbook(GOOD)).sheets[0]!.valueAt(0, 0)).toBe(5);
    const asked: number[] = [];
    const legacy = async (bytes: Uint8Array): ReturnType<typeof readWorkbook> => {
      asked.push(bytes.length);
      return readWorkbook(GOOD);
    };
    for (const old of [legacyBytes('biff8'), legacyBytes('xlml'), legacyBytes('xlsb')]) await readWorkbook(old, { legacy });
    expect(asked).toHaveLength(3);
  });
});
