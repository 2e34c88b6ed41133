import type { Dec } from '../../workbook';
import { accused } from '../support/accused';
import { EVALUATION_RULES } from '../support/basis';
import {
  compareQuantities,
  completionRatio,
  directionOf,
  explanation,
  type IndicatorRow,
  type Quantity,
  saysNothing,
} from '../../score-table';
import { deductedRows, type ScoredRow } from '../support/deductions';
import { ruleGives, ruleKind } from '../support/own-rule';
import { quotedSlot } from '../support/quoted';
import type { Check, CheckContext } from '../types';

export interface MetTargetDeducted {
  readonly name: string;
  readonly target: string;
  readonly actual: string;
  readonly score: Dec;
  readonly weight: Dec;
}

export const metTargetDeducted: Check<MetTargetDeducted> = {
  code: 'met-target-deducted',
  title: '已达指标值而扣分',
  headline: '已达指标值而扣分',
  severities: ['advisory'],
  basis: { ...EVALUATION_RULES, article: '完成指标值的，记该指标所赋全部分值' },
  needs: ['scores', 'weights', 'targets', 'actuals'],
  explain: {
    looksFor: '实际完成值已达到指标值，得分却低于分值（写了原因的；没有写原因的见 deduction-unexplained）。',
    howToFix: '核对完成值与得分：达标的记满分；确有其他扣分依据的，在说明中写清。',
  },
  *run(context) {
    for (const scored of deductedRows(context)) {
      const { row } = scored;
      const [target, actual] = [row.target?.value ?? null, row.actual?.value ?? null];
      if (row.role !== 'indicator' || scored.members.length > 1 || target === null || actual === null) continue;
      if (!isReasonGiven(context, scored) || isRuled(context, scored)) continue;
      if (context.doubted(row.target!.at) || context.doubted(row.actual!.at) || !isMet(context, row, target, actual)) continue;
      yield {
        severity: 'advisory',
        accused: accused(row.id, 'score'),
        cell: scored.at,
        related: [row.target!.at, row.actual!.at],
        indicator: row.name.value,
        data: {
          name: row.name.value,
          target: quotedSlot(row.target!),
          actual: quotedSlot(row.actual!),
          score: scored.score,
          weight: scored.weight,
        },
        actual: scored.score,
      };
    }
  },
  message(data, words, finding) {
    return `${words.name(data.name)}的指标值为「${data.target}」，完成值为「${data.actual}」，已达到指标值，得分（${words.cell(finding.cell)}）为${words.number(data.score)}分，低于分值${words.number(data.weight)}分。请核实完成值与得分，或在说明中写清扣分依据。`;
  },
};

/** The row has a rule that judges it, or one that gives this very score. */
function isRuled(context: CheckContext, { row, score }: ScoredRow): boolean {
  return ['own', 'vague'].includes(ruleKind(context, row)) || ruleGives(context, row, score);
}

/** Met and no more: far above the target, points may have been taken off for a target set too low. */
function isMet({ scoreTable, parameters }: CheckContext, row: IndicatorRow, target: Quantity, actual: Quantity): boolean {
  const direction = directionOf(row);
  if (compareQuantities(target, actual, direction, scoreTable.year?.value ?? null) !== 'met') return false;
  const ratio = completionRatio(target, actual, direction.way);
  return direction.way !== 'up' || ratio === null || ratio.lt(parameters.overAchievement.value);
}

/** Or there is no place for one: then no other check asks. */
function isReasonGiven({ scoreTable }: CheckContext, { row }: ScoredRow): boolean {
  if (row.reason === undefined) return scoreTable.remarks === undefined;
  return !saysNothing(explanation(row.reason));
}
