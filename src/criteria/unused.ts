/**
 * Check U: every amount of points that is given or taken, and every bound beside points, stands in the rule. 「投诉不超过3次得4分，每增加1次扣1分」
 * without its 3 counts from nought; 「基本分3分，…」 without its 3 was not understood.
 */
import { Dec, wordsPattern } from '../workbook';
import said from './data/used-figures.json';
import units from './data/units.json';
import { factsOf } from './facts';
import type { Criterion } from './types';
import { eachRule } from './walk';

const PLACES: ReadonlySet<string> = new Set(said.places);
const ANY_UNIT = wordsPattern([...units.counted, ...units.measured, ...said.scaled].filter((unit) => !PLACES.has(unit)));
const BOUND = new RegExp(`(?<![\\d.第])(\\d+(?:\\.\\d+)?)(${ANY_UNIT})`, 'g');
const AMOUNT = new RegExp(`(${wordsPattern(said.verbs)})(\\d+(?:\\.\\d+)?)分(?!${wordsPattern(said.noPoints)})`, 'g');
const GIVES = new RegExp(`${wordsPattern(said.gives)}(?:\\d+(?:\\.\\d+)?分|满分)$`);
/** What is done whole, as every text says. */
const WHOLE = '100%';
const CLAUSE = /[^,;。\n]+/g;
const IN_TURN = new RegExp(wordsPattern(said.inTurn));
const FALLS_SHORT = new RegExp(wordsPattern(said.fallsShort));

/** As a text may write it: 95% is 0.95, and -3% may have lost its sign. */
const asWritten = (value: Dec): readonly Dec[] => [value, value.abs(), ...(value.abs().lte(MOST_SHARE) ? [value.abs().times(100)] : [])];
const MOST_SHARE = 2;

/** All figures of a rule, and 100 times and 10,000 times each: 95% is 0.95, 「3.5万」 35000. */
function figuresOf(rule: Criterion): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (value instanceof Dec) for (const one of asWritten(value)) found.add(one.toString());
    else if (typeof value === 'object' && value !== null) for (const [key, one] of Object.entries(value)) if (key !== 'span') visit(one);
  };
  visit(rule);
  // 「每完成1公里得0.1分，完成40公里及以上得满分」.
  eachRule(rule, (one) => {
    if (one.kind !== 'per-occurrence' || one.effect !== 'award' || one.cap === null) return;
    if ('points' in one.cap && 'points' in one.each) found.add(one.cap.points.div(one.each.points).times(one.per).toString());
  });
  return found;
}

/** The units by which points are taken, or given for each. */
function countedIn(rule: Criterion): ReadonlySet<string> {
  const units = new Set<string>();
  eachRule(rule, (one) => {
    if (one.kind === 'per-occurrence') units.add(one.of.unit);
    if (one.kind === 'per-point' && one.of.op === 'fact')
      for (const unit of one.of.ref.kind === 'rate' ? SHARES : [one.of.ref.unit]) units.add(unit);
  });
  return units;
}

const SHARES = ['%', '百分点', '个百分点'];

/** 「健全得5分，不健全扣2分」 gives 5 and 3. */
function isDifference(amount: Dec, amounts: readonly Dec[], used: ReadonlySet<string>): boolean {
  return amounts.some((other) => other.gt(amount) && used.has(other.minus(amount).toString()));
}

function losesAmount(text: string, used: ReadonlySet<string>): boolean {
  if (IN_TURN.test(text)) return false;
  const amounts = [...text.matchAll(AMOUNT)].map((match) => new Dec(match[2]!));
  return amounts.some((amount) => !amount.isZero() && !used.has(amount.toString()) && !isDifference(amount, amounts, used));
}

/** A bound beside the points it gives, in the unit that points are taken by: 「15分钟内响应得4分，每延迟5分钟」. */
function losesBound(text: string, used: ReadonlySet<string>, names: string, counted: ReadonlySet<string>): boolean {
  for (const [clause] of text.matchAll(CLAUSE)) {
    const gives = clause.search(GIVES);
    if (gives < 0) continue;
    const bounds = [...clause.slice(0, gives).matchAll(BOUND)].filter(([said, , unit]) => said !== WHOLE && counted.has(unit!));
    if (bounds.some(([, figure]) => !used.has(new Dec(figure!).toString()) && !names.includes(figure!))) return true;
  }
  return false;
}

/** 「首次不扣，自第二次起每次扣1分」: how many go free is in no rule. */
const FREE_AT_FIRST = new RegExp(
  `${wordsPattern(said.freeFirst)}[^,;。]{0,12}${wordsPattern(said.free)}|[自从]第${wordsPattern(said.ordinals)}[次例个项起]|第${wordsPattern(said.ordinals)}[次例个项]起`,
);
/** 「以上两项合计最多扣3分；…扣1分」: the bound is not one of all that is taken. */
const BOUND_OF_SOME = new RegExp(`${wordsPattern(said.several)}(?:合计|累计|共)?(?:最多|最高|不超过|至多)扣?[\\d.]+分[,;。].*扣[\\d.]+分`);
/** 「（1-预算调剂率）×5。比率大于100%的按100%计算」: what is taken from one would fall below nought. */
const AT_MOST_WHOLE = /1-.*[于过]100%的?,?[均都一律]*按100%/;

/** 「以上4项各占权重的25%，符合的得分」: no rule says what each of several is worth. */
const SHARE_OF_EACH = /(?:各占|[每各]项占|分别占)[^,;。\d]{0,10}\d{1,2}(?:\.\d{1,2})?%/;
/** 「一、二、三季度各1分，按时报送得满分，逾期报送得50%」: the full score and its share are those of each. */
const LEVELS_OF_EACH = /[各均][得计占]?\d+(?:\.\d+)?分[,;。][^;。]*(?:得|计|给)(?:满分|全分|\d{1,2}%)/;

/** 「第二次扣1分，第三次扣2分」: which of them it is. */
const BY_ORDINAL = new RegExp(
  `第${wordsPattern(said.ordinals)}次[^,;。]{0,12}扣[^;。]*[,;]第${wordsPattern(said.ordinals)}次[^,;。]{0,12}扣`,
);

/** Something goes free, or a figure is at most another. */
function says(rule: Criterion, what: 'free' | 'min'): boolean {
  let found = false;
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || value instanceof Dec) return;
    if (what in value || ('op' in value && value.op === what)) found = true;
    for (const one of Object.values(value)) visit(one);
  };
  visit(rule);
  return found;
}

/** Some of what is taken has a bound of its own. */
function boundsSome(rule: Criterion): boolean {
  let found = false;
  eachRule(rule, (one) => {
    if (one.kind === 'deductions' && one.rules.some((part) => part.kind === 'deductions' && part.cap !== undefined)) found = true;
  });
  return found;
}

/** Whether a reading leaves out what it must not; `text` is the normalised one. */
export function leavesUnused(rule: Criterion, text: string): boolean {
  if (rule.kind === 'opaque') return false;
  if (SHARE_OF_EACH.test(text) || LEVELS_OF_EACH.test(text)) return true;
  if (BY_ORDINAL.test(text) || (FREE_AT_FIRST.test(text) && !says(rule, 'free'))) return true;
  if ((BOUND_OF_SOME.test(text) && !boundsSome(rule)) || (AT_MOST_WHOLE.test(text) && !says(rule, 'min'))) return true;
  const used = figuresOf(rule);
  const facts = factsOf(rule);
  const fallsShort = facts.some(({ kind, name }) => kind !== 'yes' && FALLS_SHORT.test(name));
  if (losesAmount(text, used)) return true;
  // What falls short is counted from the row's own target.
  return !fallsShort && losesBound(text, used, facts.map(({ name }) => name).join('|'), countedIn(rule));
}
