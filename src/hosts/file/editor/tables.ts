import { parseRect, type Rect } from '../../../workbook';
import { openPart, type PartSource } from '../package-parts';
import { EOF, START } from '../xml-scanner';
import type { SheetEditCell } from './sheet-cells';

/** For each table of a sheet, whether a cell is in its heads or totals: those stand in the table's part as well. */
export function tablesOf(source: PartSource, parts: readonly string[]): ((edit: SheetEditCell) => boolean)[] {
  const found: ((edit: SheetEditCell) => boolean)[] = [];
  for (const part of parts) {
    const xml = openPart(source, part);
    if (xml === undefined) continue;
    let token = xml.next();
    while (token !== START && token !== EOF) token = xml.next();
    const rect = parseRect((xml.attr('ref') ?? '').trim());
    if (token === EOF || rect === null) continue;
    const heads = Number(xml.attr('headerRowCount') ?? 1);
    const totals = Number(xml.attr('totalsRowCount') ?? 0);
    found.push(
      ({ row, col }) =>
        col >= rect.left &&
        col <= rect.right &&
        ((row >= rect.top && row < rect.top + heads) || (row <= rect.bottom && row > rect.bottom - totals)),
    );
  }
  return found;
}

/** The areas that pivot tables of a sheet fill by themselves: what is written there is gone at the next refresh. */
export function pivotAreas(source: PartSource, parts: readonly string[]): Rect[] {
  const found: Rect[] = [];
  for (const part of parts) {
    const xml = openPart(source, part);
    if (xml === undefined) continue;
    for (let token = xml.next(); token !== EOF; token = xml.next()) {
      const rect = token === START && xml.is('location') ? parseRect((xml.attr('ref') ?? '').trim()) : null;
      if (rect !== null) found.push(rect);
    }
  }
  return found;
}
