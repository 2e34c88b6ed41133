import { compareBooks, type BookComparison, type ComparisonKind } from '../../src/comparison';
import { comparisonJson, type ComparisonJson } from '../../src/receipt';
import type { SheetSnapshot } from '../../src/workbook/types';
import { reviewOf } from '../results/reviews';
import { type Changes, formSheet } from '../support/audited';
import { bookOf } from '../support/sheets';

export type State = Changes | readonly SheetSnapshot[];

const sheets = (state: State): readonly SheetSnapshot[] => (Array.isArray(state) ? state : [formSheet(state as Changes)]);

export function compared(before: State, after: State, as: ComparisonKind = 'resubmitted'): BookComparison {
  return compareBooks(reviewOf(bookOf(sheets(before))), reviewOf(bookOf(sheets(after))), as);
}

export const jsonOf = (before: State, after: State, as: ComparisonKind = 'resubmitted'): ComparisonJson =>
  comparisonJson('前.xlsx', '后.xlsx', compared(before, after, as));

/** 「培训人次 selfScore G4>G4: 40 > 36」 for each changed cell. */
export function changesOf({ tables }: ComparisonJson): readonly string[] {
  return tables.flatMap(({ rows }) =>
    rows.flatMap(({ indicator, state, changes }) =>
      state === 'added' || state === 'removed'
        ? [`${indicator} ${state}`]
        : changes.map(
            ({ field, cells, shown }) =>
              `${indicator} ${field} ${cells.map((cell) => cell?.address ?? '-').join('>')}: ${shown.map((text) => text ?? '').join(' > ')}`,
          ),
    ),
  );
}

/** 「resolved score-mismatch」 for each finding. */
export const statesOf = ({ tables }: ComparisonJson): readonly string[] =>
  tables.flatMap(({ findings }) => findings.map(({ state, code }) => `${state} ${code}`));
