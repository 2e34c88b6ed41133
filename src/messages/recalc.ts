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

/** `over`: the full score, where the sum exceeds it. */
export const sumReason = (rows: number, sum: Dec, over: Dec | null): string => `${rows}项得分之和为${numberText(sum)}${over === null ? '' : `，超过满分${numberText(over)}，请核对分值`}`;
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
  shared: '几行共用一个得分格，由人分配',
  'not-applicable': '该项不适用，没有写明怎样计分',
  'no-direction': '未写明指标值是下限还是上限（≥、≤）',
};

/** 「目标值≥95%，完成值92%，分值5分，得4.84分（92%÷95%×5=4.84），扣0.16分。原因：【待填】；改进措施：【待填】。」 */
export function deductionText(weight: Dec, score: Dec, target: string, actual: string, arithmetic: string | null): string {
  const values = target !== '' && actual !== '' ? `目标值${target}，完成值${actual}，` : '';
  const how = arithmetic === null ? '' : `（${arithmetic}）`;
  return `${values}分值${numberText(weight)}分，得${numberText(score)}分${how}，扣${numberText(weight.minus(score))}分。原因：【待填】；改进措施：【待填】。`;
}

/** Up to so many scores are written out. */
const MOST_SCORES = 6;

/** Why a cell was left as it is; each a phrase that follows 「…：」. */
export const KEPT_TEXTS = {
  needsAll: (expected: Dec, because: string): string => `按规则应为${numberText(expected)}${because === '' ? '' : `（${because}）`}，已填的数默认不改`,
  needsRaise: (expected: Dec, because: string): string => `按规则应为${numberText(expected)}${because === '' ? '' : `（${because}）`}，比已填的高，未另行确认不调高`,
  needsAllRate: (expected: Dec, because: string): string => `按金额应为${ratePoints(expected)}（${because}），已填的数默认不改`,
  needsRaiseRate: (expected: Dec, because: string): string => `按金额应为${ratePoints(expected)}（${because}），比已填的高，未另行确认不调高`,
  several: (scores: readonly Dec[]): string => `评分标准允许${scores.slice(0, MOST_SCORES).map(numberText).join('、')}${scores.length > MOST_SCORES ? '等' : ''}，由人评定`,
  range: (from: Dec, to: Dec): string => `评分标准只定出${numberText(from)}至${numberText(to)}分的范围，由人评定`,
  notApplicable: '标明不适用，如何计分请按通知办理',
  text: (text: string): string => (text === '' ? '不是数字，未作改动' : `写的是「${text.length > 20 ? `${text.slice(0, 20)}…` : text}」，请人工核实`),
  formula: (expected: Dec): string => `是公式，结果与应为的${numberText(expected)}不同，请核对公式`,
  doubted: '所依据的数据有疑问，请先按审核结果核实',
  shared: '几行共用一个得分或分值，由人分配',
  rateOtherwise: '执行率按另一口径填列，请核实口径',
  blanksRemain: (rows: number): string => `还有${rows}处得分未填，暂不合计`,
  coversUnknown: '合计的范围不能确定，未填',
  proRata: '有不计分的指标，是否折算请按通知办理',
  textScores: '部分得分是文本，公式会漏计，仍为数值',
  ownBands: '表中另有等级划分，请人工填写',
  ticked: '等级是勾选或文字说明，请人工修改',
  noTotal: '总分未定，等级暂不填',
  locked: '单元格已锁定',
  covered: '在合并单元格之内',
  refused: '属于数组公式等不能单独改写的单元格',
  signature: '在签字盖章行',
} as const;

export const asStatedText = (count: number): string => `另有${count}项得分不能由评分标准唯一确定，保持原填`;
