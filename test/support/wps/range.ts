/** Ranges, and what hangs on cells: conditional formats and comments. */
import { a1OfRect, inRect, parseRect } from '../../../src/workbook/address';
import type { CellValue, Rect } from '../../../src/workbook/types';
import type { EtComment, EtComments, EtFormatCondition, EtFormatConditions, EtRange, EtWorksheet } from '../../../src/hosts/wps/et';
import { enter } from './entry';
import type { ModelBook, ModelCell, ModelMark, ModelNote, ModelSheet } from './model';
import { FarObject, type World } from './world';

/** REAL 12.1.0.28043: −2146826281 is #DIV/0!, −2146826259 is #NAME?; the others by the same rule (VBA). */
const ERROR_NUMBERS: Readonly<Record<string, number>> = {
  '#NULL!': 0,
  '#DIV/0!': 7,
  '#VALUE!': 15,
  '#REF!': 23,
  '#NAME?': 29,
  '#NUM!': 36,
  '#N/A': 42,
};

/** The sheet a range stands on. */
export interface Owner extends FarObject, EtWorksheet {
  readonly model: ModelSheet;
  readonly book: { readonly model: ModelBook };
}

class ItemGrid extends FarObject {
  constructor(private readonly rows: readonly (readonly unknown[])[]) {
    super();
  }

  Item(row: number, col: number): unknown {
    return this.rows[row - 1]?.[col - 1] ?? null;
  }
}

class Lines extends FarObject {
  constructor(readonly Count: number) {
    super();
  }
}

/** A bag of looks: whatever is set is there again. */
export class LookObject extends FarObject {
  Bold: unknown = false;
  Italic: unknown = false;
  Underline: unknown = -4142;
  Color: unknown = 0;
  Size: unknown = 11;
  Name: unknown = '宋体';
  LineStyle: unknown = -4142;
}

export class RangeObject extends FarObject implements EtRange {
  readonly Font = new LookObject();
  readonly Interior = new LookObject();
  readonly Borders = new LookObject();
  HorizontalAlignment: unknown = 1;
  VerticalAlignment: unknown = -4108;
  WrapText: unknown = false;
  RowHeight: unknown = 15;

  constructor(
    readonly world: World,
    readonly owner: Owner,
    readonly areas: readonly Rect[],
  ) {
    super();
  }

  static parse(world: World, owner: Owner, text: string): RangeObject {
    // VBA: an address longer than 255 characters is refused.
    if (text.length > 255) throw new Error('地址过长');
    const areas = text.split(',').map((part) => parseRect(part.trim()));
    if (areas.some((area) => area === null)) throw new Error(`不是区域：${text}`);
    return new RangeObject(world, owner, areas as Rect[]);
  }

  Address(): string {
    return this.areas.map(a1OfRect).join(',');
  }

  get Row(): number {
    return this.rect.top + 1;
  }

  get Column(): number {
    return this.rect.left + 1;
  }

  get Rows(): Lines {
    return new Lines(this.rect.bottom - this.rect.top + 1);
  }

  get Columns(): Lines {
    return new Lines(this.rect.right - this.rect.left + 1);
  }

  get Worksheet(): Owner {
    return this.owner;
  }

  /** REAL: an empty cell is null, a row and a column stay two-dimensional (over COM); see Modes.shape for what else there may be. */
  get Value2(): unknown {
    return this.shaped((cell) => this.crossing(cell?.value ?? null));
  }

  set Value2(value: unknown) {
    this.assign(value);
  }

  /** VBA, and the same in LibreOffice (tried): constants come as their text. */
  get Formula(): unknown {
    return this.shaped((cell) => {
      if (cell === undefined) return '';
      if (cell.formula !== undefined) return `=${cell.formula}`;
      const { value } = cell;
      if (value === null) return '';
      if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
      return typeof value === 'object' ? value.error : String(value);
    });
  }

  set Formula(value: unknown) {
    this.assign(value);
  }

  /** REAL: #DIV/0! for an error. VBA: null for several cells unless all are equal. */
  get Text(): unknown {
    return this.shared((cell) => {
      const value = cell?.value ?? null;
      if (value === null) return '';
      return typeof value === 'object' ? value.error : String(value);
    });
  }

  /** VBA: null where the cells differ. */
  get NumberFormat(): unknown {
    return this.shared((cell) => (cell?.format ?? 'General').replace(/^General$/, this.world.modes.general));
  }

  set NumberFormat(format: unknown) {
    this.guard('format');
    this.each((cell) => (cell.format = format === 'G/通用格式' ? 'General' : String(format)));
  }

  /** VBA, and the same in LibreOffice (tried): null where some are. */
  get MergeCells(): unknown {
    const merged = this.places().map(([row, col]) => this.model.mergeAt(row, col) !== undefined);
    return merged.every(Boolean) ? true : merged.some(Boolean) ? null : false;
  }

  get MergeArea(): RangeObject {
    const { top, left } = this.rect;
    return new RangeObject(this.world, this.owner, [this.model.mergeAt(top, left) ?? { top, left, bottom: top, right: left }]);
  }

  get HasArray(): unknown {
    return false;
  }

  get Locked(): unknown {
    return this.shared((cell) => cell?.locked ?? true);
  }

  get FormatConditions(): ConditionsObject {
    return new ConditionsObject(this);
  }

  get Comment(): CommentObject | null {
    const { top, left } = this.rect;
    const note = this.model.notes.find((one) => one.row === top && one.col === left);
    return note === undefined ? null : new CommentObject(this.world, this.owner, note);
  }

  /** REAL: works; VBA and LibreOffice (tried): a second one throws. */
  AddComment(text: string): CommentObject {
    this.guard('note');
    if (this.Comment !== null) throw new Error('已有批注');
    const note = { row: this.rect.top, col: this.rect.left, text };
    this.model.notes.push(note);
    return new CommentObject(this.world, this.owner, note);
  }

  get ColumnWidth(): unknown {
    return this.model.widths.get(this.rect.left) ?? 8.47;
  }

  set ColumnWidth(width: unknown) {
    for (let col = this.rect.left; col <= this.rect.right; col += 1) this.model.widths.set(col, Number(width));
  }

  Merge(): void {
    this.guard('format');
    this.model.merges.push(this.rect);
  }

  Select(): void {
    // VBA: only on the sheet that is shown.
    if (this.world.active !== this.owner.book.model || this.world.activeSheet !== this.model.name) throw new Error('工作表不是活动工作表');
    this.world.selection = `${this.model.name}!${this.Address()}`;
    this.world.fire('SheetSelectionChange', this.owner, this);
  }

  Calculate(): void {
    this.owner.book.model.calculate(this.places().map(([row, col]) => [this.model, row, col] as const));
  }

  get model(): ModelSheet {
    return this.owner.model;
  }

  get rect(): Rect {
    return this.areas[0]!;
  }

  /** REAL: protecting works. VBA: what may not be changed throws. */
  guard(what: 'content' | 'format' | 'note'): void {
    if (!this.model.protected || (what === 'format' && this.model.allowFormatting)) return;
    if (what === 'content' && this.places().every(([row, col]) => this.model.peek(row, col)?.locked === false)) return;
    throw new Error('工作表受保护');
  }

  private assign(value: unknown): void {
    this.guard('content');
    const grid = Array.isArray(value) ? (value as unknown[][]) : null;
    // PUB: a Mac cannot take arrays.
    if (grid !== null && this.world.modes.bulkWrite === 'throws') throw new Error('类型不匹配');
    this.world.beforeWrite();
    if (this.world.dropWrites) return;
    this.each((cell, row, col) => enter(cell, grid === null ? value : grid[row - this.rect.top]?.[col - this.rect.left]));
    if (this.world.calculation !== -4135) this.Calculate();
    this.world.fire('SheetChange', this.owner, this);
  }

  private crossing(value: CellValue): unknown {
    if (value === null || typeof value !== 'object') return value;
    return this.world.modes.errors === 'nothing' ? null : -2_146_826_288 + (ERROR_NUMBERS[value.error] ?? 15);
  }

  private shaped(of: (cell: ModelCell | undefined) => unknown): unknown {
    const { top, left, bottom, right } = this.rect;
    const rows = Array.from({ length: bottom - top + 1 }, (_, row) =>
      Array.from({ length: right - left + 1 }, (__, col) => of(this.model.peek(top + row, left + col))),
    );
    const { shape } = this.world.modes;
    if (rows.length === 1 && rows[0]!.length === 1) return shape === 'boxed' ? rows : rows[0]![0];
    if (shape === 'scalar') return rows[0]![0];
    if (shape === 'wrapper') return new ItemGrid(rows);
    if (shape === 'flat' && rows.length === 1) return rows[0];
    if (shape === 'flat' && rows[0]!.length === 1) return rows.map((row) => row[0]);
    return rows;
  }

  private shared<T>(of: (cell: ModelCell | undefined) => T): T | null {
    const all = new Set(this.places().map(([row, col]) => of(this.model.peek(row, col))));
    return all.size === 1 ? [...all][0]! : null;
  }

  private each(change: (cell: ModelCell, row: number, col: number) => void): void {
    for (const [row, col] of this.places()) change(this.model.cell(row, col), row, col);
  }

  private places(): (readonly [number, number])[] {
    return this.areas.flatMap(({ top, left, bottom, right }) =>
      Array.from({ length: bottom - top + 1 }, (_, row) =>
        Array.from({ length: right - left + 1 }, (__, col) => [top + row, left + col] as const),
      ).flat(),
    );
  }

  touches(rect: Rect): boolean {
    return this.areas.some((area) => inRect(area, rect.top, rect.left) || inRect(rect, area.top, area.left) || overlap(area, rect));
  }
}

function overlap(a: Rect, b: Rect): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

/** REAL: Add, Count and Delete() work. Typed only: Item, Formula1, AppliesTo, Delete of one. */
export class ConditionsObject extends FarObject implements EtFormatConditions {
  constructor(private readonly range: RangeObject) {
    super();
  }

  get Count(): number {
    return this.own().length;
  }

  Item(index: number): ConditionObject {
    const mark = this.own()[index - 1];
    if (mark === undefined) throw new Error('下标越界');
    return new ConditionObject(this.range, mark);
  }

  Add(_type: number, _operator: undefined, formula: string): ConditionObject {
    this.range.guard('format');
    const mark: ModelMark = { areas: [...this.range.areas], formula, look: {} };
    this.range.model.marks.push(mark);
    return new ConditionObject(this.range, mark);
  }

  private own(): ModelMark[] {
    return this.range.model.marks.filter((mark) => mark.areas.some((area) => this.range.touches(area)));
  }
}

export class ConditionObject extends FarObject implements EtFormatCondition {
  readonly Interior = new LookObject();
  readonly Font = new LookObject();
  readonly Borders = new LookObject();
  StopIfTrue: unknown = true;

  constructor(
    private readonly range: RangeObject,
    private readonly mark: ModelMark,
  ) {
    super();
  }

  get Formula1(): unknown {
    return this.range.world.modes.formula1 === 'lost' ? '' : this.mark.formula;
  }

  get AppliesTo(): RangeObject {
    return new RangeObject(this.range.world, this.range.owner, this.mark.areas);
  }

  SetFirstPriority(): void {
    const { marks } = this.range.model;
    marks.unshift(...marks.splice(marks.indexOf(this.mark), 1));
  }

  Delete(): void {
    this.range.guard('format');
    const { marks } = this.range.model;
    marks.splice(marks.indexOf(this.mark), 1);
  }
}

export class CommentObject extends FarObject implements EtComment {
  constructor(
    private readonly world: World,
    private readonly owner: Owner,
    private readonly note: ModelNote,
  ) {
    super();
  }

  Text(): string {
    return this.note.text;
  }

  Delete(): void {
    this.Parent.guard('note');
    const { notes } = this.owner.model;
    notes.splice(notes.indexOf(this.note), 1);
  }

  get Parent(): RangeObject {
    const { row, col } = this.note;
    return new RangeObject(this.world, this.owner, [{ top: row, left: col, bottom: row, right: col }]);
  }
}

export class CommentsObject extends FarObject implements EtComments {
  constructor(
    private readonly world: World,
    private readonly owner: Owner,
  ) {
    super();
  }

  get Count(): number {
    return this.owner.model.notes.length;
  }

  Item(index: number): CommentObject {
    const note = this.owner.model.notes[index - 1];
    if (note === undefined) throw new Error('下标越界');
    return new CommentObject(this.world, this.owner, note);
  }
}
