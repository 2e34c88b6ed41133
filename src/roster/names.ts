/** When two names of a unit or project are one. What is left off is never what tells sisters apart. */
import { normal, oncePerKey, wordsPattern } from '../workbook';
import { codedName } from './codes';
import words from './data/words.json';

const MARKS = /["“”'‘’「」『』《》<>·•]/g;
const DASHES = /[—–―─－_]/g;
const OPENING = /[[【{〔〈]/g;
const CLOSING = /[\]】}〕〉]/g;
const STAMP = new RegExp(`\\(${wordsPattern(words.stamps)}\\)`, 'g');
const LAST = /[.。:;、,]+$/;
const OWN_LEVEL = new RegExp(`(?:\\(${wordsPattern(words.ownLevel)}\\)|${wordsPattern(['机关本级', '本级机关', '局本级', '本级'])})$`);
const FORMER = new RegExp(`\\(${wordsPattern(words.formerMarks)}:?([^()]+)\\)`, 'g');
const LEADING_FORMER = new RegExp(`^${wordsPattern(words.formerMarks)}:?`);

/** Half width, without blanks, quotation marks, stamps and a code before it; one kind of bracket and dash. */
export const rosterKey: (text: string) => string = oncePerKey((text) => {
  const plain = normal(text).replace(MARKS, '').replace(DASHES, '-').replace(OPENING, '(').replace(CLOSING, ')').replace(STAMP, '');
  return codedName(plain).name.replace(LAST, '').toLowerCase();
});

/** A name without the former names in brackets behind it, and those. */
export function currentAndFormer(text: string): { readonly current: string; readonly former: readonly string[] } {
  const key = rosterKey(text);
  const former = [...key.matchAll(FORMER)].map(([, name]) => name!);
  return { current: key.replace(FORMER, ''), former };
}

/** 「原县扶贫局」 in a column of former names. */
export const withoutFormerMark = (key: string): string => key.replace(LEADING_FORMER, '');

/** 「县教育局（本级）」 → 县教育局. */
export const withoutOwnLevel = (key: string): string => key.replace(OWN_LEVEL, '');

const YEAR = /(?:19|20)\d{2}(?:年度?)?/g;
const PROJECT_END = new RegExp(`${wordsPattern(words.projectEnds)}$`);

const yearsIn = (key: string): string => (key.match(/(?:19|20)\d{2}/g) ?? []).join(' ');

/** One project under two names that differ in a year only one of them has, or in the word 项目 at the end. */
export function isSameProject(a: string, b: string): boolean {
  if (a === b) return true;
  const [one, other] = [yearsIn(a), yearsIn(b)];
  if (one !== '' && other !== '' && one !== other) return false;
  const [left, right] = [a, b].map((key) => key.replace(YEAR, '').replace(PROJECT_END, ''));
  return left === right && left!.length >= 2;
}
