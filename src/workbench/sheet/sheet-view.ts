/** The sheet as people know it: drawn from the file's own looks, one sheet at a time, with everything a keyboard and a mouse do in it. */
import type { BenchEvent, BenchView } from '../../hosts/workbench';
import { a1, type Addr, type Rect } from '../../workbook';
import { CellInput } from './cell-input';
import { SheetActions } from './actions';
import { SheetFoot } from './foot';
import { geometryOf, headWidthOf, naturalWidth, type Geometry } from './geometry';
import { SheetMarks, type ViewMark } from './marks';
import { inSlices } from './slices';
import { MergeIndex } from './merges';
import type { MoveGround, SheetSpot } from './moves';
import { pointing } from './pointing';
import { extended, selectionOf, type Selection } from './selection';
import { SelectionPainter } from './selection-painter';
import { SheetCanvas } from './sheet-canvas';
import { SheetMemory } from './sheet-memory';
import { StyleRules } from './style-rules';
import type { SheetSurface } from './surface';
import { Zoom } from './zoom';

export interface SheetOptions {
  /** A sentence for people: why something cannot be typed. */
  readonly say?: (sentence: string) => void;
  /** The person went to another sheet. */
  readonly shown?: (sheet: number) => void;
}

export class SheetView implements SheetSurface {
  readonly marks = new SheetMarks();
  readonly input: CellInput;
  readonly actions: SheetActions;
  /** Of the sheet shown. */
  geometry!: Geometry;
  merges!: MergeIndex;
  selection!: Selection;
  index = -1;
  private canvas: SheetCanvas | null = null;
  private rules: StyleRules | null = null;
  private readonly document: Document;
  private readonly scroller: HTMLElement;
  private readonly foot: SheetFoot;
  private readonly painter = new SelectionPainter();
  private readonly zoom: Zoom;
  private readonly memory = new SheetMemory();
  private readonly ends: (() => void)[] = [];

  constructor(
    private readonly root: HTMLElement,
    readonly view: BenchView,
    private readonly options: SheetOptions = {},
  ) {
    this.document = root.ownerDocument;
    root.classList.add('sheet');
    this.scroller = this.document.createElement('div');
    this.scroller.className = 'sheet-scroll';
    this.foot = new SheetFoot(this.document, {
      show: (index) => this.open(index),
      zoom: (step) => this.zoom.step(step),
      fit: () => this.zoom.toggleFit(),
    });
    this.input = new CellInput(
      this.document,
      () => this.actions.mayType(),
      (mode) => this.root.classList.toggle('typing', mode !== 'idle'),
    );
    this.input.element.setAttribute('aria-describedby', 'sheet-hint');
    this.input.element.setAttribute('aria-controls', 'sheet-grid');
    this.actions = new SheetActions(this);
    this.zoom = new Zoom(
      this.scroller,
      () => this.wideness(),
      () => this.redraw(),
    );
    root.replaceChildren(this.scroller, this.foot.element, this.hint());
    this.ends.push(
      view.subscribe((event) => this.heard(event)),
      pointing(this.scroller, this, this.actions),
      this.actions.listen(),
      () => this.zoom.stop(),
    );
    this.open(this.firstSheet());
  }

  get ground(): MoveGround {
    const { geometry, merges, sheet } = this;
    return {
      rows: geometry.rows,
      cols: geometry.cols,
      merges,
      isShown: ({ row, col }) => geometry.isShown(row) && geometry.widths[col]! > 0,
      isFilled: ({ row, col }) => {
        const value = sheet.valueAt(row, col);
        return value !== null && value !== '';
      },
    };
  }

  get sheet(): BenchView['book']['sheets'][number] {
    return this.view.book.sheets[this.index]!;
  }

  /** Shows a sheet, as it was left. */
  open(index: number): void {
    const sheet = this.view.book.sheets[index];
    if (sheet === undefined) return;
    this.input.rest();
    this.keep();
    const same = index === this.index;
    this.index = index;
    this.draw();
    const kept = this.memory.of(sheet);
    this.select(kept.selection ?? selectionOf(this.firstCell(), this.merges), false);
    this.scroller.scrollTo({ left: kept.scroll.left, top: kept.scroll.top });
    this.showTabs();
    if (!same) this.options.shown?.(index);
  }

  /** Shows and selects a cell; `focus`: typing goes there. Hidden sheets, rows and columns are shown for as long as the page lives. */
  show(at: Addr, focus: boolean): void {
    this.reveal(at);
    if (at.sheet !== this.index) this.open(at.sheet);
    const { top, left } = this.merges.area(at.row, at.col);
    this.select(selectionOf({ row: top, col: left }, this.merges), true);
    if (focus) this.input.focus();
  }

  setMarks(marks: readonly ViewMark[]): void {
    const { canvas, index } = this;
    const places = this.marks.replace(marks).filter(({ sheet }) => sheet === index);
    inSlices(
      places,
      ({ row, col }) => canvas?.repaintCell(row, col),
      () => canvas === this.canvas,
    );
    this.drawSelection();
  }

  /** Selects, tells whoever listens, and brings the cell into sight where `scroll`. */
  select(selection: Selection, scroll: boolean): void {
    this.selection = selection;
    const { focus } = selection;
    const cell = this.canvas?.cell(focus.row, focus.col) ?? null;
    this.drawSelection();
    if (scroll && cell !== null) this.bringIntoSight(cell);
    this.foot.say('');
  }

  /** As `select`, by the person in front of it. */
  pick(selection: Selection): void {
    this.select(selection, true);
    this.view.pick(this.index, selection.area);
  }

  pickSpot(spot: SheetSpot, extend: boolean): void {
    this.pick(extend ? extended(this.selection, spot, this.merges) : selectionOf(spot, this.merges));
  }

  pickArea(area: Rect): void {
    const first = selectionOf({ row: area.top, col: area.left }, this.merges);
    this.pick(
      extended(
        first,
        { row: Math.min(area.bottom, this.geometry.rows - 1), col: Math.min(area.right, this.geometry.cols - 1) },
        this.merges,
      ),
    );
  }

  say(sentence: string): void {
    this.foot.say(sentence);
    this.options.say?.(sentence);
  }

  /** Rows that fit into the window. */
  get pageRows(): number {
    return Math.max(1, Math.floor(this.scroller.clientHeight / Math.max(1, this.geometry.rowHeight(this.selection.active.row))) - 1);
  }

  dispose(): void {
    for (const end of this.ends) end();
    this.canvas?.dispose();
    this.rules?.element.remove();
    this.root.replaceChildren();
    this.root.classList.remove('sheet', 'typing');
  }

  private heard(event: BenchEvent): void {
    if (event.is === 'cells') {
      this.canvas?.repaint(event.places);
      if (this.sheet.rows > this.geometry.rows) this.redraw();
      else this.drawSelection();
    } else if (event.is === 'show') this.show(event.at, event.focus);
    else if (event.is === 'sheets') this.sheetsChanged();
  }

  private sheetsChanged(): void {
    const last = this.view.book.sheets.length - 1;
    this.index = Math.min(this.index, last);
    this.redraw();
    this.showTabs();
  }

  /** Draws the sheet anew where it stands. */
  private redraw(): void {
    if (this.index < 0) return;
    const { scrollLeft, scrollTop } = this.scroller;
    this.draw();
    this.scroller.scrollTo({ left: scrollLeft, top: scrollTop });
    this.select(this.selection, false);
  }

  private draw(): void {
    const { view, index, sheet } = this;
    this.canvas?.dispose();
    this.rules?.element.remove();
    const scale = this.zoom.scale;
    const looks = view.looks?.sheets[index] ?? null;
    this.geometry = geometryOf({
      sheet,
      looks,
      book: view.looks,
      revealed: this.memory.of(sheet).revealed,
      scale,
      windowHeight: this.scroller.clientHeight,
    });
    this.merges = new MergeIndex(sheet.merges, this.geometry.rows);
    this.rules = new StyleRules(this.document, view.looks?.styles ?? [], scale);
    this.document.head.append(this.rules.element);
    const canvas = { view, index, sheet, geometry: this.geometry, merges: this.merges, rules: this.rules, markAt: this.marks.on(index) };
    this.canvas = new SheetCanvas(this.document, canvas, this.scroller, () => this.drawSelection());
    this.canvas.element.style.setProperty('--scale', String(scale));
    this.canvas.paper.append(this.input.element);
    this.scroller.replaceChildren(this.canvas.paper);
    this.canvas.start();
    this.foot.scaled(scale, this.zoom.fits);
  }

  private drawSelection(): void {
    const { canvas, selection } = this;
    if (canvas === null || selection === undefined) return;
    this.painter.draw(canvas, selection, this.merges);
    const { active } = selection;
    const cell = canvas.drawn(active.row, active.col);
    if (cell === null) return;
    const box = canvas.boxOf(cell);
    this.input.place(box, this.scroller.scrollLeft + this.scroller.clientWidth - box.left - 2);
    this.input.dress(cell);
    this.input.element.setAttribute('aria-activedescendant', cell.id);
    this.input.element.setAttribute(
      'aria-label',
      `${a1(active.row, active.col)} ${cell.getAttribute('aria-label') ?? cell.textContent ?? ''}`.trim(),
    );
  }

  /** Scrolls as little as possible, past what stays at the top and the left. */
  private bringIntoSight(cell: HTMLElement): void {
    const { canvas, scroller, geometry } = this;
    if (canvas === null) return;
    const box = canvas.boxOf(cell);
    const stays = cell.closest('.frozen') !== null;
    const head = canvas.element.querySelector<HTMLElement>('.sheet-head')?.offsetHeight ?? 0;
    const top = head + (canvas.element.querySelector<HTMLElement>('.sheet-block.frozen')?.offsetHeight ?? 0);
    const left = geometry.headWidth + geometry.widths.slice(0, geometry.frozen.cols).reduce((sum, width) => sum + width, 0);
    const high = Math.min(box.height, scroller.clientHeight - top);
    const wide = Math.min(box.width, scroller.clientWidth - left);
    if (!stays) scroller.scrollTop = within(scroller.scrollTop, box.top + high - scroller.clientHeight, box.top - top);
    if (!cell.classList.contains('fz'))
      scroller.scrollLeft = within(scroller.scrollLeft, box.left + wide - scroller.clientWidth, box.left - left);
  }

  private reveal(at: Addr): void {
    const sheet = this.view.book.sheets[at.sheet];
    const said = sheet === undefined ? null : this.memory.reveal(sheet, at);
    if (said === null) return;
    if (at.sheet === this.index) this.redraw();
    this.say(said);
  }

  private keep(): void {
    if (this.index < 0 || this.view.book.sheets[this.index] === undefined) return;
    const kept = this.memory.of(this.sheet);
    kept.selection = this.selection;
    kept.scroll = { left: this.scroller.scrollLeft, top: this.scroller.scrollTop };
  }

  private wideness(): { readonly cells: number; readonly head: number } {
    const looks = this.view.looks?.sheets[this.index] ?? null;
    if (this.index < 0) return { cells: 0, head: 0 };
    return {
      cells: naturalWidth({ sheet: this.sheet, looks, book: this.view.looks, revealed: this.memory.of(this.sheet).revealed }),
      head: headWidthOf(this.sheet.rows),
    };
  }

  private showTabs(): void {
    const tabs = this.view.book.sheets.map(({ name, state }, index) => ({ index, name, hidden: state !== 'visible' }));
    this.foot.show(
      tabs.filter(({ hidden, index }) => !hidden || index === this.index),
      this.index,
    );
  }

  private firstSheet(): number {
    return Math.max(
      0,
      this.view.book.sheets.findIndex(({ state }) => state === 'visible'),
    );
  }

  private firstCell(): SheetSpot {
    const row = Array.from({ length: this.geometry.rows }, (_, at) => at).find((at) => this.geometry.isShown(at)) ?? 0;
    return { row, col: this.geometry.shownCols[0] ?? 0 };
  }

  private hint(): HTMLElement {
    const hint = this.document.createElement('div');
    hint.id = 'sheet-hint';
    hint.hidden = true;
    hint.textContent = '方向键移动，直接输入即填写，F2 修改，F8 到下一处标注，F6 到审核窗格。';
    return hint;
  }
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most), Math.max(0, most));
}
