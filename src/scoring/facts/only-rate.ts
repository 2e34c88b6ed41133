/** The one rate a rule asks for, where the explanation shows a percentage and names it by nothing, or shows what it comes of. */
import { Dec } from '../../workbook';
import words from '../data/part-words.json';
import { anyWord, ofAnotherYear } from './word-patterns';
import { comesTo } from './workings';

export interface OnlyRate {
  readonly value: Dec;
  /** Bound by where it stands: it asks and never convicts. */
  readonly weak: boolean;
}

const NUMBER = '(\\d{1,9}(?:\\.\\d{1,6})?)';
const LEAD = `${anyWord(words.neutral.filter((word) => /[一-龥:]/.test(word) && word !== '约'))}{0,2}`;
const BARE = new RegExp(`^${LEAD}${NUMBER}%[。.]?$`);

/** undefined where the text shows none, or another beside it. Expects normalised text without quotes. */
export function onlyRate(text: string, names: readonly string[], year: number | null): OnlyRate | undefined {
  return bare(text) ?? ofPlanned(text, names, year) ?? changeOfYears(text, names, year);
}

/** 「93.5%」 and nothing else. */
function bare(text: string): OnlyRate | undefined {
  const match = BARE.exec(text);
  return match === null ? undefined : { value: new Dec(match[1]!).div(100), weak: true };
}

const UNIT = '([一-龥]{0,3})';
const LABEL = '[^,;。\\d%]{0,12}?';
const PLANNED = new RegExp(`^${LABEL}${anyWord(words.planned)}${LABEL}${NUMBER}${UNIT}$`);
const DONE = new RegExp(`^${LABEL}${anyWord(words.done)}${LABEL}${NUMBER}${UNIT}$`);
const SHARE = new RegExp(`^([^,;。\\d%]{0,12}?)(?:为|达到|达|:|=)?${NUMBER}%$`);
const CLAUSES = /[,;。()]/;

/** 「计划32项，完成31项，96.88%」: one share of one plan, and it comes to that. */
function ofPlanned(text: string, names: readonly string[], year: number | null): OnlyRate | undefined {
  const clauses = text.split(CLAUSES).filter((clause) => clause !== '');
  if (clauses.length !== 3 || ofAnotherYear(text, year)) return undefined;
  const [planned, done, share] = [PLANNED.exec(clauses[0]!), DONE.exec(clauses[1]!), SHARE.exec(clauses[2]!)];
  if (planned === null || done === null || share === null || planned[2] !== done[2]) return undefined;
  const label = share[1]!;
  if (label !== '' && !GENERAL_RATE.test(label) && !names.some((name) => name.endsWith(label) || label.endsWith(name))) return undefined;
  const shown = new Dec(share[2]!);
  return comesTo(new Dec(done[1]!), new Dec(planned[1]!), shown) ? { value: shown.div(100), weak: true } : undefined;
}

const GENERAL_RATE = /^(?:实际)?完成(?:率|比例)$/;

const CHANGED = new RegExp(`${anyWord(words.changed)}$`);
const MONEY = '(元|万元|亿元|千元|百万元)?';
const CHANGE = new RegExp(`(?:(${anyWord(words.rose)})|${anyWord(words.fell)})(?:率|幅度?)?(?:了|为|达)?${NUMBER}%`, 'g');
const THIS = `(?:${anyWord(words.thisYear)}|(20\\d{2})年度?)[^,;。\\d%]{0,12}?${NUMBER}${MONEY}`;
const LAST = `(?:${anyWord(words.lastYear)}|(20\\d{2})年度?)[^,;。\\d%]{0,12}?${NUMBER}${MONEY}`;

/** 「本年26.35万元，上年28.10万元，下降6.23%」: the change is what the two figures make it. */
function changeOfYears(text: string, names: readonly string[], year: number | null): OnlyRate | undefined {
  const changes = [...text.matchAll(CHANGE)];
  const [only] = changes;
  if (only === undefined || changes.length > 1 || !names.some((name) => CHANGED.test(name))) return undefined;
  const [current, before] = [figureOf(text, THIS, year), figureOf(text, LAST, year === null ? null : year - 1)];
  if (current === undefined || before === undefined || current.unit !== before.unit || before.value.isZero()) return undefined;
  const rose = only[1] !== undefined;
  const shown = new Dec(only[2]!);
  const difference = rose ? current.value.minus(before.value) : before.value.minus(current.value);
  if (difference.isNegative() || !comesTo(difference, before.value, shown)) return undefined;
  const rate = shown.div(100);
  return { value: rose ? rate : rate.negated(), weak: false };
}

/** The one figure said of this year; a year that is written has to be it. */
function figureOf(text: string, source: string, year: number | null): { readonly value: Dec; readonly unit: string } | undefined {
  const found = [...text.matchAll(new RegExp(source, 'g'))].filter(([, written]) => written === undefined || Number(written) === year);
  const [only] = found;
  return only === undefined || found.length > 1 ? undefined : { value: new Dec(only[2]!), unit: only[3] ?? '' };
}
