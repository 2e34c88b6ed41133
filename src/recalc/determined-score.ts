/** The one score a derivation determines, if it does. */
import { type Arithmetic, arithmeticText } from '../criteria';
import type { Exact, IndicatorRow } from '../score-table';
import { type Derivation, dueScore } from '../scoring';
import { halfUp, Dec } from '../workbook';

export interface DeterminedScore {
  /** Rounded half up to the decimals of the sheet. */
  readonly score: Dec;
  /** The same unrounded, one for each reading. */
  readonly readings: readonly Omit<Exact, 'full'>[];
  readonly arithmetic: string;
  readonly tree: Arithmetic | null;
  /** Where the row is not applicable and the rule says what it then gets. */
  readonly treatment: 'full' | 'zero' | null;
}

/** null unless everything the rule needs is given and all its readings come to one score. */
export function determinedScore(derivation: Derivation, row: IndicatorRow, decimals: number): DeterminedScore | null {
  const { admissible } = derivation;
  const rounded = (score: Dec): Dec => halfUp(score, decimals);
  switch (admissible.is) {
    case 'exact':
      return {
        score: rounded(admissible.score),
        readings: [dueScore(admissible, null)],
        arithmetic: arithmeticText(admissible.arithmetic, rounded(admissible.score)),
        tree: admissible.arithmetic,
        treatment: null,
      };
    case 'one-of': {
      const [first] = admissible.readings;
      const one =
        first !== undefined &&
        derivation.missing.length === 0 &&
        admissible.scores.every((score) => rounded(score).eq(rounded(first.score)));
      return one
        ? {
            score: rounded(first.score),
            readings: admissible.readings.map((one) => dueScore(one, null)),
            arithmetic: arithmeticText(first.arithmetic, rounded(first.score)),
            tree: first.arithmetic,
            treatment: null,
          }
        : null;
    }
    case 'not-applicable':
      return notApplicable(derivation, row, admissible.treatment);
    default:
      return null;
  }
}

/** Only where a rule in so many words says what a row that does not apply gets. */
function notApplicable({ rule }: Derivation, row: IndicatorRow, treatment: 'full' | 'excluded' | 'zero'): DeterminedScore | null {
  const weight = row.weight?.value ?? null;
  if (rule === null || treatment === 'excluded' || weight === null) return null;
  const score = treatment === 'full' ? weight : new Dec(0);
  return { score, readings: [{ score, proportional: false }], arithmetic: '', tree: null, treatment };
}
