/** 相同说明: reasons that several units gave in the same words. A fact, without comment. */
import { NOTHING_REPEATED, REASONS_GUIDE, REASONS_TITLE, REASON_HEADINGS, UNIT_NOT_STATED } from './texts';
import type { SheetContent } from '../../workbook';
import type { Collected, Spread } from './collect';
import { type PageValue, countCell, tablePage } from './table-page';

const WIDTHS = [5, 76, 10, 12, 50];
const MOST = 50;
const MOST_UNITS = 5;

function unitsText(units: ReadonlySet<string>): string {
  const names = [...units].map((unit) => (unit.startsWith(UNIT_NOT_STATED) ? unit.slice(UNIT_NOT_STATED.length) : unit));
  return names.length > MOST_UNITS ? `${names.slice(0, MOST_UNITS).join('、')}等${names.length}个` : names.join('、');
}

const byUnits = (a: readonly [string, Spread], b: readonly [string, Spread]): number =>
  b[1].units.size - a[1].units.size || b[1].tables - a[1].tables || a[1].first - b[1].first;

export function reasonsSheet({ reasons }: Collected): SheetContent {
  const shared = [...reasons].filter(([, { units }]) => units.size > 1).sort(byUnits);
  const rows = shared
    .slice(0, MOST)
    .map(([reason, { units, tables }], index): readonly PageValue[] => [
      String(index + 1),
      reason,
      countCell(units.size),
      countCell(tables),
      unitsText(units),
    ]);
  return tablePage({
    title: REASONS_TITLE,
    above: [REASONS_GUIDE],
    headings: REASON_HEADINGS,
    widths: WIDTHS,
    rows,
    none: NOTHING_REPEATED,
  });
}
