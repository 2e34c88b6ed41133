/** Kinds 13, 15–18: formatted blanks, web pages, charsets, built-in passwords. */
import { encrypted } from '../support/encrypt';
import { EXAM, HUBEI, SICHUAN, WHOLE, YUNNAN } from './forms';
import { letters, sheet, type Sheet } from './grid';
import type { Blind } from './model';
import { raw } from './write';

/** As a web table. Only the ASCII and CJK of our forms need no escaping but these. */
function table(form: string): string {
  const made = sheet('x', form);
  const spans = new Map<string, string>();
  const covered = new Set<string>();
  for (const ref of made.merges) {
    const [from, to] = ref.split(':') as [string, string];
    const [c1, r1, c2, r2] = [...from.match(/[A-Z]+|\d+/g)!, ...to.match(/[A-Z]+|\d+/g)!] as [string, string, string, string];
    const [left, right] = [c1.charCodeAt(0) - 65, c2.charCodeAt(0) - 65];
    spans.set(from, ` colspan="${right - left + 1}" rowspan="${Number(r2) - Number(r1) + 1}"`);
    for (let row = Number(r1); row <= Number(r2); row += 1)
      for (let col = left; col <= right; col += 1) covered.add(`${letters(col)}${row}`);
    covered.delete(from);
  }
  const width = Math.max(
    ...form
      .trim()
      .split('\n')
      .map((line) => line.split('|').length),
  );
  const height = form.replace(/^\n/, '').split('\n').length;
  let out = '<table border="1">';
  for (let row = 1; row <= height; row += 1) {
    out += '<tr>';
    for (let col = 0; col < width; col += 1) {
      const at = `${letters(col)}${row}`;
      if (covered.has(at)) continue;
      const cell = made.cells.get(at);
      const text = String(cell?.v ?? '')
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/\n/g, '<br/>');
      out += `<td${spans.get(at) ?? ''}>${cell?.z?.includes('%') === true ? `${Number((Number(text) * 100).toFixed(4))}%` : text}</td>`;
    }
    out += '</tr>';
  }
  return `${out}</table>`;
}

/** GBK bytes by way of the one table Node has: decoding every two-byte code once. */
let gbkTable: Map<string, [number, number]> | null = null;
function gbk(text: string): Uint8Array {
  if (gbkTable === null) {
    gbkTable = new Map();
    const decoder = new TextDecoder('gbk');
    for (let high = 0x81; high <= 0xfe; high += 1) {
      for (let low = 0x40; low <= 0xfe; low += 1) {
        const char = decoder.decode(Uint8Array.of(high, low));
        if (char.length === 1 && char !== '�' && !gbkTable.has(char)) gbkTable.set(char, [high, low]);
      }
    }
  }
  return Uint8Array.from([...text].flatMap((char) => (char.charCodeAt(0) < 128 ? [char.charCodeAt(0)] : (gbkTable!.get(char) ?? [0x3f]))));
}

const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));
const quoted = (bytes: Uint8Array): string =>
  [...bytes]
    .map((byte) =>
      byte === 0x3d || byte > 126 || (byte < 32 && byte !== 10)
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('')
    .replace(/(?:[^\n=]|=..){60}/g, (line) => `${line}=\r\n`);
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n');

/** Blank cells that only carry a look. */
const blanks = (rows: number, cols: number, from: number): string =>
  Array.from(
    { length: rows },
    (_, r) => `<row r="${from + r}">${Array.from({ length: cols }, (_, c) => `<c r="${letters(c)}${from + r}" s="1"/>`).join('')}</row>`,
  ).join('');

/** The workbook with more rows of blank cells below its table, or in a sheet of their own. */
function padded(form: string, rows: number, cols: number, own: boolean): Uint8Array {
  const made: Sheet = sheet('自评表', form, { A90: { z: '0.00' } });
  if (own) {
    const page = `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${blanks(rows, cols, 1)}</sheetData></worksheet>`;
    return raw([made, { name: '空白页', cells: new Map(), merges: [] }], { parts: { 'xl/worksheets/sheet2.xml': page } });
  }
  // The last cell of the grid closes its row and opens the blank ones.
  const last = { xml: `<c r="A100" s="1"/></row>${blanks(rows, cols, 101)}<row r="65500">` };
  return raw([{ ...made, cells: new Map([...made.cells, ['A100', last]]) }]);
}

const XHTML =
  '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n';

export const FILES: readonly Blind[] = [
  {
    id: '13a',
    what: '300 × 2,200 formatted blank cells below the table',
    bytes: () => padded(YUNNAN, 300, 2200, false),
    expected: { indicators: 8 },
  },
  {
    id: '13b',
    what: '64,000 formatted rows of ten cells below a 整体 form',
    bytes: () => padded(WHOLE, 64000, 10, false),
    expected: { indicators: 13 },
  },
  {
    id: '13c',
    what: '700,000 formatted blank cells in a sheet beside',
    bytes: () => padded(HUBEI, 70000, 10, true),
    expected: { indicators: 7 },
  },
  {
    id: '15a',
    what: 'XHTML Strict',
    ending: 'xls',
    bytes: () =>
      utf8(
        `${XHTML}<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="zh-CN"><head><title>自评表</title></head><body>${table(WHOLE)}</body></html>`,
      ),
    expected: { indicators: 13 },
  },
  {
    id: '15b',
    what: 'XML prolog without doctype',
    ending: 'xls',
    bytes: () =>
      utf8(
        `<?xml version='1.0' encoding='utf-8' standalone='yes'?><html xmlns="http://www.w3.org/1999/xhtml"><head/><body><p>导出时间：2025-02-11</p>${table(YUNNAN)}</body></html>`,
      ),
    expected: { indicators: 8 },
  },
  {
    id: '15c',
    what: 'byte order mark, comment and upper-case tags',
    ending: 'et',
    bytes: () =>
      utf8(
        `\uFEFF<!-- exported -->\n<HTML><HEAD><META CHARSET="UTF-8"></HEAD><BODY>${table(SICHUAN).replace(/<(\/?)(table|tr|td)/g, (_, end: string, tag: string) => `<${end}${tag.toUpperCase()}`)}</BODY></HTML>`,
      ),
    expected: { indicators: 7 },
  },
  {
    id: '16a',
    what: 'meta says gb2312, bytes are UTF-8',
    ending: 'xls',
    bytes: () =>
      utf8(`<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body>${table(YUNNAN)}</body></html>`),
    expected: { indicators: 8, neverSays: [/\uFFFD/] },
  },
  {
    id: '16b',
    what: 'no charset said, bytes are GBK',
    ending: 'xls',
    bytes: () => gbk(`<html><head><title>自评表</title></head><body>${table(WHOLE)}</body></html>`),
    expected: { indicators: 13, neverSays: [/\uFFFD/] },
  },
  {
    id: '16c',
    what: 'http-equiv says utf-8, bytes are GBK, name .et',
    ending: 'et',
    bytes: () =>
      gbk(`<html><head><meta http-equiv=Content-Type content='text/html; charset=UTF-8'></head><body>${table(EXAM)}</body></html>`),
    expected: { indicators: 7, neverSays: [/\uFFFD/] },
  },
  {
    id: '17a',
    what: 'single-file page, base64, gb2312',
    ending: 'xls',
    bytes: () =>
      utf8(
        `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="----=_x1"\r\n\r\n------=_x1\r\nContent-Location: file:///C:/sheet.htm\r\nContent-Transfer-Encoding: base64\r\nContent-Type: text/html; charset="gb2312"\r\n\r\n${base64(gbk(`<html><body>${table(YUNNAN)}</body></html>`))}\r\n------=_x1--\r\n`,
      ),
    expected: { indicators: 8 },
  },
  {
    id: '17b',
    what: 'single-file page as Excel makes it: a frameset and a sheet page',
    ending: 'xls',
    bytes: () =>
      utf8(
        `MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; boundary="----=_NextPart_01"\r\n\r\n------=_NextPart_01\r\nContent-Location: file:///C:/a/book.htm\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n<html><head><title>x</title></head><frameset rows=3D"*,39"><frame src=3D"book.files/sheet001.htm"></frameset></html>\r\n\r\n------=_NextPart_01\r\nContent-Location: file:///C:/a/book.files/sheet001.htm\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n${quoted(utf8(`<html><body>${table(WHOLE)}</body></html>`))}\r\n\r\n------=_NextPart_01--\r\n`,
      ),
    expected: { indicators: 13 },
  },
  {
    id: '17c',
    what: 'single-file page with bare line feeds and another header first',
    ending: 'et',
    bytes: () =>
      utf8(
        `From: <Saved by WPS>\nSubject: \nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html";\n\tboundary="b2"\n\n--b2\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n<html><body>${table(SICHUAN)}</body></html>\n--b2--\n`,
      ),
    expected: { indicators: 7 },
  },
  {
    id: '18a',
    what: 'the built-in password',
    bytes: () => encrypted(raw([sheet('自评表', YUNNAN)]), 'VelvetSweatshop'),
    expected: { indicators: 8 },
  },
  {
    id: '18b',
    what: 'the built-in password, an .xls by name',
    ending: 'xls',
    bytes: () => encrypted(raw([sheet('评分表', WHOLE)]), 'VelvetSweatshop'),
    expected: { indicators: 13 },
  },
  {
    id: '18c',
    what: 'a real password is asked for in plain words',
    bytes: () => encrypted(raw([sheet('评分表', WHOLE)]), '8848'),
    expected: { status: 'unreadable', says: [/密码/] },
  },
];
