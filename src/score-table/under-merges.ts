/** Old values that stay in cells when they are merged (by a macro, another program, a copied format): nobody sees them, formulas add them. */
import { type Addr, addrKey, Dec, type Rect, referencesOf, type WorkbookSnapshot } from '../workbook';
import { formulaAt } from './sum-formulas';

export interface OldValue {
  readonly at: Addr;
  readonly value: Dec;
}

/** Numbers beneath merged cells that the formula in this cell reads. */
export function oldValuesReadBy(book: WorkbookSnapshot, at: Addr): readonly OldValue[] {
  const formula = formulaAt(book, at);
  const sheet = book.sheets[at.sheet];
  if (formula === null || sheet === undefined) return [];
  const found = new Map<string, OldValue>();
  for (const { sheet: name, rect } of referencesOf(formula)) {
    if (name !== null && name !== sheet.name) continue;
    for (const merge of sheet.merges) {
      for (const { row, col } of placesIn(merge, rect)) {
        const value = sheet.valueAt(row, col);
        const place = { sheet: at.sheet, row, col };
        if (typeof value === 'number' && value !== 0) found.set(addrKey(place), { at: place, value: new Dec(value) });
      }
    }
  }
  return [...found.values()];
}

/** Those of a merged area, its top left left out, that lie in a reference. */
function* placesIn(merge: Rect, rect: Rect): Iterable<{ readonly row: number; readonly col: number }> {
  const [top, bottom] = [Math.max(merge.top, rect.top), Math.min(merge.bottom, rect.bottom)];
  const [left, right] = [Math.max(merge.left, rect.left), Math.min(merge.right, rect.right)];
  for (let row = top; row <= bottom; row += 1) {
    for (let col = left; col <= right; col += 1) if (row !== merge.top || col !== merge.left) yield { row, col };
  }
}

/** The old values that explain why a formula comes to so much more than what is seen; none where they do not. */
export function oldValuesBehind(book: WorkbookSnapshot, at: Addr, off: Dec): readonly OldValue[] {
  const values = oldValuesReadBy(book, at);
  const sum = values.reduce((all, one) => all.plus(one.value), new Dec(0));
  return values.length > 0 && sum.minus(off).abs().lte('1e-9') ? values : [];
}
