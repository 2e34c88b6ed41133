/**
 * Reads the whole workbook: one sync for the sheets, one for how large they are, then one for each piece of about
 * 1.6 MB (an ordinary score sheet is one piece).
 */
import {
  readSheetTag,
  type Rect,
  SHEET_NAME,
  SheetBuilder,
  type SheetData,
  type SheetState,
  workbookFromData,
  type WorkbookSnapshot,
} from '../../workbook';
import { HostError } from '../port';
import { rectsOfAddress } from './addresses';
import { cellOf, weightOf } from './cells';
import { nextPieces, Pace, type Extent, type RowChunk } from './chunks';
import { isTooMuch } from './errors';
import type { CellProperties, ClientResult, LineProperties, Range, RangeAreas, RequestContext, Worksheet } from './office-types';
import { joinedPieces, tilesOf } from './tiles';

const STATES: Readonly<Record<string, SheetState>> = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' };
/** `{"format":{"protection":{"locked":false}}},` */
const LOCK_BYTES = 48;
/** A type and a number format, beside value and formula. */
const CELL_BYTES = 22;

interface Opened extends Extent {
  readonly sheet: Worksheet;
  readonly ours: boolean;
}

/** One piece of a sheet, asked for. */
interface Asked extends RowChunk {
  readonly range: Range;
  readonly rows: ClientResult<readonly LineProperties[]>;
  readonly cols: ClientResult<readonly LineProperties[]> | null;
  readonly locks: ClientResult<readonly (readonly CellProperties[])[]> | null;
  readonly merges: readonly RangeAreas[];
}

/** @throws HostError; the library's errors; the signal's reason */
export async function readBook(context: RequestContext, signal?: AbortSignal): Promise<WorkbookSnapshot> {
  signal?.throwIfAborted();
  const { worksheets, functions } = context.workbook;
  worksheets.load('items/id,items/name,items/visibility,items/protection/protected');
  // The number of this day tells which date system the workbook has; nothing else does.
  const first = functions.date(1904, 1, 1).load('value');
  await context.sync();
  signal?.throwIfAborted();
  const opened = await openSheets(context, worksheets.items);
  const sheets = await readSheets(context, opened, signal);
  return workbookFromData({ sheets, externalLinks: null, date1904: first.value === 0 });
}

async function openSheets(context: RequestContext, sheets: readonly Worksheet[]): Promise<Opened[]> {
  const asked = sheets.map((sheet) => ({
    sheet,
    used: sheet.getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount'),
    tag: sheet.names.getItemOrNullObject(SHEET_NAME).load('formula'),
  }));
  await context.sync();
  return asked.map(({ sheet, used, tag }) => ({
    sheet,
    rows: used.isNullObject ? 0 : used.rowIndex + used.rowCount,
    cols: used.isNullObject ? 0 : used.columnIndex + used.columnCount,
    extra: sheet.protection.protected ? LOCK_BYTES : 0,
    // A sheet of ours that was renamed or copied is the user's from then on.
    ours: !tag.isNullObject && readSheetTag(tag.formula)?.given === sheet.name,
  }));
}

async function readSheets(context: RequestContext, opened: readonly Opened[], signal: AbortSignal | undefined): Promise<SheetData[]> {
  const parts = opened.map((one) => ({ builder: builderFor(one), merges: [] as Rect[] }));
  const pace = new Pace();
  let at = { sheet: 0, row: 0 };
  for (;;) {
    signal?.throwIfAborted();
    const step = nextPieces(opened, at, pace);
    if (step === null) break;
    const asked = await readPieces(context, opened, step.pieces);
    if (asked === null) {
      const single = step.pieces.length === 1 && step.pieces[0]!.from === step.pieces[0]!.to;
      if (single)
        throw new HostError('unsupported', '有一行内容太长，Excel 不能一次交出，无法读取。可以在浏览器里的绩核工作台打开这个文件。');
      pace.slower();
      continue;
    }
    let bytes = 0;
    let cells = 0;
    for (const piece of asked) {
      const part = parts[piece.sheet]!;
      bytes += fill(part.builder, piece);
      cells += (piece.to - piece.from + 1) * opened[piece.sheet]!.cols;
      for (const areas of piece.merges) if (!areas.isNullObject) part.merges.push(...rectsOfAddress(areas.address));
    }
    pace.learn(cells, bytes);
    at = step.next;
  }
  return parts.map(({ builder, merges }, index) => {
    for (const rect of joinedPieces(merges)) builder.merge(rect);
    return { ...builder.buildData(), ...(opened[index]!.ours ? { ours: true } : {}) };
  });
}

function builderFor({ sheet }: Opened): SheetBuilder {
  const builder = new SheetBuilder(sheet.name);
  builder.key = sheet.id;
  builder.state = STATES[sheet.visibility] ?? 'visible';
  builder.protected = sheet.protection.protected;
  return builder;
}

/** null: the host found the reply too large. */
async function readPieces(
  context: RequestContext,
  opened: readonly Opened[],
  pieces: readonly RowChunk[],
): Promise<readonly Asked[] | null> {
  const asked = pieces.map((piece) => ask(opened[piece.sheet]!, piece));
  try {
    await context.sync();
  } catch (error) {
    if (isTooMuch(error)) return null;
    throw error;
  }
  // Some hosts answer null where a range is too large for them.
  return asked.some(({ range }) => (range.values as unknown) === null || (range.formulas as unknown) === null) ? null : asked;
}

function ask({ sheet, rows, cols }: Opened, piece: RowChunk): Asked {
  const { from, to } = piece;
  const range = sheet.getRangeByIndexes(from, 0, to - from + 1, cols).load('values,formulas,numberFormat,valueTypes');
  // One row further, so that an area across the border of two pieces is known as one.
  const tiles = tilesOf(from, Math.min(to + 1, rows - 1), cols);
  return {
    ...piece,
    range,
    rows: range.getRowProperties({ rowHidden: true }),
    cols: from === 0 ? sheet.getRangeByIndexes(0, 0, 1, cols).getColumnProperties({ columnHidden: true }) : null,
    locks: sheet.protection.protected ? range.getCellProperties({ format: { protection: { locked: true } } }) : null,
    merges: tiles.map((tile) =>
      sheet
        .getRangeByIndexes(tile.top, tile.left, tile.bottom - tile.top + 1, tile.right - tile.left + 1)
        .getMergedAreasOrNullObject()
        .load('address'),
    ),
  };
}

/** Puts a piece into its sheet; answers how many bytes it took. */
function fill(builder: SheetBuilder, { from, range, rows, cols, locks }: Asked): number {
  const { values, formulas, numberFormat, valueTypes } = range;
  let bytes = 0;
  values.forEach((line, down) => {
    const row = from + down;
    if (rows.value[down]?.rowHidden === true) builder.hideRows(row);
    line.forEach((value, col) => {
      const formula = formulas[down]![col]!;
      const format = numberFormat[down]![col] ?? 'General';
      const locked = locks?.value[down]?.[col]?.format?.protection?.locked ?? true;
      bytes += weightOf(value) + weightOf(formula) + CELL_BYTES + format.length - 7;
      const cell = cellOf(value, formula, valueTypes[down]![col]!);
      // Cells that only carry a look matter by their format, and by being open to typing.
      if (cell.value === null && cell.formula === undefined && format === 'General' && locked) return;
      builder.set(row, col, cell.value, format, cell.formula, locked);
    });
  });
  cols?.value.forEach((line, col) => {
    if (line.columnHidden === true) builder.hideCols(col);
  });
  return bytes;
}
