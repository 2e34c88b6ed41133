/** Recalculation under test: books of generated sheets, derivations made by hand, cells blanked and compared. */
import { assess as assessTable } from '../../src/assessment/assess';
import type { Assessment } from '../../src/assessment/types';
import { recognise } from '../../src/recognition';
import type { RowId, ScoreTable } from '../../src/score-table/types';
import type { Admissible, Derivation } from '../../src/scoring/types';
import { a1, addrKey } from '../../src/workbook/address';
import { contentOf, sameContent } from '../../src/workbook/contents';
import { editedBook } from '../../src/workbook/edited-book';
import { Dec } from '../../src/workbook/decimal';
import type { Addr, WorkbookSnapshot } from '../../src/workbook/types';
import type { CellEdit, Content } from '../../src/workbook/write-plan';
import type { Assess } from '../../src/recalc';

/** Reads and audits as the program does. */
export const assessBook: Assess = (book) => recognise(book).tables.map((table, index) => assessTable(table, book, { first: index === 0 }));

/** The same, with derivations of our own for some rows. */
export function withDerivations(derive: (scoreTable: ScoreTable) => ReadonlyMap<RowId, Derivation>): Assess {
  return (book) =>
    assessBook(book).map((one): Assessment => ({ ...one, derivations: new Map([...one.derivations, ...derive(one.scoreTable)]) }));
}

export function exact(score: string | number | Dec): Derivation {
  const value = new Dec(score);
  return derivation({ is: 'exact', score: value, arithmetic: { op: 'number', value, shown: 'plain' } });
}

export function derivation(admissible: Admissible, more: Partial<Derivation> = {}): Derivation {
  return { admissible, rule: null, facts: [], missing: [], near: [], ...more };
}

const BLANK: Content = { kind: 'blank' };

/** The book with these cells emptied. */
export function blanked(book: WorkbookSnapshot, cells: readonly Addr[]): WorkbookSnapshot {
  return editedBook(
    book,
    cells.map((at): CellEdit => ({ at, before: contentOf(book, at), after: BLANK, reason: '' })),
  );
}

/** Cells that do not hold the same in both books, as text. shown: a formula counts as the value it shows. */
export function differences(expected: WorkbookSnapshot, actual: WorkbookSnapshot, as: 'held' | 'shown' = 'held'): readonly string[] {
  const seen = (content: Content): Content =>
    numeric(as === 'shown' && content.kind === 'formula' ? { kind: 'value', value: content.stored } : content);
  const found: string[] = [];
  expected.sheets.forEach((sheet, index) => {
    const other = actual.sheets[index]!;
    for (let row = 0; row < Math.max(sheet.rows, other.rows); row += 1) {
      for (let col = 0; col < Math.max(sheet.cols, other.cols); col += 1) {
        const at = { sheet: index, row, col };
        const [a, b] = [contentOf(expected, at), contentOf(actual, at)];
        if (!sameContent(seen(a), seen(b))) found.push(`${sheet.name}!${a1(row, col)}: ${text(a)} → ${text(b)}`);
      }
    }
  });
  return found;
}

/** A number typed as text is the number: a score filled in again is one. */
function numeric(content: Content): Content {
  if (content.kind !== 'value' || typeof content.value !== 'string') return content;
  const plain = content.value.normalize('NFKC').replace(/[\s分]/g, '');
  return /^-?\d+(\.\d+)?$/.test(plain) ? { kind: 'value', value: new Dec(plain) } : content;
}

export function text(content: Content): string {
  if (content.kind === 'blank') return '·';
  return content.kind === 'formula' ? `=${content.formula} [${String(content.stored)}]` : String(content.value);
}

export { addrKey };
