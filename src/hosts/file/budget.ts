/** What a file may still have while its sheets are read; see Limits. */
import { type Rect, type StoredFormula, UnreadableError } from '../../workbook';
import { type Limits, MERGE_ROWS } from './limits';

export type Budget = Record<'cells' | 'blanks' | 'mergeRows' | 'formulaText', number>;

export const budgetOf = ({ cells, blanks, mergeRows, formulaText }: Limits): Budget => ({ cells, blanks, mergeRows, formulaText });

/** @throws UnreadableError `too-many-merges` */
export function spendMerge(budget: Pick<Budget, 'mergeRows'>, rect: Rect): void {
  budget.mergeRows -= Math.min(rect.bottom - rect.top + 1, MERGE_ROWS);
  if (budget.mergeRows < 0) throw new UnreadableError('too-many-merges');
}

/**
 * One cell with content. A shared formula is a few bytes in the file and a whole one to whoever looks at it.
 * @throws UnreadableError `too-many-cells`, `too-much-formula`
 */
export function spendCell(budget: Pick<Budget, 'cells' | 'formulaText'>, formula: StoredFormula, sheet: string): void {
  budget.cells -= 1;
  if (budget.cells < 0) throw new UnreadableError('too-many-cells', sheet);
  if (formula === undefined) return;
  budget.formulaText -= (typeof formula === 'string' ? formula : formula.text).length;
  if (budget.formulaText < 0) throw new UnreadableError('too-much-formula', sheet);
}
