/** How often something happened that points are taken off for: 「查出2例支出不合规问题」 「审计发现2个问题」. In doubt nothing. */
import { Dec, NUMERAL_LETTERS, numeralValue, wordsPattern } from '../../workbook';
import type { FactRef } from '../../criteria';
import words from '../data/occurrence-words.json';
import { sameUnit } from './amounts';
import { anyWord, clauseAround, ofAnotherYear, sentenceBefore } from './word-patterns';

/** What is known besides the name of what is counted. */
export interface Counting {
  /** It is the only count the rule asks for. */
  readonly alone: boolean;
  /** What is counted costs points; false: 「无事故」 is nothing of 「演练不少于1次」. */
  readonly takesOff?: boolean;
  /** The year evaluated. */
  readonly year: number | null;
  /** The row's name and its rule, in whose words something may not have been done. */
  readonly context: string;
  /** Names of what else the rule counts: 「发现2例未按时报送」 is nothing of 「未按时公开」 beside it. */
  readonly others?: readonly string[];
}

/** A figure or a numeral whole: 「十一例」 is not one. */
const NUMBER = `(?:(?<![\\d.])\\d+|(?<![第几数${NUMERAL_LETTERS}])[${NUMERAL_LETTERS}]+)`;
const OTHER_WORDS = '[^,;。:\\d]';
const NEGATED = `${anyWord(words.negated)}${OTHER_WORDS}{0,8}`;
const UNIT = anyWord(words.units);
const COUNTED = new RegExp(
  `(${anyWord([...words.found, ...words.happened, ...words.weak, NEGATED])}${OTHER_WORDS}{0,12}?)(${NUMBER})个?(工作日|${UNIT})`,
  'g',
);
const COUNT = new RegExp(`(?!零)${NUMBER}个?(?:工作日|${UNIT})`, 'g');
const YEAR = /(?<!\d)(?:19|20)\d{2}年/g;
/** The rule quoted, or another year. */
const QUOTED = new RegExp(`${anyWord(words.quoted)}[^,;。]{0,10}$`);
const NONE = new RegExp(`${anyWord(words.none)}(?:任何|有)?([^,;。]{0,14}?)${anyWord(words.noneOf)}`);
const SHORTFALL = new RegExp(`扣(?:除|减)?\\d|[1-9]\\d{0,9}${wordsPattern(words.countUnits)}(?:问题|不)|但(?:是)?|仍有|尚有`);
/** It happened, and it does not count. */
const NOT_COUNTING = new RegExp(anyWord(words.notCounting));
/** 「通报表扬2次」 is no 「通报」 of what points are taken off for. */
const PRAISE = new RegExp(anyWord(words.praise));
/** Words that count anything, the good as well. */
const NEUTRAL = new RegExp(`^${anyWord(words.weak)}`);
const DENIED = new RegExp(`^${anyWord(words.negated)}`);
const NOT_THIS = new RegExp(anyWord(words.notThis));
const OTHERS = new RegExp(anyWord(words.others));
const INSPECTED = new RegExp(`${anyWord(words.work)}[^,;。]{0,12}[1-9]\\d*${UNIT}`);
const BOUND = new RegExp(`^${anyWord(words.bound)}`);
const BARE = new RegExp(anyWord([...words.bare, ...words.found, ...words.weak]), 'g');
const QUALIFIERS = new RegExp(anyWord(words.qualifiers), 'g');
/** Words that fit any name. */
const GENERAL = new RegExp(anyWord(words.general), 'g');

interface Occurrence {
  readonly value: Dec;
  readonly clause: string;
  /** It counts what the rule names, in its own words. */
  readonly named: boolean;
  /** Without the rule's words it may still be what its only count means. */
  readonly plain: boolean;
}

export interface Happened {
  readonly times: Dec;
  /** The rule names what it counts, and the text does not. */
  readonly weak: boolean;
}

/** How often it happened, as the text says. null: what the text counts does not count here, or says two things; undefined: it counts nothing. */
export function occurrencesIn(text: string, ref: FactRef, counting: Counting): Happened | null | undefined {
  if (NOT_COUNTING.test(text)) return null;
  const said = inItsWords(text, ref, counting);
  const behind = said === undefined && counting.alone ? namedBehind(text, ref) : null;
  return behind === null ? said : { times: behind, weak: false };
}

function inItsWords(text: string, ref: FactRef, counting: Counting): Happened | null | undefined {
  const found: Occurrence[] = [];
  const matches = [...text.matchAll(COUNTED)].filter((match) => unitFits(match[3]!, ref.unit));
  for (const match of matches) {
    const clause = clauseAround(text, match.index);
    // 「2个项目延期1个月」: how often was it?
    if ((clause.replace(YEAR, '').match(COUNT) ?? []).length > 1 || (PRAISE.test(clause) && !PRAISE.test(ref.name))) return null;
    const occurrence = occurrenceOf(text, match, clause, ref, counting);
    if (occurrence === 'elsewhere') return null;
    if (occurrence !== null) found.push(occurrence);
  }
  const chosen = chosenOf(found, counting.alone);
  const [first] = chosen;
  if (first !== undefined)
    return chosen.every((one) => one.value.eq(first.value)) ? { times: first.value, weak: !first.named && says(ref.name) } : null;
  if (found.length === 0 && saysNone(text, ref, counting.alone && counting.takesOff !== false)) return { times: new Dec(0), weak: false };
  return found.length < matches.length ? null : undefined;
}

function chosenOf(found: readonly Occurrence[], alone: boolean): readonly Occurrence[] {
  const own = found.filter((one) => one.named);
  return own.length > 0 ? own : alone && found.every((one) => one.plain) ? found : [];
}

/** null: nothing that counts. elsewhere: it counts what others did, or what was prevented; then nothing else in the text is sure. */
function occurrenceOf(
  text: string,
  match: RegExpMatchArray,
  clause: string,
  ref: FactRef,
  counting: Counting,
): Occurrence | 'elsewhere' | null {
  const { year, context } = counting;
  const at = match.index!;
  const before = text.slice(0, at);
  const sentence = sentenceBefore(text, at);
  const times = /^\d/.test(match[2]!) ? Number(match[2]) : numeralValue(match[2]!);
  if (times === null) return 'elsewhere';
  const value = new Dec(times);
  const behind = text.slice(at + match[0].length);
  if (QUOTED.test(before) || BOUND.test(behind) || ofAnotherYear(sentence, year)) return null;
  if (value.isZero()) return { value, clause, named: shares(clause, ref.name), plain: true };
  if (without(NOT_THIS, clause, ref.name) || without(OTHERS, sentence + clause, ref.name)) return 'elsewhere';
  if (isAnother({ clause, behind, happened: match[1]! }, ref.name, counting)) return null;
  const named = shares(clause, ref.name);
  // What the unit found elsewhere is its work.
  if (!named && INSPECTED.test(sentence)) return 'elsewhere';
  const head = clause.split(':')[0]!;
  return {
    value,
    clause,
    named,
    plain: isPlain(match[1]!, head, context) || isCalled(match[1]!, ref.name),
  };
}

/** 「开展审计项目8个」: what the unit itself looked into. */
export const isOwnWork = (text: string): boolean => INSPECTED.test(text);

/** 「未培训98人」 is none of the 培训人数 that a rule counts for its own sake. */
const isLeftUndone = (happened: string, name: string, takesOff: boolean | undefined): boolean =>
  takesOff === false && DENIED.test(happened) && !DENIES.test(name);

const DENIES = new RegExp(anyWord(words.negated));
const SHORT = new RegExp(`^${anyWord(words.missing)}`);

/** 「少召开1次」 is how many are missing of the 召开会议 that a rule wants four of. */
const isShortOf = (happened: string, name: string): boolean =>
  SHORT.test(happened) && says(name) && !DENIES.test(name) && !BAD_NAME.test(name) && !ANY_MISSING.test(name);

const ANY_MISSING = new RegExp(anyWord([...words.missing, ...words.late]));

const PART_OF_IT = /^[,;(]其中([^,;。]*)/;

/** 「发生事故2起，其中安全事故1起」, where 安全事故 is asked for. */
function partNamed(behind: string, clause: string, name: string): boolean {
  const part = PART_OF_IT.exec(behind)?.[1];
  return part !== undefined && closeness(part, name) > closeness(clause, name);
}

interface Told {
  readonly clause: string;
  readonly behind: string;
  readonly happened: string;
}

/** It counts something wider than the name, or else, or what was left undone, or a whole of which the name is a part. */
function isAnother({ clause, behind, happened }: Told, name: string, { others, takesOff }: Counting): boolean {
  if (!asQualified(clause, name) || meansAnother(clause, name, others)) return true;
  return isLeftUndone(happened, name, takesOff) || isShortOf(happened, name) || partNamed(behind, clause, name);
}

/** The words stand there, and not because the rule itself has them. */
function without(words: RegExp, clause: string, name: string): boolean {
  return words.test(clause) && !words.test(name);
}

/** 「逾期3天」 of what is 逾期, 「缺2份」 of what is 缺失, 「缺3卷」 of 「档案少」. */
const isCalled = (happened: string, name: string): boolean =>
  (name !== '' && (happened.startsWith(name) || (name.length === happened.length + 1 && name.startsWith(happened)))) ||
  (IS_MISSING.test(happened) && MISSES.test(name));

const IS_MISSING = new RegExp(`^${anyWord(words.missing)}$`);
const MISSES = new RegExp(`${anyWord(words.missing)}$`);

/** Whether a text counts anything that happened. */
export const countsSomething = (text: string): boolean =>
  !NOT_COUNTING.test(text) && [...text.matchAll(COUNTED)].some((match) => !/^0|^零/.test(match[2]!));

/** Nothing is said of what was found (「发现2例」 「审计发现2个问题」), or what was not done is in the rule's words (「未按时公开1次」). */
function isPlain(happened: string, clause: string, context: string): boolean {
  if (NEUTRAL.test(happened)) return false;
  if (DENIED.test(happened)) return shares(clause, context);
  return clause.replace(COUNT, '').replace(GENERAL, '').replace(BARE, '').length === 0;
}

/** 「3座不达标」: a text that is but a number and, behind it, what the rule says was not done. */
const BEHIND = new RegExp(
  `^(${NUMBER})个?(工作日|${UNIT}|[\\u4e00-\\u9fa5]{1,2}?)(${anyWord(words.negated)}${OTHER_WORDS}{1,10}|${OTHER_WORDS}{0,4}${anyWord(words.bad)})$`,
);
const BAD = new RegExp(`^${anyWord(words.bad)}$`);

const BAD_NAME = new RegExp(anyWord(words.bad));

/** 「2月未按时发放」 is February, 「2个月未按时发放」 are two. */
const isMonthOfYear = ([whole, figure, unit]: RegExpExecArray): boolean => unit === '月' && whole.startsWith(`${figure}月`);

function namedBehind(text: string, ref: FactRef): Dec | null {
  const match = BEHIND.exec(text);
  if (match === null || ref.unit === '' || !sameUnit(match[2]!, ref.unit) || isMonthOfYear(match)) return null;
  if (!shares(match[3]!, ref.name) && !(BAD.test(match[3]!) && BAD_NAME.test(ref.name))) return null;
  const times = /^\d/.test(match[1]!) ? Number(match[1]) : numeralValue(match[1]!);
  return times === null ? null : new Dec(times);
}

function saysNone(text: string, ref: FactRef, alone: boolean): boolean {
  const none = NONE.exec(text);
  return none !== null && !SHORTFALL.test(text) && (alone || shares(none[0], ref.name));
}

function unitFits(unit: string, wanted: string): boolean {
  return wanted === ''
    ? /[例项个次处起件]/.test(unit)
    : sameUnit(unit, wanted) || (/^[例项个次处起件]$/.test(unit) && /^[例项个次处起件]$/.test(wanted));
}

/** The clause counts what the name means, not something wider: 「投诉3起」 is no 「有效投诉」. */
function asQualified(clause: string, name: string): boolean {
  return (name.match(QUALIFIERS) ?? []).every((word) => clause.includes(word));
}

/** The name says what it is, not only that something was found. */
function says(name: string): boolean {
  return name.replace(GENERAL, '').length >= 2;
}

/** The words resemble something else that the rule counts more. */
function meansAnother(clause: string, name: string, others: readonly string[] = []): boolean {
  const own = closeness(clause, name);
  return others.some((other) => closeness(clause, other) > own);
}

/** The longest run of letters that both have. */
function closeness(clause: string, name: string): number {
  let longest = 0;
  for (let from = 0; from + longest < name.length; from += 1)
    while (from + longest < name.length && clause.includes(name.slice(from, from + longest + 1))) longest += 1;
  return longest;
}

/** Two letters in a row of the name stand in the clause; words that fit anything do not count. */
function shares(clause: string, name: string): boolean {
  const plain = name.replace(GENERAL, '');
  for (let at = 0; at + 2 <= plain.length; at += 1) if (clause.includes(plain.slice(at, at + 2))) return true;
  return false;
}
