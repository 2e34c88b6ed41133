import type { Dec } from '../../workbook/decimal';
import type { Submission } from '../../recognition/types';
import type { WorkbookSnapshot } from '../../workbook/types';
import { held } from './plain';

const AT_LEAST = 2;
/** A score computed by a formula in an unformatted cell carries binary digits that nobody shows. */
const AT_MOST = 4;

/** Decimals a number format shows: «0.00» → 2; null for General and the like. */
function decimalsOfFormat(format: string): number | null {
  const match = /^[#,]*0(?:\.(0+))?_?\s*$/.exec(format.split(';')[0] ?? '');
  return match === null ? null : (match[1]?.length ?? 0);
}

function decimalsOfScore(value: Dec, format: string): number {
  return decimalsOfFormat(format) ?? Math.min(value.decimalPlaces(), AT_MOST);
}

/** Decimals to which this sheet writes its self-scores, at least two: expected scores are rounded to them. */
export function scoreDecimals(submission: Submission, book: WorkbookSnapshot): number {
  const { self } = submission;
  if (self === null) return AT_LEAST;
  let most = AT_LEAST;
  for (const row of submission.rows) {
    const slot = row.scores[self];
    const value = held(slot);
    if (slot === undefined || value === null) continue;
    const format = book.sheets[slot.at.sheet]?.at(slot.at.row, slot.at.col)?.format ?? 'General';
    most = Math.max(most, decimalsOfScore(value, format));
  }
  return most;
}
