/** 「每多1次扣2分」 「每少1场扣1分」: what is counted is how far the 完成值 lies beyond the target, not the 完成值 itself. */
import type { FactRef } from '../../criteria';
import { comparedPair, type IndicatorRow } from '../../score-table';
import { Dec } from '../../workbook';
import words from '../data/occurrence-words.json';
import { sameUnit } from './amounts';
import type { KnownFact } from './known';
import { anyWord } from './word-patterns';

const MORE = new RegExp(anyWord(words.more));
const LESS = new RegExp(anyWord(words.less));

/** Which side of the target the name of a count speaks of; null for what is counted from nothing. */
export function sideCounted(name: string): 'above' | 'below' | null {
  if (MORE.test(name)) return 'above';
  return LESS.test(name) ? 'below' : null;
}

const LATE = new RegExp(`^${anyWord(words.late)}`);
const NOT_DONE = new RegExp(`^${anyWord([...words.negated, ...words.missing])}`);

const OF_TIME: ReadonlySet<string> = new Set(words.time);

/** 「每延迟1天」: later than a time; 「每延期1次」 counts. */
export const isLateness = ({ name, unit }: FactRef): boolean => LATE.test(name) && OF_TIME.has(unit);
/** 「未化解」 「未按期完成」 「缺」: what was to be done or to be there, and was not. */
export const isNotDone = (name: string): boolean => NOT_DONE.test(name);

/** By how many whole units the 完成值 is beyond the target; undefined where either is no such number, or a strict bound leaves it open. */
export function beyondTarget(row: IndicatorRow, ref: FactRef, side: 'above' | 'below'): KnownFact | undefined {
  const [target, actual] = [row.target?.value, row.actual?.value];
  if (target == null || actual == null || target.comparator === '<' || target.comparator === '>') return undefined;
  if (target.unit !== '' && ref.unit !== '' && !sameUnit(target.unit, ref.unit)) return undefined;
  const pair = comparedPair(target, actual);
  if (pair === null) return undefined;
  const beyond = side === 'above' ? pair.actual.minus(pair.target) : pair.target.minus(pair.actual);
  if (!beyond.isInteger()) return undefined;
  return { value: Dec.max(beyond, 0), from: 'row', cells: [row.actual!.at, row.target!.at], money: '' };
}
