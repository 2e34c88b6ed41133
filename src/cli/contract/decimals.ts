import { decimalsShown } from '../../checks/support/tolerance';
import type { Submission } from '../../recognition/types';
import type { WorkbookSnapshot } from '../../workbook/types';

const AT_LEAST = 2;
/** A score computed by a formula in an unformatted cell carries digits that nobody shows. */
const AT_MOST = 4;

/** Decimals to which this sheet writes its self-scores, at least two: expected scores are rounded to them. */
export function scoreDecimals(submission: Submission, book: WorkbookSnapshot): number {
  const { self } = submission;
  const slots = self === null ? [] : submission.rows.map((row) => row.scores[self]);
  const shown = slots.map((slot) => (slot === undefined ? 0 : Math.min(AT_MOST, decimalsShown(slot, book))));
  return Math.max(AT_LEAST, ...shown);
}
