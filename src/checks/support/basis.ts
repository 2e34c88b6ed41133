/** References that several checks give as their basis. */
import type { Reference } from '../../standards';

/** What follows from addition alone and needs no rule. */
export const ARITHMETIC: Reference = { title: '表内算术关系', status: 'arithmetic' };

/**
 * The finance ministry's rules on performance evaluation of project expenditure, as public forms apply them. The published
 * text was not read, so it is referred to and no article is given.
 */
export const EVALUATION_RULES: Reference = {
  title: '项目支出绩效评价管理办法',
  number: '财预〔2020〕10号',
  from: '2020-02-25',
  status: 'practice',
};

/** How such forms are filled in, without a text that says so. */
export const PRACTICE: Reference = { title: '绩效自评表填报惯例', status: 'practice' };

/** What holds for any workbook, whatever its subject. */
export const WORKBOOK_SOUNDNESS: Reference = { title: '电子表格数据完整性', status: 'practice' };

/** Our own limits, never the unit's mistake. */
export const OWN_LIMITS: Reference = { title: '本工具检查范围说明', status: 'practice' };
