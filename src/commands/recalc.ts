/** 一键运算: blanks the rules determine, sums, totals and grades of every score table of the workbook. No score that is stated is touched. */
import type { KeptView, OpenWorkbook, PlannedView } from '../open-workbook';
import { type CommandReport, listed, reportOf } from './command-report';
import { isCommandReport, started } from './started';
import { CALCULATED, CORRECTIONS, FAILED, KEPT, MORE, NOT_FILLED, NOTHING_TO_FILL, UNDO_IN_PANE } from './texts';

const lineOf = ({ cell, name, from, to }: PlannedView): string => `${cell.address}　${name}：${from === '' ? '空' : from} → ${to}`;
const keptLine = ({ cell, name, why }: KeptView): string => `${cell.address}${name === '' ? '' : `　${name}`}：${why}`;

export async function recalcNow(open: OpenWorkbook, front: string | null): Promise<CommandReport> {
  const begun = await started(open, front);
  if (isCommandReport(begun)) return begun;
  await open.recalc();
  const { plan, trouble } = open.state;
  if (plan === null) return reportOf(NOT_FILLED, trouble?.sentence);
  const { fill, lower, raise, outcome, followUp, kept } = plan.view;
  const corrections = lower.length + raise.length > 0 ? CORRECTIONS(lower.length + raise.length) : null;
  if (fill.length === 0) return reportOf(kept.length > 0 ? NOT_FILLED : NOTHING_TO_FILL, ...keptLines(kept), corrections);
  const lines = fill.map(lineOf);
  const done = await open.write();
  if (!done) return reportOf(NOT_FILLED, open.state.trouble?.sentence ?? FAILED);
  const { last } = open.state;
  return reportOf(
    CALCULATED(last?.cells ?? fill.length),
    outcome,
    ...listed(lines, MORE),
    ...keptLines(last?.kept ?? kept),
    followUp,
    corrections,
    UNDO_IN_PANE,
  );
}

function keptLines(kept: readonly KeptView[]): string[] {
  return kept.length === 0 ? [] : [KEPT(kept.length), ...listed(kept.map(keptLine), MORE)];
}
