/** What is in the cells of a workbook, and what is hidden in it. */
import { a1, columnName, filledRows, isPlaceholder, normal, type SheetSnapshot, type WorkbookSnapshot } from '../workbook';
import { personalNumbers, storedNumber } from './personal-numbers';
import type { Remark, RemarkPlace } from './types';

const placeIn = (sheet: string, address: string | null): RemarkPlace => ({ sheet, address, paragraph: null, part: null });

/** Words that may head a column or a line; longer ones are prose. */
const LONGEST_LABEL = 24;

function isLabel(text: string): boolean {
  return text.length > 1 && text.length <= LONGEST_LABEL && /[\u4e00-\u9fff]/.test(text) && !/\d{3}/.test(text) && !isPlaceholder(text);
}

function numbersOn(sheet: SheetSnapshot): readonly Remark[] {
  const above = new Map<number, string>();
  const found: Remark[] = [];
  for (const row of filledRows(sheet)) {
    let beside = '';
    for (const [col, { value }] of sheet.cellsOfRow(row)) {
      const around = `${above.get(col) ?? ''}\n${beside}`;
      const numbers =
        typeof value === 'string' ? personalNumbers(value, around) : typeof value === 'number' ? storedNumber(value, around) : [];
      for (const { kind, shown } of numbers) found.push({ code: kind, place: placeIn(sheet.name, a1(row, col)), shown });
      const text = typeof value === 'string' ? normal(value) : '';
      if (!isLabel(text)) continue;
      above.set(col, text);
      beside = text;
    }
  }
  return found;
}

/** Runs of what is hidden and holds something: [from, to], both included. */
function runs(places: readonly number[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const place of places) {
    const last = found[found.length - 1];
    if (last !== undefined && place === last[1] + 1) last[1] = place;
    else found.push([place, place]);
  }
  return found;
}

function hiddenOn(sheet: SheetSnapshot): readonly Remark[] {
  const rows: number[] = [];
  const filled = new Set<number>();
  for (const row of filledRows(sheet)) {
    let holds = false;
    for (const [col, { value }] of sheet.cellsOfRow(row)) {
      if (value === null || value === '') continue;
      holds = true;
      filled.add(col);
    }
    if (holds && sheet.rowHidden(row) === true) rows.push(row);
  }
  const cols = [...filled].filter((col) => sheet.colHidden(col) === true).sort((a, b) => a - b);
  return [
    ...runs(rows).map(([from, to]): Remark => ({ code: 'hidden-rows', place: placeIn(sheet.name, `${from + 1}:${to + 1}`), shown: '' })),
    ...runs(cols).map(([from, to]): Remark => ({
      code: 'hidden-columns',
      place: placeIn(sheet.name, `${columnName(from)}:${columnName(to)}`),
      shown: '',
    })),
  ];
}

const holdsSomething = (sheet: SheetSnapshot): boolean => {
  for (const row of filledRows(sheet)) for (const [, { value }] of sheet.cellsOfRow(row)) if (value !== null && value !== '') return true;
  return false;
};

/** Sheet by sheet; a hidden sheet is read like any other, since it goes public with the file. */
export function remarksOnBook({ sheets }: WorkbookSnapshot): readonly Remark[] {
  return sheets.flatMap((sheet) => [
    ...(sheet.state !== 'visible' && holdsSomething(sheet)
      ? [{ code: 'hidden-sheet' as const, place: placeIn(sheet.name, null), shown: '' }]
      : []),
    ...numbersOn(sheet),
    ...(sheet.state === 'visible' ? hiddenOn(sheet) : []),
  ]);
}
