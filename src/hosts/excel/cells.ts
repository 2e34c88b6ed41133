/** What Excel tells of a cell, as what a cell is to us. */
import type { CellValue } from '../../workbook';
import type { CellContent } from './office-types';

export interface ReadCell {
  readonly value: CellValue;
  /** Without "=". */
  readonly formula?: string;
}

/**
 * Empty cells and formulas that come to an empty text both have the value ''. A text that looks like a formula is its
 * own formula text; no formula comes to the text it is written with. `type` is of `valueTypes`.
 */
export function cellOf(value: CellContent, formula: CellContent, type: string): ReadCell {
  const read = valueOf(value, type);
  if (typeof formula !== 'string' || formula.length < 2 || !formula.startsWith('=') || formula === value) return { value: read };
  return { value: read ?? (type === 'Empty' ? null : ''), formula: bareFormula(formula) };
}

function valueOf(value: CellContent, type: string): CellValue {
  if (type === 'Error') return { error: String(value) };
  if (value === null || (value === '' && type === 'Empty')) return null;
  return value;
}

/** Functions younger than the file format may come with the prefix files have. */
function bareFormula(formula: string): string {
  const bare = formula.slice(1);
  return bare.includes('_xl') ? bare.replace(/_xlfn\.|_xlws\./g, '') : bare;
}

/** Bytes a value takes in a reply, roughly and rather too many. */
export function weightOf(value: CellContent): number {
  if (typeof value !== 'string') return 9;
  let bytes = 3;
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at);
    if (code >= 0x800) bytes += 3;
    else if (code >= 0x80) bytes += 2;
    else bytes += code < 0x20 || code === 0x22 || code === 0x5c ? 2 : 1;
  }
  return bytes;
}
