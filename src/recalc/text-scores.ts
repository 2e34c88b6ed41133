/** Scores typed as text: a sum passes over them without a word, so they become numbers first, or are listed. */
import { isClearNumber, isText, skippedByTotal } from '../checks';
import { type ScoreCell, scoreCells, scoredRows } from '../score-table';
import { isReviewers } from './scores';
import type { Step } from './sheet';
import { numberReason } from './texts';

/** Where it is clear which number is meant. A form that types all of its scores so, and adds nothing up by formula, keeps them. */
export function planTextScores(step: Step): void {
  const { scoreTable } = step.assessment;
  const { self } = scoreTable;
  if (self === null || isReviewers(scoreTable, self)) return;
  const cells = scoreCells(scoreTable, scoredRows(scoreTable), self);
  const typed = cells.filter((cell) => isText(cell.slot) && cell.slot.value !== null && step.content(cell.slot.at).kind === 'value');
  if (typed.length === 0) return;
  if (isHabit(step, self, cells, typed)) {
    const { header } = scoreTable.scoreColumns[self]!;
    return step.keep('figure', header.value, header.at, { is: 'text-column', count: typed.length });
  }
  for (const cell of typed) number(step, cell);
}

function isHabit(step: Step, column: number, cells: readonly ScoreCell[], typed: readonly ScoreCell[]): boolean {
  const context = { scoreTable: step.assessment.scoreTable, book: step.book };
  return typed.length * 2 > cells.length && !typed.some(({ slot }) => skippedByTotal(context, column, slot.at));
}

function number(step: Step, { slot, rows }: ScoreCell): void {
  const name = rows[0]!.name.value.replace(/[:：]\s*$/, '');
  const typed = String(slot.raw).trim();
  if (!isClearNumber(slot) || /[%％]/.test(typed)) return step.keep('score', name, slot.at, { is: 'text', text: typed });
  step.change({ part: 'score', how: 'form', name, at: slot.at, after: { kind: 'value', value: slot.value! }, reason: numberReason });
}
