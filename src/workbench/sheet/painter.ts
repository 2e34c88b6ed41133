/** Draws cells: their text as data, never as markup. */
import type { BenchView, CellLook, LineLook, TextRun } from '../../hosts/workbench';
import type { Rect, SheetSnapshot } from '../../workbook';
import type { Geometry } from './geometry';
import type { MergeIndex } from './merges';
import { dressCell, type ViewMark } from './marks';
import { shownAt } from './shown';
import { applyFont, type StyleRules } from './style-rules';

/** Said of a formula that nobody here can compute. */
export const UNKNOWN_TEXT = '待计算';
export const UNKNOWN_WHY = '保存后由 Excel 计算';
/** Cells asked for a border along one edge of a merge. */
const MOST_EDGE = 60;
/** Empty neighbours a text may run over. */
const MOST_SPILL = 40;
const PADDING = 3;

/** Where one sheet is drawn from. */
export interface Canvas {
  readonly view: BenchView;
  readonly index: number;
  readonly sheet: SheetSnapshot;
  readonly geometry: Geometry;
  readonly merges: MergeIndex;
  readonly rules: StyleRules;
  readonly markAt: (row: number, col: number) => ViewMark | undefined;
}

/** The area of a merge as far as it is drawn: hidden rows and columns left out. null: this cell lies under another. */
export function drawnArea(
  { merges, geometry }: Canvas,
  row: number,
  col: number,
): { readonly area: Rect; readonly rowSpan: number; readonly colSpan: number } | null {
  const area = merges.at(row, col);
  if (area === undefined) return { area: { top: row, left: col, bottom: row, right: col }, rowSpan: 1, colSpan: 1 };
  let firstRow = area.top;
  while (firstRow < row && !geometry.isShown(firstRow)) firstRow += 1;
  let firstCol = area.left;
  while (firstCol < col && geometry.widths[firstCol] === 0) firstCol += 1;
  if (firstRow !== row || firstCol !== col) return null;
  let rowSpan = 0;
  for (let at = area.top; at <= Math.min(area.bottom, geometry.rows - 1); at += 1) if (geometry.isShown(at)) rowSpan += 1;
  let colSpan = 0;
  for (let at = area.left; at <= Math.min(area.right, geometry.cols - 1); at += 1) if (geometry.widths[at]! > 0) colSpan += 1;
  return { area, rowSpan: Math.max(1, rowSpan), colSpan: Math.max(1, colSpan) };
}

/** Gives a cell element its text, looks, marks and name. `area`: the cell, or the merge it stands for. */
export function paint(cell: HTMLTableCellElement, canvas: Canvas, area: Rect): void {
  const { sheet, view } = canvas;
  const { top, left } = area;
  const style = styleAt(canvas, top, left);
  const look = view.looks?.styles[style];
  const shown = shownAt(sheet, top, left, view.book.date1904);
  const unknown = view.isUnknown({ sheet: canvas.index, row: top, col: left });
  const text = unknown ? UNKNOWN_TEXT : shown.text;
  const classes = [view.looks === null ? 'plain' : canvas.rules.look(style), kindOf(sheet, top, left)];
  const line = view.looks === null ? null : canvas.rules.line(edge(canvas, area, 'right'), edge(canvas, area, 'bottom'));
  if (line !== null) classes.push(line);
  if (unknown) classes.push('unknown');
  // How a text behaves that is longer than its cell: wraps, runs over empty neighbours, or ends.
  const wraps = view.looks === null || look?.wrap === true || look?.horizontal === 'justify' || look?.horizontal === 'distributed';
  const room = wraps || text === '' || look?.rotation !== 0 ? null : spillRoom(canvas, area, look);
  if (wraps) classes.push('w');
  else if (room === null && text !== '') classes.push('o');
  if (look?.border.diagonalDown != null || look?.border.diagonalUp != null) classes.push('crossed');
  for (const kept of ['sel', 'in', 'fz']) if (cell.classList.contains(kept)) classes.push(kept);
  cell.className = classes.join(' ');
  cell.style.color = shown.color ?? '';
  write(cell, canvas, { text, look, room, runs: view.looks?.sheets[canvas.index]?.texts.get(`${top},${left}`) });
  dressCell(cell, canvas.markAt(top, left), text);
  if (unknown) {
    cell.title = UNKNOWN_WHY;
    cell.setAttribute('aria-label', `${text}，${UNKNOWN_WHY}`);
  }
}

function styleAt({ view, index }: Canvas, row: number, col: number): number {
  return view.looks?.sheets[index]?.styleAt(row, col) ?? 0;
}

/** How a cell without an alignment of its own is set: numbers right, texts left, the rest centred. */
function kindOf(sheet: SheetSnapshot, row: number, col: number): string {
  const value = sheet.valueAt(row, col);
  if (typeof value === 'number') return 'n';
  return value === null || typeof value === 'string' ? 't' : 'c';
}

interface Written {
  readonly text: string;
  readonly look: CellLook | undefined;
  readonly room: { readonly left: number; readonly right: number } | null;
  readonly runs: readonly TextRun[] | undefined;
}

function write(cell: HTMLTableCellElement, canvas: Canvas, { text, look, room, runs }: Written): void {
  cell.removeAttribute('title');
  const rich = runs !== undefined && runs.map((run) => run.text).join('') === text ? runs : null;
  const turned = look !== undefined && look.rotation !== 0;
  if (rich === null && !turned && room === null) {
    cell.textContent = text;
    return;
  }
  const inner = cell.ownerDocument.createElement('span');
  if (rich === null) inner.textContent = text;
  else for (const run of rich) inner.append(runOf(cell.ownerDocument, run, canvas.rules.scale));
  if (turned) turn(inner, look.rotation);
  else if (room !== null) {
    inner.className = 'spill';
    inner.style.marginLeft = `${-room.left}px`;
    inner.style.marginRight = `${-room.right}px`;
  }
  cell.replaceChildren(inner);
}

function runOf(document: Document, run: TextRun, scale: number): Node {
  if (run.font === null) return document.createTextNode(run.text);
  const part = document.createElement('span');
  part.textContent = run.text;
  applyFont(part.style, run.font, scale);
  return part;
}

function turn(inner: HTMLElement, rotation: CellLook['rotation']): void {
  if (rotation === 'stacked') inner.className = 'stacked';
  else if (rotation === 90) inner.className = 'upward';
  else if (rotation === -90) inner.className = 'downward';
  else {
    inner.className = 'slanted';
    inner.style.transform = `rotate(${-rotation}deg)`;
  }
}

/** Empty neighbours that a text without wrapping may run over; null where it has to stay in its cell. */
function spillRoom(canvas: Canvas, area: Rect, look: CellLook | undefined): { left: number; right: number } | null {
  const { sheet, geometry, merges } = canvas;
  if (area.top !== area.bottom || area.left !== area.right || typeof sheet.valueAt(area.top, area.left) !== 'string') return null;
  const align = look?.horizontal ?? 'general';
  const free = (from: number, step: 1 | -1): number => {
    let room = 0;
    for (let col = from + step, count = 0; col >= 0 && col < geometry.cols && count < MOST_SPILL; col += step, count += 1) {
      const cell = sheet.at(area.top, col);
      if ((cell !== undefined && (cell.value !== null || cell.formula !== undefined)) || merges.at(area.top, col) !== undefined) break;
      room += geometry.widths[col]!;
    }
    return room;
  };
  const right = align === 'right' ? 0 : free(area.left, 1);
  const left = align === 'right' || align === 'center' ? free(area.left, -1) : 0;
  if (right === 0 && left === 0) return null;
  // Centred text runs over both sides alike.
  if (align === 'center') return { left: Math.min(left, right) - PADDING, right: Math.min(left, right) - PADDING };
  return { left: Math.max(0, left - PADDING), right: Math.max(0, right - PADDING) };
}

/** The line right of or below an area: its own, else what its neighbour draws there. */
function edge(canvas: Canvas, area: Rect, side: 'right' | 'bottom'): LineLook | null {
  const styles = canvas.view.looks?.styles ?? [];
  const border = (row: number, col: number): CellLook['border'] | undefined => styles[styleAt(canvas, row, col)]?.border;
  const length = Math.min(MOST_EDGE, side === 'right' ? area.bottom - area.top + 1 : area.right - area.left + 1);
  for (let at = 0; at < length; at += 1) {
    const found = side === 'right' ? border(area.top + at, area.right)?.right : border(area.bottom, area.left + at)?.bottom;
    if (found != null) return found;
  }
  const beyond = side === 'right' ? border(area.top, area.right + 1)?.left : border(area.bottom + 1, area.left)?.top;
  return beyond ?? null;
}
