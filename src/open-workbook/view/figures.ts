/** The three figures of the head, and what must be known to read them rightly. */
import type { Assessment } from '../../assessment';
import { gradeOf } from '../../checks';
import type { Parameters } from '../../standards';
import { Dec } from '../../workbook';
import { commonDecimals, signedText } from './texts';
import type { FiguresView } from './types';

const ZERO = new Dec(0);
const minus = (a: Dec | null, b: Dec | null): Dec | null => (a === null || b === null ? null : a.minus(b));

export function figuresView({ scoreTable, totals }: Assessment, parameters: Parameters): FiguresView {
  const { fullScore, recomputed, review, asStated } = totals;
  const self = totals.stated ?? totals.sum;
  const decimals = commonDecimals([self, recomputed]);
  const text = (value: Dec | null): string | null => (value === null ? null : value.toFixed(decimals));
  const grade = (total: Dec | null): string | null =>
    total === null || fullScore === null || fullScore.lte(ZERO) ? null : (gradeOf(total.div(fullScore), parameters)?.name ?? null);
  const difference = minus(recomputed, self);
  const cut = minus(self, review);
  const mostlyJudged = fullScore !== null && asStated.fullScore.times(2).gt(fullScore);
  const hasReview = scoreTable.scoreColumns.some(({ kind }) => kind === 'review');
  return {
    self: text(self),
    selfGrade: totals.grade.stated,
    recomputed: text(recomputed),
    recomputedGrade: mostlyJudged ? null : grade(recomputed),
    difference: difference === null ? null : signedText(difference, decimals),
    review: hasReview && review !== null ? review.toFixed(Math.max(decimals, commonDecimals([review]))) : null,
    reviewCut: hasReview && cut !== null ? signedText(cut, commonDecimals([self, review])) : null,
    computed: {
      fullScore: fullScore === null ? '' : plain(fullScore.minus(asStated.fullScore)),
      agrees: difference !== null && difference.isZero(),
      difference: difference === null ? '' : signedText(difference, decimals),
    },
    judged: { rows: asStated.indicators, fullScore: plain(asStated.fullScore) },
    mostlyJudged,
  };
}

const plain = (value: Dec): string => value.toFixed();
