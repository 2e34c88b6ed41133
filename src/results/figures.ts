/** The figures of one table as they stand on 审核结果 and in the summary. */
import { replyTally } from '../answers';
import type { NotRun } from '../assessment';
import { numberText, type Severity, verdictText } from '../words';
import type { Dec } from '../workbook';
import type { ReviewedTable } from './types';
import { standardLine } from './used-standards';

export interface TableFigures {
  /** The total as stated; where none is, the sum of the self-scores. */
  readonly self: Dec | null;
  readonly selfIsSum: boolean;
  readonly recomputed: Dec | null;
  /** 重算分 − 自评分, as the pane says it: negative where points were claimed too many. */
  readonly difference: Dec | null;
  /** The stated total of the sheet's own 复核 column. */
  readonly review: Dec | null;
  /** 自评分 − 复核分. */
  readonly cut: Dec | null;
  readonly grade: { readonly stated: string | null; readonly expected: string | null };
}

const minus = (a: Dec | null, b: Dec | null): Dec | null => (a === null || b === null ? null : a.minus(b));

export function tableFigures({ assessment: { totals } }: ReviewedTable): TableFigures {
  const self = totals.stated ?? totals.sum;
  const { recomputed, review, grade } = totals;
  return {
    self,
    selfIsSum: totals.stated === null && totals.sum !== null,
    recomputed,
    difference: minus(recomputed, self),
    review,
    cut: minus(self, review),
    grade,
  };
}

/** True where the form has a 复核 column. */
export function hasReviewColumn({ assessment }: ReviewedTable): boolean {
  return assessment.scoreTable.scoreColumns.some(({ kind }) => kind === 'review');
}

export function findingCount({ assessment }: ReviewedTable, severity: Severity): number {
  return assessment.findings.filter((finding) => finding.severity === severity).length;
}

/** Checks that came to no end, each once: those that crashed and those whose sentence could not be made. */
export function failedChecks({ assessment, spoken }: ReviewedTable): readonly NotRun[] {
  const { failed } = assessment.coverage;
  return [...failed, ...spoken.failed.filter(({ code }) => !failed.some((one) => one.code === code))];
}

export function verdictOf(table: ReviewedTable): string {
  return verdictText({
    mandatory: findingCount(table, 'mandatory'),
    advisory: findingCount(table, 'advisory'),
    failed: failedChecks(table).length,
    replies: replyTally(
      table.answers.findings.map(({ state, reply }, index) => ({
        severity: table.assessment.findings[index]!.severity,
        state: reply === null ? null : state,
      })),
    ),
  });
}

/** What must be known to read the verdict and the scores rightly; nothing where they speak for themselves. */
export function figureNotes(table: ReviewedTable): readonly string[] {
  const { asStated } = table.assessment.totals;
  const figures = tableFigures(table);
  const notes: string[] = [];
  const standard = standardLine(table.assessment);
  if (standard !== '') notes.push(`对照标准：${standard}`);
  if (figures.selfIsSum) notes.push('表中未填总分，自评分为各项得分合计');
  if (figures.recomputed !== null && asStated.indicators > 0)
    notes.push(`重算分中有${asStated.indicators}项（分值${numberText(asStated.fullScore)}分）按评分标准不能直接算出，按自评分计入`);
  return notes;
}
