/**
 * Figures of a data sheet, whatever its layout: lists with columns of years, labels above or beside their figures, pairs side by
 * side, label and figure in one cell.
 */
import { isPlaceholder, normal, withoutBrackets } from '../../workbook';
import type { Figure, Found } from '../../score-table';
import { yearsOfText } from '../dates';
import type { Grid, GridCell } from '../grid';
import { figureIn, inlineFigures, type CellFigure } from './cells';
import { Heads, headsColumns, headsNext, isHead } from './heads';
import { basisOf, isMoney, isRateLabel, figurePeriod, unitIn } from './meaning';
import { PartLists } from './part-lists';
import { headRole, isUnit, NOT_FIGURES } from './words';

const MAX_ROWS = 2000;
const MAX_FIGURES = 5000;

export interface DataSheetFigures {
  readonly figures: readonly Figure[];
  /** The year in the sheet's title. */
  readonly year: Found<number> | null;
}

/** All figures of a range of rows, both included. */
export function readDataSheet(grid: Grid, from: number, to: number): DataSheetFigures {
  const year = titleYear(grid, from);
  return { figures: new Reader(grid, year?.value ?? null).read(from, to), year };
}

/** The one year that the first lines name. */
function titleYear(grid: Grid, from: number): Found<number> | null {
  for (let row = from; row < Math.min(from + 3, grid.rows); row++) {
    const cells = grid.cells(row);
    for (const cell of cells) {
      const years = new Set([...yearsOfText(cell.text), ...[...cell.text.matchAll(/\((20\d{2})\)/g)].map((match) => Number(match[1]))]);
      const [value] = years;
      if (cells.length > 2 || cell.text.length > 60 || years.size !== 1 || /文件|通知|〔/.test(cell.text)) continue;
      return { value: value!, at: { sheet: grid.index, row: cell.row, col: cell.col }, raw: grid.own(cell.row, cell.col) };
    }
  }
  return null;
}

interface Place {
  readonly path: readonly string[];
  readonly column: string;
  readonly ofKind: string;
  readonly unit: string | null;
  readonly formula: string | null;
  /** Column of the label that counts. */
  readonly labelAt: GridCell | null;
}

class Reader {
  private readonly figures: Figure[] = [];
  private heads = Heads.NONE;
  private section = '';
  private sheetUnit: string | null = null;
  private readonly lists: PartLists;

  constructor(
    private readonly grid: Grid,
    private readonly year: number | null,
  ) {
    this.lists = new PartLists(grid);
  }

  read(from: number, to: number): readonly Figure[] {
    for (let row = from; row <= Math.min(to, from + MAX_ROWS) && this.figures.length < MAX_FIGURES; row++) this.row(row);
    return this.lists.applied(this.figures);
  }

  private row(row: number): void {
    const own = this.grid.cells(row);
    if (own.length === 0) return;
    this.unitLine(own);
    const figures = own.flatMap((cell) => this.figure(cell) ?? []);
    if (figures.length > 0) {
      for (const one of figures) this.placed(row, one);
      for (const cell of own) if (!figures.some((one) => one.cell === cell)) this.inline(cell);
      return;
    }
    const inline = own.map((cell) => this.inline(cell)).some((found) => found);
    if (!inline) this.words(row, own);
  }

  private figure(cell: GridCell): CellFigure | null {
    return this.heads.roleAt(cell.col) === 'sequence' ? null : figureIn(this.grid, cell);
  }

  private unitLine(cells: readonly GridCell[]): void {
    for (const cell of cells) {
      const match = /(?:金额|货币|计量)?单位:?\(?(亿元|万元|千元|元)\)?/.exec(cell.text);
      if (match !== null && cell.text.length <= 40) this.sheetUnit = match[1]!;
    }
  }

  /** A line without figures: a head, labels whose figures stand below, or the title of a section. */
  private words(row: number, cells: readonly GridCell[]): void {
    const asHead = isHead(cells) || (cells.length > 1 && headsNext(this.grid, row, cells, (cell) => figureIn(this.grid, cell) !== null));
    if (asHead) {
      const bottom = Math.max(...cells.map((cell) => (cell.bottom <= row + 2 ? cell.bottom : row)));
      const second = !this.heads.empty && row <= this.heads.bottom + (this.heads.bottom >= row ? 0 : 1) && this.stacks(cells);
      this.heads = second ? this.heads.under(cells, Math.max(bottom, row)) : Heads.of(cells, Math.max(bottom, row));
      // 「人员情况 | 本年数」 heads its columns and names what follows.
      const [first] = cells;
      if (headRole(first!.text) === null && !second && isSection(first!.text) && headsColumns(cells))
        this.section = first!.text.replace(/[:：]$/, '');
      return;
    }
    const [only, second] = cells;
    if (second === undefined && isSection(only!.text)) this.section = only!.text.replace(/[:：]$/, '');
  }

  /** A second row of heads divides what the row above heads, or fills what it leaves open. */
  private stacks(cells: readonly GridCell[]): boolean {
    return cells.every((cell) => this.heads.above(cell.col).every((upper) => upper.right > upper.col || upper.text !== cell.text));
  }

  private inline(cell: GridCell): boolean {
    const found = inlineFigures(this.grid, cell);
    for (const one of found) {
      const path = this.section === '' ? [one.label] : [this.section, one.label];
      this.add(one, { path, column: '', ofKind: '', unit: null, formula: null, labelAt: null });
    }
    return found.length > 0;
  }

  private placed(row: number, figure: CellFigure): void {
    const place = this.placeOf(row, figure);
    if (place === null || place.path.length === 0 || NOT_FIGURES.test(withoutBrackets(place.path[place.path.length - 1]!))) return;
    this.add(figure, place);
    if (place.labelAt !== null) this.lists.line(row, place.labelAt, figure.slot.at);
  }

  private placeOf(row: number, { cell }: CellFigure): Place | null {
    const line = this.grid.cells(row, true);
    const left = this.labelsLeft(line, cell);
    const over = this.heads.above(cell.col).filter((head) => head.role !== 'label' && head.role !== 'category');
    if (over.some((head) => head.role === 'remark' || head.role === 'unit' || head.role === 'sequence')) return null;
    const label = over.filter((head) => head.role === null);
    const column = over.filter((head) => head.role === 'value');
    const ownLabel = [...left].reverse().find((one) => one.row === row) ?? null;
    const names = left.map((one) => one.text);
    const path = ownLabel === null ? [...names, ...label.map((head) => head.text)] : names;
    const said = column.map((head) => oneOf(head.text, path.join('')));
    return {
      path: this.section === '' ? path : [this.section, ...path],
      column: said.join(''),
      ofKind: ownLabel === null ? '' : label.map((head) => head.text).join(''),
      unit: this.unitOf(row, line, cell),
      formula: this.formulaOf(line),
      labelAt: ownLabel,
    };
  }

  /** Words at the left of a figure: those between it and the figure before, else those before the first. */
  private labelsLeft(line: readonly GridCell[], figure: GridCell): readonly GridCell[] {
    const before = line.filter((cell) => cell.col < figure.col && this.mayLabel(cell));
    const isNumber = (cell: GridCell): boolean => figureIn(this.grid, cell) !== null;
    const lastNumber = before.reduce((last, cell, at) => (isNumber(cell) ? at : last), -1);
    const between = before.slice(lastNumber + 1);
    if (between.length > 0) return between;
    const run: GridCell[] = [];
    for (let at = lastNumber; at >= 0; at--) {
      if (!isNumber(before[at]!)) run.unshift(before[at]!);
      else if (run.length > 0) break;
    }
    return run;
  }

  private mayLabel(cell: GridCell): boolean {
    const role = this.heads.roleAt(cell.col);
    if (role === 'remark' || role === 'unit' || role === 'sequence') return false;
    return !isPlaceholder(cell.text) && !isUnit(cell.text);
  }

  private unitOf(row: number, line: readonly GridCell[], figure: GridCell): string | null {
    const own = line.filter((cell) => cell.row === row || cell.bottom >= row);
    const byHead = own.find((cell) => this.heads.roleAt(cell.col) === 'unit' && isUnit(cell.text));
    const beside = own.find((cell) => isUnit(cell.text) && (cell.right === figure.col - 1 || cell.col === figure.right + 1));
    const found = byHead ?? beside;
    return found === undefined ? null : found.text.replace(/^\((.*)\)$/, '$1').replace('百分比', '%');
  }

  private formulaOf(line: readonly GridCell[]): string | null {
    const cell = line.find((one) => this.heads.formulaAt(one.col) && /[+＋\-−÷/×=]/.test(one.text) && one.text.length <= 80);
    return cell?.text ?? null;
  }

  private add(figure: CellFigure, place: Place): void {
    const { path, column, ofKind } = place;
    const label = path[path.length - 1]!;
    const words = `${path.join('')}${column}${ofKind}`;
    const own = figure.unit !== '' ? figure.unit : (place.unit ?? unitIn(label) ?? unitIn(column) ?? unitIn(words));
    const percent = figure.percent || own === '%';
    const { slot } = figure;
    const unit =
      percent || (own === null && isRateLabel(label))
        ? '率'
        : (own ?? (this.sheetUnit !== null && isMoney(path, column) ? this.sheetUnit : null));
    this.figures.push({
      path,
      ...(column === '' ? {} : { column }),
      ...(ofKind === '' ? {} : { ofKind }),
      // 「95」 under 「(%)」 is 0.95, like 「95%」.
      value: percent && !figure.percent && slot.value !== null ? { ...slot, value: slot.value.div(100) } : slot,
      period: figurePeriod(column) ?? figurePeriod(label) ?? figurePeriod(words) ?? this.year,
      basis: basisOf(label) ?? basisOf(column),
      unit,
      ...(percent ? { percent } : {}),
      ...formulaOf(place.formula, label),
    });
  }
}

/** A line of its own that names what follows; titles and remarks name nothing. */
function isSection(text: string): boolean {
  return text.length <= 24 && !/[:：]./.test(text) && !/表$|年度|单位名称|[。;]/.test(text);
}

/** How the sheet itself says that the figure is worked out: beside it, or behind its label in brackets. */
function formulaOf(beside: string | null, label: string): { readonly formula?: string } {
  const inLabel = /\(([^()+＋÷/]*[+＋÷/][^()]*)\)$/.exec(normal(label))?.[1];
  const text = beside ?? inLabel;
  return text === undefined ? {} : { formula: text };
}

/** 「2023年预算数/在职人数」 heads money and heads: the one that fits the line. */
function oneOf(head: string, line: string): string {
  const parts = withoutBrackets(head).split(/[/／]/);
  if (parts.length !== 2) return head;
  return /人员|编制|在职/.test(line) ? parts[1]! : parts[0]!;
}
