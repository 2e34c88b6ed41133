/** A score as a live formula, where the scores of its column are formulas. */
import { type ScoreCell, scoreCells, scoredRows, storedDecimals, storedPoints } from '../score-table';
import { arithmeticFormula, type ArithmeticLeaf } from '../criteria';
import { a1, type Addr, type Content, contentOf, Dec, editedBook, evaluateFormula, oncePerObject, parseFormula } from '../workbook';
import type { DeterminedScore } from './determined-score';
import type { Step } from './sheet';

/** null: the column holds numbers, or the arithmetic has no formula that reads a value and comes to the same score. */
export function liveFormula(step: Step, cell: ScoreCell, column: number, due: DeterminedScore): Content | null {
  if (due.tree === null || !columnHasFormulas(step, column)) return null;
  const { at } = cell.slot;
  let follows = false;
  const bare = arithmeticFormula(due.tree, (leaf) => {
    const place = cellOf(step, leaf, cell, at);
    follows ||= leaf.op !== 'weight' && place !== null;
    return place;
  });
  // Of the 分值 alone it would stay full whatever the values become.
  if (bare === null || !follows) return null;
  const stored = storedPoints(cell.slot, due.score);
  const formula = `ROUND(${bare},${Math.max(storedDecimals(cell.slot, 2), stored.decimalPlaces())})`;
  const after: Content = { kind: 'formula', formula, stored };
  const book = editedBook(step.book, [{ at, before: contentOf(step.book, at), after, reason: '' }]);
  const result = evaluateFormula(parseFormula(formula), book, at, { deep: true });
  const same = result !== 'unknown' && 'value' in result && result.value instanceof Dec && result.value.eq(stored);
  return same ? after : null;
}

/** At least half of the scores that stood there before 运算 are formulas. */
function columnHasFormulas({ assessment, book }: Step, column: number): boolean {
  const known = columnsOf(assessment);
  const before = known.get(column);
  if (before !== undefined) return before;
  const { scoreTable } = assessment;
  const filled = scoreCells(scoreTable, scoredRows(scoreTable), column).filter((cell) => cell.slot.value !== null);
  const formulas = filled.filter((cell) => contentOf(book, cell.slot.at).kind === 'formula').length;
  const has = formulas > 0 && formulas * 2 >= filled.length;
  known.set(column, has);
  return has;
}

/** Column → whether its scores are formulas, worked out once for each table. */
const columnsOf = oncePerObject<Step['assessment'], Map<number, boolean>>(() => new Map());

/** The cell of a given fact or of the 分值, as a formula standing at `home` names it. */
function cellOf(step: Step, leaf: ArithmeticLeaf, cell: ScoreCell, home: Addr): string | null {
  const at = leaf.op === 'weight' ? cell.rows[0]!.weight?.at : (leaf.given.origin as Addr | undefined);
  const sheet = at === undefined ? undefined : step.book.sheets[at.sheet];
  if (at === undefined || sheet === undefined) return null;
  const place = a1(at.row, at.col);
  return at.sheet === home.sheet ? place : `'${sheet.name.replace(/'/g, "''")}'!${place}`;
}
