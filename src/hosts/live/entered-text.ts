/** Live programs treat what a script puts into a cell like something typed: what must be put so that exactly what is meant stays. */
import type { Content } from '../../workbook';

/** The format of cells in which everything typed stays text. */
export const TEXT_FORMAT = '@';
export const GENERAL_FORMAT = 'General';

/** In a text cell numbers and formulas would become text; such a cell needs a plain format first. */
export function needsPlainFormat(content: Content, format: string): boolean {
  return format === TEXT_FORMAT && content.kind !== 'blank' && (content.kind === 'formula' || typeof content.value !== 'string');
}

/** Signs that begin a formula, or that the program takes off. */
const LEADING = /^[=+\-@'＝＋－＠\u0000-\u001f]/;
/** Numbers, amounts, percentages, dates and times, Chinese ones too, are made of these. */
const NUMBER_LIKE = /^[\s\d.,:：/\\\-+()（）%％‰¥￥$€£eE年月日号时点分秒上下午元APMapm]*$/;
const ASCII = /^[\u0020-\u007e]*$/;
const WORD = /^\s*(?:true|false|#.*)\s*$/i;

/** A quote sign in front keeps a text a text; it is no part of it. Only where it is needed: it leaves a trace in the cell's style. */
export function enteredText(text: string, format: string): string {
  if (text === '') return '';
  if (LEADING.test(text)) return `'${text}`;
  if (format === TEXT_FORMAT) return text;
  const parsed = WORD.test(text) || (/\d/.test(text) && (NUMBER_LIKE.test(text) || ASCII.test(text)));
  return parsed ? `'${text}` : text;
}
