/** 运算记录 as JSON: what 运算 changed, cell by cell, with the arithmetic; enough to put every cell back. */
import { type Change, type Kept, type Recalc, type RecalcOptions, type RecalcTable, whyText } from '../recalc';
import { executionRow, selfScore, type IndicatorRow } from '../score-table';
import { arithmeticShown, type Derivation } from '../scoring';
import { basisText } from '../words';
import { a1, type Addr, type CellEdit, type Content, Dec, type WorkbookSnapshot } from '../workbook';
import { num } from './plain';
import { standardOf } from './table';
import { CONTRACT } from './types';
import type { LedgerChangeJson, LedgerContentJson, LedgerFileJson, LedgerJson, LedgerKeptJson } from './ledger-types';

const scalarOf = (value: Dec | string | boolean): number | string | boolean =>
  value instanceof Dec ? (num(value) ?? value.toFixed()) : value;

function contentJson(content: Content): LedgerContentJson {
  if (content.kind === 'blank') return null;
  return content.kind === 'value' ? scalarOf(content.value) : { formula: `=${content.formula}`, value: scalarOf(content.stored) };
}

const same = (a: Addr | undefined, b: Addr): boolean => a !== undefined && a.sheet === b.sheet && a.row === b.row && a.col === b.col;

/** What determined the score that stands in this cell now. */
function derivationAt({ after }: RecalcTable, at: Addr): Derivation | null {
  const { scoreTable, derivations } = after;
  const scored = (row: IndicatorRow): boolean => same(selfScore(scoreTable, row)?.at, at);
  const row = scoreTable.rows.find(scored) ?? (same(executionRow(scoreTable)?.name.at, at) ? executionRow(scoreTable) : undefined);
  return row == null ? null : (derivations.get(row.id) ?? null);
}

const placeOf = (at: Addr, book: WorkbookSnapshot): Pick<LedgerChangeJson, 'sheet' | 'cell'> => ({
  sheet: book.sheets[at.sheet]?.name ?? '',
  cell: a1(at.row, at.col),
});

function editJson(edit: CellEdit, book: WorkbookSnapshot): Pick<LedgerChangeJson, 'sheet' | 'cell' | 'before' | 'after' | 'reason'> {
  return { ...placeOf(edit.at, book), before: contentJson(edit.before), after: contentJson(edit.after), reason: edit.reason };
}

function changeJson({ part, how, name, edit }: Change, table: RecalcTable, book: WorkbookSnapshot): LedgerChangeJson {
  const derivation = part === 'score' ? derivationAt(table, edit.at) : null;
  const { scoreTable } = table.after;
  const exact = derivation?.admissible.is === 'exact' ? arithmeticShown(scoreTable, derivation.admissible.arithmetic) : null;
  const rule = derivation?.rule ?? null;
  return {
    ...editJson(edit, book),
    indicator: name,
    part,
    how,
    arithmetic: exact,
    basis: rule === null ? null : basisText(rule.basis, scoreTable.kind),
  };
}

const followedJson = (edit: CellEdit, book: WorkbookSnapshot): LedgerChangeJson => ({
  ...editJson(edit, book),
  indicator: null,
  part: 'stored',
  how: 'refreshed',
  arithmetic: null,
  basis: null,
});

const keptJson = (kept: Kept, book: WorkbookSnapshot): LedgerKeptJson => ({
  ...placeOf(kept.at, book),
  indicator: kept.name,
  part: kept.part,
  why: whyText(kept),
});

/** `book`: as it was. `input`, `output`: paths as given, with the digests of their bytes. */
export function ledgerJson(
  recalc: Recalc,
  book: WorkbookSnapshot,
  { input, output, options }: { readonly input: LedgerFileJson; readonly output: LedgerFileJson; readonly options: RecalcOptions },
): LedgerJson {
  const { scores, raise, totals } = options;
  return {
    contract: CONTRACT,
    is: 'ledger',
    input,
    output,
    options: { scores, raise, totals },
    tables: recalc.tables.map((table) => ({
      sheet: book.sheets[table.before.scoreTable.table.sheet]?.name ?? '',
      standard: standardOf(table.before.standard),
      total: [num(table.before.totals.stated), num(table.after.totals.stated)],
    })),
    changes: [
      ...recalc.tables.flatMap((table) => table.changes.map((change) => changeJson(change, table, book))),
      ...recalc.followed.map((edit) => followedJson(edit, book)),
    ],
    kept: recalc.tables.flatMap((table) => table.kept.map((kept) => keptJson(kept, book))),
  };
}
