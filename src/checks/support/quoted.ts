import type { Quantity, Slot } from '../../score-table';

/** What a cell says, for a sentence: a text exactly as it is written, its line breaks as blanks; a number as the sheet shows it. */
export function quotedSlot({ raw, value }: Slot<Quantity> | Slot<string>): string {
  if (typeof raw === 'string') return raw.replace(/(?<!\s)\s*[\r\n]\s*/g, ' ').trim();
  return value === null ? '' : typeof value === 'string' ? value : value.text;
}
