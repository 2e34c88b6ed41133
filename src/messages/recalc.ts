/** What 运算 says about each change and about what it left alone. */
import { ratePoints } from '../checks/support/money';
import { numberText } from '../checks/support/words';
import type { FactRef } from '../criteria/types';
import type { WhyUnknown } from '../scoring/types';
import type { Dec } from '../workbook/decimal';

export const PART_NAMES = { rate: '执行率', score: '得分', subtotal: '小计', total: '总分', grade: '等级', stored: '公式结果' } as const;

export const RATE_COLUMN = '执行率';

/** 「全年执行数÷全年预算数：180÷200=90%」 */
export function rateReason(divisorName: string, executed: Dec, divisor: Dec, rate: Dec): string {
  return `全年执行数÷${divisorName}：${numberText(executed)}÷${numberText(divisor)}=${ratePoints(rate)}`;
}

export const sumReason = (rows: number, sum: Dec): string => `${rows}项得分之和为${numberText(sum)}`;
export const rangeReason = (rows: number, sum: Dec): string => `求和公式改为正好计入各项得分，${rows}项之和为${numberText(sum)}`;
export const formReason = (to: 'formula' | 'value'): string => (to === 'formula' ? '按要求写成公式，数值不变' : '按要求写成数值，数值不变');
export const gradeReason = (total: Dec, full: Dec, grade: string): string => `总分${numberText(total)}（满分${numberText(full)}）对应「${grade}」`;
export const followReason = '公式不变，结果随所填数据更新';
export const staleReason = '公式不变，原存结果未更新，已重新计算';
export const scoreReason = (arithmetic: string): string => `按评分标准计算：${arithmetic}`;
export const notApplicableReason = (treatment: 'full' | 'zero'): string => (treatment === 'full' ? '不适用，按评分标准得满分' : '不适用，按评分标准不得分');

/** What of a fact is missing, as one would ask for it: 「违规例数」. */
export function factName({ kind, role, name, unit }: FactRef): string {
  if (name === '') {
    if (role === 'target') return '目标值';
    if (role === 'actual' || role === 'own') return '完成值';
    return { rate: '比率', number: '数值', count: '次数', yes: '是否符合', level: '达成等级', rank: '名次', date: '日期' }[kind];
  }
  if (kind === 'count') return unit === '' || name.endsWith('数') ? `${name}的次数` : `${name}的${unit}数`;
  return kind === 'yes' ? `是否${name.replace(/^是否/, '')}` : name;
}

const MOST_FACTS = 3;

/** 「缺：违规例数、整改情况」 */
export function missingText(missing: readonly FactRef[]): string {
  const names = [...new Set(missing.map(factName))];
  const shown = names.slice(0, MOST_FACTS).join('、');
  return `缺：${shown}${names.length > MOST_FACTS ? `等${names.length}项` : ''}`;
}

export const UNKNOWN_TEXTS: Readonly<Record<WhyUnknown, string>> = {
  'no-rule': '没有可据以计算的评分标准',
  'not-understood': '评分标准未能识别，请人工评定',
  'no-weight': '没有分值，无法计算',
  'facts-missing': '评分所需的情况没有填写',
  judgement: '由人评定，程序不填',
  'rules-disagree': '评分标准与表注不一致，请先核实',
  'no-target': '缺：目标值',
  'no-actual': '缺：完成值',
  'no-rate': '缺：执行率（或预算数、执行数）',
};
