/**
 * The rules of 财预〔2020〕10号 for forms that have target and 完成值 and no criterion of their own, written as criteria:
 * quantities by their share of the target, qualities by 达成 level, the execution rate.
 */
import type { IndicatorRow, Submission } from '../../recognition/types';
import type { Reference } from '../../standards/types';
import { parseCriterion } from '../language';
import { comparedPair, compareQuantities } from '../sheet/compare-quantities';
import { directionOf } from '../sheet/direction';
import { fundingTotal } from '../sheet/execution';
import type { Rule, WhyUnknown } from '../types';
import texts from '../data/general-rules.json';

export const GENERAL_BASIS: Reference = { title: '项目支出绩效评价管理办法', number: '财预〔2020〕10号', from: '2020-02-25', status: 'official' };

const ARTICLES: Readonly<Record<keyof typeof texts, string>> = {
  forward: '未完成指标值的，按完成值与指标值的比例记分',
  inverse: '未完成指标值的，按完成值与指标值的比例记分',
  met: '完成指标值的，记满分',
  levels: '定性指标按达成情况分档记分',
  execution: '执行率得分＝执行率×分值，以分值为限',
  item: '得分＝得分系数×分值',
};

export type General = { readonly rule: Rule } | { readonly why: WhyUnknown };

/** The general rule for a row, or why there is none. */
export function generalRule(submission: Submission, row: IndicatorRow): General {
  if (row.role === 'execution') return fundingTotal(submission) === null ? { why: 'no-rate' } : ruleOf('execution');
  if (row.role !== 'indicator') return { why: 'no-rule' };
  if (row.coefficient?.value != null) return ruleOf('item');
  const roles = new Set(submission.columns.map((column) => column.role));
  if (!roles.has('target') || !roles.has('actual')) return { why: 'no-rule' };
  const { target, actual } = row;
  if (target?.value == null) return { why: 'no-target' };
  if (target.value.kind === 'words') return ruleOf('levels');
  if (actual?.value == null) return { why: 'no-actual' };
  const direction = directionOf(row);
  const verdict = compareQuantities(target.value, actual.value, direction, submission.year?.value ?? null);
  if (verdict === 'met') return ruleOf('met');
  if (comparedPair(target.value, actual.value) !== null) {
    if (direction.way === 'up') return ruleOf('forward');
    if (direction.way === 'down') return ruleOf('inverse');
    // 「=」: falling short is in proportion; beyond it nobody says.
    if (verdict === 'missed' && direction.certain) return ruleOf('forward');
  }
  return { why: target.value.kind === 'number' ? 'no-direction' : 'judgement' };
}

function ruleOf(kind: keyof typeof texts): General {
  return { rule: { from: 'general', text: texts[kind], parsed: parseCriterion(texts[kind]), basis: { ...GENERAL_BASIS, article: ARTICLES[kind] } } };
}
