import { readingText, whyUnknown } from '../words';
import type { IndicatorRow, ScoreTable } from '../score-table';
import { arithmeticShown, type Derivation, isWeaklyBound, shownScore } from '../scoring';
import type { Dec } from '../workbook';
import type { ExpectedJson } from './types';

/** More scores than this are written as a range. */
const MOST_SCORES = 50;

/** The score the rules give this row, as far as they determine one; rounded to the sheet's own decimals, at least two. */
export function expectedOf(row: IndicatorRow, derivation: Derivation | undefined, scoreTable: ScoreTable): ExpectedJson {
  if (derivation === undefined) return { is: 'unknown', why: '' };
  const { admissible } = derivation;
  const score = (value: Dec): number => shownScore(scoreTable, value).toNumber();
  switch (admissible.is) {
    case 'exact':
      // Bound by its place alone, it is what may be meant, and not what is due.
      if (isWeaklyBound(derivation)) return { is: 'one-of', scores: [score(admissible.score)], readings: [] };
      return { is: 'exact', score: score(admissible.score), arithmetic: arithmeticShown(scoreTable, admissible.arithmetic) };
    case 'one-of': {
      const scores = [...new Set(admissible.scores.map(score))].sort((a, b) => b - a);
      if (scores.length > MOST_SCORES)
        return { is: 'range', from: scores[scores.length - 1]!, to: scores[0]!, fromIncluded: true, toIncluded: true };
      const readings = admissible.readings.map((one) => ({
        score: score(one.score),
        arithmetic: arithmeticShown(scoreTable, one.arithmetic),
        reading: readingText(one.reading),
      }));
      return { is: 'one-of', scores, readings };
    }
    case 'range':
      return {
        is: 'range',
        from: score(admissible.from),
        to: score(admissible.to),
        fromIncluded: admissible.fromIncluded,
        toIncluded: admissible.toIncluded,
      };
    case 'not-applicable':
      return { is: 'not-applicable', treatment: admissible.treatment };
    case 'unknown':
      return { is: 'unknown', why: whyUnknown(derivation, row) };
  }
}
