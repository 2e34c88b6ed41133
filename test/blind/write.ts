/** The bytes of workbooks: XML by hand, exceljs, and the old binary format. */
import * as XLSX from '@e965/xlsx';
import { Workbook } from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { xlsxOf, type XlsxParts } from '../support/ooxml';
import { addressOf, type Cell, type Sheet } from './grid';

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** Each format a style of its own; 0 is General. */
class Styles {
  private readonly formats: string[] = [];

  of(format: string | undefined): number {
    if (format === undefined) return 0;
    if (!this.formats.includes(format)) this.formats.push(format);
    return this.formats.indexOf(format) + 1;
  }

  xml(): string {
    const formats = this.formats.map((code, n) => `<numFmt numFmtId="${164 + n}" formatCode="${escape(code)}"/>`).join('');
    const used = this.formats
      .map((_, n) => `<xf numFmtId="${164 + n}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`)
      .join('');
    return `${formats === '' ? '' : `<numFmts count="${this.formats.length}">${formats}</numFmts>`}<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${this.formats.length + 1}"><xf numFmtId="0" xfId="0"/>${used}</cellXfs>`;
  }
}

function element(at: string, cell: Cell, styles: Styles): string {
  if (cell.xml !== undefined) return cell.xml.replace(/@/g, at);
  const style = styles.of(cell.z);
  const s = style === 0 ? '' : ` s="${style}"`;
  const f = cell.f === undefined ? '' : `<f>${escape(cell.f)}</f>`;
  if (cell.v === undefined) return `<c r="${at}"${s}>${f}</c>`;
  if (typeof cell.v === 'number') return `<c r="${at}"${s}>${f}<v>${cell.v}</v></c>`;
  if (typeof cell.v === 'boolean') return `<c r="${at}"${s} t="b">${f}<v>${cell.v ? 1 : 0}</v></c>`;
  if (cell.f !== undefined) return `<c r="${at}"${s} t="str">${f}<v>${escape(cell.v)}</v></c>`;
  return `<c r="${at}"${s} t="inlineStr"><is><t xml:space="preserve">${escape(cell.v)}</t></is></c>`;
}

function sheetXml(sheet: Sheet, styles: Styles): string {
  const rows = new Map<number, [number, string][]>();
  for (const [at, cell] of sheet.cells) {
    const [row, col] = addressOf(at);
    const line = rows.get(row) ?? [];
    line.push([col, element(at, cell, styles)]);
    rows.set(row, line);
  }
  const data = [...rows]
    .sort(([a], [b]) => a - b)
    .map(
      ([row, line]) =>
        `<row r="${row + 1}">${line
          .sort(([a], [b]) => a - b)
          .map(([, xml]) => xml)
          .join('')}</row>`,
    )
    .join('');
  const merges =
    sheet.merges.length === 0
      ? ''
      : `<mergeCells count="${sheet.merges.length}">${sheet.merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  return `<sheetData>${data}</sheetData>${merges}${sheet.tail ?? ''}`;
}

/** By hand. `more`: whatever else the package holds. */
export function raw(sheets: readonly Sheet[], more: XlsxParts = {}): Uint8Array {
  const styles = new Styles();
  const xml = sheets.map((sheet) => sheetXml(sheet, styles));
  const names = new Map(sheets.map((sheet, n) => [`name="表${n + 1}"`, `name="${escape(sheet.name)}"`]));
  const attributes = sheets.map((sheet) => (sheet.state === undefined ? '' : `state="${sheet.state}"`));
  const made = { ...more, sheets: xml, styles: styles.xml(), sheetAttributes: attributes };
  // The helper names sheets 表1, 表2: put the real names in their place.
  const listed = sheets
    .map((_, n) =>
      `<sheet name="表${n + 1}" sheetId="${n + 1}" ${attributes[n]} r:id="rId${n + 1}"/>`.replace(/name="表\d+"/, (name) =>
        names.get(name)!,
      ),
    )
    .join('');
  const workbook = `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${more.workbookPr ?? ''}<sheets>${listed}</sheets></workbook>`;
  return xlsxOf({ ...made, parts: { 'xl/workbook.xml': workbook, ...more.parts } });
}

export async function exceljs(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.created = workbook.modified = new Date(Date.UTC(2025, 0, 1));
  for (const sheet of sheets) {
    const page = workbook.addWorksheet(sheet.name, { state: sheet.state ?? 'visible' });
    for (const [at, cell] of sheet.cells) {
      const target = page.getCell(at);
      target.value = cell.f === undefined ? cell.v! : { formula: cell.f, ...(cell.v === undefined ? {} : { result: cell.v }) };
      if (cell.z !== undefined) target.numFmt = cell.z;
    }
    for (const ref of sheet.merges) page.mergeCells(ref);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function sheetJs(sheets: readonly Sheet[]): XLSX.WorkBook {
  const book = XLSX.utils.book_new();
  for (const sheet of sheets) {
    const page: XLSX.WorkSheet = {};
    let [bottom, right] = [0, 0];
    for (const [at, cell] of sheet.cells) {
      const [row, col] = addressOf(at);
      [bottom, right] = [Math.max(bottom, row), Math.max(right, col)];
      const type = typeof cell.v === 'number' ? 'n' : typeof cell.v === 'boolean' ? 'b' : 's';
      page[at] = { t: type, v: cell.v, ...(cell.f === undefined ? {} : { f: cell.f }), ...(cell.z === undefined ? {} : { z: cell.z }) };
    }
    page['!ref'] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: bottom, c: right } });
    page['!merges'] = sheet.merges.map((ref) => XLSX.utils.decode_range(ref));
    XLSX.utils.book_append_sheet(book, page, sheet.name);
  }
  return book;
}

/** biff8: .xls of Excel 97; xlml: an XML table; html: a web table. */
export const old = (sheets: readonly Sheet[], bookType: 'biff8' | 'xlml' | 'html' | 'xlsx' = 'biff8'): Uint8Array =>
  new Uint8Array(XLSX.write(sheetJs(sheets), { type: 'buffer', bookType }) as ArrayBuffer);

/** The .xlsx with these cells emptied, formulas too: 「sheet!A1」. Sheets are parts sheet1, sheet2 … in workbook order. */
export function emptied(bytes: Uint8Array, cells: ReadonlySet<string>): Uint8Array {
  const parts = unzipSync(bytes);
  const names = [...strFromU8(parts['xl/workbook.xml']!).matchAll(/<sheet [^>]*name="([^"]*)"/g)].map((match) => match[1]!);
  names.forEach((name, n) => {
    const part = `xl/worksheets/sheet${n + 1}.xml`;
    const text = strFromU8(parts[part]!).replace(/<c r="([A-Z]+\d+)"([^>]*?)>.*?<\/c>/g, (whole, at: string, attributes: string) =>
      cells.has(`${name}!${at}`) ? `<c r="${at}"${attributes.replace(/ t="[^"]*"/, '')}/>` : whole,
    );
    parts[part] = strToU8(text);
  });
  return zipSync(parts);
}

/** What stands in each cell of a file: 「sheet!A1」 → value, or 「=formula」. Formula results by `results`. */
export function contents(bytes: Uint8Array): { cells: Map<string, string | number | boolean>; results: Map<string, unknown> } {
  const book = XLSX.read(bytes, { cellFormula: true, cellNF: true, sheetStubs: true, type: 'array' });
  const cells = new Map<string, string | number | boolean>();
  const results = new Map<string, unknown>();
  for (const name of book.SheetNames) {
    for (const [at, cell] of Object.entries(book.Sheets[name]!)) {
      if (at.startsWith('!')) continue;
      const { f, v } = cell as { f?: string; v?: string | number | boolean };
      if (f !== undefined) results.set(`${name}!${at}`, v);
      if (f !== undefined || (v !== undefined && v !== '')) cells.set(`${name}!${at}`, f === undefined ? v! : `=${f}`);
    }
  }
  return { cells, results };
}
