import * as sheetjs from '@e965/xlsx';
import exceljs from 'exceljs';
import { readXlsx, sniff } from '../../../../src/hosts/file';
import { contentOf, wholePlan } from '../../../support/edit-plans';
import { writtenBy } from '../../../support/edited';
import { corpusFiles } from '../../../support/shared-folder';
import { unzipMembers } from '../../../support/unzip';

const UNREADABLE = [
  '21_se-minimized-POIXSSFFuzzer-5937385319563264.xlsx',
  '22_e-minimized-XLSX2CSVFuzzer-6594557414080512.xlsx',
  '32_pass_protected.xlsx',
];
const files = corpusFiles();
const workbooks = [...(files ?? [])].filter(([name, bytes]) => !UNREADABLE.includes(name) && sniff(bytes) === 'xlsx');
const cases = files === null ? test.skip : test;
if (workbooks.length === 0) workbooks.push(['none', new Uint8Array(0)]);

/** What an edit may touch: sheets that are marked, and the lists and styles they hang on. */
const TOUCHED = /^(\[Content_Types\]\.xml|.*styles\.xml|.*workbook\.xml|.*workbook\.xml\.rels|.*comments\d*\.xml|.*\.vml)$/i;

const BLANK = 'z:undefined:undefined:undefined';
const cellOf = (sheet: sheetjs.WorkSheet, ref: string): string => {
  const cell = sheet[ref] as sheetjs.CellObject | undefined;
  return `${cell?.t ?? 'z'}:${String(cell?.v)}:${String(cell?.f)}:${String(cell?.z)}`;
};

describe.each(workbooks)('%s', (_, bytes) => {
  cases('all parts that need not change keep their packed bytes, their place and their time', () => {
    const book = readXlsx(bytes);
    const edited = unzipMembers(writtenBy(bytes, wholePlan(book)).bytes);
    const original = unzipMembers(bytes);
    expect(edited.slice(0, original.length).map(({ name }) => name)).toEqual(original.map(({ name }) => name));
    const changed = original
      .filter((member, index) => Buffer.compare(member.packed, edited[index]!.packed) !== 0 || member.time !== edited[index]!.time)
      .map(({ name }) => name);
    const sheets = changed.filter((name) => !TOUCHED.test(name));
    // One sheet, and the list of what it relates to.
    expect(sheets.filter((name) => !name.includes('_rels/')).length).toBeLessThanOrEqual(1);
    expect(sheets.filter((name) => name.includes('_rels/')).length).toBeLessThanOrEqual(1);
  });

  cases('our own reader sees exactly the change', () => {
    const before = readXlsx(bytes);
    const plan = wholePlan(before);
    const after = readXlsx(writtenBy(bytes, plan).bytes);
    expect(after.sheets.map(({ name }) => name)).toEqual([...before.sheets.map(({ name }) => name), expect.stringMatching(/^审核结果/)]);
    before.sheets.forEach((sheet, index) => {
      const other = after.sheets[index]!;
      const { at } = plan.cells[0]!;
      for (let row = 0; row < Math.max(sheet.rows, other.rows); row += 1) {
        const cells = (one: typeof sheet): unknown[] =>
          [...one.cellsOfRow(row)].filter(([col]) => index !== at.sheet || row !== at.row || col !== at.col);
        expect(cells(other)).toEqual(cells(sheet));
      }
      expect([other.merges, other.state, other.protected]).toEqual([sheet.merges, sheet.state, sheet.protected]);
    });
    expect(contentOf(after.sheets[0]!.at(plan.cells[0]!.at.row, plan.cells[0]!.at.col))).toEqual(plan.cells[0]!.after);
  });

  cases('SheetJS sees every other cell unchanged', () => {
    const plan = wholePlan(readXlsx(bytes));
    const options = { cellFormula: true, cellHTML: false, cellNF: true, sheetStubs: true } as const;
    const read = (data: Uint8Array): sheetjs.WorkBook | null => {
      try {
        return sheetjs.read(data, options);
      } catch {
        return null;
      }
    };
    const before = read(bytes);
    const after = read(writtenBy(bytes, plan).bytes);
    if (before === null) return;
    const target = sheetjs.utils.encode_cell({ r: plan.cells[0]!.at.row, c: plan.cells[0]!.at.col });
    const first = readXlsx(bytes).sheets[0]!.name;
    const differences: string[] = [];
    for (const name of before.SheetNames) {
      const refs = new Set(
        [...Object.keys(before.Sheets[name]!), ...Object.keys(after!.Sheets[name]!)].filter((ref) => !ref.startsWith('!')),
      );
      for (const ref of refs) {
        if (name === first && ref === target) continue;
        const [was, is] = [cellOf(before.Sheets[name]!, ref), cellOf(after!.Sheets[name]!, ref)];
        // It makes an empty cell for a note where there is none.
        if (was !== is && !(was === BLANK && is.startsWith('z:'))) differences.push(`${name}!${ref} ${was} → ${is}`);
      }
    }
    expect(differences).toEqual([]);
    expect((after!.Sheets[first]![target] as sheetjs.CellObject).v).toBe('=改过的');
  });
});

cases('exceljs sees every other style, height, width and validation unchanged', async () => {
  const compared = { files: 0, cells: 0 };
  for (const [name, bytes] of workbooks) {
    const before = await load(bytes);
    if (before === null) continue;
    const plan = wholePlan(readXlsx(bytes));
    const after = await load(writtenBy(bytes, plan).bytes);
    expect([name, after === null]).toEqual([name, false]);
    compared.files += 1;
    const { at } = plan.cells[0]!;
    before.worksheets.forEach((sheet, index) => {
      const other = after!.worksheets[index]!;
      sheet.eachRow({ includeEmpty: false }, (row, number) => {
        expect([name, number, other.getRow(number).height]).toEqual([name, number, row.height]);
        row.eachCell({ includeEmpty: true }, (cell, col) => {
          if (number === at.row + 1 && col === at.col + 1) return;
          compared.cells += 1;
          const twin = other.getCell(number, col);
          if (JSON.stringify(twin.style) !== JSON.stringify(cell.style))
            expect([name, sheet.name, cell.address, twin.style]).toEqual([name, sheet.name, cell.address, cell.style]);
        });
      });
    });
  }
  expect(compared.files).toBeGreaterThan(20);
  expect(compared.cells).toBeGreaterThan(2000);
});

async function load(bytes: Uint8Array): Promise<exceljs.Workbook | null> {
  const book = new exceljs.Workbook();
  try {
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
    return book;
  } catch {
    return null;
  }
}
