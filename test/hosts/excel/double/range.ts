/** Range and RangeAreas of the simulated Excel. */
import type { CellValue, Rect } from '../../../../src/workbook/types';
import { addressOf } from './addresses';
import { denied, HostFault, invalid } from './faults';
import type { HostObject } from './host-object';
import { formatObject, picked, type LookStore } from './looks';
import type { Json, ModelCell, ModelSheet } from './model';
import { mayFormat, rulesOf } from './rules';
import type { World } from './world';

const MOST_CELLS = 5_000_000;
const MOST_MERGES = 512;

export function rangeObject(world: World, sheet: ModelSheet, rect: Rect): HostObject {
  const range = new RangeSide(world, sheet, rect);
  return {
    type: 'Range',
    props: range.props(),
    children: {
      Format: () => formatObject(cellLooks(sheet, [rect])),
      ConditionalFormats: () => rulesOf(world, sheet, [rect], areasObject),
    },
    paths: {
      GetMergedAreasOrNullObject: () => range.mergedAreas(),
      GetCell: (row, col) => rangeObject(world, sheet, range.cellRect(Number(row), Number(col))),
      GetRow: (row) => rangeObject(world, sheet, { ...rect, top: rect.top + Number(row), bottom: rect.top + Number(row) }),
      GetBoundingRect: (other) => rangeObject(world, sheet, range.boundingWith(other)),
      GetUsedRangeOrNullObject: () => null,
    },
    calls: {
      _ValidateArraySize: (rows, cols) => range.validate(Number(rows), Number(cols)),
      Merge: () => range.merge(),
      Select: () => range.select(),
      GetRowProperties: (wanted) => range.lines('row', wanted),
      GetColumnProperties: (wanted) => range.lines('column', wanted),
      GetCellProperties: (wanted) => range.cellProperties(wanted),
    },
    identity: () => ({}),
  };
}

class RangeSide {
  constructor(
    private readonly world: World,
    private readonly sheet: ModelSheet,
    private readonly rect: Rect,
  ) {}

  props(): HostObject['props'] {
    const { rect, sheet } = this;
    return {
      Address: { get: () => addressOf(sheet, rect) },
      RowIndex: { get: () => rect.top },
      ColumnIndex: { get: () => rect.left },
      RowCount: { get: () => rect.bottom - rect.top + 1 },
      ColumnCount: { get: () => rect.right - rect.left + 1 },
      Values: { get: () => this.grid((cell) => shownValue(cell?.value ?? null)), set: (values) => this.setValues(values) },
      Formulas: { get: () => this.grid((cell) => (cell?.formula === undefined ? shownValue(cell?.value ?? null) : `=${cell.formula}`)) },
      ValueTypes: { get: () => this.grid((cell) => typeOf(cell)) },
      NumberFormat: { get: () => this.grid((cell) => cell?.format ?? 'General'), set: (formats) => this.setFormats(formats) },
      Hyperlink: { get: () => sheet.at(rect.top, rect.left)?.link ?? null, set: (link) => this.setLink(link) },
      RowHidden: { get: () => this.same(this.rows().map((row) => sheet.hiddenRows.has(row))), set: (hidden) => this.hide('row', hidden) },
      ColumnHidden: {
        get: () => this.same(this.cols().map((col) => sheet.hiddenCols.has(col))),
        set: (hidden) => this.hide('column', hidden),
      },
    };
  }

  cellRect(row: number, col: number): Rect {
    const { top, left } = this.rect;
    return { top: top + row, bottom: top + row, left: left + col, right: left + col };
  }

  boundingWith(other: Json): Rect {
    const second = rectFrom(other as HostObject);
    const { rect } = this;
    return {
      top: Math.min(rect.top, second.top),
      left: Math.min(rect.left, second.left),
      bottom: Math.max(rect.bottom, second.bottom),
      right: Math.max(rect.right, second.right),
    };
  }

  mergedAreas(): HostObject | null {
    const { rect } = this;
    const found = this.sheet.merges.filter(
      (one) => one.top <= rect.bottom && one.bottom >= rect.top && one.left <= rect.right && one.right >= rect.left,
    );
    if (found.length === 0) return null;
    if (found.length > MOST_MERGES) throw new HostFault('GeneralException');
    return areasObject(this.world, this.sheet, this.world.quirks.clipMerges ? found.map((one) => cut(one, rect)) : found);
  }

  /** What the library asks before it sends a large array in parts. */
  validate(rows: number, cols: number): null {
    const { top, bottom, left, right } = this.rect;
    if (rows !== bottom - top + 1 || cols !== right - left + 1) throw invalid();
    return null;
  }

  merge(): null {
    this.mayFormat();
    this.sheet.merges.push(this.rect);
    return null;
  }

  select(): null {
    if (this.sheet.state !== 'visible') throw new HostFault('InvalidOperation', 'This operation is not permitted for the current object.');
    this.world.book.selection = { sheet: this.sheet.id, address: addressOf(this.sheet, this.rect).split('!').pop()! };
    this.world.tell('selection', { worksheetId: this.sheet.id, address: this.world.book.selection.address });
    return null;
  }

  lines(kind: 'row' | 'column', wanted: Json): Json {
    const sheet = this.sheet;
    const list = kind === 'row' ? this.rows() : this.cols();
    return list.map((line) =>
      picked(wanted, (path) => {
        if (path === 'rowHidden') return sheet.hiddenRows.has(line);
        if (path === 'columnHidden') return sheet.hiddenCols.has(line);
        if (path === 'rowHeight') return sheet.heights.get(line) ?? 15;
        if (path === 'columnWidth') return sheet.widths.get(line) ?? 54;
        throw invalid();
      }),
    );
  }

  cellProperties(wanted: Json): Json {
    return this.grid((cell) => picked(wanted, (path) => (path === 'hyperlink' ? (cell?.link ?? null) : lookOf(cell, path))));
  }

  private grid<T>(of: (cell: ModelCell | undefined) => T): T[][] | null {
    this.world.calculate();
    const rows = this.rows();
    const cols = this.cols();
    if (rows.length * cols.length > MOST_CELLS) return null;
    return rows.map((row) => cols.map((col) => of(this.sheet.at(row, col))));
  }

  private setValues(values: Json): void {
    const grid = this.gridOf(values);
    if (this.world.countWrite()) throw denied();
    this.each((row, col) => {
      if (this.sheet.protection.protected && (this.sheet.at(row, col)?.locked ?? true)) throw denied();
    });
    this.each((row, col, down, across) => this.world.write(this.sheet, row, col, grid === null ? values : grid[down]![across]));
    this.world.tellChanged(this.sheet, this.rect, 'add-in');
  }

  private setFormats(formats: Json): void {
    this.mayFormat();
    const grid = this.gridOf(formats);
    this.each((row, col, down, across) => {
      this.sheet.cell(row, col).format = String(grid === null ? formats : grid[down]![across]);
    });
  }

  private setLink(link: Json): void {
    this.mayFormat();
    const cell = this.sheet.cell(this.rect.top, this.rect.left);
    cell.link = link;
    const text = (link as { textToDisplay?: string }).textToDisplay;
    if (text !== undefined) cell.value = text;
    cell.looks.set('font.color', '#0563C1');
    cell.looks.set('font.underline', 'Single');
  }

  private hide(kind: 'row' | 'column', hidden: Json): void {
    this.mayFormat();
    const set = kind === 'row' ? this.sheet.hiddenRows : this.sheet.hiddenCols;
    for (const line of kind === 'row' ? this.rows() : this.cols()) {
      if (hidden === true) set.add(line);
      else set.delete(line);
    }
  }

  private mayFormat(): void {
    mayFormat(this.sheet);
  }

  /** A grid of exactly this size; null for one value for all. */
  private gridOf(values: Json): readonly (readonly Json[])[] | null {
    if (!Array.isArray(values)) return null;
    const rows = values as readonly unknown[];
    const width = this.rect.right - this.rect.left + 1;
    if (rows.length !== this.rect.bottom - this.rect.top + 1 || rows.some((row) => !Array.isArray(row) || row.length !== width)) {
      throw invalid("The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
    }
    return rows as readonly (readonly Json[])[];
  }

  private each(visit: (row: number, col: number, down: number, across: number) => void): void {
    this.rows().forEach((row, down) => this.cols().forEach((col, across) => visit(row, col, down, across)));
  }

  private rows(): number[] {
    return Array.from({ length: this.rect.bottom - this.rect.top + 1 }, (_, n) => this.rect.top + n);
  }

  private cols(): number[] {
    return Array.from({ length: this.rect.right - this.rect.left + 1 }, (_, n) => this.rect.left + n);
  }

  private same(list: readonly boolean[]): boolean | null {
    return list.every((one) => one === list[0]) ? list[0]! : null;
  }
}

/** Areas of one sheet as one object. */
export function areasObject(world: World, sheet: ModelSheet, areas: readonly Rect[]): HostObject {
  return {
    type: 'RangeAreas',
    props: {
      Address: { get: () => areas.map((area) => addressOf(sheet, area)).join(',') },
      AreaCount: { get: () => areas.length },
      CellCount: { get: () => areas.reduce((sum, area) => sum + (area.bottom - area.top + 1) * (area.right - area.left + 1), 0) },
    },
    children: {
      Format: () => formatObject(cellLooks(sheet, areas)),
      ConditionalFormats: () => rulesOf(world, sheet, areas, areasObject),
      Areas: () => ({ type: 'RangeCollection', items: () => areas.map((area) => rangeObject(world, sheet, area)) }),
    },
    identity: () => ({}),
  };
}

function cellLooks(sheet: ModelSheet, areas: readonly Rect[]): LookStore {
  const cells = function* (): Generator<readonly [number, number]> {
    for (const area of areas)
      for (let row = area.top; row <= area.bottom; row += 1) for (let col = area.left; col <= area.right; col += 1) yield [row, col];
  };
  return {
    get: (path) => {
      const found = new Set([...cells()].map(([row, col]) => lookOf(sheet.at(row, col), path)));
      return found.size === 1 ? [...found][0] : null;
    },
    set: (path, value) => {
      mayFormat(sheet);
      if (path === 'columnWidth')
        for (const area of areas) for (let col = area.left; col <= area.right; col += 1) sheet.widths.set(col, Number(value));
      else if (path === 'rowHeight')
        for (const area of areas) for (let row = area.top; row <= area.bottom; row += 1) sheet.heights.set(row, Number(value));
      else for (const [row, col] of cells()) sheet.cell(row, col).looks.set(path, value);
    },
  };
}

const DEFAULT_LOOKS: Readonly<Record<string, Json>> = {
  'font.bold': false,
  'font.italic': false,
  'font.color': '#000000',
  'font.size': 11,
  'font.name': '宋体',
  'font.underline': 'None',
  'fill.color': '#FFFFFF',
  horizontalAlignment: 'General',
  verticalAlignment: 'Center',
  wrapText: false,
};

function lookOf(cell: ModelCell | undefined, path: string): Json {
  if (path === 'protection.locked') return cell?.locked ?? true;
  if (path === 'numberFormat') return cell?.format ?? 'General';
  return cell?.looks.get(path) ?? DEFAULT_LOOKS[path] ?? null;
}

function shownValue(value: CellValue): Json {
  if (value === null) return '';
  return typeof value === 'object' ? value.error : value;
}

function typeOf(cell: ModelCell | undefined): string {
  const value = cell?.value ?? null;
  if (value === null) return cell?.formula === undefined ? 'Empty' : 'String';
  if (typeof value === 'object') return 'Error';
  return typeof value === 'number' ? 'Double' : typeof value === 'boolean' ? 'Boolean' : 'String';
}

function cut(rect: Rect, by: Rect): Rect {
  return {
    top: Math.max(rect.top, by.top),
    left: Math.max(rect.left, by.left),
    bottom: Math.min(rect.bottom, by.bottom),
    right: Math.min(rect.right, by.right),
  };
}

function rectFrom(object: HostObject): Rect {
  const read = (name: string): number => Number(object.props![name]!.get!());
  const top = read('RowIndex');
  const left = read('ColumnIndex');
  return { top, left, bottom: top + read('RowCount') - 1, right: left + read('ColumnCount') - 1 };
}
