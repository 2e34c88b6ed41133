import type { Rect } from '../../workbook';
import type { MergeIndex } from './merges';
import { isSingle, type Selection } from './selection';
import type { SheetCanvas } from './sheet-canvas';

const CLASSES = ['sel', 'in', 'e-top', 'e-right', 'e-bottom', 'e-left'];

/** Draws what is selected: a frame around the active cell, a wash and an edge around an area, headings of its rows and columns. */
export class SelectionPainter {
  private dressed: HTMLElement[] = [];

  draw(canvas: SheetCanvas, selection: Selection, merges: MergeIndex): void {
    this.clear();
    const { active, area } = selection;
    const own = canvas.drawn(active.row, active.col);
    if (own !== null) this.dress(own, ['sel'], true);
    if (!isSingle(selection, merges)) this.drawArea(canvas, selection, merges);
    this.drawHeads(canvas, area);
  }

  clear(): void {
    for (const element of this.dressed) {
      element.classList.remove(...CLASSES, 'on');
      if (element.getAttribute('role') === 'gridcell') element.setAttribute('aria-selected', 'false');
    }
    this.dressed = [];
  }

  private drawArea(canvas: SheetCanvas, { area, active }: Selection, merges: MergeIndex): void {
    for (const cell of canvas.cellsIn(area)) {
      const [row, col] = placeOf(cell);
      const own = merges.area(row, col);
      const classes = row === active.row && col === active.col ? [] : ['in'];
      if (own.top === area.top) classes.push('e-top');
      if (own.bottom >= area.bottom) classes.push('e-bottom');
      if (own.left === area.left) classes.push('e-left');
      if (own.right >= area.right) classes.push('e-right');
      this.dress(cell, classes, true);
    }
  }

  private drawHeads(canvas: SheetCanvas, area: Rect): void {
    for (const head of canvas.headsOf(area)) this.dress(head, ['on'], false);
  }

  private dress(element: HTMLElement, classes: readonly string[], cell: boolean): void {
    element.classList.add(...classes);
    if (cell) element.setAttribute('aria-selected', 'true');
    this.dressed.push(element);
  }
}

export function placeOf(cell: HTMLElement): readonly [row: number, col: number] {
  const [row, col] = (cell.dataset['at'] ?? '0,0').split(',').map(Number);
  return [row ?? 0, col ?? 0];
}
