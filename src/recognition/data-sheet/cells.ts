/** Figures in the cells of a data sheet: numbers, numbers with their unit, and labels with a number behind them. */
import { type Dec, decOfNumber, isPlaceholder, normal, percentSign } from '../../workbook';
import type { Slot } from '../../score-table';
import { isDateFormat } from '../dates';
import type { Grid, GridCell } from '../grid';
import { numberOfText } from '../numbers';
import { isUnit } from './words';

export interface CellFigure {
  readonly cell: GridCell;
  readonly slot: Slot<Dec>;
  /** Written behind the number: 「46人」 → 人. */
  readonly unit: string;
  /** `slot` is a fraction: typed or shown with a %. */
  readonly percent: boolean;
}

/** A number that stands in a cell of its own; null for words, dates and years. */
export function figureIn(grid: Grid, cell: GridCell): CellFigure | null {
  const raw = grid.own(cell.row, cell.col);
  const at = { sheet: grid.index, row: cell.row, col: cell.col };
  if (typeof raw === 'number') {
    const format = grid.format(cell.row, cell.col);
    if (isDateFormat(format)) return null;
    const sign = percentSign(format, raw);
    const value = sign === 'written' ? decOfNumber(raw).div(100) : decOfNumber(raw);
    return { cell, slot: { state: 'value', value, at, raw, odd: [] }, unit: '', percent: sign !== null };
  }
  if (typeof raw !== 'string' || !/\d/.test(raw)) return null;
  const read = numberOfText(raw);
  if (read === null || (read.unit !== '' && !isUnit(read.unit))) return null;
  return {
    cell,
    slot: { state: 'value', value: read.percent ? read.value.div(100) : read.value, at, raw, odd: read.odd },
    unit: read.unit,
    percent: read.percent,
  };
}

export interface InlineFigure extends CellFigure {
  readonly label: string;
}

const PIECE = /^([^:：\d][^:：]{1,23}?)[:：为]?(-?[\d,]{0,20}\.?\d{1,20})(%|[^\d\s:：]{0,3})$/;
const ENDS_PIECE = /[;；。\n]|[,，、](?=[^\d])|\s{2,}/;

/** 「其中：基本支出：900.47万元，项目支出：1025.20万元」: labels and figures in one cell; empty where a piece is anything else. */
export function inlineFigures(grid: Grid, cell: GridCell): readonly InlineFigure[] {
  const raw = grid.own(cell.row, cell.col);
  if (typeof raw !== 'string' || !/\d/.test(raw) || !/[:：]/.test(raw) || raw.length > 400) return [];
  const pieces = raw
    .split(ENDS_PIECE)
    .map((piece) => normal(piece))
    .filter((piece) => piece !== '');
  const found = pieces.map((piece) => inlineFigure(grid, cell, raw, piece));
  return found.every((one): one is InlineFigure => one !== null) ? found : [];
}

function inlineFigure(grid: Grid, cell: GridCell, raw: string, piece: string): InlineFigure | null {
  const match = PIECE.exec(piece.replace(/^其中:(?=.*:)/, ''));
  const read = match === null ? null : numberOfText(`${match[2]!}${match[3]!}`);
  if (match === null || read === null || (read.unit !== '' && !isUnit(read.unit)) || isPlaceholder(match[1]!)) return null;
  const at = { sheet: grid.index, row: cell.row, col: cell.col };
  const value = read.percent ? read.value.div(100) : read.value;
  return { cell, label: match[1]!, slot: { state: 'value', value, at, raw, odd: [] }, unit: read.unit, percent: read.percent };
}
