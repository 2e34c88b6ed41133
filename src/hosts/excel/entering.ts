/** What to put into `Range.values` so that Excel keeps exactly what is meant: it treats what it gets like something typed. */
import type { Content } from '../../workbook/write-plan';
import type { CellContent } from './office-types';

/** The format of cells in which everything typed stays text. */
export const TEXT_FORMAT = '@';

export function entered(content: Content, format: string): CellContent {
  if (content.kind === 'blank') return '';
  if (content.kind === 'formula') return content.formula.startsWith('=') ? content.formula : `=${content.formula}`;
  const { value } = content;
  if (typeof value === 'string') return enteredText(value, format);
  return typeof value === 'boolean' ? value : value.toNumber();
}

/** In a text cell numbers and formulas would become text; such a cell needs a plain format first. */
export function needsPlainFormat(content: Content, format: string): boolean {
  return format === TEXT_FORMAT && content.kind !== 'blank' && (content.kind === 'formula' || typeof content.value !== 'string');
}

/** Signs that begin a formula, or that Excel takes off. */
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
