/** Codes of units and projects: as typed, and written together with a name. */
import { normal } from '../workbook';

/** Capital letters and figures alone, so that blanks and dashes make no difference; null: it is no code. */
export function codeKey(text: string | null): string | null {
  if (text === null) return null;
  const key = normal(text)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  return /\d{3}/.test(key) ? key : null;
}

const BRACKETED = /^[[(【]([0-9A-Za-z]{3,40})[\])】](?=.*[\u4e00-\u9fa5])(.+)$/;
const DASHED = /^([0-9][0-9A-Za-z]{2,39})[-—–_:、.](?=.*[\u4e00-\u9fa5])(.+)$/;
/** Six figures and more; a year or 「120急救中心」 is none. */
const JOINED = /^([0-9][0-9A-Za-z]{5,39})(?!年)(?=[\u4e00-\u9fa5])(.+)$/;
const BEHIND = /^(.*[\u4e00-\u9fa5)])[([【-]([0-9A-Za-z]{6,40})[\])】]?$/;

export interface CodedName {
  readonly code: string | null;
  readonly name: string;
}

/** 「101001-清河县教育局」, 「[101001]清河县教育局」, 「清河县教育局（101001）」 → code and name; other names have no code. */
export function codedName(text: string): CodedName {
  const flat = normal(text);
  const found = BRACKETED.exec(flat) ?? DASHED.exec(flat) ?? JOINED.exec(flat);
  if (found !== null && codeKey(found[1]!) !== null) return { code: found[1]!, name: found[2]! };
  const behind = BEHIND.exec(flat);
  if (behind !== null && /\d{6}/.test(behind[2]!)) return { code: behind[2]!, name: behind[1]! };
  return { code: null, name: flat };
}
