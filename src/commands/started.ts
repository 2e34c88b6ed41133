/** A workbook opened and audited for a command, with the table on the sheet in front. */
import type { OpenWorkbook, TableView } from '../open-workbook';
import { type CommandReport, reportOf } from './command-report';
import { FAILED, NOT_FOUND, OPEN_PANE } from './texts';

export interface Started {
  readonly table: TableView;
  /** How many more there are. */
  readonly others: number;
}

/** `front`: key of the sheet in front; null: not known. Where nothing can be done, what to say of it. */
export async function started(open: OpenWorkbook, front: string | null): Promise<Started | CommandReport> {
  await open.start();
  const { audit, trouble } = open.state;
  if (audit === null) return reportOf(FAILED, trouble?.sentence);
  if (audit.tables.length === 0) return reportOf(NOT_FOUND, audit.unrecognised?.reason, OPEN_PANE);
  const here = audit.tables.findIndex((table) => table.sheetKey === front);
  open.showTable(Math.max(0, here));
  return { table: audit.tables[Math.max(0, here)]!, others: audit.tables.length - 1 };
}

export const isCommandReport = (one: Started | CommandReport): one is CommandReport => 'headline' in one;
