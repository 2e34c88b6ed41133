/** Findings as they are numbered, marked and listed: one sequence over the workbook, so that a note can name the line of 审核结果. */
import type { FindingAnswer } from '../answers';
import { type CheckCode, type Finding, markedCells, REPEATING } from '../checks';
import type { Severity } from '../words';
import type { Addr } from '../workbook';
import type { Review } from './types';

/** 强制性 first; the order of an assessment's findings, too. */
export const SEVERITIES: readonly Severity[] = ['mandatory', 'advisory', 'info'];

/**
 * One finding that stands for several cells with the same mistake: all of them are marked. The other checks name in
 * `related` what the cell was held against (a target, the addends of a sum), and these cells are not wrong.
 */
const SAME_MISTAKE: ReadonlySet<CheckCode> = new Set<CheckCode>([
  ...REPEATING,
  'score-missing',
  'score-without-values',
  'funding-parts',
  'funding-part-scored',
  'total-score',
  'year-mismatch',
  'hidden-content',
  'formula-error',
]);

export interface NumberedFinding {
  /** 1-based, over all tables of the workbook. */
  readonly number: number;
  /** Index in Review.tables. */
  readonly table: number;
  readonly finding: Finding;
  readonly sentence: string;
  readonly answer: FindingAnswer;
}

export function numberedFindings({ tables }: Pick<Review, 'tables'>): readonly NumberedFinding[] {
  let number = 0;
  return tables.flatMap(({ assessment, spoken, answers }, table) =>
    assessment.findings.map((finding, index): NumberedFinding => {
      number += 1;
      return { number, table, finding, sentence: spoken.sentences[index]!, answer: answers.findings[index]! };
    }),
  );
}

/** The cells a finding marks, in reading order. */
export function wrongCells(finding: Finding): readonly Addr[] {
  return SAME_MISTAKE.has(finding.code) ? markedCells(finding) : [finding.cell];
}
