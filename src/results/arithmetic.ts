/** The 算式 of a finding: how the score that should stand there comes about. */
import type { Assessment } from '../assessment';
import type { Finding } from '../checks';
import { arithmeticText } from '../criteria';
import { type RowId, scoreDecimals } from '../score-table';
import type { Derivation } from '../scoring';
import { Dec } from '../workbook';

/** Readings that are shown: two is what a criterion usually allows. */
const MOST_READINGS = 3;

/** As the contract rounds expected scores: half up to the sheet's own decimals, at least two. */
const DECIMALS_AT_LEAST = 2;

function ofDerivation({ admissible }: Derivation, decimals: number): string {
  const rounded = (score: Dec): Dec => score.toDecimalPlaces(Math.max(DECIMALS_AT_LEAST, decimals), Dec.ROUND_HALF_UP);
  if (admissible.is === 'exact') return arithmeticText(admissible.arithmetic, rounded(admissible.score));
  if (admissible.is !== 'one-of') return '';
  return admissible.readings
    .slice(0, MOST_READINGS)
    .map(({ arithmetic, score }) => arithmeticText(arithmetic, rounded(score)))
    .join('\n或 ');
}

/** '' where there is none: only a score has an arithmetic of its own, and a sum its formula. */
export function arithmeticOf(finding: Finding, { derivations, scoreTable }: Assessment): string {
  const { accused, fix } = finding;
  const derivation = accused.aspect === 'score' ? derivations.get(accused.row as RowId) : undefined;
  const text = derivation === undefined ? '' : ofDerivation(derivation, scoreDecimals(scoreTable));
  if (text !== '') return text;
  return fix !== undefined && 'formula' in fix.to ? fix.to.formula : '';
}
