/** Cells of the conformance tables that are no criterion: names, targets, values, reasons, headers, goals, data sheets. */
import { CASES } from '../../conformance/cases';
import { cellsOf, type CaseTable } from '../../conformance/case';
import { constrains } from './measure';

/** 黄石: the header of a score column that does say how the score is made. */
const CRITERION_IN_HEADER = '得分 (20分*执行率)';

const without = (columns: readonly string[], cells: readonly string[]): readonly string[] =>
  cells.filter((_cell, i) => columns[i] !== 'criterion');

function otherCells(table: CaseTable): readonly string[] {
  const indicators = [table.headers, ...table.rows.map(cellsOf)].flatMap((cells) => without(table.columns, cells));
  const funding =
    table.funding === undefined
      ? []
      : [table.funding.headers, ...table.funding.rows].flatMap((cells) => without(table.funding!.columns, cells));
  const sheet = table.dataSheet === undefined ? [] : [table.dataSheet.name, ...table.dataSheet.header, ...table.dataSheet.rows.flat()];
  const goals = table.goals === undefined ? [] : [table.goals.expected, table.goals.achieved];
  const all = [table.title, table.unit, table.project ?? '', ...indicators, ...funding, ...sheet, ...goals, table.remarks?.text ?? ''];
  return [...new Set(all)].filter((text) => text !== '' && text !== CRITERION_IN_HEADER);
}

describe('cells outside criterion columns', () => {
  test.each(CASES.map((table) => [table.id, table] as const))('%s: no constraint invented', (_id, table) => {
    expect(otherCells(table).filter((text) => constrains(text, '10'))).toEqual([]);
  });
});
