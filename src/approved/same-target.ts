/** Whether two 指标值 say the same. A right one accused is the worst: in doubt nothing is said of a difference. */
import { type Comparator, isSameFigure, type Quantity } from '../score-table';
import { Dec, likeness, wordsPattern } from '../workbook';
import words from './data/targets.json';
import type { WrittenTarget } from './types';

export type SameTarget = 'same' | 'changed' | 'unclear';

const SCALES: ReadonlySet<string> = new Set(words.scales);
const FILLERS = new RegExp(`[\\p{P}\\p{S}]|${wordsPattern(words.fillers)}`, 'gu');
const DIGITS = /\d+(?:\.\d+)?/g;
/** Texts longer than this are prose: that they differ says little. */
const LONGEST = 16;
const ALIKE = 0.5;

const figures = (target: WrittenTarget): Quantity => ({
  ...target,
  number: target.number === null ? null : new Dec(target.number),
  upper: target.upper === null ? null : new Dec(target.upper),
});

const WAYS: Readonly<Record<Comparator, 'up' | 'down' | null>> = { '>=': 'up', '>': 'up', '<=': 'down', '<': 'down', '=': null };

/** 「≥」 turned into 「≤」. A sign that one of them lacks, or 「=」, is another way to write. */
function isTurned(was: Quantity, is: Quantity): boolean {
  const [one, other] = [was, is].map(({ comparator }) => (comparator === null ? null : WAYS[comparator]));
  return one != null && other != null && one !== other;
}

function ofFigures(was: Quantity, is: Quantity): SameTarget {
  const same = isSameFigure(was, is);
  // 48次 and 48场: the figure is what was approved.
  if (same === null) return was.number!.eq(is.number!) ? 'same' : 'unclear';
  if (!same) return 'changed';
  return isTurned(was, is) ? 'changed' : 'same';
}

function ofRanges(was: Quantity, is: Quantity): SameTarget {
  const ends = [
    isSameFigure({ ...was, kind: 'number' }, { ...is, kind: 'number' }),
    isSameFigure({ ...was, kind: 'number', number: was.upper }, { ...is, kind: 'number', number: is.upper }),
  ];
  if (ends.includes(null)) return 'unclear';
  return ends.includes(false) ? 'changed' : 'same';
}

/** Only parts that both write are compared: 「12月底前」 and 「12月31日前」 are one date. */
function ofDates(was: Quantity['date'], is: Quantity['date']): SameTarget {
  if (was === null || is === null) return 'unclear';
  const differs = (['year', 'month', 'day'] as const).find((part) => was[part] !== null && is[part] !== null && was[part] !== is[part]);
  if (differs === undefined) return 'same';
  // A day that is the last of the other's month, or another way to say the same: only the day differs.
  return differs === 'day' && was.before !== is.before ? 'unclear' : 'changed';
}

const bare = (text: string): string => text.replace(FILLERS, '');
const numbersIn = (text: string): readonly string[] => (text.match(DIGITS) ?? []).map((one) => new Dec(one).toFixed());

function ofWords(was: string, is: string): SameTarget {
  const [one, other] = [bare(was), bare(is)];
  if (one === other) return 'same';
  if (SCALES.has(one) || SCALES.has(other)) return 'same';
  const [left, right] = [numbersIn(was), numbersIn(is)];
  if (left.length > 0 || right.length > 0) {
    const isOtherFigure = left.length === right.length && left.some((figure, index) => figure !== right[index]);
    return isOtherFigure && bare(was.replace(DIGITS, '')) === bare(is.replace(DIGITS, '')) ? 'changed' : 'unclear';
  }
  if (one.includes(other) || other.includes(one)) return 'unclear';
  if (one.length > LONGEST || other.length > LONGEST) return 'unclear';
  return likeness(one, other) >= ALIKE && one.length > 6 ? 'unclear' : 'changed';
}

/** A figure beside words: the same where the words hold it, else nobody can tell. */
function ofMixed(figure: Quantity, text: string): SameTarget {
  const own = numbersIn(figure.text);
  if (own.length === 1 && numbersIn(text).length === 1 && own[0] === numbersIn(text)[0]) return 'same';
  return SCALES.has(bare(text)) ? 'same' : 'unclear';
}

const SIGN = /^[≥≤<>=]+/;
/** As it is shown, the sign taken off. */
const unsigned = ({ shown }: WrittenTarget): string => shown.replace(SIGN, '');

/** What was approved and what is written now. */
export function sameTarget(approved: WrittenTarget, now: WrittenTarget): SameTarget {
  const [was, is] = [figures(approved), figures(now)];
  if (unsigned(approved) === unsigned(now)) return isTurned(was, is) ? 'changed' : 'same';
  if (was.kind !== is.kind) {
    if (was.kind === 'words') return ofMixed(is, was.text);
    return is.kind === 'words' ? ofMixed(was, is.text) : 'unclear';
  }
  switch (was.kind) {
    case 'number':
      return ofFigures(was, is);
    case 'range':
      return ofRanges(was, is);
    case 'date':
      return ofDates(was.date, is.date);
    case 'words':
      return ofWords(was.text, is.text);
  }
}
