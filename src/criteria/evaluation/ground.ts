import { Dec } from '../../workbook';
import type { Criterion, EvaluationInput, FactRef, Given } from '../types';
import { roundOf } from '../arithmetic-value';
import type { Known } from './known';
import { number } from './known';
import type { Scores } from './scores';

/** One way of settling what the text leaves open everywhere; all of a criterion is read in the same way. */
export interface Scenario {
  readonly partial: 'proportional' | 'whole-only' | 'begun';
  readonly rate: 'exact' | 'as-shown';
}

/** The policy with which a row drops out of the scoring. */
export interface NotApplicable {
  readonly is: 'not-applicable';
  readonly treatment: 'full' | 'excluded' | 'zero';
}

/** Works out a criterion within its own maximum; null where that is not known. */
export type EvaluateRule = (rule: Criterion, max: Known | null, ground: Ground) => Scores | NotApplicable;

const MOST_DECIMALS = 8;

/** What an evaluation stands on: the facts, the scenario; and what it learns on the way: which facts it lacked. */
export class Ground {
  readonly missing: FactRef[] = [];
  /** Whether another scenario could give another score. */
  partialMatters = false;
  rateMatters = false;
  private readonly top: ReadonlySet<Criterion>;

  constructor(
    private readonly input: EvaluationInput,
    readonly scenario: Scenario,
    readonly evaluate: EvaluateRule,
    criterion: Criterion,
  ) {
    this.top = topOf(criterion);
  }

  /** Whether the rule is about the whole row, so that the row itself may drop out with it. */
  isOnTop(rule: Criterion): boolean {
    return this.top.has(rule);
  }

  get zeroTarget(): EvaluationInput['switches']['zeroTarget'] {
    return this.input.switches.zeroTarget;
  }

  given(ref: FactRef): Given | undefined {
    return this.input.fact(ref);
  }

  lacks(ref: FactRef): void {
    this.missing.push(ref);
  }

  /** Runs `look`; what it lacked is forgotten where its answer is known all the same. */
  settled<T>(look: () => T, isSettled: (answer: T) => boolean): T {
    const before = this.missing.length;
    const answer = look();
    if (isSettled(answer)) this.missing.length = before;
    return answer;
  }

  /** A figure, as the scenario reads it; null where nobody gave it. */
  figure(ref: FactRef): Known | null {
    const given = this.given(ref);
    if (given === undefined || typeof given.value === 'string' || (given.value instanceof Dec && !given.value.isFinite())) {
      this.lacks(ref);
      return null;
    }
    if (typeof given.value === 'boolean') return number(new Dec(given.value ? 1 : 0));
    return this.asRead(ref, given, given.value);
  }

  private asRead(ref: FactRef, given: Given, value: Dec): Known {
    const leaf: Known = { value, arithmetic: { op: 'given', ref, given } };
    const workedOut = given.arithmetic === undefined ? null : { value, arithmetic: given.arithmetic };
    if (given.shown === undefined || given.shown.equals(value)) return workedOut ?? leaf;
    this.rateMatters = true;
    return this.scenario.rate === 'exact' ? (workedOut ?? leaf) : asShown(leaf, given.shown, ref.kind === 'rate' ? 'percent' : 'plain');
  }
}

/** A rounding of the figure itself where it is one, so that a live formula can follow it. */
function asShown(known: Known, shown: Dec, style: 'plain' | 'percent'): Known {
  const decimals = shown.decimalPlaces();
  for (let places = decimals; places <= MOST_DECIMALS; places += 1) {
    if (roundOf(known.value, places).equals(shown))
      return { value: shown, arithmetic: { op: 'round', of: known.arithmetic, decimals: places } };
  }
  return number(shown, style);
}

function topOf(criterion: Criterion): ReadonlySet<Criterion> {
  const top = new Set<Criterion>();
  const add = (rule: Criterion): void => {
    top.add(rule);
    if (rule.kind === 'veto' || rule.kind === 'exempt' || rule.kind === 'limit') add(rule.rule);
    if (rule.kind === 'readings') for (const one of rule.of) add(one.rule);
  };
  add(criterion);
  return top;
}
