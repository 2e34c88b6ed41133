/** Labels with their values, in one cell or in two. */
import type { Grid, GridCell } from './grid';
import { NEXT_LABEL, type TableLabel, tableLabelOf } from './labels';
import { type Addr, type CellValue, normal } from '../workbook';

/** 「单位:某局」. */
export const INLINE = /^([^:]{2,16}):(.*)$/;
const LEADING_DATE = /^(?:19|20)\d{2}年\d{1,2}月\d{1,2}日/;
const DATE_LABEL: TableLabel = { field: 'filledOn', rank: 1 };

/** Columns of the table: others belong to a table beside it. */
export interface TableSide {
  readonly left: number;
  readonly right: number;
}

export function onSide(cells: readonly GridCell[], side: TableSide): readonly GridCell[] {
  return side.left === 0
    ? cells.filter((cell) => cell.col <= side.right)
    : cells.filter((cell) => cell.right >= side.left && cell.col <= side.right);
}

/** A label with its value. */
export interface Pair {
  readonly label: TableLabel;
  readonly labelText: string;
  readonly labelAt: Addr;
  readonly value: CellValue;
  readonly text: string;
  readonly at: Addr;
  readonly cell: boolean;
}

/** Runs of spaces before another label separate fields: 「项目名称:某项目   单位:某局」. */
function segments(cell: GridCell, raw: CellValue): readonly string[] {
  if (typeof raw !== 'string' || !/\S\s{2,}\S{2,12}\s*[:：]/.test(raw) || !/^\s*\S+\s*[:：]\s*\S/.test(raw)) return [cell.text];
  return raw
    .split(/\s{2,}/)
    .map(normal)
    .filter((text) => text !== '');
}

function inlinePairs(text: string, at: Addr): Pair[] {
  const pairs: Pair[] = [];
  let rest = text;
  for (let guard = 0; guard < 6; guard++) {
    const date = pairs.length > 0 ? LEADING_DATE.exec(rest)?.[0] : undefined;
    if (date !== undefined) {
      pairs.push({ label: DATE_LABEL, labelText: '日期', labelAt: at, value: date, text: date, at, cell: false });
      rest = rest.slice(date.length);
    }
    const match = INLINE.exec(rest);
    if (match === null) break;
    const label = tableLabelOf(match[1]!);
    let value = match[2]!;
    const next = NEXT_LABEL.exec(value);
    const following = next === null ? '' : value.slice(next.index);
    if (next !== null) value = value.slice(0, next.index);
    if (label !== null)
      pairs.push({ label, labelText: match[1]!, labelAt: at, value: value === '' ? null : value, text: value, at, cell: false });
    if (following === '') break;
    rest = following;
  }
  return pairs;
}

/** The labels of a row with what stands behind or beside them. */
export function pairsOf(grid: Grid, row: number, side: TableSide): Pair[] {
  const cells = onSide(grid.cells(row), side);
  const pairs: Pair[] = [];
  cells.forEach((cell, index) => {
    const at: Addr = { sheet: grid.index, row: cell.row, col: cell.col };
    const inline = segments(cell, grid.own(cell.row, cell.col)).flatMap((text) => inlinePairs(text, at));
    const whole = inline.length === 0 ? tableLabelOf(cell.text) : null;
    const emptyInline = inline.length === 1 && inline[0]!.text === '' ? inline[0]!.label : null;
    const label = whole ?? emptyInline;
    if (label === null) {
      pairs.push(...inline);
      return;
    }
    const next = cells[index + 1];
    const valueIsLabel = next !== undefined && (tableLabelOf(next.text) !== null || INLINE.test(next.text));
    const valueAt: Addr =
      next !== undefined && !valueIsLabel
        ? { sheet: grid.index, row: next.row, col: next.col }
        : { sheet: grid.index, row: cell.row, col: cell.right + 1 };
    const usable = next !== undefined && !valueIsLabel;
    pairs.push({
      label,
      labelText: cell.text,
      labelAt: at,
      value: usable ? grid.own(next.row, next.col) : null,
      text: usable ? next.text : '',
      at: valueAt,
      cell: true,
    });
  });
  return pairs;
}
