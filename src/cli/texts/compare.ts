/** What `compare` says beside its result. */
export const COMPARE_NEEDS_TWO = '请写明两个文件或两个文件夹，前面是原来的，后面是现在的，例如：jihe compare 一稿.xlsx 二稿.xlsx';
export const compareTooMany = (count: number): string => `compare 比对两个文件或两个文件夹，写了 ${count} 个，请只写两个。`;
export const unknownKind = (text: string): string =>
  `没有「${text}」这种比对，可用的是 published（报送与公开）、resubmitted（两次报送）、yearly（上年与今年）、target（批复目标与自评）。`;
export const unknownCompareFormat = (text: string): string => `compare 没有「${text}」这种输出格式，可用的是 text、json、xlsx。`;
export const FILE_AGAINST_FOLDER = (file: string, folder: string): string =>
  `「${file}」是文件，「${folder}」是文件夹，不能比对；请写两个文件，或者两个文件夹。`;
export const onlyThere = (name: string): string => `只有${name}的文件夹里有这个文件，没有比对。`;
export const noTableToCompare = (why: string): string => `没有找到评分表，不能比对：${why}`;
export const nothingAlike = '两个文件里的评分表不是同一张表：指标名称大多不同，没有逐格比对。请核对是否拿错了文件。';

export interface CompareCounts {
  readonly compared: number;
  readonly unmatched: number;
  readonly unreadable: number;
}

export function compareCountsLine({ compared, unmatched, unreadable }: CompareCounts): string {
  const parts = [`已比对 ${compared} 对文件`];
  if (unmatched > 0) parts.push(`只在一边有的 ${unmatched} 个`);
  if (unreadable > 0) parts.push(`不能比对的 ${unreadable} 对`);
  return `${parts.join('，')}。`;
}

export const noGoalsIn = '没有找到绩效目标表：要有指标名称（一级、二级、三级指标）和指标值两栏。';
export const noSheetsIn = '没有找到评分表。';

/** 「项目「培训经费」（某局，项目编码 5101…）：没有找到这个项目批复的绩效目标。」 */
export function leftOut(
  table: { readonly project: string | null; readonly unit: string | null; readonly code: string | null; readonly sheet: string },
  why: string,
): string {
  const { project, unit, code, sheet } = table;
  const name = project !== null ? `项目「${project}」` : unit !== null ? `「${unit}」` : `工作表「${sheet}」`;
  const beside = [...(project !== null && unit !== null ? [unit] : []), ...(code === null ? [] : [`项目编码 ${code}`])].join('，');
  return `${name}${beside === '' ? '' : `（${beside}）`}：${why.replace(/。$/, '')}。`;
}

export const ANSWERS_TO_PUBLISHED = 'compare 的 --answers 只和 --as published 同用：说明哪些内容依法不予公开。';
export const answersUnread = (file: string, why: string): string => `--answers 指定的「${file}」读不了：${why}`;
export const noWithheldIn = (file: string): string =>
  `「${file}」中没有「依法不予公开」的答复：表头要有指标（或名称）和答复两列，例如在比对结果的「改动」表后加一列「答复」。`;
