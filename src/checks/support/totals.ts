/** One stated sum against the scores it adds up. total-score, total-impossible, subtotal-score and score-rounded all ask here. */
import {
  decimalsOf,
  halfUnit,
  type IndicatorRow,
  roundingTolerance,
  rowById,
  type ScoreCell,
  scoreCells,
  type ScoreTable,
  type Slot,
  sumOfCells,
  type TotalRow,
  weightCells,
} from '../../score-table';
import { Dec, halfUp, oncePerObject } from '../../workbook';
import type { CheckContext } from '../types';
import { accused, groupKey, totalKey } from './accused';
import { weightTreeOf } from './weights';
import { isText } from './typed';
import type { Accused } from '../types';

/**
 * - right: equal · rounded: different, but no more than rounding explains · wrong: neither ·
 * - possible, impossible: blanks remain, and the stated total lies inside or outside what they can still add ·
 * - unknown: nothing is stated, or it is not sure what is to be added, or a cell is doubted.
 */
export type SumVerdict =
  | { readonly is: 'unknown' }
  | {
      readonly is: 'right' | 'rounded' | 'wrong';
      readonly stated: Dec;
      readonly sum: Dec;
      readonly tolerance: Dec;
      readonly decimals: number;
    }
  | {
      readonly is: 'possible' | 'impossible';
      readonly stated: Dec;
      readonly from: Dec;
      readonly to: Dec;
      readonly blanks: readonly Slot<Dec>[];
    };

/** A sum stated somewhere: a total row, a subtotal row, a heading row that carries a score. */
export interface StatedSum {
  readonly accused: Accused;
  readonly kind: 'total' | 'subtotal';
  readonly label: string;
  readonly slot: Slot<Dec>;
  /** Index of the score column. */
  readonly column: number;
  readonly rows: readonly IndicatorRow[];
  readonly total: TotalRow | null;
}

const UNKNOWN: SumVerdict = { is: 'unknown' };
const ZERO = new Dec(0);

/** Every sum the sheet states and whose rows are known, column by column, in sheet order; blank ones included. */
export function statedSums({ scoreTable }: Pick<CheckContext, 'scoreTable'>, kind: 'total' | 'subtotal'): readonly StatedSum[] {
  return kind === 'total' ? totalsOf(scoreTable) : subtotalsOf(scoreTable);
}

const totalsOf = oncePerObject((scoreTable: ScoreTable) => sumsOf(scoreTable, 'total'));
const subtotalsOf = oncePerObject((scoreTable: ScoreTable) => sumsOf(scoreTable, 'subtotal'));

function sumsOf(scoreTable: ScoreTable, kind: 'total' | 'subtotal'): readonly StatedSum[] {
  const sums: StatedSum[] = [];
  scoreTable.totals.forEach((total, index) => {
    if (total.kind !== kind || total.covers === null) return;
    const rows = total.covers.map((id) => rowById(scoreTable, id));
    total.scores.forEach((slot, column) => {
      if (slot !== null)
        sums.push({ accused: accused(totalKey(index, column), 'total'), kind, label: total.label.value, slot, column, rows, total });
    });
  });
  if (kind === 'total') return sums;
  for (const group of scoreTable.groups) {
    if (group.scores.length === 0) continue;
    const rows = group.rows.map((id) => rowById(scoreTable, id));
    group.scores.forEach((slot, column) => {
      const key = column === 0 ? groupKey(group.id) : `${groupKey(group.id)}:${column}`;
      sums.push({ accused: accused(key, 'total'), kind, label: group.name.value, slot, column, rows, total: null });
    });
  }
  return sums;
}

/** What judging a sum looks at. */
export type SumContext = Pick<CheckContext, 'scoreTable' | 'book' | 'doubted'>;

/** False where leaves are shares of what stands above, so that their sum is no total; a total that says what it adds is one. */
export function addsUp(scoreTable: ScoreTable, { total, rows }: StatedSum): boolean {
  if (!weightTreeOf(scoreTable).multiplicative) return true;
  const weight = total?.weight?.value ?? null;
  return weight !== null && weight.eq(sumOfCells(weightCells(scoreTable, rows)));
}

/** The verdict on one stated sum; every level is judged on what is stated, so a wrong score does not make its total wrong. */
export function judgeSum(context: SumContext, stated: StatedSum): SumVerdict {
  const known = verdictsOf(context);
  let verdict = known.get(stated);
  if (verdict === undefined) {
    verdict = judge(context, stated);
    known.set(stated, verdict);
  }
  return verdict;
}

const verdictsOf = oncePerObject<SumContext, Map<StatedSum, SumVerdict>>(() => new Map());

function judge(context: SumContext, stated: StatedSum): SumVerdict {
  const { slot, rows, column } = stated;
  if (slot.value === null || rows.length === 0 || context.doubted(slot.at) || !addsUp(context.scoreTable, stated)) return UNKNOWN;
  const cells = scoreCells(context.scoreTable, rows, column);
  const texts = cells.filter((cell) => isText(cell.slot) && cell.slot.value !== null && context.doubted(cell.slot.at));
  const open = (cell: ScoreCell): boolean => cell.slot.state === 'error' || (context.doubted(cell.slot.at) && !texts.includes(cell));
  if (cells.length === 0 || cells.some(open)) return UNKNOWN;
  const blanks = cells.filter((cell) => cell.slot.value === null && cell.rows[0]!.role !== 'bonus');
  const filled = cells.filter((cell) => cell.slot.value !== null);
  const sum = filled.reduce((all, cell) => all.plus(cell.slot.value!), ZERO);
  if (texts.length > 0) return blanks.length > 0 ? UNKNOWN : eitherWay(context, slot.value, filled, texts);
  return blanks.length > 0 ? withBlanks(context, slot.value, sum, blanks) : complete(context, slot.value, sum, filled);
}

/** Scores typed as text may have been added up or passed over; a total that fits neither is wrong. */
function eitherWay(context: SumContext, stated: Dec, filled: readonly ScoreCell[], texts: readonly ScoreCell[]): SumVerdict {
  const sets = [filled, filled.filter((cell) => !texts.includes(cell))];
  const verdicts = sets.map((cells) =>
    complete(
      context,
      stated,
      cells.reduce((all, cell) => all.plus(cell.slot.value!), ZERO),
      cells,
    ),
  );
  return verdicts.every(({ is }) => is === 'wrong') ? verdicts[0]! : UNKNOWN;
}

function complete(context: SumContext, stated: Dec, sum: Dec, filled: readonly ScoreCell[]): SumVerdict {
  if (stated.eq(sum)) return { is: 'right', stated, sum, tolerance: ZERO, decimals: 0 };
  const { decimals, tolerance } = roundingTolerance(
    filled.map((cell) => cell.slot),
    context.book,
  );
  const off = stated.minus(sum).abs();
  const rounded = off.lte(tolerance) || isRoundedSum(stated, sum);
  const bonus = filled.filter((cell) => cell.rows[0]!.role === 'bonus');
  const withoutBonus = bonus.length > 0 && stated.eq(bonus.reduce((rest, cell) => rest.minus(cell.slot.value!), sum));
  return { is: withoutBonus ? 'right' : rounded ? 'rounded' : 'wrong', stated, sum, tolerance, decimals };
}

/** A total shown with fewer decimals than the scores may itself be rounded; to whole points a difference of just a half is a step of scoring. */
function isRoundedSum(stated: Dec, sum: Dec): boolean {
  const own = decimalsOf([stated]);
  if (own >= decimalsOf([sum])) return false;
  return stated.minus(sum).abs().lt(halfUnit(own)) || (own > 0 && stated.eq(halfUp(sum, own)));
}

/** What the blanks can still add lies between nothing and their 分值. */
function withBlanks(context: SumContext, stated: Dec, sum: Dec, blanks: readonly ScoreCell[]): SumVerdict {
  let room = ZERO;
  for (const cell of blanks) {
    const weights = weightCells(context.scoreTable, cell.rows);
    if (weights.length === 0) return UNKNOWN;
    for (const weight of weights) {
      if (weight.slot.value === null) return UNKNOWN;
      room = room.plus(weight.slot.value);
    }
  }
  const to = sum.plus(room);
  return {
    is: stated.lt(sum) || stated.gt(to) ? 'impossible' : 'possible',
    stated,
    from: sum,
    to,
    blanks: blanks.map((cell) => cell.slot),
  };
}
