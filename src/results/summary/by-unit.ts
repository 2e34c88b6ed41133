/** 按单位 and 得分情况: counts and shares, without comment. */
import { NOTHING_REPEATED, SCORES_GUIDE, SCORES_TITLE, SCORE_HEADINGS, UNITS_TITLE, UNIT_HEADINGS, fullMarksLine } from './texts';
import { Dec, type SheetContent } from '../../workbook';
import { NOTHING } from '../values';
import type { Collected, TableRow, UnitRow } from './collect';
import { type PageValue, countCell, percentCell, tablePage } from './table-page';

const UNIT_WIDTHS = [40, 12, 16, 12, 12, 14, 12, 12];
const SCORE_WIDTHS = [30, 16, 16];

const share = (part: number, whole: number): PageValue => (whole === 0 ? NOTHING : percentCell(new Dec(part).div(whole)));

function unitRow(row: UnitRow): readonly PageValue[] {
  return [
    row.unit,
    countCell(row.tables),
    countCell(row.withMandatory),
    countCell(row.mandatory),
    countCell(row.advisory),
    countCell(row.scored),
    countCell(row.full),
    share(row.full, row.scored),
  ];
}

/** Most 强制性 first, then in the order of the batch. */
export function unitsSheet({ units }: Collected): SheetContent {
  const rows = [...units.values()].sort((a, b) => b.mandatory - a.mandatory || b.advisory - a.advisory);
  return tablePage({
    title: UNITS_TITLE,
    above: [SCORES_GUIDE],
    headings: UNIT_HEADINGS,
    widths: UNIT_WIDTHS,
    rows: rows.map(unitRow),
    none: NOTHING_REPEATED,
  });
}

/** Shares of the full score, from above, as in the charts; `from` is inclusive. */
const BANDS: readonly { readonly name: string; readonly from: Dec }[] = [
  { name: '满分', from: new Dec(1) },
  { name: '95%（含）至满分', from: new Dec('0.95') },
  { name: '90%（含）至95%', from: new Dec('0.9') },
  { name: '85%（含）至90%', from: new Dec('0.85') },
  { name: '80%（含）至85%', from: new Dec('0.8') },
  { name: '70%（含）至80%', from: new Dec('0.7') },
  { name: '60%（含）至70%', from: new Dec('0.6') },
  { name: '60%以下', from: new Dec(-Infinity) },
];
const UNKNOWN = '没有总分或满分不明';

function bandOf({ self, fullScore }: TableRow): string {
  if (self === null || fullScore === null || new Dec(fullScore).lte(0)) return UNKNOWN;
  const part = new Dec(self).div(fullScore);
  return BANDS.find(({ from }) => part.gte(from))!.name;
}

export function scoresSheet({ tables }: Collected): SheetContent {
  const counts = new Map<string, number>();
  for (const table of tables) counts.set(bandOf(table), (counts.get(bandOf(table)) ?? 0) + 1);
  const names = [...BANDS.map(({ name }) => name), ...(counts.has(UNKNOWN) ? [UNKNOWN] : [])];
  const scored = tables.reduce((sum, one) => sum + one.scored, 0);
  const full = tables.reduce((sum, one) => sum + one.full, 0);
  const allFull = tables.filter((one) => one.scored > 0 && one.full === one.scored).length;
  return tablePage({
    title: SCORES_TITLE,
    above: [SCORES_GUIDE, fullMarksLine(full, scored, allFull, tables.length)],
    headings: SCORE_HEADINGS,
    widths: SCORE_WIDTHS,
    rows:
      tables.length === 0
        ? []
        : names.map((name): readonly PageValue[] => [name, countCell(counts.get(name) ?? 0), share(counts.get(name) ?? 0, tables.length)]),
    none: NOTHING_REPEATED,
  });
}
