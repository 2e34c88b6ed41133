/** Small builders: the rest of this room writes sentences with them. */
import { numberText } from '../words';
import { halfUp, type Addr, Dec } from '../workbook';
import type { Origin, Piece } from './types';

export type Pieces = readonly Piece[];

const HUNDRED = new Dec(100);

/** Our own words; a digit in them would be a number without a cell, which is our own mistake. */
export function words(text: string): Piece {
  if (/[0-9０-９]/.test(text)) throw new Error(`a number without a cell: ${text}`);
  return { is: 'words', text };
}

export function ordinal(n: number, style: 'dot' | 'bracket' = 'dot'): Piece {
  return { is: 'ordinal', text: style === 'dot' ? `${n}．` : `（${n}）` };
}

export function quote(text: string, from: readonly Addr[]): Piece {
  return { is: 'quote', text, from };
}

export const toFill = (text: string, from: readonly Addr[] = []): Piece => ({ is: 'pending', what: '待填', text, from });
export const toCheck = (text: string, from: readonly Addr[] = []): Piece => ({ is: 'pending', what: '待核', text, from });

/** A number as it is, at most six decimals, with its unit: 「463.2万元」. */
export function figure(value: Dec, unit: string, origin: Origin): Piece {
  return { is: 'figure', text: `${numberText(value)}${unit}`, value, origin };
}

/** A fraction as a percentage of at most two decimals: 0.965 → 「96.5%」. */
export function percentage(value: Dec, origin: Origin): Piece {
  return { is: 'figure', text: `${numberText(halfUp(value.times(HUNDRED), 2))}%`, value, origin };
}

/** How many there are of something, each with a cell. */
export function count(cells: readonly Addr[], unit: string): Piece {
  return { is: 'figure', text: `${cells.length}${unit}`, value: new Dec(cells.length), origin: { of: 'count', cells } };
}

/** Sentences from words and pieces: strings become words. */
export function line(...parts: readonly (string | Piece | Pieces)[]): Pieces {
  return parts.flatMap((part) => (typeof part === 'string' ? (part === '' ? [] : [words(part)]) : isPieces(part) ? part : [part]));
}

function isPieces(part: Piece | Pieces): part is Pieces {
  return Array.isArray(part);
}

/** Parts with 、 (or another mark) between them. */
export function joined(parts: readonly Pieces[], mark = '、'): Pieces {
  return parts.flatMap((part, index) => (index === 0 ? part : [words(mark), ...part]));
}

/** The text of a piece as it is printed. */
export function textOf(pieces: Pieces): string {
  return pieces.map((piece) => (piece.is === 'pending' ? `【${piece.what}：${piece.text}】` : piece.text)).join('');
}

/** Length as the reporting systems count it: every character, punctuation too. */
export function lengthOf(pieces: Pieces): number {
  return [...textOf(pieces)].length;
}

/** All cells a run of pieces speaks of. */
export function cellsOfPieces(pieces: Pieces): readonly Addr[] {
  return pieces.flatMap((piece) => {
    if (piece.is === 'figure') {
      const { origin } = piece;
      return [...origin.cells, ...(origin.of === 'difference' ? origin.minus : origin.of === 'ratio' ? origin.by : [])];
    }
    return piece.is === 'quote' || piece.is === 'pending' ? piece.from : [];
  });
}
