/** What one row below the headings is: a line of the list, a section, a line of sums, a note. */
import { isPlaceholder, normal, withoutBrackets, wordsPattern } from '../workbook';
import words from './data/words.json';
import { isHeadingAgain, type RosterColumns } from './headings';
import type { SheetCells } from './sheet-cells';

const TOTAL = new RegExp(`^${wordsPattern(words.totals)}(?:\\d+(?:家|个|户|项)?)?$`);
const NOTE = new RegExp(`^\\(?${wordsPattern(words.notes)}\\d{0,2}\\)?(?:[:：.、]|$)`);
const SAME: ReadonlySet<string> = new Set(words.same);
const NO: ReadonlySet<string> = new Set(words.no);
const YES: ReadonlySet<string> = new Set(words.yes);
const SECTION = /^(?:\(?[一二三四五六七八九十]{1,3}\)?[、.．]|\([一二三四五六七八九十]{1,3}\))/;
const COUNTED = /[(（]?共?\d+(?:家|个|户|项)(?:单位|项目)?[)）]?$/;
const OFFICE = new RegExp(`${wordsPattern(words.offices)}$`);
/** A name is never longer. */
const LONGEST_NAME = 60;
/** A section is written over the width of the list. */
const WIDE = 3;

export type RosterLineKind = 'line' | 'section' | 'nothing' | 'note';

/** 是否需要; null: nothing is said. */
export function saidYes(text: string): boolean | null {
  const word = withoutBrackets(text).toLowerCase();
  if (YES.has(word) || /^[1-9]\d*份?$/.test(word)) return true;
  return NO.has(word) ? false : null;
}

/** A name in a cell; null: none. `same`: as in the line above. */
export function nameIn(shown: string): { readonly name: string | null; readonly same: boolean } {
  const text = normal(shown);
  if (SAME.has(text)) return { name: null, same: true };
  return { name: text === '' || isPlaceholder(text) ? null : shown.trim(), same: false };
}

/** 「一、县教育局（12家）」 → 县教育局. */
export function sectionName(text: string): string {
  return text
    .replace(SECTION, '')
    .replace(COUNTED, '')
    .replace(/[:：]$/, '');
}

export const isOffice = (text: string): boolean => OFFICE.test(text);

const isNote = (text: string): boolean => NOTE.test(text) || text.length > LONGEST_NAME || /[。；]/.test(text);

/** `noted`: a note stood above; what follows alone in its row goes on with it. */
export function lineKind(cells: SheetCells, row: number, columns: RosterColumns, noted: boolean): RosterLineKind {
  const texts = cells.textsOf(row);
  const [first] = texts;
  if (first === undefined || isHeadingAgain(cells, row)) return 'nothing';
  if (isNote(first.text) || (noted && texts.length === 1)) return 'note';
  const name = cells.text(row, columns.unit ?? columns.project!);
  if (TOTAL.test(first.text) || TOTAL.test(withoutBrackets(name))) return 'nothing';
  return texts.length > 1 ? 'line' : kindAlone(first, columns);
}

/** The only text of its row. */
function kindAlone(
  { col, text, width }: { readonly col: number; readonly text: string; readonly width: number },
  columns: RosterColumns,
): RosterLineKind {
  const isSection = width >= WIDE || SECTION.test(text);
  if (!isSection && (col === columns.unit || col === columns.project)) return 'line';
  return isSection && !/^\d+$/.test(text) ? 'section' : 'nothing';
}
