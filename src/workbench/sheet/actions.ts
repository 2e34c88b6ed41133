/** What is done in the sheet by keys and clipboard: moving, typing, clearing, copying, pasting, taking back. */
import type { Addr, Rect } from '../../workbook';
import { copyOf, pasteOf, type Copied, type Typed } from './clip';
import { commandOf, type SheetCommand } from './keys';
import { leap, nextWithin, rowEnd, step, type SheetSpot } from './moves';
import { isSingle } from './selection';
import { editableText } from './shown';
import type { SheetSurface } from './surface';
import { typedInto } from './typed';

export class SheetActions {
  private copied: Copied | null = null;
  /** Where a row of Tabs began: Enter goes back below it. */
  private tabbedFrom: number | null = null;

  constructor(private readonly sheet: SheetSurface) {}

  /** Listens to the text field; the returned function ends it. */
  listen(): () => void {
    const { element } = this.sheet.input;
    const listeners: readonly (readonly [string, (event: Event) => void])[] = [
      ['keydown', (event) => this.key(event as KeyboardEvent)],
      ['copy', (event) => this.copy(event as ClipboardEvent, false)],
      ['cut', (event) => this.copy(event as ClipboardEvent, true)],
      ['paste', (event) => this.paste(event as ClipboardEvent)],
      ['blur', () => this.commit()],
    ];
    for (const [name, listener] of listeners) element.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of listeners) element.removeEventListener(name, listener);
    };
  }

  /** Whether the active cell may be typed into; says why not. */
  mayType(): boolean {
    const { view, selection, index } = this.sheet;
    const why = view.whyNot({ sheet: index, ...selection.active });
    if (why !== null) this.sheet.say(why);
    return why === null;
  }

  /** Ends typing and keeps what was typed. */
  commit(everywhere = false): void {
    const { input, selection, index } = this.sheet;
    if (input.mode === 'idle') return;
    const { text, isChanged } = input;
    input.rest();
    if (!isChanged && !everywhere) return;
    const places = everywhere ? this.cellsOf(selection.area) : [{ sheet: index, ...selection.active }];
    this.type(places.map((at) => ({ at, ...this.typed(text, at) })));
  }

  run(command: SheetCommand): void {
    if (command.is !== 'tab') this.forgetTab(command);
    switch (command.is) {
      case 'move':
        return this.move(command.direction, command.leap, command.extend);
      case 'end':
        return this.end(command.end, command.whole, command.extend);
      case 'page':
        return this.page(command.direction, command.extend);
      case 'tab':
      case 'enter':
        return this.next(command.is, command.back);
      case 'mark':
        return this.nextMark(command.back);
      default:
        return this.plain(command.is);
    }
  }

  private plain(command: Exclude<SheetCommand['is'], 'move' | 'end' | 'page' | 'tab' | 'enter' | 'mark'>): void {
    const { sheet } = this;
    switch (command) {
      case 'edit':
        return sheet.input.edit(
          editableText(sheet.sheet, sheet.selection.active.row, sheet.selection.active.col, sheet.view.book.date1904),
        );
      case 'clear':
        return this.clear();
      case 'undo':
      case 'redo':
        return this.takeBack(command);
      case 'all':
        return sheet.pickArea({ top: 0, left: 0, bottom: sheet.geometry.rows - 1, right: sheet.geometry.cols - 1 });
      case 'cancel':
        return sheet.input.rest();
      case 'newline':
        return sheet.input.insert('\n');
      case 'everywhere':
        return this.commit(true);
    }
  }

  private key(event: KeyboardEvent): void {
    const { input } = this.sheet;
    // Keys that choose among Chinese words are no keys of ours.
    if (event.isComposing || input.isComposing || event.keyCode === 229) return;
    const command = commandOf(
      { key: event.key, shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey, alt: event.altKey },
      input.mode,
    );
    if (command === null) return;
    event.preventDefault();
    this.run(command);
  }

  private move(direction: Parameters<typeof step>[1], far: boolean, extend: boolean): void {
    const { sheet } = this;
    this.commit();
    const from = extend ? sheet.selection.focus : sheet.selection.active;
    sheet.pickSpot((far ? leap : step)(from, direction, sheet.ground), extend);
  }

  private end(end: 'first' | 'last', whole: boolean, extend: boolean): void {
    const { sheet } = this;
    const { ground } = sheet;
    const last: SheetSpot = { row: Math.max(0, sheet.sheet.rows - 1), col: Math.max(0, sheet.sheet.cols - 1) };
    const first: SheetSpot = { row: 0, col: sheet.geometry.shownCols[0] ?? 0 };
    sheet.pickSpot(whole ? (end === 'first' ? first : last) : rowEnd(sheet.selection.focus, end, ground), extend);
  }

  private page(direction: 'up' | 'down', extend: boolean): void {
    const { sheet } = this;
    let spot = extend ? sheet.selection.focus : sheet.selection.active;
    for (let count = sheet.pageRows; count > 0; count -= 1) spot = step(spot, direction, sheet.ground);
    sheet.pickSpot(spot, extend);
  }

  /** Tab goes on along the row, Enter down the column; within an area both go round in it. */
  private next(by: 'tab' | 'enter', back: boolean): void {
    const { sheet } = this;
    this.commit();
    const { selection, merges, ground } = sheet;
    if (!isSingle(selection, merges)) {
      const spot = nextWithin(selection.area, selection.active, by === 'tab' ? 'rows' : 'columns', back, ground);
      sheet.pick({ ...selection, active: spot, focus: selection.focus });
      return;
    }
    const from = selection.active;
    if (by === 'tab') {
      this.tabbedFrom ??= from.col;
      return sheet.pickSpot(step(from, back ? 'left' : 'right', ground), false);
    }
    const start = this.tabbedFrom;
    this.tabbedFrom = null;
    sheet.pickSpot(step(start === null || back ? from : { row: from.row, col: start }, back ? 'up' : 'down', ground), false);
  }

  private forgetTab({ is }: SheetCommand): void {
    if (is !== 'enter' && is !== 'newline' && is !== 'edit') this.tabbedFrom = null;
  }

  private nextMark(back: boolean): void {
    const { sheet } = this;
    const at = sheet.marks.next(
      { sheet: sheet.index, ...sheet.selection.active },
      back,
      (one) => sheet.view.book.sheets[one.sheet] !== undefined,
    );
    if (at === null) return sheet.say('表内没有标注。');
    sheet.show(at, true);
    sheet.pick(sheet.selection);
  }

  private clear(): void {
    const { sheet } = this;
    const filled = this.cellsOf(sheet.selection.area).filter(
      (at) => sheet.sheet.at(at.row, at.col)?.formula !== undefined || sheet.sheet.valueAt(at.row, at.col) !== null,
    );
    if (filled.length > 0) this.type(filled.map((at) => ({ at, after: { kind: 'blank' } })));
  }

  private takeBack(which: 'undo' | 'redo'): void {
    const { sheet } = this;
    const where = sheet.view[which]();
    if (where === false) sheet.say(which === 'undo' ? '没有可撤销的改动。' : '没有可重做的改动。');
    else if (where !== null) sheet.show(where, true);
  }

  private copy(event: ClipboardEvent, cut: boolean): void {
    const { sheet } = this;
    if (sheet.input.mode !== 'idle') return;
    event.preventDefault();
    this.copied = copyOf(sheet.selection.area, sheet);
    event.clipboardData?.setData('text/plain', this.copied.text);
    if (cut) this.clear();
  }

  private paste(event: ClipboardEvent): void {
    const { sheet } = this;
    if (sheet.input.mode !== 'idle') return;
    event.preventDefault();
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text === '') return;
    const pasted = pasteOf(text, sheet.selection.area, this.copied, sheet);
    if (pasted === null) return sheet.say('粘贴的内容过多，请分批粘贴。');
    if (this.type(pasted.edits)) sheet.pickArea(pasted.area);
  }

  /** Types in one step; says why where it may not be. */
  private type(edits: readonly Typed[]): boolean {
    const obstacle = this.sheet.view.type(edits);
    if (obstacle !== null) this.sheet.say(obstacle.say);
    return obstacle === null;
  }

  private typed(text: string, { row, col }: Addr): ReturnType<typeof typedInto> {
    const { sheet, view } = this.sheet;
    return typedInto(text, sheet.formatAt(row, col), view.book.date1904);
  }

  /** Cells of an area that stand for themselves, hidden ones left out. */
  private cellsOf(area: Rect): Addr[] {
    const { geometry, merges, index } = this.sheet;
    const cells: Addr[] = [];
    for (let row = area.top; row <= Math.min(area.bottom, geometry.rows - 1); row += 1) {
      if (!geometry.isShown(row)) continue;
      for (const col of geometry.shownCols) {
        const { top, left } = merges.area(row, col);
        if (col >= area.left && col <= area.right && top === row && left === col) cells.push({ sheet: index, row, col });
      }
    }
    return cells;
  }
}
