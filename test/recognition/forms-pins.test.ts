/**
 * Small forms, each with one thing where readers go wrong: sums in odd places, classes that begin on a subtotal's line, blank rows, headings that
 * come again, second tables, footers, names without points. `npm run pin` renews the list.
 */
import path from 'node:path';
import { recognise } from '../../src/recognition';
import type { ScoreTable } from '../../src/score-table';
import { a1OfRect } from '../../src/workbook';
import { cellName, expectPinned, shown } from '../support/pinned';
import { bookOf } from '../support/sheets';
import { sheet } from './field/field';
import { SMALL_FORMS } from './small-forms';

const FOLDER = path.join(__dirname, 'pins');
const number = (value: { toString(): string } | null | undefined): string => value?.toString() ?? '-';
function linesOf(table: ScoreTable): readonly string[] {
  const { rows, groups, totals, self } = table;
  const n = new Map(rows.map((row, at) => [row.id as string, at]));
  const ids = (of: readonly string[] | null): string => (of === null ? '?' : of.map((id) => n.get(id)).join(' '));
  const score = (slots: readonly ({ readonly value: unknown } | null)[]): string =>
    self === null ? '-' : shown(slots[self]?.value ?? '-');
  return [
    `table ${a1OfRect(table.table.range)} ${table.title?.value ?? ''} full ${number(table.fullScore?.value)} doubts ${table.doubts.length} notes ${table.notes.length}`,
    ...rows.map(
      (row, at) =>
        `${at} ${row.role} ${row.path.join('/')} ${cellName(row.name.at)} w ${number(row.weight?.value)} ${row.weightFrom} s ${score(row.scores)}${row.shares === undefined ? '' : ` in ${n.get(row.shares)}`}`,
    ),
    ...groups.map((group) => `group ${group.name.value} ${cellName(group.name.at)} w ${number(group.weight?.value)} of ${ids(group.rows)}`),
    ...totals.map(
      (total) =>
        `${total.kind} ${total.label.value} ${total.where} w ${number(total.weight?.value)} s ${score(total.scores)} of ${ids(total.covers)}`,
    ),
  ];
}

test('rows, classes and sums of small forms', () => {
  const lines = Object.entries(SMALL_FORMS).flatMap(([name, text]) => {
    const { tables, doubts } = recognise(bookOf(sheet('自评表', text)));
    return [`# ${name}`, ...tables.flatMap(linesOf), ...doubts.map((one) => `doubt ${shown(one)}`)];
  });
  expectPinned(FOLDER, 'small-forms', lines);
});
