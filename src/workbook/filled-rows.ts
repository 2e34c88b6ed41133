import type { SheetSnapshot } from './types';

/** The rows of a sheet that may hold content, ascending: the stored ones where they are known, so that a stray cell far below costs nothing. */
export function* filledRows(sheet: SheetSnapshot): Generator<number> {
  const { rowIds, rows } = sheet;
  if (rowIds === undefined) for (let row = 0; row < rows; row += 1) yield row;
  else for (let at = 0; at < rowIds.length && rowIds[at]! < rows; at += 1) yield rowIds[at]!;
}
