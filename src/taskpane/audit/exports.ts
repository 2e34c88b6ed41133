import type { OpenWorkbook } from '../../open-workbook';
import type { Shell } from '../shell';
import { say } from '../texts/say';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const bare = (open: OpenWorkbook): string => open.state.name.replace(/\.[^.]*$/, '') || say('name');

/** 导出审核结果: a workbook of its own; the audited one is left alone. Where it cannot be made `state.trouble` says why. */
export async function saveWorkbook(open: OpenWorkbook, shell: Shell): Promise<void> {
  const bytes = await open.exportWorkbook();
  if (bytes !== null) shell.download({ name: say('export.name', { name: bare(open) }), bytes, type: XLSX });
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The 自评报告 as a Word document, over all tables. */
export async function saveWordReport(open: OpenWorkbook, shell: Shell): Promise<void> {
  const bytes = await open.exportReport?.();
  if (bytes != null) shell.download({ name: say('export.reportName', { name: bare(open) }), bytes, type: DOCX });
}

/** The same as `check --format json`. */
export function saveJson(open: OpenWorkbook, shell: Shell): void {
  const bytes = new TextEncoder().encode(open.exportJson());
  shell.download({ name: say('export.jsonName', { name: bare(open) }), bytes, type: 'application/json' });
}
