import type { Slot, Submission } from '../../src/score-table/types';
import { addrKey } from '../../src/workbook/address';
import type { Dec } from '../../src/workbook/decimal';

/** Every number recognition read, by its cell; a cell may hold several (a 分值 in a name). */
export function knownValues(submission: Submission): ReadonlyMap<string, readonly Dec[]> {
  const values = new Map<string, Dec[]>();
  const put = (slot: { readonly at: Slot<Dec>['at']; readonly value: Dec | null } | null | undefined): void => {
    if (slot?.value != null) values.set(addrKey(slot.at), [...(values.get(addrKey(slot.at)) ?? []), slot.value]);
  };
  for (const row of submission.rows) {
    put(row.weight);
    row.scores.forEach(put);
    for (const quantity of [row.target, row.actual]) if (quantity?.value?.number != null) put({ at: quantity.at, value: quantity.value.number });
  }
  for (const total of submission.totals) for (const slot of [...total.scores, total.weight]) put(slot);
  for (const row of submission.funding?.rows ?? []) for (const slot of [row.initial, row.budget, row.arrived, row.executed, row.rate, row.score, row.weight, row.labelAmount]) put(slot);
  put(submission.funding?.headerWeight);
  for (const figure of submission.data) put(figure.value);
  put(submission.fullScore);
  return values;
}
