/** Rows with a 分值 and a self-score, lines that share one cell taken together. */
import type { IndicatorRow, Slot } from '../../score-table';
import { type Addr, addrKey, cutOff, Dec, halfUp, oncePerObject } from '../../workbook';
import type { CheckContext } from '../types';

/** Half a hundredth of a point: scores are given to the hundredth at most. */
const SMALLEST = new Dec('0.005');

export interface ScoredRow {
  readonly row: IndicatorRow;
  /** The row itself and the lines that lie in its score or 分值 cell. */
  readonly members: readonly IndicatorRow[];
  readonly weight: Dec;
  readonly score: Dec;
  /** The self-score's cell. */
  readonly at: Addr;
}

/** Indicators and the execution row, in sheet order; not: 加分项, 其中 lines, 不适用, cells that are blank or doubted. */
export const scoredRowsRead = oncePerObject((context: CheckContext): readonly ScoredRow[] => {
  const { rows, self } = context.scoreTable;
  if (self === null) return [];
  const sharing = sharers(rows);
  const found: ScoredRow[] = [];
  for (const row of rows) {
    if ((row.role !== 'indicator' && row.role !== 'execution') || row.shares !== undefined || row.applies === false) continue;
    const members = [row, ...(sharing.get(row.id) ?? [])];
    const score = sum(
      members.map((member) => member.scores[self]),
      true,
      context,
    );
    const weight = sum(
      members.map((member) => member.weight),
      false,
      context,
    );
    const at = row.scores[self]?.at;
    if (score !== null && weight !== null && at !== undefined && weight.gt(0)) found.push({ row, members, weight, score, at });
  }
  return found;
});

/** Scored rows that lost points. A 单项得分 equal to the 分值 lost none: its 折算得分 is lower for another reason. */
export const deductedRows = oncePerObject((context: CheckContext): readonly ScoredRow[] =>
  scoredRowsRead(context).filter(
    ({ row, score, weight }) => isLess(score, weight) && !score.isNegative() && !(row.itemScore?.value?.eq(weight) ?? false),
  ),
);

/** Less by what a person would see and mean: not the residue of a division, nor 3.33 written as 3.3. */
function isLess(score: Dec, weight: Dec): boolean {
  if (score.gte(weight)) return false;
  const places = score.decimalPlaces();
  const rounded = places > 0 && [cutOff(weight, places), halfUp(weight, places)].some((value) => score.eq(value));
  return !rounded && weight.minus(score).gte(SMALLEST);
}

function sharers(rows: readonly IndicatorRow[]): ReadonlyMap<string, readonly IndicatorRow[]> {
  const sharing = new Map<string, IndicatorRow[]>();
  for (const row of rows) {
    if (row.shares === undefined) continue;
    const known = sharing.get(row.shares);
    if (known === undefined) sharing.set(row.shares, [row]);
    else known.push(row);
  }
  return sharing;
}

/** Sum over distinct cells; null where one cannot be added (or, if `all` are needed, is blank). */
function sum(slots: readonly (Slot<Dec> | undefined)[], all: boolean, context: CheckContext): Dec | null {
  const seen = slots.length > 1 ? new Set<string>() : null;
  let total: Dec | null = null;
  for (const slot of slots) {
    if (slot === undefined || seen?.has(addrKey(slot.at)) === true) continue;
    seen?.add(addrKey(slot.at));
    if (slot.state === 'value' && slot.value !== null && !context.doubted(slot.at))
      total = total === null ? slot.value : total.plus(slot.value);
    else if (all || slot.state === 'text' || slot.state === 'error' || slot.state === 'value') return null;
  }
  return total;
}
