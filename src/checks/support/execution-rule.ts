/** Whether the execution rate's points follow from a rule that stands in the sheet, the template or a chosen standard. */
import { filledRows, normal, oncePerObject, type SheetSnapshot } from '../../workbook';
import type { CheckContext } from '../types';
import type { IndicatorRow } from '../../score-table';
import { isBinding } from './derived';

/** 「得分（执行率×10分）」 「得分(20分*执行率)」 */
const RULE = /执行率[^,;。]{0,8}[×*xX]|[×*xX][^,;。]{0,8}执行率/;

/** Else only the usual way of forms speaks, and a place may have another. */
export function isExecutionRuleGiven({ expected, standards, book, scoreTable }: CheckContext, row: IndicatorRow): boolean {
  const { rule } = expected(row.id);
  if (rule !== null && isBinding(rule)) return true;
  if (standards.held?.how === 'chosen') return true;
  const sheet = book.sheets[scoreTable.table.sheet];
  return sheet !== undefined && statesRule(sheet);
}

const statesRule = oncePerObject((sheet: SheetSnapshot): boolean => {
  for (const row of filledRows(sheet))
    for (const [, cell] of sheet.cellsOfRow(row)) if (typeof cell.value === 'string' && RULE.test(normal(cell.value))) return true;
  return false;
});
