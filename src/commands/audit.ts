/** 审核: marks the cells in question and says how many there are; nothing else in the workbook changes. */
import type { OpenWorkbook, TableView } from '../open-workbook';
import { type CommandReport, reportOf } from './command-report';
import { isCommandReport, started } from './started';
import { ALL_CLEAR, IN_PANE, MARKED, NOT_MARKED, verdictNotice } from './texts';

export async function auditNow(open: OpenWorkbook, front: string | null): Promise<CommandReport> {
  const begun = await started(open, front);
  if (isCommandReport(begun)) return begun;
  const tables = open.state.audit?.tables ?? [];
  const headline = verdictNotice(begun.table.verdict);
  const others = tables.length > 1 ? tables.map((table) => `${titleOf(table)}：${verdictNotice(table.verdict)}`) : [];
  if (open.state.can?.marks === 'none') return reportOf(headline, ...others, NOT_MARKED, IN_PANE);
  await open.mark();
  const { marked, markNote, trouble } = open.state;
  const done = trouble === null ? MARKED(marked ?? 0) : trouble.sentence;
  const clear = tables.every((table) => verdictNotice(table.verdict) === ALL_CLEAR);
  return reportOf(headline, ...others, clear && trouble === null ? null : done, markNote, clear ? null : IN_PANE);
}

const titleOf = ({ kind, unit, year }: TableView): string =>
  [year === null ? null : `${year}年`, kind, unit].filter((part) => part !== null).join(' ');
