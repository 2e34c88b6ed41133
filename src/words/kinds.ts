import type { ScoreTable } from '../score-table';

/** Kinds of self-evaluation as the forms call them. */
export const KIND_NAMES: Readonly<Record<NonNullable<ScoreTable['kind']>, string>> = {
  whole: '部门（单位）整体',
  project: '项目支出',
  transfer: '转移支付',
};
