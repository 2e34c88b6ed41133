import { OWN_LIMITS } from '../support/basis';
import type { Check } from '../types';

/** Which check could not finish; `error` is for a report to us, not for the sentence. */
export interface CheckCrashed {
  readonly code: string;
  readonly title: string;
  readonly error: string;
  /** The one row it could not be done for; absent: the whole table. */
  readonly row?: string;
}

/** Never found by looking: assessment adds it where another check threw. */
export const checkCrashed: Check<CheckCrashed> = {
  code: 'check-crashed',
  title: '检查未能完成',
  headline: '未能检查',
  severities: ['info'],
  basis: OWN_LIMITS,
  needs: [],
  explain: {
    looksFor: '某项检查在处理本表时中断，该项没有得出结论。',
    howToFix: '这是本工具的问题，不是填报问题，单位无需处理；请人工核对该项内容，并把表格反馈给工具维护者。',
  },
  *run() {
    // Nothing in a sheet is looked at.
  },
  message(data, words) {
    if (data.row !== undefined)
      return `${words.name(data.row)}一行的评分规则处理时出错，该行得分没有核对。这是本工具的问题，单位无需处理；该行请人工核对。`;
    return `「${data.title}」（${data.code}）一项未能完成检查，没有结论。这是本工具的问题，单位无需处理；该项请人工核对。`;
  },
};
