/** Addresses, numbers and names as an accountant writes them. */
import type { Dec } from '../workbook';
import { halfUp, a1, type Addr, type WorkbookSnapshot } from '../workbook';

/** Words for messages: addresses and numbers as an accountant writes them. */
export interface Words {
  /** "G30", with the sheet's name in front where it is not the table's own sheet. */
  cell(at: Addr): string;
  /** Up to eight cells by name, then 「等n处」. */
  cells(at: readonly Addr[]): string;
  /** 97.5, without trailing zeros and never in exponent form. */
  number(value: Dec): string;
  /** 0.8997 → 「89.97%」 (two decimals at most). */
  percent(value: Dec): string;
  /** An indicator name in 「」, cut to 30 characters. */
  name(name: string): string;
}

const MOST_CELLS = 8;
const MOST_NAME = 30;

/** Plain notation, no trailing zeros, at most six decimals: 1E-7 and 33.3333333333 are no figures for people. */
export function numberText(value: Dec): string {
  const places = value.decimalPlaces() > 6 ? halfUp(value, 6) : value;
  return places.isZero() ? '0' : places.toFixed();
}

/** The name without line breaks, cut to thirty characters (by code point, so no character is halved). */
export function nameText(name: string): string {
  const flat = name.replace(/\s+/g, ' ').trim();
  const chars = [...flat];
  return `「${chars.length > MOST_NAME ? `${chars.slice(0, MOST_NAME).join('')}…` : flat}」`;
}

/** Words for one table: cells on its own sheet go without the sheet's name. */
export function wordsFor(book: WorkbookSnapshot, sheet: number): Words {
  const cell = (at: Addr): string => {
    const name = a1(at.row, at.col);
    return at.sheet === sheet ? name : `${book.sheets[at.sheet]?.name ?? ''}!${name}`;
  };
  return {
    cell,
    cells: (at) => {
      const shown = at.slice(0, MOST_CELLS).map(cell).join('、');
      return at.length > MOST_CELLS ? `${shown}等${at.length}处` : shown;
    },
    number: numberText,
    percent: (value) => `${numberText(halfUp(value.times(100), 2))}%`,
    name: nameText,
  };
}
