import type { Assessment } from '../assessment';
import { parseCriterion } from '../criteria';
import type { Derivation } from '../scoring';
import { a1, type WorkbookSnapshot } from '../workbook';
import type { IndicatorRow, RowRole, ScoreTable, Slot } from '../score-table';
import { expectedOf } from './expected';
import { held, num } from './plain';
import type { CriterionJson, IndicatorCells, IndicatorJson } from './types';

const LISTED: ReadonlySet<RowRole> = new Set<RowRole>(['indicator', 'execution', 'bonus']);

const address = (slot: Slot<unknown> | undefined): string | null => (slot === undefined ? null : a1(slot.at.row, slot.at.col));

interface Scores {
  readonly self: Slot<unknown> | undefined;
  readonly review: Slot<unknown> | undefined;
}

function cellsOf(row: IndicatorRow, { self, review }: Scores, book: WorkbookSnapshot): IndicatorCells {
  const { at } = row.name;
  return {
    sheet: book.sheets[at.sheet]?.name ?? '',
    name: a1(at.row, at.col),
    fullScore: address(row.weight),
    selfScore: address(self),
    criterion: address(row.criterion),
    target: address(row.target),
    actual: address(row.actual),
    reason: address(row.reason),
    reviewScore: address(review),
  };
}

/** The criterion's text as written, and how far it was read. */
function criterionOf(row: IndicatorRow, derivation: Derivation | undefined): CriterionJson | null {
  const text = held(row.criterion);
  if (text !== null && text !== '') {
    const { understood, criterion } = parseCriterion(text);
    return { understood, kind: criterion.kind, text };
  }
  const rule = derivation?.rule ?? null;
  if (rule === null || (rule.from !== 'sheet' && rule.from !== 'note')) return null;
  return { understood: rule.parsed.understood, kind: rule.parsed.criterion.kind, text: rule.text };
}

/** Rows to be scored, in sheet order; 其中 lines and unused slots are left out. */
export function indicatorsOf(scoreTable: ScoreTable, derivations: Assessment['derivations'], book: WorkbookSnapshot): IndicatorJson[] {
  const review = scoreTable.scoreColumns.findIndex((column) => column.kind === 'review');
  return scoreTable.rows
    .filter((row) => LISTED.has(row.role))
    .map((row) => {
      const self = scoreTable.self === null ? undefined : row.scores[scoreTable.self];
      return {
        name: row.name.value,
        path: row.path,
        fullScore: num(held(row.weight)),
        selfScore: num(held(self)),
        execution: row.role === 'execution',
        reviewScore: num(held(row.scores[review])),
        applies: row.applies,
        bonus: row.role === 'bonus',
        cells: cellsOf(row, { self, review: row.scores[review] }, book),
        criterion: criterionOf(row, derivations.get(row.id)),
        expected: expectedOf(row, derivations.get(row.id), scoreTable),
      };
    });
}
