/** Attacks by formats that a library of others reads, and by web pages. */
import { Buffer } from 'node:buffer';
import { legacyBytes } from '../../support/legacy-bytes';
import type { Attack } from './types';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const SHEET = 'urn:schemas-microsoft-com:office:spreadsheet';
const xml2003 = (sheets: string): Uint8Array =>
  utf8(`<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="${SHEET}" xmlns:ss="${SHEET}">${sheets}</Workbook>`);
const table = (rows: string, of = ''): string => `<Worksheet ss:Name="表"><Table ${of}>${rows}</Table></Worksheet>`;
const CELL = '<Cell><Data ss:Type="Number">1</Data></Cell>';

const SECTOR = 512;
const ENTRY = 128;

/** An .xls whose directory was changed. `entry(n)` is the n-th entry of the directory's first sector. */
function directory(change: (file: Buffer, entry: (n: number) => number, at: number) => void): Uint8Array {
  const file = Buffer.from(legacyBytes('biff8'));
  const at = (file.readUInt32LE(0x30) + 1) * SECTOR;
  change(file, (n) => at + n * ENTRY, at);
  return new Uint8Array(file);
}

/** Entries whose left, right and child each point at one another. */
const ringOfEntries = (): Uint8Array =>
  directory((file, entry) => {
    for (let n = 0; n < 4; n += 1) for (const link of [0x44, 0x48, 0x4c]) file.writeUInt32LE((n + 1) % 4, entry(n) + link);
  });

/** A directory whose sectors are listed as following themselves. */
const ringOfSectors = (): Uint8Array =>
  directory((file) => {
    const first = file.readUInt32LE(0x30);
    const fat = (file.readUInt32LE(0x4c) + 1) * SECTOR;
    file.writeUInt32LE(first, fat + first * 4);
  });

/** Every entry of the sector table says «the same again». */
const everyChainARing = (): Uint8Array =>
  directory((file) => {
    const fat = (file.readUInt32LE(0x4c) + 1) * SECTOR;
    for (let n = 0; n < SECTOR / 4; n += 1) file.writeUInt32LE(n, fat + n * 4);
  });

const page = (body: string): Uint8Array => utf8(`<html><head><meta charset="utf-8"></head><body><table>${body}</table></body></html>`);

export const OLD_FORMATS: readonly Attack[] = [
  { kind: '旧格式的目录', variant: '目录项互相指着', file: 'entries.xls', bytes: ringOfEntries, answer: 'any' },
  { kind: '旧格式的目录', variant: '目录扇区接着自己', file: 'sectors.xls', bytes: ringOfSectors, answer: 'any' },
  { kind: '旧格式的目录', variant: '每一个扇区都接着自己', file: 'chains.xls', bytes: everyChainARing, answer: 'refused' },
  {
    kind: 'XML 表格（2003）',
    variant: '序号 4,000,000,000',
    file: 'index.xml',
    bytes: () => xml2003(table(`<Row ss:Index="4000000000">${CELL}</Row>`)),
    answer: 'refused',
  },
  {
    kind: 'XML 表格（2003）',
    variant: '一格横跨十亿列',
    file: 'across.xml',
    bytes: () => xml2003(table(`<Row>${CELL.replace('<Cell', '<Cell ss:MergeAcross="1000000000" ss:MergeDown="1000000"')}</Row>`)),
    answer: 'refused',
  },
  {
    kind: 'XML 表格（2003）',
    variant: '一列重复十亿次',
    file: 'span.xml',
    bytes: () => xml2003(table(`<Column ss:Span="1000000000"/><Row ss:Span="1000000000">${CELL}</Row>`)),
    answer: 'refused',
  },
  {
    kind: 'XML 表格（2003）',
    variant: '一格里两千万字',
    file: 'text.xml',
    bytes: () => xml2003(table(`<Row><Cell><Data ss:Type="String">${'扣'.repeat(20_000_000)}</Data></Cell></Row>`)),
    answer: 'refused',
  },
  { kind: 'XML 表格（2003）', variant: '3,000 张表', file: 'sheets.xml', bytes: () => xml2003(table('').repeat(3000)), answer: 'refused' },
  {
    kind: 'XML 表格（2003）',
    variant: '66 MB',
    file: 'large.xml',
    bytes: () => xml2003(table(`<Row>${CELL.repeat(100)}</Row>`.repeat(12_000))),
    answer: 'refused',
  },
  {
    kind: '网页表格',
    variant: '一格横跨十亿列',
    file: 'across.xls',
    bytes: () => page('<tr><td colspan="1000000000" rowspan="1000000000">1</td></tr>'),
    answer: 'any',
  },
  {
    kind: '网页表格',
    variant: '一格里五百万个字符引用',
    file: 'references.xls',
    bytes: () => page(`<tr><td>${'&amp;'.repeat(5_000_000)}</td></tr>`),
    answer: 'any',
  },
  { kind: '网页表格', variant: '套了 100,000 层', file: 'deep.xls', bytes: () => page('<tr><td><table>'.repeat(100_000)), answer: 'any' },
  { kind: '网页表格', variant: '一百万个没有写完的标记', file: 'open.xls', bytes: () => page('<td <td '.repeat(500_000)), answer: 'any' },
];
