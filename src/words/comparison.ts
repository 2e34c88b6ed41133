/** The words of 比对, on the screen and in its workbook. */

type Kind = 'resubmitted' | 'published' | 'yearly' | 'target';
type State = 'resolved' | 'remaining' | 'changed' | 'new' | 'unchecked';

export const COMPARISON_TITLES: Readonly<Record<Kind, string>> = {
  resubmitted: '修改情况核对',
  published: '报送与公开核对',
  yearly: '与上年比较',
  target: '批复目标核对',
};

/** What the two sides are called. */
export const SIDE_NAMES: Readonly<Record<Kind, readonly [string, string]>> = {
  resubmitted: ['上次', '这次'],
  published: ['报送', '公开'],
  yearly: ['上年', '今年'],
  target: ['批复', '自评'],
};

export const FINDING_STATES: Readonly<Record<State, string>> = {
  resolved: '已更正',
  remaining: '仍存在',
  changed: '仍存在，数值有变动',
  new: '新增',
  unchecked: '无法判断是否更正',
};

export const LINE_STATES = { changed: '改动', added: '新增的行', removed: '删去的行', renamed: '改名' } as const;
export const LINE_KINDS = { form: '表头', row: '指标', group: '分类', total: '合计', funding: '资金', data: '数据表' } as const;
export const withheldText = (count: number): string => `依法不予公开的 ${count} 处，不算不一致。`;
export const SAME = '没有不同。';
export const PUBLISHED_SAME = '公开的与报送的一致。';
export const NOT_PUBLISHED = '公开的文件中没有这张评分表。';
export const ONLY_BEFORE = (side: string): string => `只有${side}的文件中有这张评分表。`;
export const TARGETS_SAME = '指标和指标值与批复的绩效目标一致。';
