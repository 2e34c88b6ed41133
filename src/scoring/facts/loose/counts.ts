/** How often something went wrong, where a text counts one such case in other words than the rule has; and that nothing did, where all was done and nobody says more. */
import { eachRule, factKey, type FactRef } from '../../../criteria';
import { compareQuantities, directionOf, explanation, type IndicatorRow, isMadeOf, saysNothing, type Slot } from '../../../score-table';
import { Dec, normal, NUMERAL_LETTERS, numeralValue, wordsPattern } from '../../../workbook';
import words from '../../data/loose-words.json';
import occurrenceWords from '../../data/occurrence-words.json';
import { sameUnit } from '../amounts';
import { reasonText } from '../from-reason';
import { isOwnWork } from '../occurrences';
import { ownReason } from '../own-reason';
import { anyWord, ofAnotherYear } from '../word-patterns';
import { isUnbound, looseFact, NOTHING_LOOSE, type LooseFinder, type LooseInput } from './finder';
import { sharesLetters } from './letters';
import type { KnownFact } from '../known';

const BAD = new RegExp(anyWord(words.bad));
const CLAUSES = /[,;。、:()]/;
const COUNT = new RegExp(
  `(?<![\\d.第%${NUMERAL_LETTERS}])(\\d{1,4}|[${NUMERAL_LETTERS}]{1,3})(个?)(工作日|${anyWord(occurrenceWords.units)}|本)`,
  'g',
);
const NOT_COUNTING = new RegExp(anyWord([...occurrenceWords.notCounting, ...occurrenceWords.praise]));
const ELSEWHERE = new RegExp(anyWord([...occurrenceWords.notThis, ...occurrenceWords.others, ...occurrenceWords.quoted, ...words.settled]));
/** 「均已整改」: then none was left. */
const DEALT_WITH = new RegExp(`(?:均|已|全部)[^,;。]{0,3}${anyWord(words.settled)}|整改\\d`);
const BOUND = new RegExp(`^${anyWord(occurrenceWords.bound)}`);
const OF_TIME: ReadonlySet<string> = new Set(occurrenceWords.time);
const CASES: ReadonlySet<string> = new Set(occurrenceWords.countUnits);
const THINGS: ReadonlySet<string> = new Set(words.things);
/** 「发现」: whatever it was. */
const ANYTHING = new RegExp(`^(?:${wordsPattern(occurrenceWords.found)}|${wordsPattern(occurrenceWords.general)})*$`);

export const looseCounts: LooseFinder = (input) => {
  const counted = countedIn(input);
  const open = counted.filter((ref) => isUnbound(input, ref));
  if (open.length === 0) return NOTHING_LOOSE;
  const found = new Map<string, KnownFact>();
  for (const ref of open) {
    const fact = caseOf(input, ref, counted);
    if (fact !== undefined) found.set(factKey(ref), fact);
  }
  return found.size > 0 ? found : noneOf(input, open);
};

/** What costs points each time it happens. */
function countedIn({ criterion }: LooseInput): readonly FactRef[] {
  const refs = new Map<string, FactRef>();
  eachRule(criterion, (rule) => {
    if (rule.kind === 'per-occurrence' && rule.effect === 'deduct' && !rule.once) refs.set(factKey(rule.of), rule.of);
  });
  return [...refs.values()];
}

/** By the words of the 完成值, else by the explanation; not where they differ. */
function caseOf({ scoreTable, row }: LooseInput, ref: FactRef, counted: readonly FactRef[]): KnownFact | undefined {
  const sought: Sought = {
    ref,
    others: counted.filter((one) => one !== ref),
    year: scoreTable.year?.value ?? null,
    context: normal(`${row.name.value} ${row.criterion?.value ?? ''}`),
  };
  const reason = ownReason(scoreTable, row);
  const [own, said] = [row.actual, reason].map((slot) => timesIn(reasonText(slot), sought));
  if (own === null || said === null || (own !== undefined && said !== undefined && !own.eq(said))) return undefined;
  if (own !== undefined) return looseFact(own, 'row', row.actual);
  return said === undefined ? undefined : looseFact(said, 'reason', reason);
}

interface Sought {
  readonly ref: FactRef;
  readonly others: readonly FactRef[];
  readonly year: number | null;
  /** The row's name and its rule. */
  readonly context: string;
}

interface Case {
  readonly times: Dec;
  readonly clause: string;
}

/** undefined: the text counts no such case; null: it is not sure which it counts. */
function timesIn(text: string, sought: Sought): Dec | null | undefined {
  const { ref, others } = sought;
  if (text === '' || isNoneOfIt(text, sought)) return undefined;
  const cases: Case[] = [];
  for (const clause of text.split(CLAUSES)) {
    const one = caseIn(text, clause, sought);
    if (one === null) return null;
    if (one !== undefined) cases.push(one);
  }
  const own = others.length === 0 ? cases : cases.filter(({ clause }) => isNearest(clause, ref, others));
  const [first] = own;
  if (first === undefined) return undefined;
  return own.every(({ times }) => times.eq(first.times)) ? first.times : null;
}

/** It does not count, was dealt with, or was another year's or somebody else's. */
const isNoneOfIt = (text: string, { ref, year }: Sought): boolean =>
  NOT_COUNTING.test(text) || ofAnotherYear(text, year) || DEALT_WITH.test(text) || (ELSEWHERE.test(text) && !ELSEWHERE.test(ref.name));

/** One thing that went wrong, in words of the row or its rule; null where the clause counts two. */
function caseIn(text: string, clause: string, { ref, context }: Sought): Case | null | undefined {
  const matches = [...clause.matchAll(COUNT)].filter((match) => isCount(match));
  const rest = matches.reduce((left, [whole]) => left.replace(whole, ''), clause);
  if (matches.length === 0 || !BAD.test(rest) || !sharesLetters(rest, context)) return undefined;
  if (isOwnWork(text) && !sharesLetters(ref.name, rest)) return undefined;
  return matches.length > 1 ? null : counted(clause, matches[0]!, ref);
}

/** 「2月」 is a month of the year, 「2个月」 are two. */
const isCount = (match: RegExpMatchArray): boolean => !(match[3] === '月' && match[2] === '');

function counted(clause: string, match: RegExpMatchArray, ref: FactRef): Case | undefined {
  const times = /^\d/.test(match[1]!) ? Number(match[1]) : numeralValue(match[1]!);
  const behind = clause.slice(match.index! + match[0].length);
  if (times === null || times === 0 || !unitFits(match[2]! + match[3]!, ref.unit) || BOUND.test(behind)) return undefined;
  return { times: new Dec(times), clause };
}

function unitFits(written: string, wanted: string): boolean {
  const unit = written.replace(/^个(?=.)/, '');
  if (sameUnit(unit, wanted) || sameUnit(written, wanted)) return true;
  if (OF_TIME.has(unit) || OF_TIME.has(wanted)) return false;
  return (wanted === '' || CASES.has(wanted)) && (CASES.has(unit) || THINGS.has(unit));
}

/** Of several things that are counted, the one in whose words the text speaks. */
const isNearest = (clause: string, ref: FactRef, others: readonly FactRef[]): boolean =>
  sharesLetters(ref.name, clause) && !others.some((other) => sharesLetters(other.name, clause));

/** All was done as it was to be done, and no explanation says anything else. */
function noneOf({ scoreTable, row }: LooseInput, open: readonly FactRef[]): ReadonlyMap<string, KnownFact> {
  if (!open.every(({ name }) => BAD.test(name) || ANYTHING.test(name)) || !isAllDone(row) || !saysNoMore(ownReason(scoreTable, row)))
    return NOTHING_LOOSE;
  return new Map(open.map((ref) => [factKey(ref), looseFact(new Dec(0), 'row', row.actual, row.target)]));
}

/** 「100%」 of 「100%」, 「规范」 for 「规范」, 「12次」 of 「12次」. */
function isAllDone(row: IndicatorRow): boolean {
  const [target, actual] = [row.target?.value, row.actual?.value];
  if (target == null || actual == null) return false;
  if (target.kind === 'words' && actual.kind === 'words')
    return target.text !== '' && target.text === actual.text && !BAD.test(actual.text);
  const isWhole = actual.number !== null && target.number !== null && actual.number.eq(target.number) && !actual.number.isZero();
  return isWhole && compareQuantities(target, actual, directionOf(row)) !== 'missed';
}

/** 「详见佐证材料」 says where to look, and no more. */
function saysNoMore(slot: Slot<string> | undefined): boolean {
  const text = explanation(slot);
  return saysNothing(text) || isMadeOf(text, words.reference);
}
