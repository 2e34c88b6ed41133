import type { ReadingId } from './types';

/**
 * The ambiguities evaluation itself knows. A partial percentage point counts in proportion, not at all, or as a whole one;
 * a rate is scored as it is, or as the sheet shows it. Readings of the text itself are named by the parser.
 */
export const READINGS = {
  proportional: 'partial-proportional' as ReadingId,
  'whole-only': 'partial-whole-only' as ReadingId,
  begun: 'partial-begun' as ReadingId,
  exact: 'rate-exact' as ReadingId,
  'as-shown': 'rate-as-shown' as ReadingId,
} as const;

const JOINT = '+';

/** Several readings at once are one id, their names joined; '' is none. */
export function jointReading(...readings: readonly (ReadingId | '')[]): ReadingId | '' {
  const said = readings.filter((one) => one !== '');
  // Nearly always.
  if (said.length <= 1) return said[0] ?? '';
  const named = said.flatMap(readingsIn);
  return [...new Set(named)].join(JOINT) as ReadingId | '';
}

/** The single readings a joint one consists of. */
export function readingsIn(reading: ReadingId | ''): readonly ReadingId[] {
  return reading === '' ? [] : (reading.split(JOINT) as ReadingId[]);
}
