/** 现值 and 应为 of a finding, as cells. */
import { numberText } from '../words';
import type { Finding } from '../checks';
import { isDetermined } from './determined';
import { type CellStyle, Dec, decOfNumber, percentSign, type SheetCell, type WorkbookSnapshot } from '../workbook';

/** Longest text of a value, in characters: the column is narrow, and an explanation is read in its own cell. */
const LONGEST = 30;
export const NOTHING = '—';
const BLANK = '（空）';

export interface StyledValue {
  readonly value: SheetCell['value'];
  readonly style: CellStyle;
}

const text = (value: string): StyledValue => ({ value: short(value), style: 'text' });
/** Digits that a column shows; a longer number would turn into 1.23E+08 or ####, so it is written out as text. */
const LONGEST_NUMBER = 8;

function number(value: Dec, percent: boolean): StyledValue {
  if (percent) return { value, style: 'percent' };
  const written = numberText(value);
  return written.length > LONGEST_NUMBER ? { value: written, style: 'text' } : { value, style: 'number' };
}

function short(value: string): string {
  const letters = [...value.replace(/\s+/g, ' ').trim()];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : letters.join('');
}

/** Rates are fractions inside and percentages for people. */
const isRate = (finding: Finding): boolean => finding.accused.aspect === 'rate';

/** What the cell holds, where the finding itself does not say. */
function inCell({ cell }: Finding, book: WorkbookSnapshot): StyledValue {
  const sheet = book.sheets[cell.sheet];
  const value = sheet?.valueAt(cell.row, cell.col) ?? null;
  if (value === null || value === '') return text(BLANK);
  if (typeof value === 'number') return number(decOfNumber(value), percentSign(sheet!.formatAt(cell.row, cell.col), value) === 'scales');
  if (typeof value === 'object') return text(value.error);
  return text(String(value));
}

export function actualValue(finding: Finding, book: WorkbookSnapshot): StyledValue {
  const { actual } = finding;
  if (actual === null || actual === undefined || actual === '') return inCell(finding, book);
  return typeof actual === 'string' ? text(actual) : number(actual, isRate(finding));
}

/** 应为; 「—」 where the finding does not determine it. */
export function expectedValue(finding: Finding): StyledValue {
  const { expected, fix } = finding;
  if (!isDetermined(finding)) return text(NOTHING);
  const due = expected ?? (fix === undefined ? null : 'value' in fix.to ? fix.to.value : fix.to.formula);
  if (due === null || due === '') return text(NOTHING);
  return due instanceof Dec ? number(due, isRate(finding)) : text(due);
}
