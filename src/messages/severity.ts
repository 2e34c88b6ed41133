import type { Severity } from '../checks/types';

/** Severities as accountants know them. */
export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = { mandatory: '强制性', advisory: '提示性', info: '参考' };

/** Printed under every result. */
export const NOTICE = '辅助核对结果，不作为评价结论，以财政部门复核为准';
