/** The grade that the total has. */
import { bandOfWord, hasOwnBands, judgeSum, statedSums } from '../checks';
import { gradeReason } from './texts';
import { DEFAULT_PARAMETERS } from '../standards';
import { scoreCells } from '../score-table';
import { addrKey, type CellValue } from '../workbook';
import { isOpen } from './sums';
import type { Step } from './sheet';

const NAME = '评价等级';

/** Fills a blank grade, corrects a typed one that is not the total's; where a reviewer's total stands too, the grade may be its. */
export function planGrade(step: Step): void {
  const { scoreTable, totals, findings } = step.assessment;
  const slot = scoreTable.grade;
  if (slot === undefined || step.content(slot.at).kind === 'formula') return;
  // A reviewer's own grade is the reviewer's.
  const finding = findings.find((one) => one.code === 'grade' && addrKey(one.cell) === addrKey(slot.at));
  if (slot.state !== 'blank' && finding === undefined) return;
  const { stated, fullScore, review } = totals;
  const expected = slot.state === 'blank' ? totals.grade.expected : (finding!.expected as string | null);
  if (stated === null || fullScore === null || expected === null || !isSettled(step))
    return step.keep('grade', NAME, slot.at, { is: 'no-total' });
  if (review !== null) return;
  if (hasOwnBands({ scoreTable, parameters: DEFAULT_PARAMETERS })) return step.keep('grade', NAME, slot.at, { is: 'own-bands' });
  if (slot.state !== 'blank' && !isTypedGrade(slot.raw)) return step.keep('grade', NAME, slot.at, { is: 'ticked' });
  const reason = gradeReason(stated, fullScore, expected);
  step.change({
    part: 'grade',
    how: slot.state === 'blank' ? 'filled' : 'corrected',
    name: NAME,
    at: slot.at,
    after: { kind: 'value', value: expected },
    reason,
  });
}

/** A grade in words, and no row of boxes of which one is ticked. */
const isTypedGrade = (raw: CellValue): boolean => typeof raw === 'string' && bandOfWord(raw) !== null && !/[☑■√✔✓●]/.test(raw);

/** Every score below the total is there and it is their sum: of an incomplete total nobody knows the grade. */
function isSettled(step: Step): boolean {
  const { book } = step;
  const { scoreTable } = step.assessment;
  const own = statedSums({ scoreTable }, 'total').filter(({ column, slot }) => column === scoreTable.self && slot.state !== 'blank');
  return (
    own.length > 0 &&
    own.every((stated) => {
      if (scoreCells(scoreTable, stated.rows, stated.column).some((cell) => isOpen(cell, step.assessment.derivations))) return false;
      return ['right', 'rounded', 'possible'].includes(judgeSum({ scoreTable, book, doubted: (at) => step.doubted(at) }, stated).is);
    })
  );
}
