/** 分值 and scores, and the scale of a form that shows them all as percent. */
import { type Addr, type CellValue, Dec, decOfNumber, percentSign } from '../workbook';
import type { Slot } from '../score-table';
import type { Grid } from './grid';
import { emptySlot, numberOfText, slot } from './numbers';

const HUNDRED = new Dec(100);

/** Points: 5, "5", 「5分」, 「９.5」; anything else is text. A percentage typed as a score is text. */
export function scoreSlot(raw: CellValue, at: Addr, normalText?: string): Slot<Dec> {
  if (typeof raw === 'number') return slot('value', decOfNumber(raw), at, raw);
  const empty = emptySlot<Dec>(raw, at, normalText);
  if (empty !== null) return empty;
  if (typeof raw !== 'string') return slot<Dec>('text', null, at, raw);
  const read = numberOfText(raw, false, normalText);
  if (read === null || read.percent || (read.unit !== '' && read.unit !== '分')) return slot<Dec>('text', null, at, raw);
  const odd = read.unit === '分' ? [...read.odd, 'unit-suffix' as const] : read.odd;
  return slot('value', read.value, at, raw, odd);
}

/** 分值: like a score, and 「10%」 or 0.1 shown as 10% means 10 points. */
export function weightSlot(raw: CellValue, at: Addr, format: string, scale: Dec | null): Slot<Dec> {
  if (typeof raw === 'number') {
    const by = percentSign(format, raw) === 'scales' ? HUNDRED : scale;
    return by === null ? slot('value', decOfNumber(raw), at, raw) : { ...slot('value', decOfNumber(raw).times(by), at, raw), scale: by };
  }
  return percentText(raw, at) ?? scoreSlot(raw, at);
}

function percentText(raw: CellValue, at: Addr): Slot<Dec> | null {
  const read = typeof raw === 'string' ? numberOfText(raw) : null;
  return read !== null && read.percent && read.unit === '' ? slot('value', read.value, at, raw, read.odd) : null;
}

/** How a table writes its points. inPercent: 分值 and scores alike are shown as percent, so both are read in one scale. */
export interface PointScale {
  readonly inPercent: boolean;
}

/** A score in the scale of its table. */
export function scoreIn({ inPercent }: PointScale, grid: Grid, raw: CellValue, at: Addr, normalText?: string): Slot<Dec> {
  if (!inPercent) return scoreSlot(raw, at, normalText);
  if (typeof raw === 'string') return percentText(raw, at) ?? scoreSlot(raw, at, normalText);
  const plain = scoreSlot(raw, at, normalText);
  return typeof raw !== 'number' || isFraction(grid, raw, at)
    ? { ...plain, value: plain.value?.times(HUNDRED) ?? null, scale: HUNDRED }
    : plain;
}

function isFraction(grid: Grid, raw: number, at: Addr): boolean {
  return percentSign(grid.format(at.row, at.col), raw) === 'scales' || (raw !== 0 && Math.abs(raw) <= 1);
}

/** One cell of points as it stands. */
export interface PointCell {
  readonly raw: CellValue;
  readonly at: Addr;
}

/** Both 分值 and scores are percentages in most of the cells that hold a figure. */
export function pointScaleOf(grid: Grid, weights: readonly PointCell[], scores: readonly PointCell[]): PointScale {
  return { inPercent: mostlyPercent(grid, weights) && mostlyPercent(grid, scores) };
}

function mostlyPercent(grid: Grid, cells: readonly PointCell[]): boolean {
  let [figures, percent] = [0, 0];
  for (const { raw, at } of cells) {
    if (typeof raw === 'number') {
      figures += 1;
      if (percentSign(grid.format(at.row, at.col), raw) === 'scales') percent += 1;
    } else if (typeof raw === 'string' && /^\s*[-\d.０-９．]+\s*(?:[分%％]\s*)?$/.test(raw)) {
      figures += 1;
      if (/[%％]/.test(raw)) percent += 1;
    }
  }
  return figures > 1 && percent * 2 > figures;
}
