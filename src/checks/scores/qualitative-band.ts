import { type Rule, shownScore } from '../../scoring';
import type { Dec } from '../../workbook';
import { accused } from '../support/accused';
import { EVALUATION_RULES } from '../support/basis';
import { judgedRows, restingOn, ruleText, type Derived } from '../support/derived';
import { isAdmissible } from './score-inadmissible';
import type { Check, CheckContext, Raw } from '../types';

interface QualitativeBand {
  readonly name: string;
  readonly level: string;
  readonly stated: Dec;
  readonly from: Dec;
  readonly to: Dec;
  readonly rule: Rule;
}

export const qualitativeBand: Check<QualitativeBand> = {
  code: 'qualitative-band',
  title: '得分与所填达成情况不符',
  headline: '得分与达成不符',
  severities: ['advisory'],
  basis: { ...EVALUATION_RULES, article: '定性指标按达成情况分档记分' },
  needs: ['scores', 'weights'],
  explain: {
    looksFor: '完成值写明了达成情况（达成、部分达成、未达成等），得分却不在该档的范围之内。',
    howToFix: '核对达成情况和得分，使得分落在相应档次之内；当地另有分档的请写明。',
  },
  run: (context) => judgedRows(context, judge),
  message(data, words, finding) {
    const range = data.from.eq(data.to) ? `为${words.number(data.to)}分` : `在${words.number(data.from)}至${words.number(data.to)}分之间`;
    const by = data.rule.from === 'general' ? '按定性指标分档计分的一般规则' : ruleText(data.rule, words);
    return `${words.name(data.name)}填写的达成情况为「${data.level}」，${by}，得分应${range}，而得分（${words.cell(finding.cell)}）填${words.number(data.stated)}分。请核实达成情况和得分。`;
  },
};

function judge({ scoreTable }: CheckContext, { row, slot, score, weight, derivation, rule, step }: Derived): Raw<QualitativeBand> | null {
  const { admissible, facts } = derivation;
  const level = facts.find((fact) => fact.ref.kind === 'level');
  if (
    rule.parsed.criterion.kind !== 'bands' ||
    weight === null ||
    level === undefined ||
    typeof level.value !== 'string' ||
    derivation.missing.length > 0
  )
    return null;
  // The very words of the target are no stated level.
  const said = row.actual?.value?.text ?? '';
  if (said === row.target?.value?.text) return null;
  if (score.isNegative() || score.gt(weight) || admissible.is === 'unknown' || admissible.is === 'not-applicable') return null;
  const [from, to] =
    admissible.is === 'range'
      ? [admissible.from, admissible.to]
      : admissible.is === 'exact'
        ? [admissible.score, admissible.score]
        : [admissible.scores[0]!, admissible.scores[admissible.scores.length - 1]!];
  if (isAdmissible(score, { is: 'range', from, to, fromIncluded: true, toIncluded: true }, step, null)) return null;
  return {
    severity: 'advisory',
    accused: accused(row.id, 'score'),
    cell: slot.at,
    related: restingOn(derivation).filter((at) => at.sheet === slot.at.sheet),
    indicator: row.name.value,
    data: { name: row.name.value, level: said, stated: score, from: shownScore(scoreTable, from), to: shownScore(scoreTable, to), rule },
    actual: score,
    basis: rule.basis,
  };
}
