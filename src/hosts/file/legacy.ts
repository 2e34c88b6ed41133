import { read, set_cptable, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import * as codepages from '@e965/xlsx/dist/cpexcel';
import {
  type CellValue,
  MAX_COLS,
  MAX_ROWS,
  SheetBuilder,
  type SheetData,
  type SheetState,
  UnreadableError,
  type WorkbookData,
  workbookFromData,
  type WorkbookSnapshot,
} from '../../workbook';
import { type Budget, budgetOf, spendCell, spendMerge } from './budget';
import { cutToCell, limitsOf, type Limits } from './limits';

/** Chinese texts of workbooks older than Unicode need the code pages; the bundled form of the library brings none. */
set_cptable(codepages);

/** Of binary error values, [MS-XLS] 2.5.10. */
const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
};

const STATES: readonly SheetState[] = ['visible', 'hidden', 'veryHidden'];

/**
 * Reads what `oldWorkbook` let through. Loads a large library and trusts its memory use to the process it should run in.
 * @throws UnreadableError `legacy-unreadable`, `too-many-cells`, `too-much-formula`, `beyond-grid`, `no-sheet`
 */
export function readLegacy(old: Uint8Array, limits?: Partial<Limits>): WorkbookSnapshot {
  return workbookFromData(readLegacyData(old, limits));
}

/** As readLegacy, as plain data that a process can send. */
export function readLegacyData(old: Uint8Array, limits?: Partial<Limits>): WorkbookData {
  const book = parse(old);
  const budget = budgetOf(limitsOf(limits));
  const sheets: SheetData[] = [];
  book.SheetNames.forEach((name, index) => {
    const sheet = book.Sheets[name];
    // Chart, macro and dialog sheets hold no cells of a table.
    const type: string = (sheet as { '!type'?: string } | undefined)?.['!type'] ?? 'sheet';
    if (sheet === undefined || type !== 'sheet') return;
    const state = STATES[book.Workbook?.Sheets?.[index]?.Hidden ?? 0] ?? 'visible';
    sheets.push(readSheet(sheet, name, state, budget));
  });
  if (sheets.length === 0) throw new UnreadableError('no-sheet');
  return { sheets, externalLinks: [], date1904: book.Workbook?.WBProps?.date1904 === true };
}

function parse(bytes: Uint8Array): WorkBook {
  const options = {
    dense: true,
    cellFormula: true,
    cellNF: true,
    cellStyles: true,
    cellHTML: false,
    cellText: false,
    cellDates: false,
    UTC: true,
  } as const;
  try {
    // Where there are buffers the library makes fewer copies of the bytes.
    if (typeof Buffer === 'undefined') return read(bytes, { ...options, type: 'array' });
    return read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { ...options, type: 'buffer' });
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (/password|encrypt/i.test(message)) throw new UnreadableError('encrypted');
    throw new UnreadableError('legacy-unreadable');
  }
}

function readSheet(sheet: WorkSheet, name: string, state: SheetState, budget: Budget): SheetData {
  const builder = new SheetBuilder(name);
  builder.state = state;
  builder.protected = Boolean(sheet['!protect']);
  const rows = (sheet['!data'] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[];
  for (const rowKey of Object.keys(rows)) {
    const cells = rows[Number(rowKey)];
    for (const colKey of Object.keys(cells ?? [])) {
      const cell = cells?.[Number(colKey)];
      if (cell !== undefined) addCell(builder, Number(rowKey), Number(colKey), cell, budget);
    }
  }
  addMerges(builder, sheet, budget);
  addHidden(builder, sheet);
  return builder.buildData();
}

function addCell(builder: SheetBuilder, row: number, col: number, cell: CellObject, budget: Budget): void {
  if (!(row < MAX_ROWS && col < MAX_COLS)) throw new UnreadableError('beyond-grid', builder.name);
  const value = valueOf(cell);
  const formula = typeof cell.f === 'string' && cell.f !== '' ? cell.f : undefined;
  // The library makes cells of formatted blanks too; they hold nothing.
  if (value === null && formula === undefined) return;
  spendCell(budget, formula, builder.name);
  builder.set(row, col, value, typeof cell.z === 'string' && cell.z !== '' ? cell.z : 'General', formula);
}

function valueOf(cell: CellObject): CellValue {
  if (cell.t === 'e') return { error: ERRORS[Number(cell.v)] ?? '#N/A' };
  const value = cell.v;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'string') return cutToCell(value);
  return typeof value === 'boolean' ? value : null;
}

function addMerges(builder: SheetBuilder, sheet: WorkSheet, budget: Budget): void {
  for (const { s, e } of sheet['!merges'] ?? []) {
    const rect = { top: s.r, left: s.c, bottom: Math.min(e.r, MAX_ROWS - 1), right: Math.min(e.c, MAX_COLS - 1) };
    if (rect.top < 0 || rect.left < 0 || rect.bottom < rect.top || rect.right < rect.left) continue;
    spendMerge(budget, rect);
    builder.merge(rect);
  }
}

function addHidden(builder: SheetBuilder, sheet: WorkSheet): void {
  for (const key of Object.keys(sheet['!rows'] ?? [])) {
    const row = sheet['!rows']?.[Number(key)];
    if (row?.hidden === true || row?.hpt === 0) builder.hideRows(Number(key));
  }
  for (const key of Object.keys(sheet['!cols'] ?? [])) {
    const col = sheet['!cols']?.[Number(key)];
    if (col?.hidden === true || col?.width === 0) builder.hideCols(Number(key));
  }
}
