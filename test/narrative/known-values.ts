import type { Slot, ScoreTable } from '../../src/score-table/types';
import { addrKey } from '../../src/workbook/address';
import type { Dec } from '../../src/workbook/decimal';

/** Every number recognition read, by its cell; a cell may hold several (a 分值 in a name). */
export function knownValues(scoreTable: ScoreTable): ReadonlyMap<string, readonly Dec[]> {
  const values = new Map<string, Dec[]>();
  const put = (slot: { readonly at: Slot<Dec>['at']; readonly value: Dec | null } | null | undefined): void => {
    if (slot?.value != null) values.set(addrKey(slot.at), [...(values.get(addrKey(slot.at)) ?? []), slot.value]);
  };
  for (const row of scoreTable.rows) {
    put(row.weight);
    row.scores.forEach(put);
    for (const quantity of [row.target, row.actual])
      if (quantity?.value?.number != null) put({ at: quantity.at, value: quantity.value.number });
  }
  for (const total of scoreTable.totals) for (const slot of [...total.scores, total.weight]) put(slot);
  for (const row of scoreTable.funding?.rows ?? [])
    for (const slot of [row.initial, row.budget, row.arrived, row.executed, row.rate, row.score, row.weight, row.labelAmount]) put(slot);
  put(scoreTable.funding?.headerWeight);
  for (const figure of scoreTable.data) put(figure.value);
  put(scoreTable.fullScore);
  return values;
}
