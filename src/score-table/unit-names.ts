/** Names of units: where a workbook states them, and when two of them are one name written in two ways. */
import {
  type Addr,
  type CellValue,
  isPlaceholder,
  normal,
  type SheetSnapshot,
  withoutBrackets,
  type WorkbookSnapshot,
  wordsPattern,
} from '../workbook';
import words from './data/unit-label-words.json';

const LABEL = new RegExp(`^${wordsPattern(words.before)}?(?:单位|部门)(?:名称|全称)?(?:\\(?(?:盖章|公章)\\)?)?:?$`);
const LABELLED = new RegExp(`^${wordsPattern(words.before)}?(?:单位|部门)(?:名称|全称)?(?:\\((?:盖章|公章)\\))?:(.+)$`);
const HEAD_ROWS = 12;
/** What tells one unit from its sister: 第一小学 and 第二小学 are not one name. */
const TELLS_APART = /[\d一二三四五六七八九十东西南北中上下前后新老大小甲乙丙丁]/;

export interface StatedName {
  readonly name: string;
  readonly at: Addr;
}

const known = new WeakMap<WorkbookSnapshot, readonly StatedName[]>();

/** The unit each visible sheet names in its first rows; at most one a sheet. */
export function namesInBook(book: WorkbookSnapshot): readonly StatedName[] {
  let names = known.get(book);
  if (names === undefined) {
    names = book.sheets.flatMap((sheet, index) => (sheet.state === 'visible' ? (nameOn(sheet, index) ?? []) : []));
    known.set(book, names);
  }
  return names;
}

function nameOn(sheet: SheetSnapshot, index: number): StatedName | null {
  for (let row = 0; row < Math.min(sheet.rows, HEAD_ROWS); row += 1) {
    const cells = [...sheet.cellsOfRow(row)];
    for (const [place, [col, cell]] of cells.entries()) {
      const text = textOf(cell.value);
      const within = LABELLED.exec(text)?.[1];
      if (within !== undefined && isName(within)) return { name: cleanName(within), at: { sheet: index, row, col } };
      const next = LABEL.test(text) ? cells[place + 1] : undefined;
      if (next !== undefined && isName(textOf(next[1].value)))
        return { name: cleanName(textOf(next[1].value)), at: { sheet: index, row, col: next[0] } };
    }
  }
  return null;
}

/** Half width, without spaces, brackets and 「(盖章)」. */
export function cleanName(text: string): string {
  return withoutBrackets(normal(text)).replace(/[:：]$/, '');
}

/** The same name but for one slip (two in a long name): not an abbreviation, not a sister unit. */
export function isNearlySame(a: string, b: string): boolean {
  if (a === b || a.length < 5 || b.length < 5 || isWithin(a, b) || isWithin(b, a)) return false;
  const slips = distance(a, b);
  if (slips > (Math.min(a.length, b.length) >= 10 ? 2 : 1)) return false;
  return !TELLS_APART.test(difference(a, b));
}

/** Every character of the shorter stands in the longer in the same order: 发改委 in 发展和改革委员会. */
export function isWithin(short: string, long: string): boolean {
  let from = 0;
  for (const char of short) {
    const at = long.indexOf(char, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}

function difference(a: string, b: string): string {
  const only = (one: string, other: string): string => [...one].filter((char) => !other.includes(char)).join('');
  return only(a, b) + only(b, a);
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      current.push(Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + same));
    }
    previous = current;
  }
  return previous[b.length]!;
}

function textOf(value: CellValue): string {
  return typeof value === 'string' ? normal(value) : '';
}

function isName(text: string): boolean {
  const name = cleanName(text);
  return (
    name.length >= 4 &&
    name.length <= 40 &&
    !isPlaceholder(name) &&
    !/[\d%,。;]/.test(name) &&
    !LABEL.test(name) &&
    !/(?:名称|代码|人|电话|日期)$/.test(name)
  );
}
