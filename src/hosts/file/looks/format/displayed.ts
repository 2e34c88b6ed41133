import { type CellValue, type Dec, decOfNumber } from '../../../../workbook';
import { INDEXED } from '../palette';
import { dateText, isDated } from './date';
import { generalText } from './general';
import { formattedNumber } from './number';
import { sectionsOf, type Section } from './tokens';

/** What a cell shows. */
export interface Displayed {
  readonly text: string;
  /** Asked for by the format, as in [红色]; null: the cell's own. */
  readonly color: string | null;
}

const known = new Map<string, readonly Section[]>();
const MOST_KNOWN = 500;

function sections(format: string): readonly Section[] {
  const found = known.get(format);
  if (found !== undefined) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const made = sectionsOf(format, INDEXED);
  known.set(format, made);
  return made;
}

/** The text a cell with this value and number format shows; widths are not asked. Never throws. */
export function displayed(value: CellValue, format: string, date1904 = false): Displayed {
  if (value === null) return { text: '', color: null };
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE', color: null };
  if (typeof value === 'object') return { text: value.error, color: null };
  if (typeof value === 'string') return textShown(value, format);
  return format === 'General' ? { text: signed(value), color: null } : numberShown(value, format, date1904);
}

function signed(value: number): string {
  const number = decOfNumber(value);
  return (number.isNegative() && !number.isZero() ? '-' : '') + generalText(number.abs());
}

function textShown(value: string, format: string): Displayed {
  if (format === 'General' || format === '@') return { text: value, color: null };
  const all = sections(format);
  const section = all[3] ?? all.find(({ tokens }) => tokens.some(({ is }) => is === 'text'));
  if (section === undefined || (all.length < 4 && !section.tokens.some(({ is }) => is === 'text'))) return { text: value, color: null };
  const text = section.tokens.map((token) => (token.is === 'text' ? value : token.is === 'literal' ? token.text : '')).join('');
  return { text, color: section.color };
}

function numberShown(value: number, format: string, date1904: boolean): Displayed {
  const all = sections(format);
  const { section, minus } = chosen(all, value);
  const number = decOfNumber(value).abs();
  if (section.tokens.length === 0) return { text: all.length > 1 || format === '' ? '' : signed(value), color: section.color };
  // What follows a negative date is not known, and Excel fills the cell with signs.
  if (isDated(section)) return { text: dateText(value, section, date1904), color: section.color };
  if (section.tokens.some(({ is }) => is === 'text')) return { text: textual(section, signed(value)), color: section.color };
  return { text: (minus ? '-' : '') + numberIn(number, section), color: section.color };
}

function numberIn(number: Dec, section: Section): string {
  return formattedNumber(number, section);
}

function textual(section: Section, text: string): string {
  return section.tokens.map((token) => (token.is === 'text' ? text : token.is === 'literal' ? token.text : '')).join('');
}

/** Which section shows a number, and whether it shows the minus itself. */
function chosen(all: readonly Section[], value: number): { section: Section; minus: boolean } {
  const numeric = all.slice(0, 3).filter((section, at) => at === 0 || !section.tokens.some(({ is }) => is === 'text') || all.length === 4);
  if (numeric.some(({ condition }) => condition !== null)) return byCondition(numeric, value);
  const [first, second, third] = numeric;
  if (value < 0 && second !== undefined) return { section: second, minus: false };
  if (value === 0 && third !== undefined) return { section: third, minus: false };
  return { section: first!, minus: value < 0 };
}

function byCondition(numeric: readonly Section[], value: number): { section: Section; minus: boolean } {
  const found =
    numeric.find(({ condition }) => condition !== null && fulfils(value, condition)) ??
    numeric.find(({ condition }) => condition === null) ??
    numeric[numeric.length - 1]!;
  const { condition } = found;
  const onlyNegative = condition !== null && (condition.compare === '<' || condition.compare === '<=') && condition.than <= 0;
  return { section: found, minus: value < 0 && !onlyNegative };
}

function fulfils(value: number, { compare, than }: NonNullable<Section['condition']>): boolean {
  switch (compare) {
    case '<':
      return value < than;
    case '<=':
      return value <= than;
    case '>':
      return value > than;
    case '>=':
      return value >= than;
    case '=':
      return value === than;
    case '<>':
      return value !== than;
  }
}
