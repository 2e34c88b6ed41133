/** The words of the summary workbook over a batch. */
export const SUMMARY_SHEETS = {
  tables: '汇总',
  charts: '图表',
  units: '按单位',
  checks: '按检查项',
  repeated: '常见问题',
  scores: '得分情况',
  reasons: '相同说明',
  reports: '报告核对',
} as const;

export const SUMMARY_TITLE = '绩效自评表审核汇总';
export const CHARTS_TITLE = '审核结果图表';
export const UNITS_TITLE = '按单位汇总';
export const CHECKS_TITLE = '按检查项汇总';
export const REPEATED_TITLE = '常见问题';
export const SCORES_TITLE = '得分情况';
export const REPORTS_TITLE = '自评报告核对';
export const REASONS_TITLE = '不同单位的相同说明';

export const TABLE_HEADINGS = [
  '序号',
  '单位',
  '文件',
  '工作表',
  '类型',
  '年度',
  '自评分',
  '重算分',
  '差额',
  '等级',
  '强制性问题',
  '提示性问题',
  '需修改事项',
  '状态',
] as const;
export const UNIT_HEADINGS = [
  '单位',
  '评分表（张）',
  '有强制性问题的（张）',
  '强制性问题（项）',
  '提示性问题（项）',
  '计分指标（个）',
  '得满分的（个）',
  '满分率',
] as const;
export const CHECK_HEADINGS = ['检查项', '级别', '出现次数', '评分表（张）', '占全部评分表', '单位（个）', '怎样改'] as const;
export const REPEATED_HEADINGS = ['序号', '检查项', '指标', '级别', '评分表（张）', '单位（个）', '举例'] as const;
export const REPORT_HEADINGS = ['序号', '单位', '报告', '对照的工作簿', '级别', '报告原文', '对照单元格', '问题', '编号'] as const;
export const REASON_HEADINGS = ['序号', '说明原文', '单位（个）', '评分表（张）', '单位'] as const;
export const CHART_HEADING = '评分表（张）';
export const SCORE_HEADINGS = ['自评分占满分', '评分表（张）', '占全部评分表'] as const;

export const SUMMARY_GUIDE =
  '每行是一张评分表。「需修改事项」是全文，一个单位的一个文件一份，可以直接复制给单位：强制性的在前，请更正或补填后再报送；提示性的请更正或书面说明。「差额」是重算分减自评分。无法读取和未识别的文件列在最后，写明原因。';
export const CHARTS_GUIDE =
  '自评得分按占满分的百分比分档，「80起」是80%（含）至85%，其余类推。「重算分比自评分」以分计，重算分高于自评分的列为「高」。检查项只列出现在最多评分表中的。以下只列数字，不作评价。';
export const CHECKS_GUIDE = '只列强制性和提示性的问题，按出现的评分表张数排列。';
export const REPEATED_GUIDE = '同一检查项在同名指标上、至少两张评分表中出现的问题，最多列二十条。';
export const SCORES_GUIDE = '满分率 = 得满分的指标个数 ÷ 有分值、有得分的指标个数。以下只列数字，不作评价。';
export const REPORTS_GUIDE =
  '每行是报告与评分表、数据表不一致或报告自身前后不一致的一处，强制性的请更正，提示性的请更正或书面说明。没有发现问题的报告也列出；表中没有可比之处的数不算问题。';
export const REASONS_GUIDE = '两个以上单位写得完全相同的原因说明（不计空格），最多列五十条。只列事实，不作评价。';

/** Where the text of a table stands that belongs to the same unit and file as one before it. */
export const togetherWith = (row: number): string => `已并入序号${row}`;
/** What follows in the next row where one cell cannot hold it all. */
export const CONTINUED = '（接上行）';
export const UNIT_NOT_STATED = '（未填单位）';
export const STATUS = { ok: '已审核', unreadable: '无法读取', unrecognised: '未识别' } as const;
export const statusWithFailed = (failed: number): string => `已审核，${failed}项未能检查`;
export const NOTHING_TO_CHANGE = '无';
export const NOTHING_REPEATED = '没有。';

export interface SummaryCounts {
  readonly tables: number;
  readonly files: number;
  readonly units: number;
  readonly withMandatory: number;
  readonly unreadable: number;
  readonly unrecognised: number;
}

export function batchLine(counts: SummaryCounts): string {
  const { tables, files, units, withMandatory, unreadable, unrecognised } = counts;
  const refused =
    unreadable + unrecognised === 0
      ? ''
      : `另有${[unreadable > 0 ? `无法读取的文件 ${unreadable} 个` : '', unrecognised > 0 ? `未识别的文件 ${unrecognised} 个` : ''].filter((one) => one !== '').join('、')}。`;
  return `共审核 ${tables} 张评分表（${files} 个文件，${units} 个单位），其中 ${withMandatory} 张有强制性问题。${refused}`;
}

export const fullMarksLine = (full: number, scored: number, tables: number, all: number): string =>
  `计分指标共 ${scored} 个，得满分的 ${full} 个；${all} 张评分表中，全部指标都得满分的 ${tables} 张。`;

/** One line of 需修改事项: where, what is, what should be. */
export const changeLine = (place: string, title: string, actual: string, expected: string): string =>
  `${place}（${title}）：现为${actual}，应为${expected}`;
