import { isProportional } from '../../criteria';
import { type Admissible, type Fact, type Rule, shownScore } from '../../scoring';
import type { Dec } from '../../workbook';
import { accused } from '../support/accused';
import { EVALUATION_RULES } from '../support/basis';
import { isBeyondDoubt, isBinding, isPlainExecutionRule, judgedRows, restingOn, scoreAndRule, type Derived } from '../support/derived';
import { halfUnit, rounded } from '../../score-table';
import type { Check, CheckContext, Raw } from '../types';
import type { Words } from '../../words';

export interface ScoreInadmissible {
  readonly name: string;
  readonly stated: Dec;
  readonly weight: Dec;
  /** Highest first. */
  readonly scores: readonly Dec[] | null;
  readonly range: { readonly from: Dec; readonly to: Dec } | null;
  readonly rule: Rule;
  readonly facts: readonly Fact[];
}

const MOST_SHOWN = 8;

export const scoreInadmissible: Check<ScoreInadmissible> = {
  code: 'score-inadmissible',
  title: '得分不在评分标准允许的分数之内',
  headline: '得分不在评分档次内',
  severities: ['mandatory', 'advisory'],
  basis: { ...EVALUATION_RULES, article: '得分按评分标准计算' },
  needs: ['scores', 'weights'],
  explain: {
    looksFor:
      '评分标准只允许某些得分（如每例扣0.5分，得分只能是分值减去0.5的倍数）或某个范围，自评得分不在其中。评分标准全部读懂的为强制性，只读懂一部分的为提示性。',
    howToFix: '按评分标准核对扣分的次数和档次，改正得分；另有计分依据的请写明。',
  },
  run: (context) => judgedRows(context, judge),
  message(data, words, finding) {
    return `${scoreAndRule(data, words, finding)}，${allowed(data, words)}。请按评分标准核实得分，或写明另外的计分依据。`;
  },
};

function allowed({ scores, range }: ScoreInadmissible, words: Words): string {
  if (scores !== null) {
    const shown = scores
      .slice(0, MOST_SHOWN)
      .map((one) => words.number(one))
      .join('、');
    return `只可能得${shown}${scores.length > MOST_SHOWN ? '…' : ''}分`;
  }
  return `得分应在${words.number(range!.from)}至${words.number(range!.to)}分之间`;
}

function judge(context: CheckContext, derived: Derived): Raw<ScoreInadmissible> | null {
  const { row, slot, score, weight, derivation, rule, step } = derived;
  const { admissible } = derivation;
  if (weight === null || score.isNegative() || score.gt(weight) || !isBinding(rule)) return null;
  // A 达成 level's band is qualitative-band's.
  if (rule.parsed.criterion.kind === 'bands' || isPlainExecutionRule(row, rule) || isAdmissible(score, admissible, step, weight))
    return null;
  const set = setOf(context, admissible);
  return {
    severity: isBeyondDoubt(derived) ? 'mandatory' : 'advisory',
    accused: accused(row.id, 'score'),
    cell: slot.at,
    related: restingOn(derivation).filter((at) => at.sheet === slot.at.sheet),
    indicator: row.name.value,
    data: { name: row.name.value, stated: score, weight, ...set, rule, facts: derivation.facts },
    actual: score,
    expected: set.scores !== null && set.scores.length === 1 ? set.scores[0]! : null,
    basis: rule.basis,
  };
}

/** Also where it is such a score, rounded, and in proportion to something measured. */
export function isAdmissible(score: Dec, admissible: Admissible, step: Dec, full: Dec | null): boolean {
  if (admissible.is === 'one-of') {
    const isOne = (one: Dec, proportional: boolean): boolean => rounded(score, { score: one, proportional, full }, step).is !== 'different';
    return (
      admissible.scores.some((one) => isOne(one, false)) ||
      admissible.readings.some((one) => isOne(one.score, isProportional(one.arithmetic)))
    );
  }
  if (admissible.is !== 'range') return true;
  const tolerance = halfUnit(2);
  return score.gte(admissible.from.minus(tolerance)) && score.lte(admissible.to.plus(tolerance));
}

function setOf({ scoreTable }: CheckContext, admissible: Admissible): Pick<ScoreInadmissible, 'scores' | 'range'> {
  if (admissible.is === 'range')
    return { scores: null, range: { from: shownScore(scoreTable, admissible.from), to: shownScore(scoreTable, admissible.to) } };
  const scores = admissible.is === 'one-of' ? admissible.scores.map((one) => shownScore(scoreTable, one)).sort((a, b) => b.cmp(a)) : [];
  return { scores, range: null };
}
