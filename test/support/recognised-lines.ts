/** Everything that is read of a workbook: columns, rows, groups, totals, money, figures, each with its cells; a line a thing. */
import { recognise } from '../../src/recognition';
import type { ScoreTable } from '../../src/score-table';
import type { WorkbookSnapshot } from '../../src/workbook';
import { shown } from './pinned';

/** What is told on lines of its own, or says only how sure the program is. */
const ELSEWHERE = {
  head: ['columns', 'rows', 'groups', 'totals', 'funding', 'data', 'scoreColumns', 'doubts', 'confidence'],
  column: ['confidence'],
  row: ['id', 'group', 'shares'],
  group: ['id', 'parent', 'children', 'rows'],
  total: ['covers'],
} as const;

const rest = (value: object, of: keyof typeof ELSEWHERE): string =>
  shown(Object.fromEntries(Object.entries(value).filter(([key]) => !(ELSEWHERE[of] as readonly string[]).includes(key))));

function linesOf(table: ScoreTable): readonly string[] {
  const { columns, rows, groups, totals, funding, data, scoreColumns, doubts } = table;
  const number = new Map(rows.map((row, n) => [row.id as string, `r${n}`]));
  const numbered = (ids: readonly string[] | null): string => (ids === null ? 'all' : ids.map((id) => number.get(id)).join(' '));
  return [
    `head ${rest(table, 'head')}`,
    ...columns.map((one) => `column ${rest(one, 'column')}`),
    ...scoreColumns.map((one) => `scores ${shown(one)}`),
    ...rows.map((one) => `${number.get(one.id)} ${rest(one, 'row')}${one.shares === undefined ? '' : ` shares ${number.get(one.shares)}`}`),
    ...groups.map((one) => `group ${rest(one, 'group')} of ${numbered(one.rows)}`),
    ...totals.map((one) => `total ${rest(one, 'total')} of ${numbered(one.covers)}`),
    ...(funding === undefined ? [] : [`funding ${shown({ ...funding, rows: [] })}`, ...funding.rows.map((row) => `money ${shown(row)}`)]),
    ...data.map((one) => `figure ${shown(one)}`),
    ...doubts.map((one) => `doubt ${shown(one)}`),
  ];
}

export function recognisedLines(book: WorkbookSnapshot): readonly string[] {
  const { tables, doubts } = recognise(book);
  return [
    ...tables.flatMap((table, n) => [...(n > 0 ? ['next table'] : []), ...linesOf(table)]),
    ...doubts.map((one) => `doubt ${shown(one)}`),
  ];
}
