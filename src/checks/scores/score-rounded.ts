import { type IndicatorRow, rounded, selfScore, type Slot, stepOfOthers } from '../../score-table';
import { halfUp, type Dec } from '../../workbook';
import { accused } from '../support/accused';
import { ARITHMETIC } from '../support/basis';
import { arithmeticShown, dueScore, shownScore } from '../../scoring';
import { judgedRows, isPlainExecutionRule, type Derived } from '../support/derived';
import { executionFacts } from '../support/execution-facts';
import { ratePoints } from '../support/money';
import { judgeSum, statedSums } from '../support/totals';
import type { Check, CheckContext, Raw } from '../types';

export interface ScoreRounded {
  readonly name: string;
  readonly stated: Dec;
  readonly exact: Dec;
  readonly arithmetic: { readonly rate: Dec; readonly weight: Dec } | null;
  /** 「92%÷95%×10=9.684211≈9.68」, where a rule gives the score. */
  readonly worked?: string;
}

export const scoreRounded: Check<ScoreRounded> = {
  code: 'score-rounded',
  title: '得分取整',
  headline: '得分取整',
  severities: ['advisory'],
  basis: { ...ARITHMETIC, article: '得分的小数位数全表一致' },
  needs: ['scores'],
  explain: {
    looksFor: '得分算得对，但取整或舍位比表中其他得分粗（如8.62填9，而其他得分带小数）；总分与各项得分之和只差舍入。',
    howToFix: '按表中其他得分的小数位数填写；确需取整的，全表一致并注明。',
  },
  *run(context) {
    const facts = executionFacts(context);
    if (facts !== null) {
      const raw = one(
        context,
        facts.row,
        facts.score,
        facts.rate.gt(1) ? facts.rate.div(facts.rate) : facts.rate,
        facts.weight,
        facts.onAmounts,
      );
      if (raw !== null) yield raw;
    }
    yield* judgedRows(context, byRule);
    for (const row of context.scoreTable.rows) {
      const rate = row.itemScore?.value?.div(100) ?? row.coefficient?.value ?? null;
      const score = row.role === 'indicator' && row.shares === undefined ? selfScore(context.scoreTable, row) : undefined;
      if (rate === null || score === undefined || row.weight?.value == null || rate.lt(0) || rate.gt(1)) continue;
      const raw = one(context, row, score, rate, row.weight.value, null);
      if (raw !== null) yield raw;
    }
    yield* totals(context);
  },
  message(data, words, finding) {
    const place = `${words.name(data.name)}（${words.cell(finding.cell)}）填${words.number(data.stated)}分`;
    if (data.worked !== undefined)
      return `${place}，按${data.worked}分取整或舍位而来，比表中其他得分粗。请核实后按相同的小数位数填写，或注明取整规则。`;
    if (data.arithmetic === null)
      return `${place}，各项得分之和为${words.number(data.exact)}分，差别在舍入范围之内。请核实后统一小数位数。`;
    const { rate, weight } = data.arithmetic;
    return `${place}，按${ratePoints(rate)}×${words.number(weight)}=${words.number(data.exact)}分取整或舍位而来，比表中其他得分粗。请核实后按相同的小数位数填写，或注明取整规则。`;
  },
};

/** The score a rule determines, rounded or cut to a coarser step than the others. */
function byRule(context: CheckContext, { row, slot, score, weight, derivation, rule, step }: Derived): Raw<ScoreRounded> | null {
  const { admissible } = derivation;
  if (isPlainExecutionRule(row, rule) || row.itemScore?.value != null || row.coefficient?.value != null) return null;
  const readings =
    admissible.is === 'exact'
      ? [{ score: admissible.score, arithmetic: admissible.arithmetic }]
      : admissible.is === 'one-of' && admissible.readings.length === admissible.scores.length
        ? admissible.readings
        : [];
  const verdicts = readings.map((one) => ({
    one,
    is: rounded(score, dueScore(one, weight), step).is,
  }));
  const coarse = verdicts.find(({ is }) => is === 'coarse')?.one;
  if (coarse === undefined || verdicts.some(({ is }) => is === 'right')) return null;
  return {
    severity: 'advisory',
    accused: accused(row.id, 'score'),
    cell: slot.at,
    indicator: row.name.value,
    data: {
      name: row.name.value,
      stated: score,
      exact: coarse.score,
      arithmetic: null,
      worked: arithmeticShown(context.scoreTable, coarse.arithmetic),
    },
    actual: score,
    expected: shownScore(context.scoreTable, coarse.score),
  };
}

function one(
  context: CheckContext,
  row: IndicatorRow,
  slot: Slot<Dec>,
  rate: Dec,
  weight: Dec,
  other: Dec | null,
): Raw<ScoreRounded> | null {
  if (slot.value === null || context.doubted(slot.at)) return null;
  const step = stepOfOthers(context.scoreTable, row, context.scoreTable.self!);
  const exact = rate.times(weight);
  const stated = slot.value;
  const by = (score: Dec) => rounded(stated, { score, proportional: true, full: null }, step).is;
  if (by(exact) !== 'coarse' || (other !== null && by(other) === 'right')) return null;
  const name = row.name.value.replace(/[:：]\s*$/, '');
  return {
    severity: 'advisory',
    accused: accused(row.id, 'score'),
    cell: slot.at,
    indicator: row.name.value,
    data: { name, stated: slot.value, exact, arithmetic: { rate, weight } },
    actual: slot.value,
    expected: halfUp(exact, 2),
  };
}

/** Beyond the tolerance it is total-score's. */
function* totals(context: CheckContext): Iterable<Raw<ScoreRounded>> {
  for (const stated of [...statedSums(context, 'total'), ...statedSums(context, 'subtotal')]) {
    const verdict = judgeSum(context, stated);
    if (verdict.is !== 'rounded') continue;
    const data = { name: stated.label.replace(/\s+/g, ''), stated: verdict.stated, exact: verdict.sum, arithmetic: null };
    yield {
      severity: 'advisory',
      accused: stated.accused,
      cell: stated.slot.at,
      indicator: null,
      data,
      actual: verdict.stated,
      expected: verdict.sum,
    };
  }
}
