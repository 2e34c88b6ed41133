/** Texts offered for reason cells that say nothing beside a deduction. Only a person knows the cause: it is left to be filled in. */
import { saysWhy, type ScoreCell, scoreCells, scoredRows } from '../score-table';
import { deductionText } from './texts';
import type { Assessment } from '../assessment';
import { determinedScore } from './determined-score';
import type { Proposal } from './types';

/** One for each row below its 分值 whose own reason cell is blank or says 「无」. */
export function proposalsFor(assessment: Assessment): readonly Proposal[] {
  const { scoreTable } = assessment;
  if (scoreTable.self === null) return [];
  return scoreCells(scoreTable, scoredRows(scoreTable), scoreTable.self).flatMap((cell) => proposal(assessment, cell));
}

function proposal({ derivations }: Assessment, { slot, rows }: ScoreCell): readonly Proposal[] {
  const [row] = rows;
  const weight = row?.weight?.value ?? null;
  if (row === undefined || rows.length > 1 || row.role === 'bonus' || row.weightFrom === 'merged' || weight === null || slot.value === null)
    return [];
  if (row.reason === undefined || !slot.value.lt(weight) || saysWhy(row.reason)) return [];
  const derivation = derivations.get(row.id);
  const due = derivation === undefined ? null : determinedScore(derivation, row, Math.max(2, slot.value.decimalPlaces()));
  const arithmetic = due !== null && due.tree !== null && due.score.eq(slot.value) ? due.arithmetic : null;
  const name = row.name.value.replace(/[:：]\s*$/, '');
  return [
    {
      name,
      at: row.reason.at,
      text: deductionText(weight, slot.value, row.target?.value?.text ?? '', row.actual?.value?.text ?? '', arithmetic),
    },
  ];
}
