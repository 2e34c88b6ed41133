/** 按检查项 and 常见问题: what is met most often, and on which indicators. */
import { CHECKS_GUIDE, CHECKS_TITLE, CHECK_HEADINGS, NOTHING_REPEATED, REPEATED_GUIDE, REPEATED_HEADINGS, REPEATED_TITLE } from './texts';
import type { Messages } from '../../assessment';
import { type Severity, SEVERITY_NAMES } from '../../words';
import { Dec, type SheetContent } from '../../workbook';
import { SEVERITIES } from '../items';
import { NOTHING } from '../values';
import type { Collected, RepeatedRow, Spread } from './collect';
import { type PageValue, countCell, percentCell, tablePage } from './table-page';

const CHECK_WIDTHS = [22, 14, 10, 12, 14, 10, 70];
const REPEATED_WIDTHS = [5, 20, 24, 14, 12, 10, 70];
const MOST_REPEATED = 20;

const severitiesText = (severities: ReadonlySet<Severity>): string =>
  SEVERITIES.filter((one) => severities.has(one))
    .map((one) => SEVERITY_NAMES[one])
    .join('、');

/** In most tables first, then most often, then in the order of the batch. */
export const byFrequency = (a: { readonly spread: Spread }, b: { readonly spread: Spread }): number =>
  b.spread.tables - a.spread.tables || b.spread.times - a.spread.times || a.spread.first - b.spread.first;

export function checksSheet({ checks, tables }: Collected, messages: Messages): SheetContent {
  const rows = [...checks.values()].sort(byFrequency).map(({ code, severities, spread }): readonly PageValue[] => {
    const check = messages.get(code);
    return [
      check?.title ?? code,
      severitiesText(severities),
      countCell(spread.times),
      countCell(spread.tables),
      percentCell(new Dec(spread.tables).div(tables.length)),
      countCell(spread.units.size),
      check?.explain.howToFix ?? NOTHING,
    ];
  });
  return tablePage({
    title: CHECKS_TITLE,
    above: [CHECKS_GUIDE],
    headings: CHECK_HEADINGS,
    widths: CHECK_WIDTHS,
    rows,
    none: NOTHING_REPEATED,
  });
}

function repeatedRow(
  { code, indicator, severities, spread, example }: RepeatedRow,
  index: number,
  messages: Messages,
): readonly PageValue[] {
  return [
    String(index + 1),
    messages.get(code)?.title ?? code,
    indicator || NOTHING,
    severitiesText(severities),
    countCell(spread.tables),
    countCell(spread.units.size),
    `${example.file} › ${example.sheet}：${example.sentence}`,
  ];
}

export function repeatedSheet({ repeated }: Collected, messages: Messages): SheetContent {
  const rows = [...repeated.values()].filter(({ spread }) => spread.tables > 1).sort(byFrequency);
  return tablePage({
    title: REPEATED_TITLE,
    above: [REPEATED_GUIDE],
    headings: REPEATED_HEADINGS,
    widths: REPEATED_WIDTHS,
    rows: rows.slice(0, MOST_REPEATED).map((row, index) => repeatedRow(row, index, messages)),
    none: NOTHING_REPEATED,
  });
}
