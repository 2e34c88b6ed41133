/** Names as they are compared: of indicators, of their classes, of projects. */
import { normal, withoutBrackets } from '../workbook';

const SLOT = /^(?:指标|绩效指标)\d{0,3}[:：.、]/;
const NUMBER = /^(?:\(?\d{1,2}(?:\)|[.、](?!\d))|\(?[一二三四五六七八九十]{1,3}(?:\)|、)|[①-⑳])/;
const QUOTES = /["“”'‘’「」『』《》〈〉]/g;
const MARKS = /^[★☆▲△●○◆◇※*#]+|[★☆▲△●○◆◇※*#:：;；,，.。、]+$/g;

/** An indicator's name without number, quotes and marks. */
export function indicatorKey(name: string): string {
  const text = normal(name).replace(QUOTES, '').replace(MARKS, '');
  const bare = text.replace(SLOT, '').replace(NUMBER, '');
  return bare === '' ? text : bare;
}

/** The same without what stands in brackets: 「发放率(%)」. */
export const bareIndicatorKey = (name: string): string => withoutBrackets(indicatorKey(name));

/** A class: 「产出指标(50分)」 and 「产出」 are one. */
export function classKey(name: string): string {
  const bare = withoutBrackets(indicatorKey(name));
  return bare.length > 3 && bare.endsWith('指标') ? bare.slice(0, -2) : bare;
}

/** A project's or a unit's name; '' for none. */
export const ownerKey = (name: string | null): string =>
  normal(name ?? '')
    .replace(QUOTES, '')
    .replace(MARKS, '');
