/** Is a score the right one, rounded or cut? And to which step do the other scores of the sheet go? */
import type { IndicatorRow, Submission } from '../../recognition/types';
import { Dec } from '../../workbook/decimal';
import { scoreCells, scoredRows } from './leaves';

const STEPS: readonly Dec[] = ['0.01', '0.1', '0.5', '1'].map((step) => new Dec(step));
const FINEST = STEPS[0]!;

/** The coarsest of 0.01, 0.1, 0.5 and 1 that all other scores of the column keep to; 1 where there are none. */
export function stepOfOthers(submission: Submission, row: IndicatorRow, column: number): Dec {
  const at = row.scores[column]?.at;
  const others = scoreCells(submission, scoredRows(submission), column)
    .filter((cell) => cell.slot.value !== null && (cell.slot.at.row !== at?.row || cell.slot.at.col !== at.col))
    .map((cell) => cell.slot.value!);
  for (let index = STEPS.length - 1; index > 0; index -= 1) {
    const step = STEPS[index]!;
    if (others.every((value) => value.mod(step).isZero())) return step;
  }
  return FINEST;
}

/** To the nearest multiple, halves up. */
export function roundTo(value: Dec, step: Dec): Dec {
  return value.div(step).toDecimalPlaces(0, Dec.ROUND_HALF_UP).times(step);
}

function cutTo(value: Dec, step: Dec): Dec {
  return value.div(step).toDecimalPlaces(0, Dec.ROUND_DOWN).times(step);
}

/**
 * right: the score itself, or rounded or cut no coarser than the sheet's step ·
 * coarse: rounded or cut to a coarser step · different: neither.
 */
export function rounded(stated: Dec, expected: Dec, sheetStep: Dec): { readonly is: 'right' | 'different' } | { readonly is: 'coarse'; readonly step: Dec } {
  if (stated.minus(expected).abs().lt('0.0051')) return { is: 'right' };
  for (const step of STEPS) {
    if (!stated.eq(roundTo(expected, step)) && !stated.eq(cutTo(expected, step))) continue;
    return step.lte(sheetStep) ? { is: 'right' } : { is: 'coarse', step };
  }
  return { is: 'different' };
}
