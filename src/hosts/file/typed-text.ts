import { cutToCell } from './limits';

export interface TypedText {
  readonly value: string | number | null;
  readonly format: string;
}

const PLAIN = /^-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?$/;
const GROUPED = /^-?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]{1,15})?$/;
const PERCENT = /^-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?%$/;

/**
 * What a cell of a web table or of a text file holds. Only what can be nothing but a number becomes one: codes with leading zeros,
 * long identity numbers and dates stay the text they are.
 */
export function typedText(text: string): TypedText {
  const bare = cutToCell(text.trim());
  if (bare === '') return { value: null, format: 'General' };
  const digits = bare.replace(/[^0-9]/g, '').length;
  if (digits > 15) return { value: bare, format: 'General' };
  if (PLAIN.test(bare)) return { value: Number(bare), format: 'General' };
  if (GROUPED.test(bare)) return { value: Number(bare.replace(/,/g, '')), format: bare.includes('.') ? '#,##0.00' : '#,##0' };
  if (PERCENT.test(bare)) return { value: Number(`${bare.slice(0, -1)}e-2`), format: bare.includes('.') ? '0.00%' : '0%' };
  return { value: bare, format: 'General' };
}
