/** Is a score the right one, rounded or cut? And to which step do the other scores of the sheet go? */
import type { IndicatorRow, Slot, ScoreTable } from './types';
import { cutOff, halfUp, Dec, oncePerObject } from '../workbook';
import { saidDecimals } from './said-decimals';
import { scoreCells, scoredRows, type ScoreCell } from './scored-rows';

const STEPS: readonly Dec[] = ['0.01', '0.1', '0.5', '1'].map((step) => new Dec(step));
const FINEST = STEPS[0]!;
/** No rounding or cutting takes a score further than this. */
const COARSEST = STEPS[STEPS.length - 1]!;
/** A little more than half of a hundredth. */
const SAME = new Dec('0.0051');

/**
 * The coarsest of 0.01, 0.1, 0.5 and 1 that all other scores of the column keep to; 1 where there are none. Where the row's own criterion
 * says to how many decimals its score goes, no finer than that.
 */
export function stepOfOthers(scoreTable: ScoreTable, row: IndicatorRow, column: number): Dec {
  const others = keptTo(scoreTable, row, column);
  const said = row.criterion?.value == null ? null : saidDecimals(row.criterion.value);
  return said === null ? others : Dec.max(others, new Dec(10).pow(-said));
}

function keptTo(scoreTable: ScoreTable, row: IndicatorRow, column: number): Dec {
  const at = row.scores[column]?.at;
  const own = (slot: Slot<Dec>): boolean => slot.at.row === at?.row && slot.at.col === at.col;
  const misfits = misfitsOf(scoreCells(scoreTable, scoredRows(scoreTable), column));
  for (let index = STEPS.length - 1; index > 0; index -= 1) if (misfits[index]!.every(own)) return STEPS[index]!;
  return FINEST;
}

/** For each step the first two scores that do not keep to it: enough to tell whether another than one's own does not. */
const misfitsOf = oncePerObject((cells: readonly ScoreCell[]): readonly (readonly Slot<Dec>[])[] => {
  const misfits = STEPS.map((): Slot<Dec>[] => []);
  for (const { slot } of cells) {
    const { value } = slot;
    if (value === null) continue;
    STEPS.forEach((step, index) => {
      if (misfits[index]!.length < 2 && !value.isInteger() && !value.mod(step).isZero()) misfits[index]!.push(slot);
    });
  }
  return misfits;
});

/** To the nearest multiple, halves up. */
export function roundTo(value: Dec, step: Dec): Dec {
  return halfUp(value.div(step), 0).times(step);
}

function cutTo(value: Dec, step: Dec): Dec {
  return cutOff(value.div(step), 0).times(step);
}

/** The score that is due, unrounded. */
export interface Exact {
  readonly score: Dec;
  /** In proportion to something measured. Only then may it be rounded: never a step, a count or an item. */
  readonly proportional: boolean;
  /** The 分值: less than all of it is never rounded up to all. null where there is none. */
  readonly full: Dec | null;
  /** What it comes to before the rule itself rounds it: as good. */
  readonly unrounded?: Dec;
}

/**
 * right: the score itself, or rounded or cut no coarser than the sheet's step ·
 * coarse: rounded or cut to a coarser step · different: neither.
 */
export function rounded(
  stated: Dec,
  { score: expected, proportional, full, unrounded = expected }: Exact,
  sheetStep: Dec,
): { readonly is: 'right' | 'different' } | { readonly is: 'coarse'; readonly step: Dec } {
  if (stated.eq(expected)) return { is: 'right' };
  const off = stated.minus(expected).abs();
  if (off.lt(SAME) || stated.minus(unrounded).abs().lt(SAME)) return { is: 'right' };
  if (!proportional || off.gte(COARSEST) || (full !== null && stated.gte(full) && expected.lt(full))) return { is: 'different' };
  for (const step of STEPS) {
    if (!stated.eq(roundTo(expected, step)) && !stated.eq(cutTo(expected, step))) continue;
    return step.lte(sheetStep) ? { is: 'right' } : { is: 'coarse', step };
  }
  return { is: 'different' };
}
