/** What `compare` says beside its result. */
export const COMPARE_NEEDS_TWO = '请写明两个文件或两个文件夹，前面是原来的，后面是现在的，例如：jihe compare 一稿.xlsx 二稿.xlsx';
export const compareTooMany = (count: number): string => `compare 比对两个文件或两个文件夹，写了 ${count} 个，请只写两个。`;
export const unknownKind = (text: string): string =>
  `没有「${text}」这种比对，可用的是 published（报送与公开）、resubmitted（两次报送）、yearly（上年与今年）、target（批复目标与自评）。`;
export const unknownCompareFormat = (text: string): string => `compare 没有「${text}」这种输出格式，可用的是 text、json、xlsx。`;
export const FILE_AGAINST_FOLDER = (file: string, folder: string): string =>
  `「${file}」是文件，「${folder}」是文件夹，不能比对；请写两个文件，或者两个文件夹。`;

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

export const ANSWERS_TO_PUBLISHED = 'compare 的 --answers 只和 --as published 同用：说明哪些内容依法不予公开。';
export const answersUnread = (file: string, why: string): string => `--answers 指定的「${file}」读不了：${why}`;
export const noWithheldIn = (file: string): string =>
  `「${file}」中没有「依法不予公开」的答复：表头要有指标（或名称）和答复两列，例如在比对结果的「改动」表后加一列「答复」。`;
