/** The words of a standard's file: Chinese as people write them, English as the code calls them. Both are read. */
import type { FormKind, StandardRowRole, StandardStatus, SwitchName, Force } from './types';

type Keys<K extends string> = Readonly<Record<K, string>>;

export const STANDARD_KEYS = {
  id: '编号',
  title: '名称',
  kind: '适用',
  place: '地区',
  status: '状态',
  force: '效力',
  reference: '依据',
  from: '起',
  until: '止',
  extends: '沿用',
  about: '说明',
  needed: '待核实',
  switches: '规定',
  items: '数据项',
  notes: '注',
  rows: '指标',
} as const satisfies Keys<string>;

export const ROW_KEYS = {
  name: '名称',
  aliases: '别名',
  role: '类型',
  weight: '分值',
  rule: '标准',
  note: '说明',
  reference: '依据',
  from: '起',
  until: '止',
  open: '自定',
  children: '下级',
} as const satisfies Keys<string>;

export const REFERENCE_KEYS = {
  title: '标题',
  number: '文号',
  article: '条款',
  status: '状态',
  from: '起',
} as const satisfies Keys<string>;

export const DATED_KEYS = { value: '值', from: '起', until: '止', reference: '依据' } as const satisfies Keys<string>;

export const ITEM_KEYS = {
  name: '名称',
  synonyms: '同义',
  period: '时期',
  basis: '口径',
  unit: '单位',
  formula: '公式',
} as const satisfies Keys<string>;

export const SWITCH_KEYS: Keys<SwitchName> = {
  fullScore: '满分',
  grades: '等级',
  executionScore: '执行率得分',
  executionWeight: '执行率分值',
  executionExplained: '执行率须说明',
  budgetAdjustment: '预算调整须说明',
  overAchievement: '超额完成',
  executionWarning: '执行预警',
  qualitativeBands: '定性分档',
  notApplicable: '不适用指标',
  partialPoints: '不足一个百分点',
  rateRounding: '比率取舍',
  zeroTarget: '目标为零',
  totalCaps: '总分上限',
};

export const OVER_KEYS = { from: '超过', then: '处理' } as const satisfies Keys<string>;
export const WARNING_KEYS = { red: '红', yellow: '黄' } as const satisfies Keys<string>;
export const CAP_KEYS = { below: '执行率低于', most: '总分不超过' } as const satisfies Keys<string>;

/** Allowed words of a key: code → Chinese. */
export type KeyWords<V extends string> = Readonly<Record<V, string>>;

export const KINDS: KeyWords<FormKind | 'any'> = { whole: '整体', project: '项目', transfer: '转移支付', any: '通用' };
export const STATUSES: KeyWords<StandardStatus> = { official: '官方', reconstructed: '重构' };
export const REFERENCE_STATUSES: KeyWords<'official' | 'reconstructed' | 'practice'> = {
  official: '官方',
  reconstructed: '重构',
  practice: '惯例',
};
export const FORCES: KeyWords<Force> = { binding: '约束', principle: '原则' };
export const ROLES: KeyWords<StandardRowRole> = { indicator: '指标', execution: '执行率', bonus: '加减分' };
export const PERIODS: KeyWords<'this' | 'last'> = { this: '本年', last: '上年' };
export const OVER: KeyWords<'explain' | 'reduce' | 'not-counted' | 'none'> = {
  explain: '说明',
  reduce: '调减',
  'not-counted': '不计分',
  none: '不处理',
};
export const NOT_APPLICABLE: KeyWords<'full' | 'excluded' | 'zero' | 'as-said'> = {
  full: '满分',
  excluded: '折算',
  zero: '零分',
  'as-said': '按说明',
};
export const PARTIAL: KeyWords<'either' | 'proportional' | 'whole-only' | 'begun'> = {
  either: '都认',
  proportional: '按比例',
  'whole-only': '不计',
  begun: '按一个计',
};
export const RATE: KeyWords<'either' | 'exact' | 'as-shown'> = { either: '都认', exact: '按原值', 'as-shown': '按显示' };
export const ZERO_WORDS: KeyWords<'all-or-nothing' | 'unknown'> = { 'all-or-nothing': '满分或零分', unknown: '不判断' };
export const EXECUTION_SCORE: KeyWords<'proportional-capped'> = { 'proportional-capped': '按比例' };

/** Every key of a file in Chinese, the longest first: what a slip of the pen is recognised by. */
export const ALL_KEYS: readonly string[] = [
  ...new Set(
    [STANDARD_KEYS, ROW_KEYS, REFERENCE_KEYS, DATED_KEYS, ITEM_KEYS, SWITCH_KEYS, OVER_KEYS, WARNING_KEYS, CAP_KEYS].flatMap((keys) =>
      Object.values(keys as Keys<string>),
    ),
  ),
].sort((a, b) => b.length - a.length);
