/** 「每…扣…」: so much for each that happened, or for each step beyond a figure. */
import sayings from './data/sayings.json';
import { Dec, wordsPattern } from '../../workbook';
import type { Criterion, Expr, FactRef, Points } from '../types';
import { sameExpr, shownAs, type Measured } from '../former/measures';
import { countedName, factExpr, figureFact, numberExpr, plainName, roleOf } from '../former/naming';
import type { Bound, Name } from '../former/syntax/tree';
import type { ClauseOf, MentionSaid, TextPlace, Subject, Within } from './clause';
import type { FigureSaid } from './figures';
import { nameOfMention, spanAt, statedValue, subjectMeasure, type RuleSetting } from './subjects';

type Unit = ClauseOf<'unit'>;

/** The unit of a date. */
const DAY_UNIT = '日';
const HUNDRED = new Dec(100);
const ONE = new Dec(1);
const DISCRETION = new Set(['酌情', '视情', '视情况', '视情节', '根据情况']);
/** What a figure is measured against, as far as its name tells. */
const MEASURES = new RegExp(wordsPattern(sayings.measures));
/** A side that no pattern took for one. */
const SIDES = new RegExp(`^${wordsPattern(sayings.sides)}`);
const DEVIATES = new RegExp(wordsPattern(sayings.deviates));
/** 「每低1公里」: a side that compares figures, and units in which nothing is counted. */
const COMPARING_SIDES: ReadonlySet<string> = new Set(sayings.comparingSides);
const MEASURED_UNITS: ReadonlySet<string> = new Set(sayings.measuredUnits);
const DONE_WORDS: ReadonlySet<string> = new Set(sayings.doneWords);
const LATE: ReadonlySet<string> = new Set(sayings.late);
const THERE: ReadonlySet<string> = new Set(sayings.there);
const NOT_DONE = /^[未不]/;
/** 「每高于或|低于」: one side of two. */
const GOES_ON = /或$/;
const OF_LAST_YEAR = /上年|去年|同期/;

interface Lead {
  readonly measured: Measured | null;
  readonly name: Name | null;
  readonly against: Name | null;
}

const NO_LEAD: Lead = { measured: null, name: null, against: null };

/** 「完好率未达到90%的，每处扣0.5分」: the figure says which are counted. */
const countsWhole = ({ side, step }: Unit): boolean => side === null && step?.as === 'quantity';

function wordsOfLead(setting: RuleSetting, subject: Subject, to: number): Name | null {
  const from = firstPlace(subject);
  return from === null ? null : { text: setting.places.text.slice(from, to).replace(/[,:]+$/, ''), from, to, counted: null };
}

function firstPlace(subject: Subject): number | null {
  switch (subject.is) {
    case 'both':
    case 'either':
      return firstPlace(subject.of[0]!);
    case 'holds':
      return subject.of.place[0];
    default:
      return subject.of?.place[0] ?? null;
  }
}

/** null: the lead does not go with the rest. */
function leadOf(setting: RuleSetting, unit: Unit): Lead | null {
  const { lead } = unit;
  if (lead === null) return NO_LEAD;
  if (lead.is === 'holds') return { ...NO_LEAD, name: nameOfMention(lead.of) };
  if (lead.is === 'against')
    return { ...NO_LEAD, name: lead.of === null ? null : nameOfMention(lead.of), against: nameOfMention(lead.other) };
  const measured = subjectMeasure(setting, lead);
  if (measured === null || countsWhole(unit)) {
    // 「超时限1-3天每天扣1分」: which days are counted, nobody says.
    if (lead.is === 'within' && !lead.bare && (lead.from ?? lead.to)!.figure.as === 'quantity') return countedLead(lead, unit);
    const every = setting.places.text.indexOf('每', unit.place[0]);
    return every < 0 || measured === null ? null : { ...NO_LEAD, name: wordsOfLead(setting, lead, every) };
  }
  return { measured, name: lead.is === 'within' && lead.of !== null ? nameOfMention(lead.of) : setting.operand, against: null };
}

/** 「超时限1-3天每天扣1分」: those days are counted. */
function countedLead({ of, from, to }: Within, { step }: Unit): Lead | null {
  const isFromOne = from !== null && to !== null && from.figure.value.eq(ONE) && step?.unit === to.figure.unit;
  return isFromOne && of !== null ? { ...NO_LEAD, name: nameOfMention(of) } : null;
}

/** 「每少完成一项」 counts; 「每超平均年龄1岁」 measures against something. */
function isCount({ side, from }: Unit): boolean {
  const words = from === null || 'value' in from ? '' : plainName(from.words);
  const measures = MEASURES.test(words) || roleOf(words) === 'target';
  return !measures && (side === 'below' || !OF_LAST_YEAR.test(words));
}

/** 「完成20公里得5分，每少1公里」, 「每低1平方米」: a figure that falls short of another, no number of occurrences. */
function fallsShort({ step, side, sideWord, from, before }: Unit, lead: Lead, full: Measured | null): boolean {
  if (side === null || step === null || from !== null || before !== null || !(COMPARING_SIDES.has(sideWord) || LATE.has(sideWord)))
    return false;
  const bound = lead.measured ?? full;
  if (bound !== null) return bound.of.op === 'fact' && bound.of.ref.kind !== 'rate' && bound.of.ref.unit === step.unit;
  return lead.name === null && MEASURED_UNITS.has(step.unit);
}

/** 「完成2000亩得5分，每少完成100亩」: 完成 says nothing new. */
function withoutDone(unit: Unit, lead: Lead, full: Measured | null): Unit {
  const { from } = unit;
  if (from === null || 'value' in from || !DONE_WORDS.has(plainName(from.words))) return unit;
  const bare = { ...unit, from: null };
  return (lead.measured ?? full) !== null && fallsShort(bare, lead, full) ? bare : unit;
}

function isMeasured(unit: Unit, lead: Lead, full: Measured | null): boolean {
  const { step, side, from } = unit;
  if (step === null) return false;
  if (step.as !== 'quantity' || lead.against !== null || fallsShort(unit, lead, full)) return true;
  return side !== null && from !== null && !isCount(unit);
}

/** Where what is counted is named. */
function placeOfCounted({ before, from, after, place }: Unit): TextPlace {
  const mentions = [before, from, after].filter((one): one is MentionSaid => one !== null && 'place' in one);
  const [first, last] = [mentions[0], mentions[mentions.length - 1]];
  return first === undefined || first.place[0] > last!.place[1] ? place : [first.place[0], last!.place[1]];
}

/** What is counted, in words: 「出现|不符合要求的」 is 不符合要求. */
function nameOfCounted({ before, from, after, side, sideWord }: Unit, lead: Lead): string {
  const words = (mention: MentionSaid | FigureSaid | null): string => (mention !== null && 'words' in mention ? mention.words : '');
  const said = countedName(`${words(before)}${sideWord}${words(from)}`, words(after));
  const name = DISCRETION.has(said) ? '' : said;
  const leading = lead.name !== null && (name === '' || side !== null) ? plainName(lead.name.text) : '';
  return `${leading}${name}`;
}

function occurrence(setting: RuleSetting, unit: Unit, lead: Lead): Criterion | null {
  const { from, step, amount, upTo, effect, tail, place, parts, free } = unit;
  const per = step?.value ?? ONE;
  if (per.lte(0) || (free !== undefined && !per.eq(ONE)) || (from !== null && 'value' in from)) return null;
  const span = spanAt(setting, placeOfCounted(unit));
  const of: FactRef = { kind: 'count', role: 'named', name: nameOfCounted(unit, lead), unit: step?.unit ?? '', span };
  return {
    kind: 'per-occurrence',
    effect,
    each: amount,
    eachTo: upTo,
    per,
    once: false,
    cap: tail.cap,
    of,
    span: spanAt(setting, place),
    ...(parts === null ? {} : { parts }),
    ...(free === undefined ? {} : { free }),
  };
}

/** Where counting begins: what is named, the bound of the lead, where full points end, a standard, the target. */
function threshold(setting: RuleSetting, unit: Unit, lead: Lead, full: Measured | null, rate: boolean, ofCompletion: boolean): Expr | null {
  const like = { kind: rate ? ('rate' as const) : ('number' as const), unit: '' };
  const ofFigure = (figure: FigureSaid): Expr => {
    const percent = rate && figure.as === 'plain' && figure.value.gt(ONE);
    return numberExpr(percent ? figure.value.div(HUNDRED) : figure.value, percent ? 'percent' : shownAs(statedValue(figure)));
  };
  if (unit.from !== null && 'value' in unit.from) return ofFigure(unit.from);
  if (unit.from !== null && plainName(unit.from.words) !== '') return factExpr(figureFact(setting.places, nameOfMention(unit.from), like));
  if (lead.against !== null) return factExpr(figureFact(setting.places, lead.against, like));
  const said = isScope(unit, lead) ? null : (lead.measured ?? full);
  if (said !== null) return endOf(said, (unit.side === 'below') !== (unit.effect === 'award'), lead.measured !== null);
  if (setting.standard !== null) return ofFigure(setting.standard);
  if (ofCompletion) return numberExpr(ONE, 'percent');
  return factExpr({ kind: like.kind, role: 'target', name: '', unit: '', span: [0, 0] });
}

/** 「70%及以上的，每低1%」: the lead says where points are taken, not from where. */
const isScope = ({ side, lead }: Unit, { measured }: Lead): boolean =>
  side === 'below' &&
  lead?.is === 'within' &&
  lead.of === null &&
  measured !== null &&
  measured.between.to === null &&
  measured.between.from!.end !== 'out';

/** «>0, each point over»: a lead names where counting starts; «≤100% full»: counting starts where full points end. */
function endOf({ between }: Measured, below: boolean, isLead: boolean): Expr | null {
  const { from, to } = between;
  const one = from !== null && to !== null && from.value.value.eq(to.value.value) ? from : null;
  const other = below === isLead ? to : from;
  const end = one ?? other;
  return end === null ? null : numberExpr(end.value.value, shownAs(end.value));
}

/** The figure named for it: before 每, or of the lead; 「未达到目标的，每低…」 says nothing new of the one that earned full points. */
function nameOfFigure(setting: RuleSetting, unit: Unit, lead: Lead, full: Measured | null): { leading: Name | null; named: Name | null } {
  const idle = lead.against === null && full !== null && unit.lead?.is === 'holds';
  const leading = idle ? null : lead.name;
  const own = unit.side === null && unit.before !== null ? nameOfMention(unit.before) : null;
  return { leading, named: leading ?? own ?? setting.operand };
}

/** The figure that is measured: the lead's, the one that earned full points, or one by name. */
function measuredFigure(
  setting: RuleSetting,
  unit: Unit,
  step: FigureSaid,
  lead: Lead,
  full: Measured | null,
): { of: Expr; named: boolean } {
  const { leading, named } = nameOfFigure(setting, unit, lead, full);
  const rate = isRate(step);
  const like = { kind: rate ? ('rate' as const) : ('number' as const), unit: rate || step.as === 'score' ? '' : step.unit };
  const isFulls = full !== null && lead.measured === null && leading === null && unit.before === null;
  const of = lead.measured?.of ?? (isFulls ? full.of : factExpr(figureFact(setting.places, named, like)));
  // 「每超±10%」: off to either side.
  const isOff = unit.from !== null && 'value' in unit.from && unit.from.both && of.op !== 'abs';
  return { of: isOff ? { op: 'abs', of } : of, named: named !== null };
}

const isRate = ({ as }: FigureSaid): boolean => as === 'point' || as === 'percent';
/** 「偏差率每增加5%」: how far it is off is told from nought. */
const isDeviation = (of: Expr): boolean => of.op === 'fact' && DEVIATES.test(of.ref.name);
const isCompletion = (of: Expr): boolean => of.op === 'fact' && of.ref.role === 'own' && of.ref.name === '完成率';

const wordsOf = (mention: MentionSaid | null): string => plainName(mention?.words ?? '');

/** 「15分钟内响应得4分，每延迟5分钟」: later than the figure that earned full points. */
function lateBeyond(unit: Unit, full: Measured | null): Unit {
  const { side, step, before, after } = unit;
  if (side !== null || full === null || step?.as !== 'quantity' || !MEASURED_UNITS.has(step.unit)) return unit;
  const measures = full.of.op === 'fact' && full.of.ref.unit === step.unit && full.between.to !== null;
  return measures && LATE.has(wordsOf(before)) && after === null
    ? { ...unit, side: 'above', sideWord: wordsOf(before), before: null }
    : unit;
}

/** 「合格率100%得5分，每有1个百分点未合格」: so far below what earned full points. */
function notDone(unit: Unit, full: Measured | null): Unit {
  const { side, step, before, after, lead } = unit;
  const says =
    side === null && lead === null && step !== null && isRate(step) && THERE.has(wordsOf(before)) && NOT_DONE.test(wordsOf(after));
  return says && full !== null && full.of.op === 'fact' && full.of.ref.kind === 'rate'
    ? { ...unit, side: 'below', before: null, after: null }
    : unit;
}

/** What cannot be told: two figures, a side in a name, 「90%-110%得5分，每偏离1个百分点」 without the end it is told from. */
function isUnclear({ side, before }: Unit, lead: Lead, full: Measured | null): boolean {
  if (side === null) return SIDES.test(before?.words ?? '');
  if (GOES_ON.test(before?.words ?? '')) return true;
  if (full === null) return false;
  if (lead.measured !== null) return !sameExpr(full.of, lead.measured.of);
  return false;
}

/** 「90%-110%得5分，每偏离1个百分点扣0.5分」: below the one end and above the other. */
function offBand(setting: RuleSetting, unit: Unit, lead: Lead, full: Measured): Criterion | null {
  const { from, to } = full.between;
  const { step, amount, upTo, tail, place, effect, parts } = unit;
  if (to === null || step === null || upTo !== null || tail.cap !== null || lead.measured !== null) return null;
  const span = spanAt(setting, place);
  const off = (side: 'above' | 'below', end: Bound): Criterion => ({
    kind: 'per-point',
    of: full.of,
    from: numberExpr(end.value.value, shownAs(end.value)),
    step: step.value,
    side,
    effect,
    each: amount,
    cap: null,
    span,
    ...(parts === null ? {} : { parts }),
  });
  return from === null ? off('above', to) : { kind: 'deductions', rules: [off('below', from), off('above', to)], span };
}

/** Nothing is said of where it begins, and it is told from nought. */
function countsFromZero(unit: Unit, lead: Lead, full: Measured | null, { of, named }: { of: Expr; named: boolean }): boolean {
  const bare = lead.measured === null && full === null && named && unit.from === null;
  return unit.side === null || (bare && (unit.side === 'both' || isDeviation(of)));
}

function beyond(setting: RuleSetting, unit: Unit, lead: Lead, full: Measured | null): Criterion | null {
  const { step, effect, amount, upTo, tail, place, from: said, parts } = unit;
  if (upTo !== null || step === null || isUnclear(unit, lead, full)) return null;
  if (unit.side === 'both' && said === null && full !== null) return offBand(setting, unit, lead, full);
  const side = unit.side ?? 'above';
  const { of, named } = measuredFigure(setting, unit, step, lead, full);
  const from = countsFromZero(unit, lead, full, { of, named })
    ? numberExpr(new Dec(0))
    : threshold(setting, unit, lead, full, isRate(step), isCompletion(of));
  if (from === null) return null;
  return {
    kind: 'per-point',
    of,
    from,
    step: step.value,
    side,
    effect,
    each: amount,
    cap: tail.cap,
    span: spanAt(setting, place),
    ...(parts === null ? {} : { parts }),
  };
}

/** null where the clause does not hold together. `full` is the figure that earned full points before: «控制率≤100%计5分». */
export function unitRule(setting: RuleSetting, said: Unit, full: Measured | null): Criterion | null {
  const lead = leadOf(setting, said);
  const unit = lead === null ? said : notDone(lateBeyond(withoutDone(said, lead, full), full), full);
  if (lead === null || unit.tail.floor !== null) return null;
  if (isMeasured(unit, lead, full)) return unit.free !== undefined ? null : beyond(setting, unit, lead, full);
  return (lead.measured !== null && unit.side === null) || unit.step?.as === 'plain' ? null : occurrence(setting, unit, lead);
}

/** So much once: 「不规范扣0.5分」; so much each where one is named, 「缺一项扣0.5分」. null: it depends on a figure. */
export function onceRule(setting: RuleSetting, { when, takes, tail, place }: ClauseOf<'once'>): Criterion | null {
  if (tail.floor !== null || takes.each) return null;
  const span = spanAt(setting, place);
  const rule = (name: string, unit: string, once: boolean, at: readonly [number, number]): Criterion => {
    const of: FactRef = { kind: 'count', role: 'named', name, unit, span: spanAt(setting, at) };
    return { kind: 'per-occurrence', effect: 'deduct', each: takes.amount, eachTo: takes.upTo, per: ONE, once, cap: tail.cap, of, span };
  };
  // A count in the name is more than a name: 「1处未整改」.
  if (when.is === 'holds' && when.of.context.some(({ as, unit }) => as === 'quantity' || (as === 'plain' && unit !== DAY_UNIT)))
    return null;
  if (when.is === 'holds') return rule(plainName(when.of.words), '', true, when.of.place);
  if (when.is !== 'within' || !when.bare || when.of === null) return null;
  const figure = when.from!.figure;
  if (figure.as !== 'quantity' || !figure.value.eq(ONE)) return null;
  return rule(countedName('', when.of.words), figure.unit, false, when.of.place);
}

type Deductions = Extract<Criterion, { kind: 'deductions' }>;

/** 「A扣1分，B每处扣1分，最多扣3分」: nobody says whether B takes 3 at most or both do. null where the last has no cap of its own to have. */
export function eitherCap(rule: Deductions, most: Points): Criterion | null {
  const last = rule.rules[rule.rules.length - 1]!;
  if (last.kind !== 'per-occurrence' && last.kind !== 'per-point') return null;
  if (last.cap !== null) return { ...rule, cap: most };
  const ofLast: Criterion = { ...rule, rules: [...rule.rules.slice(0, -1), { ...last, cap: most }] };
  return {
    kind: 'readings',
    of: [
      { reading: 'cap-of-all', rule: { ...rule, cap: most } },
      { reading: 'cap-of-last', rule: ofLast },
    ],
    span: rule.span,
  };
}

/** All but so many points. */
export function lessBy(points: Points, span: Criterion['span']): Criterion {
  const less: Expr =
    'points' in points
      ? numberExpr(points.points)
      : { op: 'multiply', left: { op: 'max-points' }, right: numberExpr(points.share, 'percent') };
  return { kind: 'formula', expr: { op: 'subtract', left: { op: 'max-points' }, right: less }, cap: null, span };
}
