import { DEFAULT_PARAMETERS } from '../../standards';
import { halfUp, type Dec } from '../../workbook';
import { accused } from '../support/accused';
import { executionFacts } from '../support/execution-facts';
import { isExecutionRuleGiven } from '../support/execution-rule';
import { ratePoints } from '../support/money';
import { rounded, scoreDecimals, stepOfOthers } from '../../score-table';
import { isCleanScore } from '../support/typed';
import type { Check } from '../types';

export interface ExecutionScore {
  readonly name: string;
  readonly stated: Dec;
  readonly expected: Dec;
  readonly exact: Dec;
  readonly rate: Dec;
  readonly weight: Dec;
  /** The rule stands in the sheet, the template or a chosen standard; else the usual one is meant. */
  readonly given: boolean;
}

export const executionScoreCheck: Check<ExecutionScore> = {
  code: 'execution-score',
  title: '执行率得分与执行率不符',
  headline: '执行率得分不符',
  severities: ['mandatory', 'advisory'],
  basis: { ...DEFAULT_PARAMETERS.executionScore.reference, article: '执行率得分＝执行率×分值，以分值为限' },
  needs: ['funding', 'executionScore', 'scores'],
  explain: {
    looksFor:
      '预算执行率的得分不等于「执行率（超过100%按100%）×分值」。这一规定写在表中、下发表样或所选标准里的为强制性，只按通用办法计算的为提示性；表中另有计分规定的不查，只差取整的作提示（见 score-rounded）。',
    howToFix: '按所填执行率重算得分；执行率本身有误的，先改执行率。',
  },
  *run(context) {
    const { scoreTable, parameters } = context;
    const facts = parameters.executionScore.value === 'proportional-capped' ? executionFacts(context) : null;
    if (facts === null) return;
    const step = stepOfOthers(scoreTable, facts.row, scoreTable.self!);
    const readings = facts.onAmounts === null ? [facts.expected] : [facts.expected, facts.onAmounts];
    const verdicts = (full: Dec | null) => readings.map((score) => rounded(facts.stated, { score, proportional: true, full }, step).is);
    // Rounded coarser than the other scores is score-rounded's; rounded as they are, but up to all of the 分值, is not.
    const asRounded = verdicts(null);
    if (asRounded.includes('coarse') || verdicts(facts.weight).includes('right')) return;
    const given = isExecutionRuleGiven(context, facts.row);
    const expected = halfUp(facts.expected, Math.max(2, scoreDecimals(scoreTable)));
    yield {
      severity: given && !asRounded.includes('right') ? 'mandatory' : 'advisory',
      accused: accused(facts.row.id, 'score'),
      cell: facts.score.at,
      indicator: facts.row.name.value,
      data: {
        name: facts.row.name.value.replace(/[:：]\s*$/, ''),
        stated: facts.stated,
        expected,
        exact: facts.expected,
        rate: facts.rate,
        weight: facts.weight,
        given,
      },
      actual: facts.stated,
      expected,
      basis: { ...parameters.executionScore.reference, article: '执行率得分＝执行率×分值，以分值为限' },
      ...(isCleanScore(context, facts.row, scoreTable.self!, expected) ? { fix: { cell: facts.score.at, to: { value: expected } } } : {}),
    };
  },
  message(data, words, finding) {
    const capped = data.rate.gt(1) ? `执行率${words.percent(data.rate)}按100%计，` : '';
    const rate = data.rate.gt(1) ? '100%' : ratePoints(data.rate);
    const worked = `${rate}×${words.number(data.weight)}=${words.number(data.exact)}分`;
    const stated = `${words.name(data.name)}的执行率得分（${words.cell(finding.cell)}）填${words.number(data.stated)}分，${capped}`;
    return data.given
      ? `${stated}按执行率计算为${worked}，两者不一致。请核实执行率和得分。`
      : `${stated}按通用办法（执行率×分值）应为${worked}。请核实执行率和得分；本地另有计分办法的，请说明。`;
  },
};
