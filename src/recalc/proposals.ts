/** Texts offered for reason cells that say nothing beside a deduction. Only a person knows the cause: it is left to be filled in. */
import { type IndicatorRow, saysWhy, type ScoreCell, scoreCells, scoredRows } from '../score-table';
import { deductionText } from './texts';
import type { Assessment } from '../assessment';
import { determinedScore } from './determined-score';
import type { Proposal } from './types';
import type { Derivation } from '../scoring';
import type { Dec } from '../workbook';

/** One for each row below its 分值 whose own reason cell is blank or says 「无」. */
export function proposalsFor(assessment: Assessment): readonly Proposal[] {
  const { scoreTable } = assessment;
  if (scoreTable.self === null) return [];
  return scoreCells(scoreTable, scoredRows(scoreTable), scoreTable.self).flatMap((cell) => proposal(assessment, cell));
}

function proposal({ derivations }: Assessment, { slot, rows }: ScoreCell): readonly Proposal[] {
  const [row] = rows;
  const weight = row?.weight?.value ?? null;
  if (row === undefined || rows.length > 1 || row.role === 'bonus' || row.weightFrom === 'merged') return [];
  if (weight === null || slot.value === null || row.reason === undefined || !slot.value.lt(weight) || saysWhy(row.reason)) return [];
  const arithmetic = arithmeticOf(derivations.get(row.id), row, slot.value);
  const name = row.name.value.replace(/[:：]\s*$/, '');
  return [
    {
      name,
      at: row.reason.at,
      text: deductionText(weight, slot.value, row.target?.value?.text ?? '', row.actual?.value?.text ?? '', arithmetic),
    },
  ];
}

/** How the score comes about, where the rules give just that one. */
function arithmeticOf(derivation: Derivation | undefined, row: IndicatorRow, score: Dec): string | null {
  const given = derivation === undefined ? null : determinedScore(derivation, row, Math.max(2, score.decimalPlaces()));
  return given !== null && given.tree !== null && given.score.eq(score) ? given.arithmetic : null;
}
