/**
 * Numbers of persons in a text: 身份证号 (GB 11643: area, date of birth, check digit), 手机号, 银行账号. A number that may as well be
 * a code or an amount is none: what stands before or above it decides.
 */
import { wordsPattern } from '../workbook';
import words from './data/words.json';

export type PersonalKind = 'id-number' | 'phone-number' | 'bank-account';

export interface PersonalNumber {
  readonly kind: PersonalKind;
  /** First three and last four letters, the others as stars. */
  readonly shown: string;
}

const IDENTITY = new RegExp(wordsPattern(words.identity));
const PHONE = new RegExp(wordsPattern(words.phone));
const ACCOUNT = new RegExp(wordsPattern(words.account));
const CODE = new RegExp(wordsPattern(words.code), 'i');

const WIDE = /[０-９Ａ-Ｚａ-ｚ－　]/g;
const narrowed = (text: string): string =>
  text.replace(WIDE, (char) => (char === '　' ? ' ' : String.fromCharCode(char.charCodeAt(0) - 0xfee0)));

/** Not inside a longer number, a code or an amount. */
const BEFORE = String.raw`(?<![0-9A-Za-z_.,\-/])`;
const AFTER = String.raw`(?![0-9A-Za-z_]|[.,\-/]\d|\s?(?:万?元|亿|%|平方米|㎡|吨))`;
const LONG_ID = new RegExp(`${BEFORE}(\\d{6})[ -]?(\\d{4})(\\d{2})(\\d{2})[ -]?(\\d{3})([\\dXx])${AFTER}`, 'g');
const OLD_ID = new RegExp(`${BEFORE}(\\d{6})(\\d{2})(\\d{2})(\\d{2})(\\d{3})${AFTER}`, 'g');
const MOBILE = new RegExp(
  `(?:(?<![0-9A-Za-z_.,/])(?:\\+?86[- ]?)|${BEFORE})(1(?:3\\d|4[5-9]|5[0-35-9]|6[2567]|7[0-8]|8\\d|9[0-35-9]))([- ]?)(\\d{4})\\2(\\d{4})${AFTER}`,
  'g',
);
const LONG_NUMBER = new RegExp(`${BEFORE}(\\d{4}(?: \\d{4}){2,3}(?: \\d{1,4})?|\\d{12,21})${AFTER}`, 'g');

/** Provinces and the like, the first two digits of an area. */
const AREAS: ReadonlySet<string> = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_LETTERS = '10X98765432';

function isDate(year: number, month: number, day: number): boolean {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return year >= 1900 && year <= 2099 && month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1]!;
}

/** An 18-digit 身份证号 with its area, its date and its check digit. */
function isIdNumber(digits: string): boolean {
  const sum = WEIGHTS.reduce((all, weight, at) => all + weight * Number(digits[at]), 0);
  return (
    AREAS.has(digits.slice(0, 2)) &&
    isDate(Number(digits.slice(6, 10)), Number(digits.slice(10, 12)), Number(digits.slice(12, 14))) &&
    CHECK_LETTERS[sum % 11] === digits[17]!.toUpperCase()
  );
}

/** The check digit of bank cards. */
function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((all, digit, at) => {
    const twice = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return all + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return sum % 10 === 0;
}

const HEAD = 3;
const TAIL = 4;

export const maskedNumber = (digits: string): string =>
  digits.slice(0, HEAD) + '*'.repeat(Math.max(0, digits.length - HEAD - TAIL)) + digits.slice(-TAIL);

/** Cards of Chinese banks. */
const CARD = /^62\d{14,17}$/;
/** So much text before a number says what it is. */
const LEAD = 16;

interface Found extends PersonalNumber {
  readonly from: number;
  readonly to: number;
}

/** What is said of a number: the text before it, else what stands beside and above its cell. */
function saidOf(text: string, at: number, around: string): string {
  const before = text.slice(Math.max(0, at - LEAD), at);
  return /[\u4e00-\u9fff]/.test(before) ? before : `${around}\n${before}`;
}

type Said = (at: number) => string;

function idNumbers(text: string, said: Said): readonly Found[] {
  const long = [...text.matchAll(LONG_ID)].flatMap((match): readonly Found[] => {
    const digits = match.slice(1).join('');
    return isIdNumber(digits) ? [foundAt(match, 'id-number', digits)] : [];
  });
  const old = [...text.matchAll(OLD_ID)].flatMap((match): readonly Found[] => {
    const [, area = '', year, month, day] = match;
    const isOld =
      AREAS.has(area.slice(0, 2)) && isDate(1900 + Number(year), Number(month), Number(day)) && IDENTITY.test(said(match.index));
    return isOld ? [foundAt(match, 'id-number', match[0])] : [];
  });
  return [...long, ...old];
}

function phoneNumbers(text: string, said: Said): readonly Found[] {
  return [...text.matchAll(MOBILE)].flatMap((match): readonly Found[] => {
    const around = said(match.index);
    if (CODE.test(around) && !PHONE.test(around)) return [];
    return [foundAt(match, 'phone-number', `${match[1]!}${match[3]!}${match[4]!}`)];
  });
}

/** Something around it says so, and nothing says that it is a code. */
function isAccount(around: string): boolean {
  const lines = around.split('\n');
  return lines.some((line) => ACCOUNT.test(line)) && !lines.some((line) => CODE.test(line) && !ACCOUNT.test(line));
}

function bankAccounts(text: string, said: Said): readonly Found[] {
  return [...text.matchAll(LONG_NUMBER)].flatMap((match): readonly Found[] => {
    const digits = match[0].replace(/ /g, '');
    const around = said(match.index);
    const named = isAccount(around);
    const card = CARD.test(digits) && isLuhn(digits) && !CODE.test(around);
    return named || card ? [foundAt(match, 'bank-account', digits)] : [];
  });
}

const foundAt = (match: RegExpMatchArray, kind: PersonalKind, digits: string): Found => ({
  kind,
  shown: maskedNumber(digits),
  from: match.index!,
  to: match.index! + match[0].length,
});

const MANY_DIGITS = /\d(?:[ -]?\d){10}/;

/** In the order of the text; `around`: what stands beside and above the cell. A number is one thing only. */
export function personalNumbers(given: string, around = ''): readonly PersonalNumber[] {
  const text = narrowed(given);
  if (!MANY_DIGITS.test(text)) return [];
  const said: Said = (at) => saidOf(text, at, around);
  const found: Found[] = [];
  for (const one of [...idNumbers(text, said), ...phoneNumbers(text, said), ...bankAccounts(text, said)])
    if (found.every(({ from, to }) => one.to <= from || one.from >= to)) found.push(one);
  return found.sort((a, b) => a.from - b.from).map(({ kind, shown }) => ({ kind, shown }));
}

/** A number that is stored as one: only where what stands around it says what it is, since it may be any amount. */
export function storedNumber(value: number, around: string): readonly PersonalNumber[] {
  if (!Number.isSafeInteger(value) && !(Number.isInteger(value) && value < 1e20)) return [];
  const digits = BigInt(value).toString();
  if (digits.length === 18 && IDENTITY.test(around) && AREAS.has(digits.slice(0, 2)))
    return [{ kind: 'id-number', shown: maskedNumber(digits) }];
  if (digits.length === 11 && PHONE.test(around)) return personalNumbers(digits, around).filter(({ kind }) => kind === 'phone-number');
  return digits.length >= 12 && isAccount(around) ? [{ kind: 'bank-account', shown: maskedNumber(digits) }] : [];
}
