/** One block of rows as a table of real cells. */
import { columnName } from '../../workbook';
import type { RowBlock } from './geometry';
import { drawnArea, paint, type Canvas } from './painter';

/** Id of a cell's element; one sheet is drawn at a time. */
export function cellId(row: number, col: number): string {
  return `cell-${row}-${col}`;
}

/** Places of frozen columns from the left edge, in pixels; null for those that scroll. */
export function frozenLefts({ geometry }: Canvas): readonly (number | null)[] {
  let left = geometry.headWidth;
  return geometry.widths.map((width, col) => {
    const own = left;
    left += width;
    return col < geometry.frozen.cols ? own : null;
  });
}

export function columnGroup(document: Document, { geometry }: Canvas): HTMLElement {
  const group = document.createElement('colgroup');
  for (const width of [geometry.headWidth, ...geometry.shownCols.map((col) => geometry.widths[col]!)]) {
    const column = document.createElement('col');
    column.style.width = `${width}px`;
    group.append(column);
  }
  return group;
}

/** The row of column letters. */
export function headTable(document: Document, canvas: Canvas): HTMLTableElement {
  const table = plainTable(document, canvas);
  const row = document.createElement('tr');
  row.setAttribute('role', 'row');
  row.setAttribute('aria-rowindex', '1');
  const corner = document.createElement('th');
  corner.setAttribute('role', 'columnheader');
  corner.className = 'corner';
  const all = document.createElement('span');
  all.className = 'unseen';
  all.textContent = '全选';
  corner.append(all);
  row.append(corner);
  const lefts = frozenLefts(canvas);
  let before = -1;
  for (const col of canvas.geometry.shownCols) {
    const head = document.createElement('th');
    head.setAttribute('role', 'columnheader');
    head.setAttribute('aria-colindex', String(col + 2));
    head.textContent = columnName(col);
    head.dataset['col'] = String(col);
    if (col !== before + 1) head.classList.add('after-hidden');
    const left = lefts[col];
    if (left != null) {
      head.classList.add('fz');
      head.style.left = `${left}px`;
    }
    before = col;
    row.append(head);
  }
  table.append(row);
  return table;
}

function plainTable(document: Document, canvas: Canvas): HTMLTableElement {
  const table = document.createElement('table');
  table.setAttribute('role', 'presentation');
  table.style.width = `${canvas.geometry.width}px`;
  table.append(columnGroup(document, canvas));
  return table;
}

/** All rows of a block that are not hidden. */
export function blockTable(document: Document, canvas: Canvas, block: RowBlock): HTMLTableElement {
  const table = plainTable(document, canvas);
  const body = document.createElement('tbody');
  body.setAttribute('role', 'presentation');
  const lefts = frozenLefts(canvas);
  for (let row = block.from; row <= block.to; row += 1) {
    if (canvas.geometry.isShown(row)) body.append(tableRow(document, canvas, row, lefts));
  }
  table.append(body);
  return table;
}

function tableRow(document: Document, canvas: Canvas, row: number, lefts: readonly (number | null)[]): HTMLTableRowElement {
  const { geometry } = canvas;
  const line = document.createElement('tr');
  line.setAttribute('role', 'row');
  line.setAttribute('aria-rowindex', String(row + 2));
  line.style.height = `${geometry.rowHeight(row)}px`;
  const head = document.createElement('th');
  head.setAttribute('role', 'rowheader');
  head.textContent = String(row + 1);
  head.dataset['row'] = String(row);
  if (row > 0 && !geometry.isShown(row - 1)) head.classList.add('after-hidden');
  line.append(head);
  for (const col of geometry.shownCols) {
    const drawn = drawnArea(canvas, row, col);
    if (drawn === null) continue;
    const cell = document.createElement('td');
    const { top, left } = drawn.area;
    cell.id = cellId(top, left);
    cell.setAttribute('role', 'gridcell');
    cell.setAttribute('aria-colindex', String(col + 2));
    cell.dataset['at'] = `${top},${left}`;
    if (drawn.rowSpan > 1) cell.rowSpan = drawn.rowSpan;
    if (drawn.colSpan > 1) cell.colSpan = drawn.colSpan;
    const stays = lefts[col];
    if (stays != null && drawn.area.right < geometry.frozen.cols) {
      cell.classList.add('fz');
      cell.style.left = `${stays}px`;
    }
    paint(cell, canvas, drawn.area);
    line.append(cell);
  }
  return line;
}
