/** Figures a row states under a name: its 完成值 under the row's own, and those its explanation names. */
import type { FactRef } from '../../criteria';
import type { IndicatorRow } from '../../score-table';
import { type Addr, Dec } from '../../workbook';
import { yuanPer } from './amounts';
import { fromReason } from './from-reason';
import { isOwnMeasure } from './from-row';

export interface Stated {
  /** The words it is called by. */
  readonly label: string;
  /** A fraction, an amount in 元, or a plain number. */
  readonly value: Dec;
  readonly at: Addr;
  readonly kind: 'rate' | 'number';
  readonly money: boolean;
  /** Decimals to which it was written, of `value` as it stands here. */
  readonly decimals: number;
}

/** Without the figures that are only a target, a bound or words. */
export function statedInRow(row: IndicatorRow, refs: readonly FactRef[]): readonly Stated[] {
  const found: Stated[] = [];
  const actual = row.actual?.value;
  if (actual?.kind === 'number' && actual.number !== null && (actual.comparator === null || actual.comparatorFrom === 'column')) {
    const scale = yuanPer(actual.unit);
    const value = scale === null ? actual.number : actual.number.times(scale);
    found.push({
      label: row.name.value,
      value,
      at: row.actual!.at,
      kind: actual.percent ? 'rate' : 'number',
      money: scale !== null,
      decimals: decimalsAs(actual.number, scale),
    });
  }
  for (const ref of refs) {
    if (ref.role === 'target' || ref.role === 'actual' || ref.name === '' || (ref.kind !== 'rate' && ref.kind !== 'number')) continue;
    const said = fromReason(row.reason, ref, [ref.name], { alone: false, year: null, context: '' });
    if (said === undefined || !(said.value instanceof Dec)) continue;
    const label = isOwnMeasure(row, ref.name) ? row.name.value : ref.name;
    found.push({
      label,
      value: said.value,
      at: said.cells[0]!,
      kind: ref.kind,
      money: said.money === '元',
      decimals: said.value.decimalPlaces(),
    });
  }
  return found;
}

function decimalsAs(value: Dec, scale: Dec | null): number {
  return value.decimalPlaces() - (scale === null ? 0 : Math.round(scale.log(10).toNumber()));
}
