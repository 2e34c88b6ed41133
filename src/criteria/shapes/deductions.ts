/** Points taken off for what happened, and points given for each that was done. */
import { Dec, wordsPattern } from '../../workbook';
import { comparedCondition, type Measured } from '../former/measures';
import { factExpr, figureFact, plainName } from '../former/naming';
import { isFullShare } from '../former/tables';
import type { Bound } from '../former/syntax/tree';
import type { Clause, ClauseOf, End, Subject } from '../reading/clause';
import sayings from '../reading/data/sayings.json';
import type { FigureSaid } from '../reading/figures';
import { shape, type ClauseShape } from '../reading/shape';
import {
  nameOfMention,
  operandAfter,
  spanAt,
  statedValue,
  subjectCondition,
  subjectMeasure,
  subjectWords,
  type RuleSetting,
} from '../reading/subjects';
import { eitherCap, onceRule, unitRule } from '../reading/unit-rule';
import type { Condition, Criterion, Points } from '../types';
import { armOf, isArm, NO_POINTS, pointsGiven } from './arms';

/** 「超5天」 behind 「迟报1天扣0.1分」: the words that only say that it is so many. */
const SO_MANY = /^(?:累计|合计|共|总计|超过|发现|出现|发现有|出现有|有|达|达到|累计发现|发生|存在|如有|全年累计|超)?$/;

function rulesOf(setting: RuleSetting, takes: readonly Clause[], full: Measured | null): readonly Criterion[] | null {
  const rules = takes.map((clause): Criterion | null => {
    if (clause.is === 'unit') return clause.step?.unit === '档' ? null : unitRule(setting, clause, full);
    if (clause.is === 'once') return onceRule(setting, clause);
    if (clause.is === 'together') return sharedBound(setting, clause, full);
    return clause.is === 'arm' ? discretion(setting, clause) : null;
  });
  return rules.every((rule) => rule !== null) ? (rules as readonly Criterion[]) : null;
}

function sharedBound(setting: RuleSetting, { takes, most, place }: ClauseOf<'together'>, full: Measured | null): Criterion | null {
  const rules = takes.some((clause) => capOf(clause) !== null) ? null : rulesOf(setting, takes, full);
  return rules === null ? null : { kind: 'deductions', rules, cap: most, span: spanAt(setting, place) };
}

/** 「资料不齐全酌情扣分」: takes off anything. */
function discretion(setting: RuleSetting, clause: Clause & { is: 'arm' }): Criterion | null {
  const { amount } = clause.gives;
  const when = subjectCondition(setting, clause.when);
  if (amount.is !== 'discretion' || !amount.takes || when === null) return null;
  const span = spanAt(setting, clause.place);
  return {
    kind: 'cases',
    arms: [{ when, rule: { kind: 'discretion', from: NO_POINTS, to: { share: ONE_SHARE }, span } }],
    otherwise: { kind: 'fixed', points: { share: ONE_SHARE }, span },
    span,
  };
}

const boundOf = (end: End | null): Bound | null => (end === null ? null : { value: statedValue(end.figure), end: end.end });

/** 「迟报1天扣0.1分，超5天不得分」: the days are those counted. */
function countedCondition(zero: Clause, rules: readonly Criterion[], takes: readonly Clause[]): Condition | null {
  if (!isArm(zero) || zero.when.is !== 'within' || zero.when.bare) return null;
  const { of, from, to } = zero.when;
  const { unit } = (from ?? to)!.figure;
  const counted = rules.find((rule) => rule.kind === 'per-occurrence' && !rule.once && rule.of.unit === unit);
  const named = plainName(of?.words ?? '');
  if (unit === '' || counted?.kind !== 'per-occurrence' || !(counted.of.name.includes(named) || SO_MANY.test(named))) return null;
  // 「超时限1-3天每天扣1分，超时限3天以上」: the third day is among those counted.
  const isBeyond = from?.end === 'loose' && takes.some((clause) => clause.is === 'unit' && countsUpTo(clause, from.figure));
  const low = isBeyond ? { ...from, end: 'out' as const } : from;
  return comparedCondition({ of: { op: 'fact', ref: counted.of }, between: { from: boundOf(low), to: boundOf(to), bare: false } });
}

const countsUpTo = ({ lead }: ClauseOf<'unit'>, figure: FigureSaid): boolean =>
  lead?.is === 'within' && lead.to !== null && lead.to.figure.value.eq(figure.value) && lead.to.figure.unit === figure.unit;

export function vetoed(
  setting: RuleSetting,
  rule: Criterion,
  zeros: readonly Clause[],
  rules: readonly Criterion[],
  takes: readonly Clause[] = [],
): Criterion | null {
  let out = rule;
  for (const zero of zeros) {
    const when = isArm(zero) ? (countedCondition(zero, rules, takes) ?? subjectCondition(setting, zero.when)) : null;
    if (when === null) return null;
    out = { kind: 'veto', when, score: NO_POINTS, rule: out, span: spanAt(setting, zero.place) };
  }
  return out;
}

/** 「应在40%-60%之间，在区间内得满分」. */
const IN_RANGE = /^在?(?:该|此|上述)?(?:区间|范围)(?:内|之内|以内)?$/;

/** The setting behind an arm: its figure is the one spoken of. */
function behind(setting: RuleSetting, arm: Clause | undefined, takes: readonly Clause[]): { setting: RuleSetting; full: Measured | null } {
  if (arm === undefined || !isArm(arm)) return { setting, full: setting.required };
  const full =
    arm.when.is === 'holds'
      ? IN_RANGE.test(subjectWords(arm.when))
        ? setting.required
        : null
      : (quantityWanted(setting, arm, takes) ?? subjectMeasure(setting, arm.when));
  return { setting: { ...setting, operand: operandAfter(arm.when, setting.operand) }, full };
}

/** 「完成120人得满分，每少10人扣1分」: so many are wanted, and what is taken is told from there. */
function quantityWanted(setting: RuleSetting, { when }: ClauseOf<'arm'>, takes: readonly Clause[]): Measured | null {
  if (when.is !== 'within' || !when.bare || when.from === null || when.from.figure.as !== 'quantity') return null;
  const { unit } = when.from.figure;
  const goesOn = takes.some((clause) => clause.is === 'unit' && clause.side !== null && clause.step?.unit === unit);
  if (!goesOn) return null;
  const bound = boundOf(when.from);
  const ref = figureFact(setting.places, when.of === null ? null : nameOfMention(when.of), { kind: 'number', unit });
  // 「4本预算全公开得5分，每缺1本」 counts what is missing.
  if (ref.role !== 'own' && !MEASURED_UNITS.has(unit)) return null;
  const of = factExpr(ref);
  return { of, between: { from: bound, to: bound, bare: true } };
}

/** The setting behind what is taken off: the figure of its lead is the one spoken of, 「参训率低于90%，每低5%扣1分；低于70%不得分」. */
function behindTakes(setting: RuleSetting, takes: readonly Clause[]): RuleSetting {
  const lead = [...takes].reverse().find((clause) => clause.is === 'unit' && clause.lead !== null);
  return lead?.is !== 'unit' || lead.lead === null ? setting : { ...setting, operand: operandAfter(lead.lead, setting.operand) };
}

const capOf = (clause: Clause): Points | null => (clause.is === 'unit' || clause.is === 'once' ? clause.tail.cap : null);

/** One cap behind several, 「…扣1分，…每处扣1分，最多扣3分」: nobody says whether it is the last one's. null: they have their own, or none. */
function capBehindAll(takes: readonly Clause[]): Points | null {
  const last = takes[takes.length - 1]!;
  return takes.length > 1 && takes.slice(0, -1).every((clause) => capOf(clause) === null) ? capOf(last) : null;
}

/** 「未达到规定户次数，每下降2%扣0.5分，最高扣10分」 beside others: what is measured, nobody says. */
const isMeasuredWithCap = (clause: Clause): boolean =>
  clause.is === 'unit' && clause.side !== null && clause.lead !== null && clause.tail.cap !== null;

function withoutCap(clause: Clause): Clause {
  return clause.is === 'unit' || clause.is === 'once' ? { ...clause, tail: { ...clause.tail, cap: null } } : clause;
}

/** What is taken, together, and each for itself. */
export function takenOff(
  setting: RuleSetting,
  takes: readonly Clause[],
  measured: Measured | null,
): readonly [Criterion, readonly Criterion[]] | null {
  if (takes.length > 1 && takes.some(isMeasuredWithCap)) return null;
  const cap = capBehindAll(takes);
  const rules = rulesOf(setting, cap === null ? takes : takes.map(withoutCap), measured);
  if (rules === null) return null;
  if (rules.length === 1) return [rules[0]!, rules];
  const rule = { kind: 'deductions' as const, rules, span: setting.span };
  const capped = cap === null ? rule : eitherCap(rule, cap);
  return capped === null ? null : [capped, rules];
}

/** 「占比不低于…的占比，每低1%」: what it is compared with is none of the row's. */
const COMPARES = new RegExp(wordsPattern(sayings.compares));
const comparesInWords = (when: Subject, takes: readonly Clause[]): boolean =>
  COMPARES.test(subjectWords(when)) && takes.some((clause) => clause.is === 'unit' && clause.side !== null && clause.lead === null);

function fromFull(setting: RuleSetting, full: Clause | undefined, takes: readonly Clause[], zeros: readonly Clause[]): Criterion | null {
  const { setting: here, full: measured } = behind(setting, full, takes);
  const isWanted = measured?.between.bare === true;
  if (full !== undefined && armOf(setting, full) === null && !(isWanted && pointsGiven(full) !== null)) return null;
  const unclear = full !== undefined && isArm(full) && measured === null && (full.when.is !== 'holds' || comparesInWords(full.when, takes));
  const taken = unclear ? null : takenOff(here, takes, measured);
  if (taken === null) return null;
  const [rule, rules] = taken;
  const out = vetoed(behindTakes(here, takes), rule, zeros, rules, takes);
  return out === null || full === undefined ? out : worthOf(out, full, setting);
}

/** 「得5分，每…扣1分」: what is taken off is taken off 5分. */
function worthOf(rule: Criterion, full: Clause, { span }: RuleSetting): Criterion | null {
  const base = pointsGiven(full);
  if (base === null || isFullShare(base)) return base === null ? null : rule;
  return 'share' in base ? null : { kind: 'sum', items: [{ points: base, rule }], span };
}

/** 「首次逾期不扣分，自第二次起每次扣1分」: what goes free is what is counted. null: how many go free is said in one place only, or in two ways. */
function withFree(free: Clause | undefined, takes: readonly Clause[]): readonly Clause[] | null {
  if (free?.is !== 'free') return takes;
  const [unit] = takes;
  if (takes.length !== 1 || unit?.is !== 'unit' || unit.free?.eq(free.times) !== true) return null;
  const isNamed = unit.lead !== null || unit.before !== null || unit.after !== null;
  return isNamed ? takes : [{ ...unit, before: free.of }];
}

/** 「12项任务全部完成得满分」: all of them, and no number to compare with. */
function asDone(full: Clause | undefined): Clause | undefined {
  if (full?.is !== 'arm' || full.when.is !== 'within' || !full.when.bare || full.when.of === null) return full;
  const isWhole = full.when.from?.figure.as === 'quantity' && ALL_DONE.test(full.when.of.words);
  return isWhole ? { ...full, when: { is: 'holds', of: full.when.of } } : full;
}

const ALL_DONE = /全部|均|都|全/;

function awards(setting: RuleSetting, units: readonly Clause[]): Criterion | null {
  const rules = rulesOf(setting, units, setting.required);
  if (rules === null) return null;
  return rules.length === 1 ? rules[0]! : { kind: 'sum', items: rules.map((rule) => ({ points: null, rule })), span: setting.span };
}

const ONE_SHARE = new Dec(1);
const MEASURED_UNITS: ReadonlySet<string> = new Set(sayings.measuredUnits);

export const DEDUCTIONS: readonly ClauseShape[] = [
  shape({
    id: 'from-full',
    says: '从满分往下扣',
    takes: { full: 'arm.give ?', free: 'free ?', takes: 'unit.take|once|arm.other|together +', zeros: 'arm.zero|arm.row *' },
    means: ({ full, free, takes, zeros }, setting) => {
      const counted = withFree(free[0], takes);
      return counted === null ? null : fromFull(setting, asDone(full[0]), counted, zeros);
    },
  }),
  shape({
    id: 'counted-up',
    says: '从零往上加',
    takes: { units: 'unit.award +' },
    means: ({ units }, setting) => awards(setting, units),
  }),
  shape({
    id: 'only-vetoes',
    says: '出现某种情况不得分',
    takes: { zeros: 'arm.zero +' },
    means: ({ zeros }, setting) => vetoed(setting, { kind: 'fixed', points: { share: ONE_SHARE }, span: setting.span }, zeros, []),
  }),
];
