/** What follows: 得5分 · 不得分 · 按比例计分 · 最多扣3分 · 扣完为止. */
import { Dec } from '../../../workbook';
import type { Points } from '../../types';
import type { CriterionToken, TokenKind } from '../tokens';
import { kinds, type Cursor } from './cursor';
import { value } from './names';
import type { AmountAt, Consequence, StatedValue, Tail } from './tree';

const FULL: Points = { share: new Dec(1) };
const WHOLES = kinds('max-points', 'full');
const SHARES = kinds('pct', 'share');
const PARTS = kinds('pct', 'share', 'pts');
const PARTS_OF_FULL = kinds('pct', 'pts');
const AMOUNTS = kinds('pts', 'num', 'pts-range', 'pct', 'share', 'max-points', 'full');
const GIVEN = kinds('award', 'deduct');
const PLAIN = kinds('no-score', 'no-deduct', 'excluded', 'discretion', 'by-ratio');
const TAILS = kinds('comma', 'until-gone', 'until-full', 'at-most', 'at-least', 'every');
const LIMITS = kinds('until-gone', 'until-full', 'at-most', 'at-least', 'every');

const at = (points: Points, upTo: Points | null = null): AmountAt => ({ points, upTo });
const pointsOf = ({ kind, value: figure }: CriterionToken): Points => (kind === 'pts' ? { points: figure! } : { share: figure! });

/** 5分 · 80% · 分值的80% · 满分 */
function amount(cursor: Cursor): AmountAt {
  const token = cursor.take(AMOUNTS);
  const { kind } = token;
  if (kind === 'pts' || kind === 'num') return at({ points: token.value! });
  if (kind === 'pts-range') return at({ points: token.value! }, { points: token.upTo! });
  if (SHARES.has(kind)) {
    if (cursor.is(1, WHOLES)) cursor.take(WHOLES);
    return at({ share: token.value! });
  }
  return at(partOf(cursor, PARTS));
}

/** What stands behind 满分 or 分值: how much of it. */
function partOf(cursor: Cursor, parts: ReadonlySet<TokenKind>): Points {
  return cursor.is(1, parts) ? pointsOf(cursor.take(parts)) : FULL;
}

export function consequence(cursor: Cursor): Consequence {
  if (cursor.is(1, GIVEN)) {
    const verb = cursor.take(GIVEN).kind as 'award' | 'deduct';
    return { verb, amount: amount(cursor) };
  }
  if (cursor.is(1, PLAIN)) return { verb: cursor.take(PLAIN).kind as Consequence['verb'], amount: null };
  if (cursor.skip('full')) return { verb: 'award', amount: at(partOf(cursor, PARTS_OF_FULL)) };
  if (cursor.isKind(1, 'share')) return { verb: 'award', amount: at(pointsOf(cursor.takeKind('share'))) };
  return { verb: 'worth', amount: at(pointsOf(cursor.takeKind('pts'))) };
}

interface OpenTail {
  atMost: Points | null;
  atLeast: Points | null;
  until: boolean;
  every: StatedValue | null;
}

export function tail(cursor: Cursor): Tail {
  const result: OpenTail = { atMost: null, atLeast: null, until: false, every: null };
  while (cursor.is(1, TAILS)) {
    cursor.skip('comma');
    limit(cursor, result);
  }
  return result;
}

function limit(cursor: Cursor, result: OpenTail): void {
  const { kind } = cursor.take(LIMITS);
  if (kind === 'every') result.every = value(cursor);
  else if (kind === 'at-least') result.atLeast = amount(cursor).points;
  else if (kind === 'at-most') {
    result.atMost = amount(cursor).points;
    cursor.skip('phrase');
  } else result.until = true;
}
