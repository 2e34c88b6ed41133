import { arithmeticShown, dueScore, type Fact, isWorkedOut, type Rule, shownScore } from '../../scoring';
import type { Dec } from '../../workbook';
import { accused } from '../support/accused';
import { EVALUATION_RULES } from '../support/basis';
import { isBeyondDoubt, isBinding, isPlainExecutionRule, judgedRows, restingOn, scoreAndRule, type Derived } from '../support/derived';
import { rounded, saysWhy } from '../../score-table';
import { isCleanScore } from '../support/typed';
import type { Check, CheckContext, Raw } from '../types';
import type { Severity } from '../../words';

export interface ScoreMismatch {
  readonly name: string;
  readonly stated: Dec;
  readonly expected: Dec;
  /** 「180÷200×5=4.5」. */
  readonly arithmetic: string;
  readonly rule: Rule;
  readonly facts: readonly Fact[];
}

export const scoreMismatch: Check<ScoreMismatch> = {
  code: 'score-mismatch',
  title: '得分与评分标准算出的不一致',
  headline: '得分与标准不符',
  severities: ['mandatory', 'advisory'],
  basis: { ...EVALUATION_RULES, article: '得分按评分标准计算' },
  needs: ['scores'],
  explain: {
    looksFor:
      '评分标准（公式、比例、档次、每点扣分等）和表中数据能算出确定的得分，而自评得分与之不同。多计的为强制性，少计的为提示性；表中没有评分标准、只按完成比例的一般规则计算的，一律为提示性。',
    howToFix: '按所列算式核对数据和得分；数据有误的先改数据，另有计分依据的请写明。',
  },
  run: (context) => judgedRows(context, judge),
  message(data, words, finding) {
    return `${scoreAndRule(data, words, finding)}计算，应为${words.number(data.expected)}分${isWorkedOut(data.arithmetic) ? `（${data.arithmetic}）` : ''}。请核实数据和得分，或写明另外的计分依据。`;
  },
};

function judge(context: CheckContext, derived: Derived): Raw<ScoreMismatch> | null {
  const { row, slot, score, weight, derivation, rule, step } = derived;
  const { admissible } = derivation;
  if (admissible.is !== 'exact' || isPlainExecutionRule(row, rule) || isOutside(score, weight)) return null;
  const exact = dueScore(admissible, weight);
  if (rounded(score, exact, step).is !== 'different') return null;
  const severity = severityOf(derived, admissible.score);
  if (severity === null) return null;
  const { scoreTable } = context;
  const expected = shownScore(scoreTable, admissible.score);
  return {
    severity,
    accused: accused(row.id, 'score'),
    cell: slot.at,
    related: restingOn(derivation).filter((at) => at.sheet === slot.at.sheet),
    indicator: row.name.value,
    data: {
      name: row.name.value,
      stated: score,
      expected,
      arithmetic: arithmeticShown(scoreTable, admissible.arithmetic),
      rule,
      facts: derivation.facts,
    },
    actual: score,
    expected,
    basis: rule.basis,
    ...(isCleanScore(context, row, scoreTable.self!, expected) ? { fix: { cell: slot.at, to: { value: expected } } } : {}),
  };
}

/** score-out-of-range's. */
function isOutside(score: Dec, weight: Dec | null): boolean {
  return weight !== null && (score.isNegative() || score.gt(weight));
}

/**
 * Higher than a binding rule gives is beyond doubt wrong. Where only the general rule speaks, units may have rules of their
 * own: a lower score that is explained is theirs to give, and full marks on a missed target are missed-target-full-score's.
 */
function severityOf(derived: Derived, expected: Dec): Severity | null {
  const { row, score, weight, rule } = derived;
  // Points taken off a full score without a word: deduction-unexplained's.
  if (weight !== null && expected.eq(weight) && row.reason !== undefined && !saysWhy(row.reason)) return null;
  if (isBinding(rule)) return score.gt(expected) && isBeyondDoubt(derived) ? 'mandatory' : 'advisory';
  if (weight !== null && expected.eq(weight)) return null;
  return score.lt(expected) && saysWhy(row.reason) ? null : 'advisory';
}
