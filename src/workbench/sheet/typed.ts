/** What a person means by what they type into a cell. */
import { type Content, Dec } from '../../workbook';

const FULL_WIDTH = /[０-９．，％＋－＝（）]/g;
const NUMBER = /^[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)?(?:\.[0-9]*)?$/;
const POWER = /^[+-]?[0-9]+(?:\.[0-9]+)?[eE][+-]?[0-9]{1,3}$/;
const DATE = /^([0-9]{4})(?:[-/.]|年)([0-9]{1,2})(?:(?:[-/.]|月)([0-9]{1,2})日?|月)$/;
/** Beyond this many digits a number would not be what was typed (an account, an identity card). */
const MOST_DIGITS = 15;
const LAST_YEAR = 9999;

/**
 * Numbers, percentages where the cell shows percentages, dates where it shows dates, TRUE and FALSE, formulas; anything else is text
 * as typed: 「1-2」 is no date and 「0012」 keeps its zeros. A quote sign in front says text.
 * @param format number format of the cell
 */
export function contentTyped(text: string, format: string, date1904 = false): Content {
  if (text === '') return { kind: 'blank' };
  if (text.startsWith("'")) return { kind: 'value', value: text.slice(1) };
  if (format === '@') return { kind: 'value', value: text };
  const plain = narrow(text).trim();
  if (plain.startsWith('=') && plain.length > 1) return { kind: 'formula', formula: formulaTyped(text.trim()), stored: '' };
  if (/^(?:true|false)$/i.test(plain)) return { kind: 'value', value: plain.toLowerCase() === 'true' };
  const number = numberTyped(plain, format, date1904);
  return { kind: 'value', value: number ?? text };
}

/** The number format that what is typed brings into a cell that has none of its own, as spreadsheet programs have it: 「95%」. null: none. */
export function formatTyped(text: string, format: string): string | null {
  const plain = narrow(text).trim();
  if (!/^general$/i.test(format) || !plain.endsWith('%')) return null;
  const share = numberOf(plain.slice(0, -1));
  return share === null ? null : share.decimalPlaces() > 0 ? '0.00%' : '0%';
}

/** What is typed, and the number format that comes with it. */
export function typedInto(text: string, format: string, date1904 = false): { readonly after: Content; readonly format?: string } {
  const own = formatTyped(text, format);
  return own === null ? { after: contentTyped(text, format, date1904) } : { after: contentTyped(text, own, date1904), format: own };
}

/** A formula without its sign; what a Chinese keyboard writes for brackets and commas is taken for theirs, outside of quotes. */
function formulaTyped(text: string): string {
  return text.slice(1).replace(/"(?:[^"]|"")*"|[（），：]/g, (part) => SIGNS[part] ?? part);
}

const SIGNS: Readonly<Record<string, string>> = { '（': '(', '）': ')', '，': ',', '：': ':' };

function narrow(text: string): string {
  return text.replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

function numberTyped(plain: string, format: string, date1904: boolean): Dec | null {
  if (plain.endsWith('%')) {
    const share = numberOf(plain.slice(0, -1));
    return share !== null && isPercent(format) ? share.div(100) : null;
  }
  const number = numberOf(plain);
  // Into a cell of percentages: 「85」 is 85 % and 「0.85」 too, as spreadsheet programs take it.
  if (number !== null) return isPercent(format) && number.abs().gte(1) ? number.div(100) : number;
  return isDate(format) ? dateOf(plain, date1904) : null;
}

function numberOf(plain: string): Dec | null {
  if (POWER.test(plain)) return new Dec(plain);
  if (!NUMBER.test(plain) || !/[0-9]/.test(plain)) return null;
  const digits = plain.replace(/[^0-9.]/g, '');
  // A number does not begin with zeros, and holds no more digits than a cell keeps.
  if (/^0[0-9]/.test(digits) || digits.replace('.', '').replace(/^0+/, '').length > MOST_DIGITS) return null;
  const bare = plain.replace(/,/g, '');
  return new Dec(
    bare
      .replace(/^\+/, '')
      .replace(/^(-?)\./, '$10.')
      .replace(/\.$/, ''),
  );
}

function bareFormat(format: string): string {
  return format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
}

function isPercent(format: string): boolean {
  return bareFormat(format).includes('%');
}

function isDate(format: string): boolean {
  const bare = bareFormat(format);
  return /[yd]/i.test(bare) && !/general/i.test(bare);
}

/** The serial number of a day, in the workbook's own calendar; null for no day. */
function dateOf(plain: string, date1904: boolean): Dec | null {
  const match = DATE.exec(plain);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3] ?? '1')];
  const time = Date.UTC(year, month - 1, day);
  const back = new Date(time);
  if (year < 1901 || year > LAST_YEAR || back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day) return null;
  return new Dec(Math.round((time - Date.UTC(1899, 11, 30)) / 86_400_000) - (date1904 ? 1462 : 0));
}
