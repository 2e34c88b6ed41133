import type { Assessment } from '../../assessment';
import { narrate } from '../../narrative';
import { summarySheet } from '../../results';
import type { SheetEdit } from '../../workbook';

/** Sheets added to a recalculated workbook, made from its tables as they are once all is written. */
export type SummarySheets = (tables: readonly Assessment[]) => readonly SheetEdit[];

/** The 自评小结, told in full. */
export const SUMMARY: SummarySheets = (tables) => [summarySheet(tables.map((table) => narrate(table)))];
