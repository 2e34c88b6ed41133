/** Generated and published forms for recalculation: which cells are determined, blanked, and should come back. */
import type { Assessment } from '../../src/assessment/types';
import { scoreDecimals } from '../../src/score-table/decimals';
import { determinedScore } from '../../src/recalc/determined-score';
import { scoredRows, selfScore } from '../../src/score-table/scored-rows';
import { statedSums } from '../../src/checks/support/totals';
import type { RowId, ScoreTable } from '../../src/score-table/types';
import type { Derivation } from '../../src/scoring/types';
import { addrKey } from '../../src/workbook/address';
import { contentOf } from '../../src/workbook/contents';
import type { Dec } from '../../src/workbook/decimal';
import type { Addr, WorkbookSnapshot } from '../../src/workbook/types';
import { correctDraft, toCase } from '../conformance/draft';
import { randomLayout } from '../conformance/layout';
import { render } from '../conformance/render';
import { bookOfGrids } from '../conformance/sheet';
import { exact } from './support';

/** A correct filled form in a layout of its own. */
export function correctBook(seed: number): WorkbookSnapshot {
  return bookOfGrids(render(toCase(correctDraft(seed), `correct-${seed}`), randomLayout(seed)).grids);
}

/** Cells of sums and of the grade that a person would leave blank for the program: typed figures that stand alone in their cell. */
export function sumCells(scoreTable: ScoreTable, book: WorkbookSnapshot): readonly Addr[] {
  const sums = (['subtotal', 'total'] as const).flatMap((kind) => statedSums({ scoreTable }, kind));
  const own = sums
    .filter((sum) => sum.column === scoreTable.self && sum.slot.value !== null && (sum.total?.where ?? 'row') === 'row')
    .map((sum) => sum.slot.at);
  return own.filter((at) => isFigure(book, at));
}

function isFigure(book: WorkbookSnapshot, at: Addr): boolean {
  const content = contentOf(book, at);
  return content.kind === 'value' && /^[\s\d.．０-９]+分?$/.test(String(content.value));
}

/** Self-scores by cell. */
export function scoresOf(scoreTable: ScoreTable): ReadonlyMap<string, { readonly at: Addr; readonly score: Dec }> {
  const slots = scoredRows(scoreTable).flatMap((row) => selfScore(scoreTable, row) ?? []);
  return new Map(slots.flatMap((slot) => (slot.value === null ? [] : [[addrKey(slot.at), { at: slot.at, score: slot.value }] as const])));
}

/** Every row's score determined: by hand, as the sheet has it. */
export function asTyped(scores: ReadonlyMap<string, { readonly score: Dec }>) {
  return (scoreTable: ScoreTable): ReadonlyMap<RowId, Derivation> =>
    new Map(
      scoredRows(scoreTable).flatMap((row) => {
        const slot = selfScore(scoreTable, row);
        const known = slot === undefined ? undefined : scores.get(addrKey(slot.at));
        return known === undefined ? [] : [[row.id, exact(known.score)] as const];
      }),
    );
}

/** Score cells that hold exactly what the rules determine. */
export function determined({ scoreTable, derivations }: Assessment): readonly Addr[] {
  const decimals = Math.max(2, scoreDecimals(scoreTable));
  return scoredRows(scoreTable).flatMap((row) => {
    const slot = selfScore(scoreTable, row);
    const derivation = derivations.get(row.id);
    if (slot?.value == null || derivation === undefined || row.shares !== undefined || row.weightFrom === 'merged') return [];
    const due = determinedScore(derivation, row, decimals);
    // The general rule cuts no department's points.
    const isProjects = scoreTable.kind === 'whole' && derivation.rule?.from === 'general' && due?.score.lt(row.weight?.value ?? 0);
    return due !== null && isProjects !== true && due.score.eq(slot.value) ? [slot.at] : [];
  });
}
