/** Where the two readers differ and a guard says which of them is right; the guard speaks for the later, whose clauses are known. */
import { Dec } from '../../workbook';
import { criterionPoints } from '../criterion-points';
import noNames from '../data/no-names.json';
import { evaluate } from '../evaluate';
import { factKey, factsOf } from '../facts';
import type { Clause } from '../reading/clause';
import sayings from '../reading/data/sayings.json';
import { DEFAULT_SWITCHES } from '../switches';
import type { Criterion, FactRef, Given, Outcome, Points } from '../types';
import { eachRule } from '../walk';
import { mapped } from '../mapped';
import type { TwoRules } from './one-name';
import { numbersIn, sameRule, sameWhereSomething } from './same-rule';

/** The rule as if it took points each time. No rule stands inside one that counts occurrences. */
const eachTime = (rule: Criterion): Criterion =>
  mapped(rule, (part) => ('once' in part && part.once === true ? { ...part, once: false } : undefined));

function takesPoints(rule: Criterion, once: boolean): boolean {
  let found = false;
  eachRule(rule, (one) => {
    if (one.kind === 'per-occurrence' && one.effect === 'deduct' && one.once === once) found = true;
  });
  return found;
}

/** 「…扣2分，扣完为止」, 「…扣0.5分，最多扣1分」: who takes points once takes no more, so it is so much each time. */
function goesOn(clause: Clause): boolean {
  if (clause.is !== 'unit' || clause.effect !== 'deduct') return false;
  return clause.tail.untilGone || clause.tail.cap !== null;
}

function eachTimeNotOnce({ former, later }: TwoRules, clauses: readonly Clause[]): boolean {
  if (!takesPoints(former, true) || !takesPoints(later, false) || !clauses.some(goesOn)) return false;
  return sameRule(eachTime(former), later);
}

/** 「不涉及的，此项不计分」: no score is asked for, which is less than nought. */
function excludedNotZero({ former, later }: TwoRules): boolean {
  if (former.kind !== 'exempt' || later.kind !== 'exempt' || former.policy !== 'zero' || later.policy !== 'excluded') return false;
  return sameRule({ ...former, policy: 'excluded' }, later);
}

const isFull = (rule: Criterion): boolean => rule.kind === 'fixed' && 'share' in rule.points && rule.points.share.eq(1);
const isNothing = (rule: Criterion): boolean => rule.kind === 'fixed' && 'points' in rule.points && rule.points.points.isZero();

/** A table that only takes points off: where nothing happened, all of them are due (check Z). */
function takesOnly(rule: Criterion): boolean {
  if (rule.kind !== 'cases' || rule.otherwise === null || !isFull(rule.otherwise)) return false;
  return rule.arms.every(({ rule: arm }) => arm.kind === 'formula' || isNothing(arm));
}

/** 「90%以上」 read as 90% alone: a comparator was lost (check U). */
function losesComparator({ former, later }: TwoRules): boolean {
  const ours = equalitiesIn(later);
  return equalitiesIn(former) > ours && figures(former) === figures(later);
}

function equalitiesIn(rule: Criterion): number {
  let found = 0;
  eachRule(rule, (one) => {
    if (one.kind === 'steps') found += one.arms.filter(({ when: { from, to } }) => from !== null && to !== null && from.eq(to)).length;
    if (one.kind === 'choose' || one.kind === 'cases')
      found += one.arms.filter(({ when }) => when.kind === 'compare' && when.comparator === '=').length;
  });
  return found;
}

/** All figures of a rule, in order. */
const figures = (rule: Criterion): string => numbersIn(rule).map(String).sort().join(' ');

/** 「缺2类资料」 as a name: a figure was swallowed that the other compares with (check U). */
const swallowsFigures = ({ former, later }: TwoRules): boolean => figuresInNames(former) > 0 && figuresInNames(later) === 0;

const figuresInNames = (rule: Criterion): number => factsOf(rule).filter(({ name }) => /\d+[^\d\s]/.test(name)).length;

type Start = ReadonlyMap<string, Given>;

/** Nothing happened, and the figures stand where points begin to be taken: one by one. */
function startsOf(rule: Criterion): readonly Start[] {
  const none = factsOf(rule).flatMap((ref): [string, Given][] => (ref.kind === 'count' ? [[factKey(ref), { value: new Dec(0) }]] : []));
  const starts: Start[] = none.length > 0 ? [new Map(none)] : [];
  eachRule(rule, (one) => {
    if (one.kind !== 'per-point' || one.effect !== 'deduct' || one.of.op !== 'fact' || one.from.op !== 'number') return;
    starts.push(new Map([...none, [factKey(one.of.ref), { value: one.from.value }]]));
  });
  return starts;
}

function most(outcome: Outcome): Dec | null {
  switch (outcome.is) {
    case 'exact':
      return outcome.score;
    case 'one-of':
      return outcome.scores[outcome.scores.length - 1]!;
    case 'range':
      return outcome.to;
    default:
      return null;
  }
}

/** Where points only begin to be taken the one gives all of them, and the other cannot: checks Z. */
function takesAtTheStart({ former, later }: TwoRules): boolean {
  const weight = criterionPoints(later) ?? new Dec(10);
  return startsOf(later).some((start) => {
    const given = { weight, fact: (ref: FactRef) => start.get(factKey(ref)), switches: DEFAULT_SWITCHES };
    const ours = evaluate(later, given);
    const theirs = most(evaluate(former, given));
    return ours.is === 'exact' && ours.score.eq(weight) && theirs !== null && theirs.lt(weight);
  });
}

/** 「问卷满意率：90%-100%得4分」: the heading is what is measured, no condition; 「最低得分为0」 is none either. */
function headingAsCondition({ former, later }: TwoRules): boolean {
  const measured = new Set(factsOf(later).flatMap(({ kind, name }) => (kind === 'yes' ? [] : [name])));
  const asked = new Set(factsOf(later).map(factKey));
  return factsOf(former).some((ref) => ref.kind === 'yes' && !asked.has(factKey(ref)) && (measured.has(ref.name) || CAPS.has(ref.name)));
}

/** 「A.达到95%以上」, 「要点1:」: the former takes such a mark for a name. */
const MARKS: ReadonlySet<string> = new Set(['A.', '要点1']);
const marksByName = (clause: Clause): boolean => clause.is === 'mark' && MARKS.has(clause.kind);

const CAPS: ReadonlySet<string> = new Set(noNames.counted);

/** 「完成20公里得5分，每少1公里扣0.5分」: what it falls short is told by the figure itself, and never counted for itself. */
function countsShortfall({ former, later }: TwoRules): boolean {
  const short = unitsOf(later, (rule) => (rule.kind === 'per-point' && rule.of.op === 'fact' && rule.of.ref.kind !== 'rate' ? rule : null));
  const counted = unitsOf(former, (rule) => (rule.kind === 'per-occurrence' && SHORT_NAMES.has(rule.of.name) ? rule : null));
  return short !== '' && short === counted;
}

/** 「不足5个百分点的按5个百分点计」 was heard by the later alone. */
const saysParts = ({ former, later }: TwoRules): boolean =>
  partsIn(later) &&
  sameRule(
    former,
    mapped(later, (part) => ('parts' in part ? withoutParts(part) : undefined)),
  );

const withoutParts = (part: object): object => Object.fromEntries(Object.entries(part).filter(([name]) => name !== 'parts'));

function partsIn(rule: Criterion): boolean {
  let found = false;
  eachRule(rule, (one) => {
    if ('parts' in one && one.parts !== undefined) found = true;
  });
  return found;
}

const SHORT_NAMES: ReadonlySet<string> = new Set([...sayings.comparingSides, ...sayings.late]);

/** How much for how many, of those rules that are of one kind. */
function unitsOf(rule: Criterion, of: (rule: Criterion) => UnitRule | null): string {
  const found: string[] = [];
  eachRule(rule, (one) => {
    const unit = of(one);
    if (unit !== null) found.push(`${unit.effect} ${pointsText(unit.each)} ${('step' in unit ? unit.step : unit.per).toString()}`);
  });
  return found.join(';');
}

type UnitRule = Extract<Criterion, { kind: 'per-point' | 'per-occurrence' }>;
const pointsText = (points: Points): string => ('points' in points ? points.points.toString() : `${points.share.toString()}/1`);

/** A shape that is only taken where every clause counts the same thing, speaks of places, or stands under a heading worth what its parts are. */
const SURE = new Set(['counts', 'ranks', 'rank-steps', 'headed', 'each-of']);

/** The later's rule where a guard decides for it; null where nothing does. `shape` and `clauses` are the later's. */
export function decided(rules: TwoRules, clauses: readonly Clause[], shape: string): Criterion | null {
  const { former, later } = rules;
  const isLater =
    eachTimeNotOnce(rules, clauses) ||
    excludedNotZero(rules) ||
    (takesOnly(later) && sameWhereSomething(former, later)) ||
    (SURE.has(shape) && later.kind !== 'readings') ||
    countsShortfall(rules) ||
    saysParts(rules) ||
    headingAsCondition(rules) ||
    clauses.some(marksByName) ||
    swallowsFigures(rules) ||
    losesComparator(rules) ||
    takesAtTheStart(rules);
  return isLater ? later : null;
}
