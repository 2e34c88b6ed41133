import { Dec } from '../../workbook';
import type { Criterion, Expr } from '../types';
import { amountOf, anyAmount, cappedScores, unitsIn } from './amounts';
import { isKnown, expressionValue } from './expressions';
import type { Ground } from './ground';
import * as known from './known';
import type { Known } from './known';
import { UNKNOWN_SCORES, exactly, type Scores } from './scores';
import { worth } from './worth';

type PerPoint = Extract<Criterion, { kind: 'per-point' }>;

/** What lies beyond the threshold takes off or brings, as a set of amounts ≥ 0. */
export function pointAmounts(rule: PerPoint, max: Known | null, ground: Ground): Scores {
  const of = expressionValue(rule.of, max, ground);
  const from = expressionValue(rule.from, max, ground);
  const amounts = isKnown(of) && isKnown(from) ? amountsOf(rule, of, from, max, ground) : amountsOfAny(rule, max, ground);
  return cappedScores(amounts, rule.cap, max);
}

function amountsOf(rule: PerPoint, of: Known, from: Known, max: Known | null, ground: Ground): Scores {
  const step = known.number(rule.step, isShare(rule.of) || isShare(rule.from) ? 'percent' : 'plain');
  const units = unitsIn(known.over(beyond(rule.side, of, from), step), ground, rule.parts);
  const amount = amountOf(units, rule.each, max);
  return amount === null ? UNKNOWN_SCORES : exactly(amount);
}

function beyond(side: PerPoint['side'], of: Known, from: Known): Known {
  if (side === 'both') return known.magnitude(known.minus(of, from));
  const difference = side === 'above' ? known.minus(of, from) : known.minus(from, of);
  return known.greatest(difference, known.KNOWN_ZERO);
}

function amountsOfAny(rule: PerPoint, max: Known | null, ground: Ground): Scores {
  if (rule.parts === undefined) ground.partialMatters = true;
  const most = max ?? (rule.cap === null ? null : worth(rule.cap, max));
  return anyAmount(rule.each, new Dec(1), (rule.parts ?? ground.scenario.partial) === 'proportional', most, max);
}

/** Whether a figure is a share, written in percent. */
export function isShare(expr: Expr): boolean {
  switch (expr.op) {
    case 'number':
      return expr.shown === 'percent';
    case 'fact':
      return expr.ref.kind === 'rate';
    case 'min':
    case 'max':
      return expr.of.some(isShare);
    case 'add':
    case 'subtract':
      return isShare(expr.left) || isShare(expr.right);
    case 'floor':
    case 'ceil':
    case 'abs':
    case 'round':
      return isShare(expr.of);
    default:
      return false;
  }
}
