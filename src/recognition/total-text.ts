/** Totals written as words around a figure: 「89.15分（良）」 「89/100」 「总分：89分，等级：良」 「八十九分」. */
import { type Addr, type CellValue, Dec, normal, numeralValue, wordsPattern } from '../workbook';
import type { Slot } from '../score-table';
import type { Grid } from './grid';
import { scoreIn, type PointScale } from './points';
import words from './data/total-words.json';
import grades from './data/grades.json';

export interface TotalText {
  readonly value: Dec;
  /** The grade written beside it. */
  readonly grade: string | null;
}

const LABEL = `(?:${wordsPattern(words.kinds)}?${wordsPattern(words.totals)}(?:为|是)?[:：]?)?`;
const FIGURE = '(\\d{1,4}(?:\\.\\d+)?|[零〇一二两三四五六七八九十百点]{1,9})';
const OF = '(?:[/／](?:满分)?(\\d{2,4})(?:分)?|(?:[(,;、](?:满分|总分值?|分值)(?:为)?[:：]?(\\d{2,4})分?[)]?))?';
const GRADE = `(?:[-—(,;、/:]*(?:(?:自评|评价|绩效|评定)?(?:等级|等次|档次|结论|结果)?(?:为|是)?[:：]?)["“]?(${wordsPattern(grades.inTotal)})["”]?(?:等|级|档|等级)?[)]?)?`;
const WHOLE = new RegExp(`^${LABEL}${FIGURE}(?:分)?${OF}${GRADE}[。.;]?$`);
const PLAIN = /^\d+(?:\.\d+)?分?$/;

/** A total's text; null where it is nothing of the kind. Expects normalised text. */
export function totalOfText(text: string): TotalText | null {
  if (text.length > 30) return null;
  const match = WHOLE.exec(text);
  if (match === null || (!/\d/.test(match[1]!) && !text.includes('分'))) return null;
  const value = /\d/.test(match[1]!) ? new Dec(match[1]!) : numeral(match[1]!);
  const full = match[2] ?? match[3];
  if (value === null || (full !== undefined && value.gt(new Dec(full).times('1.1')))) return null;
  return { value, grade: match[4] ?? null };
}

/** As scoreIn, for the cell of a total. */
export function totalIn(points: PointScale, grid: Grid, raw: CellValue, at: Addr): Slot<Dec> {
  const slot = scoreIn(points, grid, raw, at);
  if (slot.state !== 'text' || typeof raw !== 'string') return slot;
  const text = normal(raw);
  const read = PLAIN.test(text) ? null : totalOfText(text);
  return read === null ? slot : { state: 'value', value: read.value, at, raw, odd: ['total-text'] };
}

/** 八十九点一五 → 89.15; null for what is no numeral up to 九百九十九. */
function numeral(text: string): Dec | null {
  const [whole = '', fraction, ...more] = text.split('点');
  if (more.length > 0 || (fraction !== undefined && !/^[零〇一二三四五六七八九]+$/.test(fraction))) return null;
  const value = numeralValue(whole);
  if (value === null) return null;
  return new Dec(`${value}${fraction === undefined ? '' : `.${[...fraction].map(numeralValue).join('')}`}`);
}
