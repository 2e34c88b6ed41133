import {
  completionRatio,
  directionOf,
  explanation,
  type IndicatorRow,
  saysDone,
  saysNothing,
  type ScoreTable,
  valueOf,
} from '../../score-table';
import type { Addr, Dec } from '../../workbook';
import { accused } from '../support/accused';
import { scoredRowsRead } from '../support/deductions';
import { DEFAULT_PARAMETERS, type Parameters } from '../../standards';
import { quotedSlot } from '../support/quoted';
import type { Check, CheckContext } from '../types';

export interface OverAchievement {
  readonly name: string;
  readonly at: Addr;
  readonly target: string;
  readonly actual: string;
  readonly ratio: Dec;
  readonly threshold: Dec;
  /** What the standard makes of it. */
  readonly then: Parameters['overConsequence']['value'];
}

export const overAchievement: Check<OverAchievement> = {
  code: 'over-achievement',
  title: '完成值明显高于指标值',
  headline: '完成值远超目标',
  severities: ['advisory'],
  basis: DEFAULT_PARAMETERS.overAchievement.reference,
  needs: ['targets', 'actuals'],
  explain: {
    looksFor: `越高越好的定量指标，完成值超过指标值的 ${DEFAULT_PARAMETERS.overAchievement.value.times(100).toFixed()}%（标准另有规定的从其规定）而没有说明原因。`,
    howToFix: '在原因栏说明超额的原因；指标值偏低的，如实说明并在以后年度调整。',
  },
  *run(context) {
    const { value: threshold, reference } = context.parameters.overAchievement;
    const then = context.parameters.overConsequence.value;
    if (then === 'none') return;
    const deducted = lowered(context);
    for (const row of context.scoreTable.rows) {
      const target = valueOf(row.target);
      const actual = valueOf(row.actual);
      if (
        row.role !== 'indicator' ||
        row.applies === false ||
        row.target === undefined ||
        row.actual === undefined ||
        target === null ||
        actual === null
      )
        continue;
      if (directionOf(row).way !== 'up' || (actual.comparatorFrom === 'text' && actual.comparator !== '=')) continue;
      const ratio = completionRatio(target, actual, 'up');
      if (ratio === null || ratio.lte(threshold) || context.doubted(row.target.at) || context.doubted(row.actual.at)) continue;
      if (deducted.has(row.id) || isExplained(row, context.scoreTable)) continue;
      yield {
        severity: 'advisory',
        accused: accused(row.id, 'actual'),
        cell: row.actual.at,
        related: [row.target.at],
        indicator: row.name.value,
        data: {
          name: row.name.value,
          at: row.actual.at,
          target: quotedSlot(row.target),
          actual: quotedSlot(row.actual),
          ratio,
          threshold,
          then,
        },
        actual: quotedSlot(row.actual),
        basis: reference,
      };
    }
  },
  message(data, words) {
    return `${words.name(data.name)} ${words.cell(data.at)} 的完成值「${data.actual}」是指标值「${data.target}」的${words.percent(data.ratio)}，超过${words.percent(data.threshold)}而没有说明原因。${THEN[data.then]}请说明超额原因，并核实指标值是否偏低。`;
  },
};

const THEN: Readonly<Record<OverAchievement['then'], string>> = {
  explain: '',
  none: '',
  reduce: '所用标准规定，指标值偏低的按偏离程度调减得分。',
  'not-counted': '所用标准规定，超过的不计入达标。',
};

/** Rows that lost points already: the deduction is what needs explaining. */
function lowered(context: CheckContext): ReadonlySet<string> {
  const rows = scoredRowsRead(context).filter(({ score, weight }) => score.lt(weight));
  return new Set(rows.flatMap(({ members }) => members.map((member) => member.id)));
}

function isExplained(row: IndicatorRow, scoreTable: ScoreTable): boolean {
  const own = explanation(row.reason);
  if (!saysNothing(own) && !saysDone(own)) return true;
  const box = explanation(scoreTable.remarks);
  return /超额|超出|超过|高于|偏低/.test(box) || (!saysNothing(box) && box.includes(row.name.value.replace(/\s/g, '')));
}
