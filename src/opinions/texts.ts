/** The words of a 审核意见 file. */
import { KIND_NAMES } from '../words';
import words from './data/words.json';
import type { OpinionReport, OpinionTable } from './types';

export const FILE_IS: string = words.is;

export type BadFile = 'damaged' | 'other' | 'newer' | 'large';
export const BAD_FILE: Readonly<Record<BadFile, string>> = words;

/** What no file system takes in a name. */
const UNFIT = /[\\/:*?"<>|\u0000-\u001f\u007f]+/g;

/** 「审核意见_2024年度.json」. */
export function opinionsFileName(batch: string): string {
  const bare = batch.replace(UNFIT, ' ').trim();
  return words.fileName.replace('{batch}', bare === '' ? words.loose : bare);
}

/** 「某局，项目自评，附件2.xlsx“评分表”」: for lists of what no longer fits. */
export function tableName({ kind, unit, project, sheet, file }: OpinionTable): string {
  const names = [unit, project].filter((name) => name !== null && name !== '');
  return [...names, kind === null ? words.plain : words.kindOf.replace('{kind}', KIND_NAMES[kind]), `${file}“${sheet}”`].join('，');
}

/** 「某局，自评报告.docx」 */
export const nameOfReport = ({ unit, file }: OpinionReport): string => [...(unit === null ? [] : [unit]), file].join('，');

export const WHOLE_TABLE: string = words.whole;
export const indicatorNamed = (name: string): string => words.indicator.replace('{name}', name);
