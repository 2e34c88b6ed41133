import * as sheetjs from '@e965/xlsx';
import exceljs from 'exceljs';
import { readWorkbook, sniff } from '../../src/hosts/file';
import { readLegacy } from '../../src/hosts/file/legacy';
import type { CellValue, SheetSnapshot, WorkbookSnapshot } from '../../src/workbook/types';
import { corpusFiles } from '../support/shared-folder';

const REFUSED: Readonly<Record<string, string>> = {
  // A fuzzer changed a sheet (a row numbered 231999999999940) and left its checksum as it was.
  '21_se-minimized-POIXSSFFuzzer-5937385319563264.xlsx': 'damaged',
  // Fuzzed as well: there is no central directory.
  '22_e-minimized-XLSX2CSVFuzzer-6594557414080512.xlsx': 'truncated',
  '32_pass_protected.xlsx': 'encrypted',
};

/** Where SheetJS reads something else, and why ours is right. */
const EXPLAINED: readonly string[] = [
  // SheetJS makes a cell for a comment; the sheet has none there.
  '29_universal-content-strict.xlsx Sheet1!H3 none, SheetJS null',
  // `<x:c r="A1" t="inlineStr"/>`: typed as text but without any.
  '30_EmptyFill.xlsx Rockport-Fulton High School!A1 null, SheetJS ""',
];

/** SheetJS wants a styles part, which this file does not have: exceljs reads it instead. */
const WITHOUT_STYLES = '40_test-issue-771.xlsx';

const files = corpusFiles();
const readable = [...(files ?? [])].filter(([name]) => REFUSED[name] === undefined);
const ours = (bytes: Uint8Array): Promise<WorkbookSnapshot> => readWorkbook(bytes, { legacy: async (old) => readLegacy(old) });
const maybe = files === null ? test.skip : test;

function valueOf(cell: sheetjs.CellObject): CellValue {
  if (cell.t === 'e') return { error: String(cell.w) };
  return cell.t === 'z' || cell.v === undefined ? null : (cell.v as CellValue);
}

const shown = (value: CellValue | undefined): string => (value === undefined ? 'none' : JSON.stringify(value));

/** Differences between a sheet and SheetJS's reading of it, both ways; counts the cells compared. */
function compare(where: string, sheet: SheetSnapshot, theirs: sheetjs.WorkSheet, counted: { cells: number; formulas: number }): string[] {
  const differences: string[] = [];
  const seen = new Set<string>();
  for (const address of Object.keys(theirs).filter((key) => !key.startsWith('!'))) {
    const { r, c } = sheetjs.utils.decode_cell(address);
    const cell = theirs[address] as sheetjs.CellObject;
    const mine = sheet.at(r, c);
    seen.add(address);
    counted.cells += 1;
    if (cell.f !== undefined) counted.formulas += 1;
    if (mine === undefined || shown(mine.value) !== shown(valueOf(cell)))
      differences.push(`${where}!${address} ${shown(mine?.value)}, SheetJS ${shown(valueOf(cell))}`);
    if ((mine?.formula ?? '') !== (cell.f ?? ''))
      differences.push(`${where}!${address} formula ${mine?.formula ?? ''}, SheetJS ${cell.f ?? ''}`);
  }
  for (let row = 0; row < sheet.rows; row += 1) {
    for (const [col] of sheet.cellsOfRow(row)) {
      const address = sheetjs.utils.encode_cell({ r: row, c: col });
      if (!seen.has(address)) differences.push(`${where}!${address} ${shown(sheet.valueAt(row, col))}, SheetJS none`);
    }
  }
  const merges = (list: readonly string[]): string => [...list].sort().join(' ');
  const mine = merges(
    sheet.merges.map((rect) => sheetjs.utils.encode_range({ s: { r: rect.top, c: rect.left }, e: { r: rect.bottom, c: rect.right } })),
  );
  const other = merges((theirs['!merges'] ?? []).map((range) => sheetjs.utils.encode_range(range)));
  if (mine !== other) differences.push(`${where} merges ${mine}, SheetJS ${other}`);
  return differences;
}

maybe('every file is opened or refused with a reason', async () => {
  const refused: Record<string, string> = {};
  for (const [name, bytes] of files!) {
    await ours(bytes).catch((error: { why: string }) => {
      refused[name] = error.why;
    });
  }
  expect(refused).toEqual(REFUSED);
});

maybe('values, formulas, merges and names of sheets equal SheetJS, but for what is explained', async () => {
  const counted = { cells: 0, formulas: 0 };
  const differences: string[] = [];
  for (const [name, bytes] of readable) {
    if (sniff(bytes) !== 'xlsx' || name === WITHOUT_STYLES) continue;
    const book = await ours(bytes);
    const theirs = sheetjs.read(bytes, { cellFormula: true, cellHTML: false, sheetStubs: true });
    for (const sheet of book.sheets) differences.push(...compare(`${name} ${sheet.name}`, sheet, theirs.Sheets[sheet.name]!, counted));
    const withCells = theirs.SheetNames.filter(
      (sheet) => !['chart', 'macro', 'dialog'].includes(String((theirs.Sheets[sheet] as { '!type'?: string })['!type'])),
    );
    expect([name, book.sheets.map((sheet) => sheet.name)]).toEqual([name, withCells]);
  }
  expect(differences).toEqual(EXPLAINED);
  expect(counted.cells).toBeGreaterThan(25_000);
  expect(counted.formulas).toBeGreaterThan(150);
});

maybe('what is hidden equals SheetJS', async () => {
  let hidden = 0;
  for (const [name, bytes] of readable) {
    if (sniff(bytes) !== 'xlsx' || name === WITHOUT_STYLES) continue;
    const book = await ours(bytes);
    const theirs = sheetjs.read(bytes, { cellStyles: true });
    for (const sheet of book.sheets) {
      const other = theirs.Sheets[sheet.name]!;
      const state = theirs.Workbook?.Sheets?.[theirs.SheetNames.indexOf(sheet.name)]?.Hidden ?? 0;
      expect([name, sheet.name, sheet.state]).toEqual([name, sheet.name, ['visible', 'hidden', 'veryHidden'][state]]);
      const rows = Array.from({ length: sheet.rows }, (_, row) => sheet.rowHidden(row));
      expect([name, sheet.name, rows]).toEqual([name, sheet.name, rows.map((_, row) => other['!rows']?.[row]?.hidden === true)]);
      const cols = Array.from({ length: sheet.cols }, (_, col) => sheet.colHidden(col));
      expect([name, sheet.name, cols]).toEqual([
        name,
        sheet.name,
        cols.map((_, col) => other['!cols']?.[col]?.hidden === true || other['!cols']?.[col]?.width === 0),
      ]);
      hidden += [...rows, ...cols].filter(Boolean).length + (sheet.state === 'visible' ? 0 : 1);
    }
  }
  expect(hidden).toBeGreaterThan(10);
});

maybe('a workbook without styles equals exceljs', async () => {
  const bytes = files!.get(WITHOUT_STYLES)!;
  const theirs = new exceljs.Workbook();
  await theirs.xlsx.load(bytes.slice().buffer as unknown as exceljs.Buffer);
  const book = await ours(bytes);
  expect(book.sheets.map((sheet) => [sheet.name, sheet.rows])).toEqual(
    theirs.worksheets.map((sheet) => [sheet.name, sheet.actualRowCount]),
  );
});

maybe('protection and external links stand where they are in the files', async () => {
  const found = { locked: [] as string[], linked: [] as string[] };
  for (const [name, bytes] of readable) {
    const book = await ours(bytes);
    if (book.sheets.some((sheet) => sheet.protected)) found.locked.push(name.slice(0, 2));
    if (book.externalLinks!.length > 0) found.linked.push(name.slice(0, 2));
  }
  expect(found).toEqual({ locked: ['17'], linked: ['19', '25', '36'] });
});
