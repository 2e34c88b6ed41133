/** The sums of one table: as stated, as added up, as the rules determine them. */
import { type DeductionUnexplained, type Finding, fullScoreOf, gradeOf, weightTreeOf } from '../checks';
import {
  byWeight,
  type IndicatorRow,
  saysWhy,
  type ScoreCell,
  scoreCells,
  scoredRows,
  type ScoreTable,
  sumOfCells,
  weightCells,
} from '../score-table';
import { addrKey, Dec } from '../workbook';
import type { Parameters } from '../standards';
import { isWeaklyBound, shownScore } from '../scoring';
import type { Assessment, Totals } from './types';

const ZERO = new Dec(0);

/**
 * The contract's `totals`. What a blank leaves open is null, never 0.
 * `found`: what the checks found, before arbitration; deduction-unexplained tells which deductions nobody explained.
 */
export function totalsOf(
  scoreTable: ScoreTable,
  derivations: Assessment['derivations'],
  parameters: Parameters,
  found: readonly Finding[] = [],
): Totals {
  const self = scoreTable.self;
  const cells = self === null ? [] : scoreCells(scoreTable, scoredRows(scoreTable), self);
  const fullScore = fullScoreOf(scoreTable);
  const stated = self === null ? null : statedTotal(scoreTable, self);
  const filled = cells.filter((cell) => cell.slot.value !== null);
  const sum = filled.length === 0 ? null : filled.reduce((all, cell) => all.plus(cell.slot.value!), ZERO);
  const { recomputed: added, asStated } = recompute(scoreTable, cells, derivations);
  // Shares of shares do not add up to a total.
  const recomputed = weightTreeOf(scoreTable).multiplicative ? null : added;
  const { deducted, explained } = deductions(scoreTable, cells, unexplained(found));
  const review = scoreTable.scoreColumns.findIndex((column) => column.kind === 'review');
  const basis = stated ?? recomputed;
  return {
    fullScore,
    stated,
    sum,
    review: review < 0 ? null : statedTotal(scoreTable, review),
    recomputed,
    asStated,
    deducted,
    explained,
    grade: {
      stated: scoreTable.grade?.value ?? null,
      expected: basis === null || fullScore === null || fullScore.lte(0) ? null : (gradeOf(basis.div(fullScore), parameters)?.name ?? null),
      bands: parameters.grades.value,
    },
  };
}

/** The total stated for one score column: the last line of the table that states one, else one beside it. */
function statedTotal(scoreTable: ScoreTable, column: number): Dec | null {
  const values = scoreTable.totals
    .filter((total) => total.kind === 'total' && total.scores[column]?.value != null)
    .map((total) => ({ where: total.where, value: total.scores[column]!.value! }));
  return (values.find((one) => one.where === 'row') ?? values[0])?.value ?? null;
}

function recompute(
  scoreTable: ScoreTable,
  cells: readonly ScoreCell[],
  derivations: Assessment['derivations'],
): Pick<Totals, 'recomputed' | 'asStated'> {
  let recomputed: Dec | null = cells.length === 0 ? null : ZERO;
  let indicators = 0;
  let fullScore = ZERO;
  for (const cell of cells) {
    const exact = exactScore(scoreTable, cell.rows[0]!, derivations);
    const score = exact ?? cell.slot.value;
    recomputed = recomputed === null || score === null ? null : recomputed.plus(score);
    if (exact !== null) continue;
    indicators += cell.rows.length;
    fullScore = weightCells(scoreTable, cell.rows).reduce((all, weight) => all.plus(weight.slot.value ?? ZERO), fullScore);
  }
  return { recomputed, asStated: { indicators, fullScore } };
}

/** A row's exact score by the rules, rounded half-up to the sheet's own decimals, at least two. */
function exactScore(scoreTable: ScoreTable, row: IndicatorRow, derivations: Assessment['derivations']): Dec | null {
  const derivation = derivations.get(row.id);
  if (derivation === undefined || isWeaklyBound(derivation)) return null;
  const { admissible } = derivation;
  return admissible.is === 'exact' ? shownScore(scoreTable, admissible.score) : null;
}

/** Σ (分值 − 得分) where points were taken off, and the part of it that is explained. */
function deductions(
  scoreTable: ScoreTable,
  cells: readonly ScoreCell[],
  silent: ReadonlySet<string>,
): Pick<Totals, 'deducted' | 'explained'> {
  let deducted: Dec | null = null;
  let explained: Dec | null = null;
  for (const group of byWeight(cells)) {
    const rows = group.flatMap((cell) => cell.rows);
    const weights = weightCells(scoreTable, rows).filter((weight) => weight.slot.value !== null);
    if (weights.length === 0 || rows[0]!.role === 'bonus' || group.some((cell) => cell.slot.value === null)) continue;
    const due = sumOfCells(weights);
    const got = sumOfCells(group);
    deducted ??= ZERO;
    explained ??= ZERO;
    if (!got.lt(due)) continue;
    const off = due.minus(got);
    deducted = deducted.plus(off);
    const said = group.some((cell) => !silent.has(addrKey(cell.slot.at))) && rows.some((row) => isExplained(scoreTable, row));
    if (said) explained = explained.plus(off);
  }
  return { deducted, explained };
}

/** Score cells whose deduction the checks found unexplained. */
function unexplained(found: readonly Finding[]): ReadonlySet<string> {
  const lost = found
    .filter((finding): finding is Finding<DeductionUnexplained> => finding.code === 'deduction-unexplained')
    .flatMap((finding) => finding.data.lost);
  return new Set(lost.map((one) => addrKey(one.at)));
}

/** The row's own reason cell says something, or, where the form has none, the 其他说明 box. */
function isExplained(scoreTable: ScoreTable, row: IndicatorRow): boolean {
  return saysWhy(row.reason ?? (row.role === 'execution' ? undefined : scoreTable.remarks));
}
