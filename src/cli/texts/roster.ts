/** What `check --roster` says beside the list itself. */
export const missingRoster = (file: string): string => `没有找到名单「${file}」。`;
export const ROSTER_IS_FOLDER = (file: string): string => `--roster 要写一个名单文件，「${file}」是文件夹。`;
export const ROSTER_NOT_A_SHEET = '不是电子表格，不能作为名单。请把名单存成 .xlsx 再用。';
export const notARoster = (file: string, why: string): string => `名单「${file}」：${why}`;
/** Who has not reported is known only where all are seen. */
export const SHARD_WITHOUT_ROSTER = '--shard 和 --roster 不能同用：只看一部分文件，不知道谁没有报。请不分份、加 --roster 再运行一次。';
export const NO_REPORTS_LOOKED_AT = '没有核对自评报告，没有统计缺报告；加上 --reports 即可统计。';

export const ROSTER_BLOCK = {
  title: (file: string): string => `应报名单：${file}`,
  twice: '重复报送',
  unassigned: '未能对应',
  remarks: '请核对',
  perhaps: '可能是：',
  missing: '未报',
  data: '缺数据表',
  report: '缺报告',
  noticed: '说明',
} as const;
