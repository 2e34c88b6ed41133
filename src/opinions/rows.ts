/** Indicators by their names: a line is found again however rows and columns were inserted. */
import type { CellRef, IndicatorJson, TableJson } from '../receipt';
import { normal, oncePerObject } from '../workbook';
import { indicatorNamed, WHOLE_TABLE } from './texts';
import { type OpinionPlace, PLACE_FIELDS } from './types';

/** Names from the outermost level down; equal ones are counted. Both ways, in the order of the receipt. */
export const rowsByKey = oncePerObject(({ indicators }: TableJson): ReadonlyMap<string, IndicatorJson> => {
  const rows = new Map<string, IndicatorJson>();
  for (const row of indicators) {
    const names = (row.path.at(-1) === row.name ? row.path : [...row.path, row.name]).map(normal).join('/');
    let key = names;
    for (let count = 2; rows.has(key); count += 1) key = `${names} ${count}`;
    rows.set(key, row);
  }
  return rows;
});

const numberOf = (address: string): string => address.replace(/^[A-Z]+/, '');
const lettersOf = (address: string): string => address.replace(/\d+$/, '');

/** The place of a cell of the workbook. */
export function placeAt(table: TableJson, { sheet, address }: CellRef): OpinionPlace {
  for (const [row, { cells }] of rowsByKey(table)) {
    if (cells.sheet !== sheet || numberOf(cells.name) !== numberOf(address)) continue;
    return { row, field: PLACE_FIELDS.find((field) => cells[field] === address) ?? null, sheet, address };
  }
  return { row: null, field: null, sheet, address };
}

/** Where a place is now; null: the indicator it belonged to is not in the table any more. */
export function placeNow(table: TableJson, place: OpinionPlace): CellRef | null {
  const { row, field, sheet, address } = place;
  if (row === null) return { sheet, address };
  const found = rowsByKey(table).get(row);
  if (found === undefined) return null;
  const own = field === null ? null : found.cells[field];
  return { sheet: found.cells.sheet, address: own ?? lettersOf(address) + numberOf(found.cells.name) };
}

/**
 * 「“评分表”G12（指标“培训人次”）」, 「全表」; an indicator that is gone keeps its name alone. `beside`: it is read beside the sheet of the table,
 * whose name is left out.
 */
export function placeText(table: TableJson, place: OpinionPlace | null, beside = false): string {
  if (place === null) return WHOLE_TABLE;
  const at = placeNow(table, place);
  const sheet = at === null || (beside && at.sheet === table.sheet) ? '' : `“${at.sheet}”`;
  const cell = at === null ? '' : `${sheet}${at.address}`;
  if (place.row === null) return cell;
  const name = rowsByKey(table).get(place.row)?.name ?? place.row.slice(place.row.lastIndexOf('/') + 1);
  return cell === '' ? indicatorNamed(name) : `${cell}（${indicatorNamed(name)}）`;
}
