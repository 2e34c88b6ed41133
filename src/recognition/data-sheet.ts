/**
 * Figures of a data sheet (数据表, 基础数据表, 基础信息表): every number with the labels to its left, the header above it,
 * and what those say about period, basis and unit.
 */
import type { Grid, GridCell } from './grid';
import { numberOfText } from './numbers';
import { decOfNumber } from '../workbook/decimal';
import type { CellValue, SheetSnapshot } from '../workbook/types';
import type { Figure, Slot } from '../score-table/types';
import type { Dec } from '../workbook/decimal';
import { isPlaceholder, normal } from '../workbook/text';

const SHEET_NAME = /数据表|基础数据|基础信息|数据采集|基本情况表|基本信息表/;
const MAX_ROWS = 2000;
const MAX_FIGURES = 5000;
const LABEL_AMOUNT = /^(.{2,24}?)[:：](-?[\d,]*\.?\d+)(%|万元|元|人|个|辆)?$/;

const BASES: readonly (readonly [NonNullable<Figure['basis']>, RegExp])[] = [
  ['编制', /编制(?:数|人数)?/],
  ['在职', /在职|实有|在编|在岗|年末人数|实际人数/],
  ['年初预算', /年初.{0,3}预算|年初数|年初批复/],
  ['调整预算', /调整.{0,3}预算|调整数|调整后|全年预算/],
  ['决算', /决算/],
  ['执行', /执行数|支出数|实际支出|实际数|完成数/],
  ['预算', /预算/],
];

function basisOf(text: string): Figure['basis'] {
  for (const [basis, pattern] of BASES) if (pattern.test(text)) return basis;
  return null;
}

function periodOf(text: string): Figure['period'] {
  const year = /((?:19|20)\d{2})年/.exec(text);
  if (year !== null) return Number(year[1]);
  if (/上年|上一年|去年|上期/.test(text)) return 'last';
  if (/本年|当年|本期|今年/.test(text)) return 'this';
  return null;
}

function unitIn(text: string): string | null {
  const match = /\((?:单位:)?(万元|元|人|%|个|辆|平方米|台|次|份|户|项)\)|单位:(万元|元)/.exec(text);
  if (match !== null) return match[1] ?? match[2] ?? null;
  return /率$|比例$/.test(text.replace(/\([^()]*\)/g, '')) ? '率' : null;
}

/** True for sheets whose name or first lines say that they are a data sheet. */
export function isDataSheet(sheet: SheetSnapshot, grid: Grid): boolean {
  if (SHEET_NAME.test(normal(sheet.name))) return true;
  for (let row = 0; row < Math.min(4, grid.rows); row++) {
    for (const cell of grid.cells(row))
      if (cell.text.length <= 50 && /基础数据表|数据表$|基础信息表|基本数据表/.test(cell.text)) return true;
  }
  return false;
}

function numberSlot(grid: Grid, cell: GridCell): Slot<Dec> | null {
  const raw: CellValue = grid.own(cell.row, cell.col);
  const at = { sheet: grid.index, row: cell.row, col: cell.col };
  if (typeof raw === 'number') {
    return { state: 'value', value: decOfNumber(raw), at, raw, odd: [] };
  }
  if (typeof raw !== 'string' || !/\d/.test(raw)) return null;
  const read = numberOfText(raw);
  if (read === null || read.unit.length > 2 || /[年月日、.]/.test(read.unit)) return null;
  return { state: 'value', value: read.percent ? read.value.div(100) : read.value, at, raw, odd: read.odd };
}

/** Typed with a %, or shown with one. */
function isPercent(grid: Grid, cell: GridCell): boolean {
  const raw = grid.own(cell.row, cell.col);
  return typeof raw === 'string' ? /[%％]/.test(raw) : grid.format(cell.row, cell.col).includes('%');
}

function isHeaderRow(cells: readonly GridCell[], grid: Grid): boolean {
  if (cells.length < 2) return false;
  return (
    cells.every((cell) => numberSlot(grid, cell) === null || /年/.test(cell.text)) &&
    cells.some((cell) => basisOf(cell.text) !== null || periodOf(cell.text) !== null || /金额|数量|数值|指标值/.test(cell.text))
  );
}

/** The label above a place in the header rows that are in force. */
function headerAt(header: readonly GridCell[], col: number): string {
  return header
    .filter((cell) => col >= cell.col && col <= cell.right)
    .map((cell) => cell.text)
    .join('');
}

function pathOf(cells: readonly GridCell[], col: number, grid: Grid): string[] {
  const path: string[] = [];
  for (const cell of cells) {
    if (cell.col >= col) break;
    if (numberSlot(grid, cell) !== null || isPlaceholder(cell.text)) continue;
    path.push(cell.text.replace(/[:：]$/, ''));
  }
  return path;
}

function figureOf(path: readonly string[], header: string, value: Slot<Dec>, sheetUnit: string | null, written: boolean): Figure {
  const own = unitIn(`${path.join('')}${header}`);
  const percent = written || own === '%';
  return {
    path: header === '' ? path : [...path, header],
    // 「95」 under 「(%)」 is 0.95, like 「95%」.
    value: percent && !written && value.value !== null ? { ...value, value: value.value.div(100) } : value,
    period: periodOf(header) ?? periodOf(path.join('')),
    basis: basisOf(header) ?? basisOf(path[path.length - 1] ?? ''),
    unit: percent ? '率' : (own ?? sheetUnit),
    ...(percent ? { percent } : {}),
  };
}

/** All figures of a range of rows. */
export function readFigures(grid: Grid, from: number, to: number): Figure[] {
  const figures: Figure[] = [];
  let header: readonly GridCell[] = [];
  let fresh = false;
  let sheetUnit: string | null = null;
  for (let row = from; row <= Math.min(to, from + MAX_ROWS) && figures.length < MAX_FIGURES; row++) {
    const cells = grid.cells(row, true);
    if (cells.length === 0) continue;
    const lineUnit = cells.map((cell) => /单位:?\(?(万元|元)/.exec(cell.text)?.[1]).find((unit) => unit !== undefined);
    if (lineUnit !== undefined) sheetUnit = lineUnit;
    const own = cells.filter((cell) => cell.row === row);
    if (isHeaderRow(own, grid)) {
      header = fresh ? [...header, ...own] : own;
      fresh = true;
      continue;
    }
    fresh = false;
    for (const cell of own) {
      const labelled = LABEL_AMOUNT.exec(cell.text);
      const inLabel = labelled === null ? null : numberOfText(labelled[2]!);
      if (labelled !== null && inLabel !== null) {
        const at = { sheet: grid.index, row: cell.row, col: cell.col };
        const written = labelled[3] === '%';
        const slot: Slot<Dec> = {
          state: 'value',
          value: written ? inLabel.value.div(100) : inLabel.value,
          at,
          raw: grid.own(cell.row, cell.col),
          odd: [],
        };
        figures.push(figureOf([labelled[1]!], '', slot, written ? sheetUnit : (labelled[3] ?? sheetUnit), written));
        continue;
      }
      const value = numberSlot(grid, cell);
      if (value === null) continue;
      const path = pathOf(cells, cell.col, grid);
      if (path.length > 0) figures.push(figureOf(path, headerAt(header, cell.col), value, sheetUnit, isPercent(grid, cell)));
    }
  }
  return figures;
}
