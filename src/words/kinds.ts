import type { Submission } from '../score-table/types';

/** Kinds of self-evaluation as the forms call them. */
export const KIND_NAMES: Readonly<Record<NonNullable<Submission['kind']>, string>> = { whole: '部门（单位）整体', project: '项目支出', transfer: '转移支付' };
