/** Attacks by the package around a workbook: the archive, its directory, its lists of parts. */
import { Buffer } from 'node:buffer';
import { partsOf, rowsXlsx, xlsxOf } from '../../support/ooxml';
import { zipOf, type ZipMember } from '../../support/zip';
import type { Attack } from './types';

const ROW = '<row><c><v>5</v></c></row>';
const MEMBERS: readonly ZipMember[] = [...partsOf({ sheets: [`<sheetData>${ROW}</sheetData>`] })].map(([name, data]) => ({ name, data }));

const spaces = (megabytes: number): Uint8Array => new Uint8Array(megabytes * 1024 * 1024).fill(0x20);

const onSheet = (changed: Partial<ZipMember>): ZipMember[] =>
  MEMBERS.map((member) => (member.name.includes('sheet1') ? { ...member, ...changed } : member));

/** An archive whose directory lists its last member again and again, each time under another name. */
function listedAgain(times: number): Uint8Array {
  const whole = Buffer.from(zipOf(MEMBERS));
  const end = whole.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const start = whole.readUInt32LE(end + 16);
  const last = whole.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'), end);
  const entry = whole.subarray(last, end);
  const more = Array.from({ length: times }, (_, n) => {
    const copy = Buffer.from(entry);
    // The name keeps its length, so that nothing else moves.
    copy.write(String(n).padStart(6, '0'), 46, 'latin1');
    return copy;
  });
  const directory = Buffer.concat([whole.subarray(start, end), ...more]);
  const tail = Buffer.from(whole.subarray(end));
  tail.writeUInt16LE(MEMBERS.length + times, 8);
  tail.writeUInt16LE(MEMBERS.length + times, 10);
  tail.writeUInt32LE(directory.length, 12);
  return new Uint8Array(Buffer.concat([whole.subarray(0, start), directory, tail]));
}

const relation = (n: number, target: string): string =>
  `<Relationship Id="x${n}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="${target}"/>`;

/** A workbook that names `count` sheets, all in one part. */
function sheetsOfOnePart(count: number, inside = ROW): Uint8Array {
  const listed = Array.from({ length: count }, (_, n) => `<sheet name="s${n}" sheetId="${n + 1}" r:id="rId1"/>`).join('');
  return xlsxOf({
    sheets: [`<sheetData>${inside}</sheetData>`],
    parts: {
      'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${listed}</sheets></workbook>`,
    },
  });
}

export const PACKAGES: readonly Attack[] = [
  {
    kind: '压缩炸弹',
    variant: '目录里就写着 300 MB',
    file: 'declared.xlsx',
    bytes: () => zipOf(onSheet({ declaredSize: 300 << 20 })),
    answer: 'refused',
  },
  {
    kind: '压缩炸弹',
    variant: '写着 1 KB，解开 40 MB',
    file: 'lying.xlsx',
    bytes: () => zipOf(onSheet({ data: spaces(40), declaredSize: 1000 })),
    answer: 'refused',
  },
  {
    kind: '压缩炸弹',
    variant: '三十个部件各 9 MB',
    file: 'many.xlsx',
    bytes: () => zipOf([...MEMBERS, ...Array.from({ length: 30 }, (_, n) => ({ name: `xl/media/${n}.xml`, data: spaces(9) }))]),
    answer: 'refused',
  },
  { kind: '部件重叠', variant: '同一段数据列出 2,300 次', file: 'overlap.xlsx', bytes: () => listedAgain(2300), answer: 'refused' },
  { kind: '部件重叠', variant: '同一段数据列出两次', file: 'twice.xlsx', bytes: () => listedAgain(1), answer: 'any' },
  {
    kind: '部件重叠',
    variant: '两个部件名只差大小写，内容不同',
    file: 'names.xlsx',
    bytes: () => zipOf([...MEMBERS, { name: 'XL/worksheets/sheet1.xml', data: '<worksheet/>' }]),
    answer: 'refused',
  },
  {
    kind: '工作表过多',
    variant: '2,500 张，各有部件',
    file: 'sheets.xlsx',
    bytes: () => xlsxOf({ sheets: Array.from({ length: 2500 }, () => '<sheetData/>') }),
    answer: 'refused',
  },
  {
    kind: '工作表过多',
    variant: '1,900 张都是同一个 3 MB 的部件',
    file: 'same-part.xlsx',
    bytes: () => sheetsOfOnePart(1900, `${ROW}<!--${Array.from({ length: 300_000 }, (_, n) => (n * 7919) % 100_003).join(' ')}-->`),
    answer: 'any',
  },
  { kind: '工作表过多', variant: '100,000 张，同一部件', file: 'one-part.xlsx', bytes: () => sheetsOfOnePart(100_000), answer: 'refused' },
  {
    kind: '工作表过多',
    variant: '12,000 个部件',
    file: 'parts.xlsx',
    bytes: () => zipOf([...MEMBERS, ...Array.from({ length: 12_000 }, (_, n) => ({ name: `x${n}`, data: '', stored: true }))]),
    answer: 'refused',
  },
  {
    kind: '关系',
    variant: '100,000 条',
    file: 'relations.xlsx',
    bytes: () =>
      xlsxOf({
        sheets: [`<sheetData>${ROW}</sheetData>`],
        relations: Array.from({ length: 100_000 }, (_, n) => relation(n, 'worksheets/sheet1.xml')).join(''),
      }),
    answer: 'any',
  },
  {
    kind: '关系',
    variant: '90,000 次同一份外部链接，各有 900 个目标',
    file: 'links.xlsx',
    bytes: () =>
      xlsxOf({
        sheets: [`<sheetData>${ROW}</sheetData>`],
        relations: Array.from(
          { length: 90_000 },
          (_, n) => `<Relationship Id="l${n}" Type="http://x/externalLink" Target="links/1.xml"/>`,
        ).join(''),
        parts: {
          'xl/links/_rels/1.xml.rels': `<Relationships>${Array.from({ length: 900 }, (_, n) => `<Relationship Id="t${n}" Type="http://x/externalLinkPath" Target="file:///${n}.xlsx" TargetMode="External"/>`).join('')}</Relationships>`,
        },
      }),
    answer: 'any',
  },
  {
    kind: '关系',
    variant: '指到包外（../../../etc/passwd）',
    file: 'outside.xlsx',
    bytes: () => xlsxOf({ sheets: [`<sheetData>${ROW}</sheetData>`], relations: relation(1, '../../../../../../etc/passwd') }),
    answer: 'any',
  },
  {
    kind: '关系',
    variant: '工作表指到工作簿自己',
    file: 'itself.xlsx',
    bytes: () =>
      xlsxOf({
        parts: {
          'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation(0, 'workbook.xml').replace('x0', 'rId1')}</Relationships>`,
        },
      }),
    answer: 'refused',
  },
  {
    kind: '外部实体',
    variant: '工作簿里的 DOCTYPE',
    file: 'doctype.xlsx',
    bytes: () =>
      rowsXlsx(ROW, { parts: { 'xl/workbook.xml': '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><workbook>&b;</workbook>' } }),
    answer: 'refused',
  },
  {
    kind: '外部实体',
    variant: '工作表里的 DOCTYPE',
    file: 'doctype-sheet.xlsx',
    bytes: () => xlsxOf({ sheets: ['<?xml version="1.0"?><!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa">]><worksheet/>'] }),
    answer: 'refused',
  },
  {
    kind: '外部实体',
    variant: 'UTF-16 写的 DOCTYPE',
    file: 'doctype-16.xlsx',
    bytes: () => rowsXlsx(ROW, { parts: { 'xl/workbook.xml': new Uint8Array(Buffer.from('\ufeff<!DOCTYPE a><workbook/>', 'utf16le')) } }),
    answer: 'refused',
  },
];
