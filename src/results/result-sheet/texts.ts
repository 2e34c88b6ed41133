/** The words of the 审核结果 sheet that are no check's own. */
import { REPLY_HEADINGS, REPORT_HEAD } from '../../answers';

export { RESULT_TITLE } from '../../answers';
export const RESULT_SHEET = '审核结果';

/** How to read the sheet: for someone who sees it for the first time. */
export const READING_GUIDE = [
  '怎样看：先看「结论」，再逐条看下面的清单。点「单元格」一列，可以跳到表中的位置；表中相应的格子已经标出颜色并附批注（原来就有批注的格子只标颜色）。',
  '怎样办：「必须更正」的，请更正或补填后再报送；「需要说明」的，请更正，或书面说明理由；「参考」不需回复。办完一条，请在「处理」一列打勾，理由写在「说明」一列（写明具体事项和依据）。',
  '「编号」「核对码」用来在下次审核时对上这一条，请不要改动；电话、公文中也可以用编号指明是哪一条。',
];
/** For a workbook that stands beside a table which cannot be marked itself (.xls, .et). */
export const READING_GUIDE_BESIDE = [
  '怎样看：先看「结论」，再逐条看下面的清单。原表的文件格式不能直接标注，没有改动；请对照「单元格」一列，在原表中查找相应位置。',
  READING_GUIDE[1]!,
  READING_GUIDE[2]!,
];

export const OVERVIEW_HEADINGS = {
  table: '评分表',
  year: '年度',
  unit: '单位',
  verdict: '结论',
  self: '自评分',
  recomputed: '重算分',
  difference: '差额',
  review: '复核分',
  cut: '核减',
  grade: '评价等级',
  expectedGrade: '按总分应为',
} as const;
const { id, check, indicator, handled, text, department, finance, facts } = REPLY_HEADINGS;
export const LIST_HEADINGS: readonly string[] = [
  ...['序号', id, '单元格', check, indicator, '出错说明', '现值', '应为', '算式', '依据'],
  ...[handled, text, department, finance, facts],
];

/** Boxes to be ticked when something was done about a finding. */
export const REPLIES = { mandatory: '□已更正', advisory: '□已更正\n□已说明', info: '不需回复' } as const;

/** Above what was found earlier and arises no longer. */
export const resolvedHead = (corrected: number): string => `上次意见办理情况　已更正 ${corrected} 项`;
export const NOT_CHECKED_AGAIN = '本次没有可核对的内容，请人工核对是否已更正。';

/** The sheet is read again by it. */
export const reportHead = (name: string): string => `${REPORT_HEAD}${name}`;
export const paragraphText = (paragraph: number): string => `报告第${paragraph}段`;
export const WHOLE_REPORT = '报告全文';
export const NOT_READ_AGAIN = '本次没有核对这份报告，上次的答复保留如下。';

export const NOT_STATED = '未填';
export const NOTHING_FOUND = '未发现需要更正或说明的问题。';
export const NOT_ALL_CHECKED = '有检查未能完成，不能认为没有问题；见下面「检查范围」。';

export const COVERAGE_HEADING = '检查范围';
export const coverageLine = (checks: number, run: number, notApplicable: number, failed: number): string =>
  `共 ${checks} 项检查：已检查 ${run} 项，不适用 ${notApplicable} 项，未能检查 ${failed} 项。`;
export const ALREADY_CHECKED = '已检查';
export const notApplicableBecause = (why: string): string => `不适用：${why}`;
export const COULD_NOT_CHECK = '未能检查';

export const NOTICES_HEADING = '说明';
export const reconstructedLine = (standards: readonly string[]): string =>
  `用到的下列规则是依公开资料整理的，不是官方文本，只供核对：${standards.join('；')}。`;
export const MARKS_LINE = '表中的颜色和批注是审核时加的标记，不改动原有的数据、公式和格式；删除标记后，原表不变。';
export const SIGNED_LINE =
  '原文件带有数字签名。加了标记的这一份已经不是签名时的内容，签名在这一份里不再有效；原文件没有改动，签名仍然有效。';
