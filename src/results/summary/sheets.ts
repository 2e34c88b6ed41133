/** The summary workbook: one row a table, charts, then by unit, by check, what repeats, scores, reasons that are the same. */
import { SUMMARY_SHEETS } from './texts';
import type { Messages } from '../../assessment';
import type { SheetContent, SheetEdit } from '../../workbook';
import { checksSheet, repeatedSheet } from './by-check';
import { chartsSheet } from './charts';
import { scoresSheet, unitsSheet } from './by-unit';
import type { Collected } from './collect';
import { reasonsSheet } from './reasons';
import { reportsSheet } from './reports';
import { tablesSheet } from './tables';

/** Deterministic: the same digests in the same order give the same sheets. */
export function summarySheets(all: Collected, messages: Messages): readonly SheetEdit[] {
  const sheet = (name: string, content: SheetContent): SheetEdit => ({ name, replaces: true, content });
  return [
    sheet(SUMMARY_SHEETS.tables, tablesSheet(all)),
    sheet(SUMMARY_SHEETS.charts, chartsSheet(all, messages)),
    sheet(SUMMARY_SHEETS.units, unitsSheet(all)),
    sheet(SUMMARY_SHEETS.checks, checksSheet(all, messages)),
    sheet(SUMMARY_SHEETS.repeated, repeatedSheet(all, messages)),
    sheet(SUMMARY_SHEETS.scores, scoresSheet(all)),
    sheet(SUMMARY_SHEETS.reasons, reasonsSheet(all)),
    ...(all.reports.length === 0 ? [] : [sheet(SUMMARY_SHEETS.reports, reportsSheet(all))]),
  ];
}
