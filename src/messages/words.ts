import { a1 } from '../workbook/address';
import type { Dec } from '../workbook/decimal';
import type { Addr, WorkbookSnapshot } from '../workbook/types';
import type { Words } from '../checks/types';

const CELLS_NAMED = 8;
const NAME_LENGTH = 30;
/** Beyond this a figure in a sentence is noise; the JSON carries it whole. */
const DECIMALS = 6;
const PERCENT_DECIMALS = 2;

/** A decimal as an accountant writes it: no exponent, no trailing zeros, no negative zero. */
export function plainNumber(value: Dec, decimals = DECIMALS): string {
  const rounded = value.toDecimalPlaces(decimals);
  return rounded.isZero() ? '0' : rounded.toFixed();
}

function cellName(book: WorkbookSnapshot, own: number, at: Addr): string {
  const address = a1(at.row, at.col);
  return at.sheet === own ? address : `${book.sheets[at.sheet]?.name ?? '?'}!${address}`;
}

function cellNames(names: readonly string[]): string {
  const shown = names.slice(0, CELLS_NAMED).join('、');
  return names.length > CELLS_NAMED ? `${shown}等${names.length}处` : shown;
}

function indicatorName(name: string): string {
  const letters = Array.from(name.replace(/\s+/g, ' ').trim());
  return `「${letters.length > NAME_LENGTH ? `${letters.slice(0, NAME_LENGTH - 1).join('')}…` : letters.join('')}」`;
}

/** Words for the messages about one table; `sheet` is the sheet the table stands on. */
export function wordsFor(book: WorkbookSnapshot, sheet: number): Words {
  return {
    cell: (at) => cellName(book, sheet, at),
    cells: (at) => cellNames(at.map((one) => cellName(book, sheet, one))),
    number: (value) => plainNumber(value),
    percent: (value) => `${plainNumber(value.times(100), PERCENT_DECIMALS)}%`,
    name: indicatorName,
  };
}
