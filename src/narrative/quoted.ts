/** Text taken from a cell: without line breaks, cut where it is long, its dates held against the day of filling in. */
import { explanation, saysNothing, type ScoreTable, type Slot } from '../score-table';
import { line, quote, toCheck, type Pieces } from './pieces';
import words from './data/measure-words.json';
import { wordsPattern } from '../workbook';

const FULL_DATE = /((?:19|20)\d{2})\s*(?:年|[-./])\s*(\d{1,2})(?:\s*(?:月|[-./])\s*(\d{1,2}))?/g;

/** A plan may lie ahead. */
const PLANNED = new RegExp(wordsPattern(words.planned));

/** 「2025年6月」 「2025-06-30」: a day or month after the 填报日期 is not over yet, so nothing said of it is done unless it is said as a plan. */
export function speaksOfLater(text: string, scoreTable: ScoreTable): boolean {
  const filled = scoreTable.filledOn?.value;
  if (filled === undefined) return false;
  const limit = filled.year * 10_000 + filled.month * 100 + filled.day;
  const clauses = text.split(/[，,；;。\n]/).filter((clause) => !PLANNED.test(clause));
  return clauses
    .flatMap((clause) => [...clause.matchAll(FULL_DATE)])
    .some(([, year, month, day]) => {
      if (Number(month) < 1 || Number(month) > 12) return false;
      return Number(year) * 10_000 + Number(month) * 100 + (day === undefined ? 1 : Number(day)) > limit;
    });
}

/** One line, no closing mark of its own. */
export function flat(text: string): string {
  return text
    .replace(/(?<!\s)\s*[\r\n]\s*/g, ' ')
    .trim()
    .replace(/(?<![。；;，,.\s])[。；;，,.\s]+$/, '');
}

/** Ends of clauses; a comma within a number is none. */
const CLAUSE_END = /(?<!\d)[；;，,。]|[；;，,。](?!\d)/g;

/** The clauses that fit into `most` characters, the first one in any case, with 「……」 where something is left out. */
export function cut(text: string, most: number): string {
  if ([...text].length <= most) return text;
  const ends = [...text.matchAll(CLAUSE_END)].map((mark) => mark.index);
  const fitting = ends.filter((end) => [...text.slice(0, end)].length <= most - 2);
  const end = fitting.at(-1) ?? ends[0];
  return end === undefined ? text : `${text.slice(0, end)}……`;
}

/** Quotation marks inside quotation marks are single ones. */
export const inner = (text: string): string => text.replace(/[“”]/g, (mark) => (mark === '“' ? '‘' : '’'));

/** Pieces between quotation marks. */
export function inQuotes(pieces: Pieces): Pieces {
  return line('“', ...pieces.map((piece) => (piece.is === 'quote' ? { ...piece, text: inner(piece.text) } : piece)), '”');
}

/** The words of a cell as they stand; empty where it says nothing. */
export function wordsOfCell(slot: Slot<string> | undefined): string {
  if (slot === undefined || slot.value === null || saysNothing(explanation(slot))) return '';
  return flat(slot.value);
}

/** The text in quotation marks; 【待核】 beside it where it speaks of a day after the 填报日期. */
export function quoted(text: string, slot: Slot<unknown>, scoreTable: ScoreTable, most = 80): Pieces {
  const piece = quote(`“${inner(cut(text, most))}”`, [slot.at]);
  return speaksOfLater(text, scoreTable) ? [piece, toCheck('文中日期晚于填报日期', [slot.at])] : [piece];
}
