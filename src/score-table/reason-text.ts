/** What an explanation says: nothing, that all is done, a shortfall, a deduction, or only phrases that fit any row. */
import { isPlaceholder, normal, oncePerText, wordsPattern } from '../workbook';
import type { Slot } from './types';
import words from './data/reason-words.json';

const NOTHING: ReadonlySet<string> = new Set(words.nothing);
const DONE: ReadonlySet<string> = new Set(words.done);
const PHRASES = [...words.boilerplate, ...words.filler].sort((a, b) => b.length - a.length);
const BOILERPLATE: readonly string[] = words.boilerplate;

/** A label inside the cell: 「偏差原因:」 「改进措施：」. */
const LABEL = new RegExp(`(?:^|[,;。])?[^,;。:]{0,12}${wordsPattern(words.labels)}[^,;。:]{0,6}:`, 'g');
const BREAKS = /[,;。、!.]+/;

/** The text of a cell, normalised (half width, no spaces); '' where it is blank or there is no such cell. A typed 0 is "0". */
export function explanation(slot: Slot<string> | undefined): string {
  if (slot === undefined || slot.state === 'blank' || slot.state === 'error' || slot.state === 'picture') return '';
  return normal(slot.value ?? String(slot.raw ?? ''));
}

/** Blank, 「无」, 「0」, 「/」, 「无偏差」, 「偏差原因：无；改进措施：无」: nobody explained anything. */
export const saysNothing = oncePerText((text: string): boolean => {
  return partsOf(text).every((part) => isPlaceholder(part) || NOTHING.has(part) || /^0(?:\.0+)?(?:%|分)?$/.test(part));
});

/** Only 「已完成」 「达标」 and the like: true or not, it explains no deduction. */
export function saysDone(text: string): boolean {
  const parts = partsOf(text);
  return parts.length > 0 && parts.every((part) => DONE.has(part));
}

const INTENTIONS = new RegExp(wordsPattern(words.intentions));

/** Only phrases that would fit any row: 「客观原因」 「今后进一步加强管理」 「酌情扣0.5分」. */
export const isBoilerplate = oncePerText((text: string): boolean => {
  let rest = text.replace(/扣(?:除|减)?\d+(?:\.\d+)?分/g, '扣分').replace(/[,;。、!.:()"“”\d]/g, '');
  if (rest === '' || saysNothing(text) || saysDone(text)) return false;
  if (!BOILERPLATE.some((phrase) => rest.includes(phrase)) && !INTENTIONS.test(rest)) return false;
  for (const phrase of PHRASES) rest = rest.split(phrase).join('');
  return rest === '';
});

/** Nothing is left once these words and those that fit any row are taken out. `text` normalised. */
export function isMadeOf(text: string, words: readonly string[]): boolean {
  const all = [...words, ...PHRASES].sort((a, b) => b.length - a.length);
  return all.reduce((rest, word) => rest.split(word).join(''), text.replace(/[\p{P}\p{S}\d]/gu, '')) === '';
}

/** What may stand before a shortfall so that the text denies it, speaks of another year or cites a rule. */
const DENIED = new RegExp(`${wordsPattern(words.denied)}[^,;。]{0,8}$`);
const OLDER_YEAR = /\d{4}年度?[^,;。]{0,4}$/;
/** What may follow: 「未完成原因：无」 「未完成0项」 「未完成的不得分」. */
const TAKEN_BACK = /^[^,;。:]{0,10}(?::|为|率)?(?:无(?![法力])|没有|0(?![.\d]))|^[^,;。]{0,8}(?:不得分|得0分|不计分|扣\d)/;

const DEED = wordsPattern(words.deeds);
const SHORTFALLS: readonly RegExp[] = [
  new RegExp(`(?:尚未|未能|没能|未)(?:够)?${wordsPattern(words.manner)}*${DEED}`, 'g'),
  new RegExp(`(?:只|仅)${wordsPattern(words.only)}`, 'g'),
  new RegExp(`(?<!不)(?:低于|少于|不及|达不到|没有达到)${wordsPattern(words.aims)}*(?:目标|指标|计划|预期|标准)`, 'g'),
  /(?:存在|有)(?:较大|较小|一定|部分|负)?(?:偏差|差距|缺口)/g,
  new RegExp(`${wordsPattern(words.progress)}(?:较|偏|相对|比较)?(?:缓慢|滞后|慢)`, 'g'),
  /(?<!每[^,;。]{0,12})扣(?:除|减)?(?!0分)\d+(?:\.\d+)?分/g,
];
/** Weaker words: a text that adds that all was done in the end states no shortfall. */
const TROUBLES: readonly RegExp[] = [new RegExp(`${wordsPattern(words.late)}|(?<!不存在)${wordsPattern(words.lacking)}`, 'g')];
const DONE_IN_THE_END = new RegExp(`${wordsPattern(words.already)}(?:全部|全面|按时|按期|经)?(?:完成|达到|达标|实现|整改)`);

/** The text says, of this row and this year, that something was not reached or that points were taken off. */
export const statesShortfall = oncePerText((text: string): boolean => {
  if (SHORTFALLS.some((pattern) => meant(text, pattern))) return true;
  return !DONE_IN_THE_END.test(text) && TROUBLES.some((pattern) => meant(text, pattern));
});

/** In a column that is filled on every row: does this text give any hint why points were taken off? Generous on purpose. */
export const namesDeduction = oncePerText((text: string): boolean => {
  if (statesShortfall(text)) return true;
  const rest = text.replace(/未(?:发现|出现|发生|见)|(?:无|不存在|没有)[^,;。]{0,8}/g, '');
  return HINTS.test(rest) || belowFull(rest) || fewerOf(rest);
});

const HINTS = new RegExp(`${wordsPattern(words.hints)}|(?:得|计)\\d+(?:\\.\\d+)?分`);

const COUNTED = new RegExp(`(\\d+)([项个件次例份场人户处])[^,;。\\d]{0,10}${wordsPattern(words.counted)}[^,;。\\d]{0,4}(\\d+)\\2`, 'g');

/** 「10项任务完成9项」: fewer than there were. */
function fewerOf(rest: string): boolean {
  return [...rest.matchAll(COUNTED)].some((match) => Number(match[3]) < Number(match[1]));
}

function belowFull(text: string): boolean {
  return [...text.matchAll(/(?<!\d)(\d+(?:\.\d+)?)%/g)].some((match) => Number(match[1]) < 100);
}

function meant(text: string, pattern: RegExp): boolean {
  for (const match of text.matchAll(pattern)) {
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + match[0].length);
    if (!DENIED.test(before) && !OLDER_YEAR.test(before) && !TAKEN_BACK.test(after)) return true;
  }
  return false;
}

function partsOf(text: string): readonly string[] {
  return text
    .replace(LABEL, ',')
    .split(BREAKS)
    .filter((part) => part !== '');
}
