/** What is said of the rule as a whole: its limits, what it is worth, what it does not apply to, what takes all of it. */
import sayings from './data/sayings.json';
import { Dec, wordsPattern } from '../../workbook';
import type { Condition, Criterion, Points } from '../types';
import { mapped } from '../mapped';
import { eitherCap } from './unit-rule';
import { isNotApplicable } from '../former/naming';
import type { AmountSaid, Clause, ClauseOf } from './clause';
import { spanAt, subjectCondition, subjectWords, type RuleSetting } from './subjects';

export interface Parted {
  readonly core: readonly Clause[];
  readonly limits: readonly ClauseOf<'limit'>[];
  readonly totals: readonly ClauseOf<'total'>[];
  readonly roundings: readonly ClauseOf<'rounding'>[];
  readonly exempts: readonly ClauseOf<'exempt'>[];
  /** 「发现挪用的，本项不得分」. */
  readonly vetoes: readonly ClauseOf<'arm'>[];
}

const ZERO_POINTS: Points = { points: new Dec(0) };
const IDLE = new Set<Clause['is']>(['mark', 'heading', 'definition', 'remark', 'restated', 'standard', 'requirement']);
const NOT_HERE = new RegExp(wordsPattern(sayings.notHere));
const GENERIC = new RegExp(`^${wordsPattern(sayings.generic)}$`);
const MISCONDUCT = new RegExp(`^${wordsPattern(sayings.misconductFirst)}|${wordsPattern(sayings.misconduct)}`);
const ABSENT = new RegExp(`^${wordsPattern(sayings.absentTime)}?${wordsPattern(sayings.absentFirst)}`);
const BAD = new RegExp(wordsPattern(sayings.badThings));
const ABSENCE = /^(?:未|无|没有|不存在|未发现)/;
const CONCERNS = /涉及|适用/;

const isZero = (points: Points): boolean => 'points' in points && points.points.isZero();
const isFull = (points: Points): boolean => 'share' in points && points.share.eq(1);

/** 「无公务用车」, and not 「无违规问题」: there is nothing to look at. */
const isAbsent = (words: string): boolean => ABSENT.test(words) && !BAD.test(words.replace(ABSENT, ''));

/** 「没有该任务的得5分；有任务的，完成得5分…」: all there is to give, beside what is scored where there is one. */
function givesAll(points: Points, clause: ClauseOf<'arm'>, all: readonly Clause[]): boolean {
  const others = all.filter((one) => one !== clause && !IDLE.has(one.is));
  if (isFull(points)) return others.length > 0 && !others.every((one) => one.is === 'arm' && isZeroGift(one));
  if (!('points' in points) || points.points.isZero()) return false;
  const given = others.flatMap((one) => (one.is === 'arm' ? absolute(one.gives.amount) : []));
  return given.some((one) => one.eq(points.points)) && given.every((one) => one.lte(points.points));
}

const absolute = (amount: AmountSaid): readonly Dec[] =>
  amount.is === 'points' && 'points' in amount.points ? [amount.points.points] : [];
const isZeroGift = ({ gives: { amount } }: ClauseOf<'arm'>): boolean => amount.is === 'points' && isZero(amount.points);

/** 「不涉及的得满分」 is no arm. */
function asExempt(clause: ClauseOf<'arm'>, text: string, all: readonly Clause[]): ClauseOf<'exempt'> | null {
  const { amount } = clause.gives;
  const words = subjectWords(clause.when);
  if (amount.is !== 'points' || clause.when.is !== 'holds' || !(isNotApplicable(words) || isAbsent(words))) return null;
  const said = { is: 'exempt', when: clause.when.of, place: clause.place, pattern: clause.pattern } as const;
  const uncounted = /不予?[计记评赋]分/.test(text.slice(...clause.place));
  if (isZero(amount.points) && uncounted && isNotApplicable(words)) return { ...said, policy: 'excluded' };
  if (givesAll(amount.points, clause, all)) return { ...said, policy: 'full' };
  if (!NOT_HERE.test(words)) return null;
  if (isFull(amount.points)) return { ...said, policy: 'full' };
  if (!isZero(amount.points) || !CONCERNS.test(words)) return null;
  return { ...said, policy: 'zero' };
}

/** Nothing, or what is worked out: so much is left for what was named before. */
const isLeft = (amount: AmountSaid): boolean =>
  amount.is === 'formula' || amount.is === 'ratio' || (amount.is === 'points' && isZero(amount.points));

/** 「没有不得分」, 「超出的不得分」: what was named before does not hold. */
function asElse(clause: Clause): Clause {
  if (clause.is !== 'arm' || !isLeft(clause.gives.amount)) return clause;
  return GENERIC.test(subjectWords(clause.when))
    ? { is: 'else', gives: clause.gives, place: clause.place, pattern: clause.pattern }
    : clause;
}

/** 「…，本项不得分」; 「发现挪用的，不得分」 beside what gives points for something else. */
function isVeto(clause: ClauseOf<'arm'>, all: readonly Clause[]): boolean {
  if (clause.when.is !== 'holds') return false;
  if (clause.gives.row) return true;
  const { amount } = clause.gives;
  if (amount.is !== 'points' || !isZero(amount.points) || !MISCONDUCT.test(subjectWords(clause.when))) return false;
  const arms = all.filter((one) => one !== clause && one.is === 'arm') as readonly ClauseOf<'arm'>[];
  return arms.length > 0 && !arms.some((arm) => ABSENCE.test(subjectWords(arm.when)));
}

/** The clauses by what they do; the core is what a shape must take. */
export function parted(clauses: readonly Clause[], text: string, exempting: boolean): Parted {
  const core: Clause[] = [];
  const limits: ClauseOf<'limit'>[] = [];
  const totals: ClauseOf<'total'>[] = [];
  const roundings: ClauseOf<'rounding'>[] = [];
  const exempts: ClauseOf<'exempt'>[] = [];
  const vetoes: ClauseOf<'arm'>[] = [];
  for (const clause of clauses) {
    const exempt = clause.is === 'arm' ? asExempt(clause, text, exempting ? clauses : []) : null;
    if (IDLE.has(clause.is)) continue;
    if (exempt !== null) exempts.push(exempt);
    else if (clause.is === 'limit') limits.push(clause);
    else if (clause.is === 'total') totals.push(clause);
    else if (clause.is === 'rounding') roundings.push(clause);
    else if (clause.is === 'exempt') exempts.push(clause);
    else if (clause.is === 'arm' && isVeto(clause, clauses)) vetoes.push(clause);
    else core.push(asElse(clause));
  }
  return { core, limits, totals, roundings, exempts, vetoes };
}

/** A limit behind one deduction is its cap. */
function capped(rule: Criterion, { most, least, of }: ClauseOf<'limit'>): Criterion | null {
  if ((rule.kind !== 'per-occurrence' && rule.kind !== 'per-point') || rule.effect === 'award') return null;
  return most === null || least !== null || of === 'given' || rule.cap !== null ? null : { ...rule, cap: most };
}

/** Behind several deductions: 「以上合计最多扣3分」 limits all; without such words all or only the last. */
function sharing(rule: Criterion, { most, least, of, ofAll = false }: ClauseOf<'limit'>): Criterion | null {
  if (most === null || least !== null || of === 'given') return null;
  if (rule.kind === 'sum' && rule.items.length === 1) {
    const inner = sharing(rule.items[0]!.rule, { is: 'limit', most, least, of, ofAll, place: [0, 0], pattern: '' });
    return inner === null ? null : { ...rule, items: [{ ...rule.items[0]!, rule: inner }] };
  }
  return rule.kind !== 'deductions' || rule.cap !== undefined ? null : ofAll ? { ...rule, cap: most } : eitherCap(rule, most);
}

const takesOff = (rule: Criterion): boolean =>
  rule.kind === 'deductions' || ((rule.kind === 'per-occurrence' || rule.kind === 'per-point') && rule.effect === 'deduct');

/** Behind anything else a limit says itself what it limits, or nothing is read. */
function limited(rule: Criterion, limit: ClauseOf<'limit'>): Criterion | null {
  const { most, least, of } = limit;
  const several = sharing(rule, limit);
  if (several !== null) return several;
  const cap = capped(rule, limit);
  if (cap !== null) return cap;
  if (of === 'taken' || (most !== null && of === null && takesOff(rule))) return null;
  if (rule.kind === 'formula' && least === null && rule.cap === null) return { ...rule, cap: most };
  return { kind: 'limit', atLeast: least, atMost: most, rule, span: rule.span };
}

/** 「共5分」 is what the rule is worth. */
function worth(rule: Criterion, { points }: ClauseOf<'total'>, setting: RuleSetting): Criterion | null {
  if (rule.kind !== 'sum') return { kind: 'sum', items: [{ points, rule }], span: setting.span };
  if (rule.items.length > 1) return { kind: 'limit', atLeast: null, atMost: points, rule, span: setting.span };
  return rule.items[0]!.points === null ? { kind: 'sum', items: [{ points, rule: rule.items[0]!.rule }], span: setting.span } : null;
}

/** 「…，不足5个百分点的按5个百分点计」 is said of what is taken by 5 points at a time. */
function rounded(rule: Criterion, { step, to }: ClauseOf<'rounding'>): Criterion | null {
  let found = false;
  const out = mapped(rule, (part) => {
    if (!isByStep(part) || !(part.kind === 'per-point' ? part.step : part.per).eq(step.value)) return undefined;
    found = true;
    return { ...part, parts: to };
  });
  return found ? out : null;
}

type ByStep = Extract<Criterion, { kind: 'per-point' | 'per-occurrence' }>;
const isByStep = (part: object): part is ByStep => 'kind' in part && (part.kind === 'per-point' || part.kind === 'per-occurrence');

function conditionNamed(setting: RuleSetting, exempt: ClauseOf<'exempt'>): Condition | null {
  return subjectCondition(setting, { is: 'holds', of: exempt.when });
}

/** null where something said of the whole does not go with the rule. */
export function wrapped(rule: Criterion, { limits, totals, roundings, exempts, vetoes }: Parted, setting: RuleSetting): Criterion | null {
  if (limits.length > 1 || totals.length > 1) return null;
  let out: Criterion | null = rule;
  for (const limit of limits) out = out === null ? null : limited(out, limit);
  for (const one of roundings) out = out === null ? null : rounded(out, one);
  for (const zero of vetoes) {
    const when: Condition | null = out === null ? null : subjectCondition(setting, zero.when);
    out = when === null ? null : { kind: 'veto', when, score: ZERO_POINTS, rule: out!, span: spanAt(setting, zero.place) };
  }
  for (const total of totals) out = out === null ? null : worth(out, total, setting);
  for (const exempt of [...exempts].reverse()) {
    const when: Condition | null = out === null ? null : conditionNamed(setting, exempt);
    out = when === null ? null : { kind: 'exempt', when, policy: exempt.policy, rule: out!, span: setting.span };
  }
  return out;
}
