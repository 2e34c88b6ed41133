/** Reads the open workbook into a snapshot. */
import {
  GENERAL,
  SheetBuilder,
  type SheetData,
  type SheetState,
  type StoredStyle,
  workbookFromData,
  type WorkbookSnapshot,
} from '../../workbook';
import { HostError } from '../port';
import { cellIn, heightOf, readBlock, widthOf, type CellBlock } from './block';
import { attempt, get, isTrue, numberOf } from './bridge';
import { XL_SHEET_HIDDEN, XL_SHEET_VERY_HIDDEN, type EtApp, type EtWorkbook, type EtWorksheet } from './et';
import { usedRect } from './extent';
import type { FormatArea } from './formats';
import { layoutOf, type Layout, type Layouts } from './layout';
import { hasNames, ourSheet } from './our-sheets';
import type { KeyedSheet, Sheets } from './sheets';

/** Cells of all sheets together, as for files; what is larger is refused whole, for a part would be judged wrongly. */
const MOST_CELLS = 500_000;

/**
 * The workbook as it stands. Locked cells, hidden rows and columns and external links are null: this program does not tell
 * them reliably. `layouts`: what is known from a moment ago may be taken. @throws HostError unsupported; the signal's reason when aborted
 */
export function readBook(app: EtApp, book: EtWorkbook, sheets: Sheets, layouts: Layouts | null, signal?: AbortSignal): WorkbookSnapshot {
  const named = hasNames(book);
  let cells = 0;
  const data = sheets.list().map((one): SheetData => {
    signal?.throwIfAborted();
    const rect = usedRect(app, one.sheet);
    cells += heightOf(rect) * widthOf(rect);
    if (cells > MOST_CELLS) {
      throw new HostError('unsupported', `工作表「${one.name}」内容过多，无法审核。请把评分表另存到单独的工作簿中，再打开审核。`);
    }
    const block = readBlock(one.sheet, rect);
    const layout = layouts === null ? layoutOf(one.sheet, block) : layouts.of(one.key, one.sheet, block);
    return { ...sheetData(one, block, layout), ours: named && ourSheet(one.sheet, one.name) !== null };
  });
  return workbookFromData({ sheets: data, externalLinks: null, date1904: attempt(() => isTrue(get(book, 'Date1904')), false) });
}

function sheetData({ key, name, sheet }: KeyedSheet, block: CellBlock, layout: Layout): SheetData {
  const builder = new SheetBuilder(name);
  builder.key = key;
  builder.state = stateOf(sheet);
  builder.protected = attempt(() => isTrue(get(sheet, 'ProtectContents')), false);
  builder.hiddenKnown = false;
  builder.locksKnown = false;
  for (const merge of layout.merges) builder.merge(merge);
  const styles = new Styles(layout.formats);
  builder.useStyles(styles.table);
  for (let row = block.rect.top; row <= block.rect.bottom; row += 1) {
    for (let col = block.rect.left; col <= block.rect.right; col += 1) {
      const { value, formula } = cellIn(block, row, col);
      const style = styles.at(row, col);
      if (value !== null || formula !== undefined || style > 0) builder.add(row, col, value, style, formula);
    }
  }
  return builder.buildData();
}

function stateOf(sheet: EtWorksheet): SheetState {
  const visible = numberOf(attempt(() => get(sheet, 'Visible'), null));
  if (visible === XL_SHEET_VERY_HIDDEN) return 'veryHidden';
  return visible === XL_SHEET_HIDDEN ? 'hidden' : 'visible';
}

/** Number formats by place. */
class Styles {
  readonly table: StoredStyle[] = [GENERAL];
  private readonly places: (readonly [area: FormatArea, style: number])[];
  private readonly numbers = new Map<string, number>();

  constructor(areas: readonly FormatArea[]) {
    this.places = areas.map((area) => [area, this.number(area.format)]);
  }

  /** 0: General. */
  at(row: number, col: number): number {
    const found = this.places.find(([{ rect }]) => row >= rect.top && row <= rect.bottom && col >= rect.left && col <= rect.right);
    return found?.[1] ?? 0;
  }

  private number(format: string): number {
    if (format === GENERAL.format) return 0;
    const known = this.numbers.get(format);
    if (known !== undefined) return known;
    this.numbers.set(format, this.table.length);
    this.table.push({ format, locked: true });
    return this.table.length - 1;
  }
}
