/** A 完成值 as the one count of a rule: how often something happened, or how far it lies beyond the target. In doubt nothing. */
import type { FactRef } from '../../criteria';
import { directionOf, type IndicatorRow, type Quantity, type Slot } from '../../score-table';
import { Dec, normal } from '../../workbook';
import { sameUnit } from './amounts';
import { beyondTarget, isLateness, isNotDone, sideCounted } from './beyond-target';
import { fromReason } from './from-reason';
import type { KnownFact } from './known';
import { live } from './live';
import type { Counting } from './occurrences';

const GROWS = /^(?:每)?新?增/;

/** What the rule counts under a name of its own. takesOff: it costs points. */
export function countByAnotherName(row: IndicatorRow, actual: Slot<Quantity>, ref: FactRef, asked: Counting): KnownFact | undefined {
  if (!saysCount(row, actual, ref)) return undefined;
  const takesOff = asked.takesOff === true;
  const found = countOf(actual, ref, asked);
  const side = sideCounted(ref.name);
  // 「每增加一项加1分」: beyond the target, or each there is.
  if (side !== null && !takesOff && GROWS.test(ref.name)) return undefined;
  if (side !== null) return saysItself(found, actual, side) ? found : beyondTarget(row, ref, side);
  if (!isAimedAt(row, actual)) return found;
  if (isNotDone(ref.name)) return shortOfTarget(row, ref, found);
  return takesOff ? besideTarget(row, ref, found) : found;
}

/** A number that is wanted, beside a number that came about. */
const isAimedAt = ({ target }: IndicatorRow, actual: Slot<Quantity>): boolean =>
  actual.value?.kind === 'number' && target?.value?.number != null && target.value.number.gt(0);

/** 「每有一件未化解」 「缺一项得3分」 of a row that says how many are settled or there: what is missing is what it falls short of the target. */
function shortOfTarget(row: IndicatorRow, ref: FactRef, found: KnownFact | undefined): KnownFact | undefined {
  if (directionOf(row).way === 'down') return found;
  const short = beyondTarget(row, ref, 'below');
  return short === undefined ? undefined : { ...short, weak: true };
}

/** 「每延迟1天」 of a row that says how many days: what lies beyond the target. What is to be raised is not what costs points. */
function besideTarget(row: IndicatorRow, ref: FactRef, found: KnownFact | undefined): KnownFact | undefined {
  const { way } = directionOf(row);
  if (isLateness(ref)) return way === 'up' ? undefined : beyondTarget(row, ref, 'above');
  return way === 'down' ? found : undefined;
}

/** 「缺3卷」 says how many are missing; 「无」 is no figure to compare, and cannot be too many. */
function saysItself(found: KnownFact | undefined, actual: Slot<Quantity>, side: 'above' | 'below'): boolean {
  if (actual.value?.kind === 'number' || !(found?.value instanceof Dec)) return false;
  return side === 'above' ? found.value.isZero() : !found.value.isZero();
}

/** 「3座不达标」 has more behind its figure than a unit. */
const LONGEST_UNIT = 2;
const isPlainUnit = (unit: string): boolean => unit.length <= LONGEST_UNIT;

/** A 完成值 that counts in the rule's own unit, or says that nothing happened, answers its only count. */
function saysCount(row: IndicatorRow, slot: Slot<Quantity>, ref: FactRef): boolean {
  const isNoneWanted = row.target?.value?.number?.isZero() === true;
  if (slot.value?.kind === 'number' && slot.value.unit === '' && isNoneWanted) return true;
  if (slot.value?.kind === 'number' && isPlainUnit(slot.value.unit))
    return slot.value.unit !== '' && ref.unit !== '' && sameUnit(slot.value.unit, ref.unit);
  return typeof slot.raw === 'string';
}

/** 「0」 「0例」 「无」 「发现0例」. A dash says nothing. */
export function countOf(slot: Slot<Quantity>, ref: FactRef, counting: Counting): KnownFact | undefined {
  const common = { from: 'row', cells: [slot.at], money: '' } as const;
  if (typeof slot.raw === 'string' && /^(?:无|没有|未发现|未发生|未出现)$/.test(normal(slot.raw))) return { ...common, value: new Dec(0) };
  const value = slot.value;
  if (value?.kind === 'number' && value.number !== null && !value.percent) {
    const fits = value.unit === '' || ref.unit === '' || sameUnit(value.unit, ref.unit);
    if (fits && value.number.isInteger() && !value.number.isNegative())
      return { ...common, value: value.number, ...live(slot, value.number) };
    if (typeof slot.raw !== 'string' || isPlainUnit(value.unit)) return undefined;
  }
  const said = fromReason(slot, ref, [], counting);
  return said === undefined ? undefined : { ...said, from: 'row' };
}
