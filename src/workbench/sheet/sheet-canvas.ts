/** The drawn sheet: column letters, blocks of rows filled little by little, pictures. Knows where each cell's element is. */
import type { Addr, Rect } from '../../workbook';
import { blockTable, cellId, headTable } from './block-table';
import { FillQueue } from './fill-queue';
import type { RowBlock } from './geometry';
import { drawnArea, paint, type Canvas } from './painter';
import { pictureElements, type Placed } from './pictures';

/** Rows up to which all blocks are filled while nothing else is to be done; beyond, only those near the window. */
const FILL_ALL_ROWS = 6000;

export class SheetCanvas {
  /** Holds the grid and what is laid over it. */
  readonly paper: HTMLElement;
  /** The grid. */
  readonly element: HTMLElement;
  private readonly blocks: readonly HTMLElement[];
  private readonly rowHeads = new Map<number, HTMLElement>();
  private readonly colHeads = new Map<number, HTMLElement>();
  private readonly queue: FillQueue;
  private readonly releasePictures: () => void;
  private readonly pictures: readonly Placed[];

  constructor(
    private readonly document: Document,
    readonly canvas: Canvas,
    scroller: HTMLElement,
    private readonly filled: () => void,
  ) {
    const { geometry } = canvas;
    this.element = document.createElement('div');
    this.element.className = canvas.view.looks?.sheets[canvas.index]?.gridLines === false ? 'sheet-canvas no-grid' : 'sheet-canvas';
    this.element.id = 'sheet-grid';
    this.element.setAttribute('role', 'grid');
    this.element.setAttribute('aria-label', canvas.sheet.name);
    this.element.setAttribute('aria-rowcount', String(geometry.rows + 1));
    this.element.setAttribute('aria-colcount', String(geometry.cols + 1));
    this.element.setAttribute('aria-multiselectable', 'true');
    this.element.style.width = `${geometry.width}px`;
    const head = document.createElement('div');
    head.className = 'sheet-head';
    head.setAttribute('role', 'rowgroup');
    head.append(headTable(document, canvas));
    for (const one of head.querySelectorAll<HTMLElement>('th[data-col]')) this.colHeads.set(Number(one.dataset['col']), one);
    this.blocks = geometry.blocks.map((block, index) => this.emptyBlock(block, geometry.frozen.rows && index === 0));
    this.element.append(head, ...this.blocks);
    this.paper = document.createElement('div');
    this.paper.className = 'sheet-paper';
    this.paper.style.width = `${geometry.width}px`;
    this.paper.append(this.element);
    const { placed, release } = pictureElements(
      document,
      canvas.view.looks?.sheets[canvas.index]?.pictures ?? [],
      geometry,
      canvas.rules.scale,
    );
    this.pictures = placed;
    this.releasePictures = release;
    this.queue = new FillQueue(this.blocks, scroller, (at) => this.fill(at), geometry.rows <= FILL_ALL_ROWS);
  }

  /** Fills what is in sight now, the rest when there is time. */
  start(): void {
    this.queue.start();
  }

  dispose(): void {
    this.queue.stop();
    this.releasePictures();
    this.paper.remove();
  }

  /** The element of a cell, its block filled if need be; null where it is hidden or beyond what is drawn. */
  cell(row: number, col: number): HTMLTableCellElement | null {
    const { top, left } = this.canvas.merges.area(row, col);
    const at = this.canvas.geometry.blocks.findIndex(({ from, to }) => row >= from && row <= to);
    if (at >= 0) this.queue.now(at);
    return this.drawn(top, left);
  }

  /** As `cell`, but only where it is drawn already. */
  drawn(row: number, col: number): HTMLTableCellElement | null {
    return this.document.getElementById(cellId(row, col)) as HTMLTableCellElement | null;
  }

  /** Draws the rows of these cells anew: a text that went may have run over its neighbours. */
  repaint(places: readonly Addr[]): void {
    const { canvas } = this;
    const rows = new Set(places.filter(({ sheet }) => sheet === canvas.index).map(({ row }) => row));
    for (const row of rows) for (const col of canvas.geometry.shownCols) this.repaintCell(row, col);
  }

  /** Draws one cell anew, where it is drawn. */
  repaintCell(row: number, col: number): void {
    const area = drawnArea(this.canvas, row, col)?.area;
    const cell = area === undefined ? null : this.drawn(area.top, area.left);
    if (cell !== null && area !== undefined) paint(cell, this.canvas, area);
  }

  /** Where an element stands within the canvas, in pixels. */
  boxOf(cell: HTMLElement): { readonly left: number; readonly top: number; readonly width: number; readonly height: number } {
    const block = cell.closest<HTMLElement>('.sheet-block');
    const table = cell.closest<HTMLElement>('table');
    return {
      left: cell.offsetLeft + (table?.offsetLeft ?? 0) + (block?.offsetLeft ?? 0),
      top: cell.offsetTop + (table?.offsetTop ?? 0) + (block?.offsetTop ?? 0),
      width: cell.offsetWidth,
      height: cell.offsetHeight,
    };
  }

  /** Drawn cells of an area. */
  *cellsIn(area: Rect): Iterable<HTMLTableCellElement> {
    const { geometry, merges } = this.canvas;
    for (let row = area.top; row <= Math.min(area.bottom, geometry.rows - 1); row += 1) {
      for (const col of geometry.shownCols) {
        if (col < area.left || col > area.right) continue;
        const { top, left } = merges.area(row, col);
        const cell = top === row && left === col ? this.drawn(row, col) : null;
        if (cell !== null) yield cell;
      }
    }
  }

  /** Letters and numbers of an area's columns and rows, as far as they are drawn. */
  *headsOf({ top, bottom, left, right }: Rect): Iterable<HTMLElement> {
    for (const [col, head] of this.colHeads) if (col >= left && col <= right) yield head;
    for (let row = top; row <= Math.min(bottom, this.canvas.geometry.rows - 1); row += 1) {
      const head = this.rowHeads.get(row);
      if (head !== undefined) yield head;
    }
  }

  private emptyBlock(block: RowBlock, frozen: boolean): HTMLElement {
    const element = this.document.createElement('div');
    element.className = frozen ? 'sheet-block frozen' : 'sheet-block';
    element.setAttribute('role', 'rowgroup');
    element.style.setProperty('contain-intrinsic-size', `${this.canvas.geometry.width}px auto ${block.height}px`);
    element.style.minHeight = `${block.height}px`;
    return element;
  }

  private fill(at: number): void {
    const block = this.canvas.geometry.blocks[at]!;
    const element = this.blocks[at]!;
    element.replaceChildren(blockTable(this.document, this.canvas, block));
    element.style.minHeight = '';
    for (const one of element.querySelectorAll<HTMLElement>('th[data-row]')) this.rowHeads.set(Number(one.dataset['row']), one);
    for (const picture of this.pictures) if (picture.row >= block.from && picture.row <= block.to) this.hang(picture, element);
    this.filled();
  }

  private hang({ element, row, col, right, down }: Placed, block: HTMLElement): void {
    const cell = this.drawn(this.canvas.merges.area(row, col).top, this.canvas.merges.area(row, col).left);
    if (cell === null) return;
    const box = this.boxOf(cell);
    element.style.left = `${box.left + right}px`;
    element.style.top = `${box.top - block.offsetTop + down}px`;
    block.append(element);
  }
}
