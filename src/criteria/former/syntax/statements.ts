/** The statements of a criterion but formulas: what is given where something holds, and what each of something costs. */
import type { CriterionToken } from '../tokens';
import { conditions, conditionsNext, isWorth } from './conditions';
import { consequence, tail } from './consequences';
import { kinds, VALUES, WORDY, NAMES, type Cursor } from './cursor';
import { name, value, plainName } from './names';
import type { Case, Every, StatedValue } from './tree';

const SEPARATORS = kinds('comma', 'colon');
const SIDES = kinds('over', 'under', 'off');
const STEPS = kinds('points-of-percent', 'qty', 'pct', 'num');

/** 符合的得2分 · 80%-90%计4分 · 否则不得分 · 缺一项扣1分,扣完为止 */
export function caseStatement(cursor: Cursor): Case {
  const otherwise = skipElse(cursor);
  const what = !isWorth(cursor) && conditionsNext(cursor) ? conditions(cursor) : null;
  if (cursor.is(1, SEPARATORS)) cursor.take(SEPARATORS);
  const follows = consequence(cursor);
  return { otherwise, conditions: what, consequence: follows, tail: tail(cursor) };
}

/** 每超过一个百分点扣0.5分 · 每发现一例不符合的扣1分 */
export function everyStatement(cursor: Cursor): Every {
  skipElse(cursor);
  const lead = conditionsNext(cursor) ? conditions(cursor) : null;
  cursor.skip('comma');
  const threshold = cursor.isKind(1, 'threshold') ? thresholdOf(cursor.takeKind('threshold')) : null;
  if (threshold !== null) cursor.skip('comma');
  cursor.takeKind('every');
  const before = cursor.is(1, WORDY) ? plainName(cursor) : null;
  const side = sideOf(cursor);
  const from = side === null ? null : startOf(cursor);
  const step = cursor.is(1, VALUES) ? value(cursor) : null;
  const after = cursor.is(1, NAMES) ? name(cursor) : null;
  cursor.skip('comma');
  const follows = consequence(cursor);
  return { lead, threshold, side, from, step, before, after, consequence: follows, tail: tail(cursor) };
}

function skipElse(cursor: Cursor): boolean {
  if (!cursor.skip('else')) return false;
  cursor.skip('comma');
  return true;
}

function thresholdOf({ value: figure, unit }: CriterionToken): StatedValue {
  return { value: figure!, as: unit === '%' ? 'percent' : 'plain', unit: '' };
}

function sideOf(cursor: Cursor): Every['side'] {
  if (!cursor.is(1, SIDES)) return null;
  const { kind } = cursor.take(SIDES);
  if (kind === 'over') return 'above';
  return kind === 'under' ? 'below' : 'both';
}

/** What is counted from: 「每低于|90%|一个百分点」, 「每低于|目标值|一个百分点」; a single figure is the step. */
function startOf(cursor: Cursor): Every['from'] {
  if (cursor.is(1, WORDY)) return plainName(cursor);
  return cursor.is(1, VALUES) && cursor.is(2, STEPS) ? value(cursor) : null;
}
