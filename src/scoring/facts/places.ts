/** 「第5名」, 「全市排名第三」: a place that a 完成值 says in words. */
import type { Slot } from '../../score-table';
import { Dec, normal, NUMERAL_LETTERS, numeralValue, wordsPattern } from '../../workbook';
import words from '../data/row-words.json';
import type { KnownFact } from './known';

const PLACE = new RegExp(`^${wordsPattern(words.beforePlace)}*第(\\d{1,3}|[${NUMERAL_LETTERS}]{1,3})(?:名|位)?$`);

/** Undefined where the words say anything else besides the place. */
export function placeIn(slot: Slot<unknown>): KnownFact | undefined {
  const match = typeof slot.raw === 'string' ? PLACE.exec(normal(slot.raw)) : null;
  if (match === null) return undefined;
  const place = /^\d/.test(match[1]!) ? Number(match[1]) : numeralValue(match[1]!);
  return place === null || place < 1 ? undefined : { value: new Dec(place), from: 'row', cells: [slot.at], money: '' };
}
