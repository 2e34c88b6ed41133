/** What is said of a list and of what came in, in Chinese. */
import type { RosterCounts, RosterEntry } from './types';

const sheetName = (name: string): string => `「${name}」`;

export const ROSTER_EMPTY = '名单是空的。请放入写有「单位名称」或「项目名称」的名单。';
export const noHeading = (seen: readonly { readonly sheet: string; readonly first: string }[]): string =>
  `没有找到「单位名称」或「项目名称」这一列，不能作为应报名单。看过的工作表：${seen
    .map(({ sheet, first }) => `${sheetName(sheet)}${first === '' ? '（空白）' : `（最上面是「${first}」）`}`)
    .join('、')}。请在名单上方写一行表头，至少有「单位名称」；按项目报送的再写「项目名称」「项目编码」。`;
export const ONLY_HIDDEN = '名单在隐藏的工作表里。请取消隐藏，另存后再用。';
export const noLines = (sheet: string, row: number): string =>
  `工作表${sheetName(sheet)}第 ${row} 行是表头，下面没有单位或项目。请把应报的单位（项目）写在表头下面，一行一个。`;
export const unreadSheet = (sheet: string): string => `工作表${sheetName(sheet)}太大或已损坏，没有读。请把名单单独另存为一个文件。`;

export const hiddenLines = (count: number): string => `名单有 ${count} 行是隐藏的，也计入应报。`;
export const hiddenSheets = (names: readonly string[]): string => `隐藏的工作表${names.map(sheetName).join('')}没有读。`;
export const noName = (sheet: string, rows: readonly number[]): string =>
  `名单${sheetName(sheet)}第 ${rows.join('、')} 行没有单位名称、项目名称，没有计入。`;
export const lostDigits = (sheet: string, rows: readonly number[]): string =>
  `名单${sheetName(sheet)}第 ${rows.join('、')} 行的编码存成了数字，后几位已丢失，没有使用。请把编码设为文本后重新填写。`;
export const doubledLines = (names: readonly string[], count: number): string =>
  `名单有 ${count} 行与前面的重复，只计一次：${names.join('、')}${count > names.length ? '等' : ''}。`;
export const headLines = (sheet: string, rows: readonly number[]): string =>
  `名单${sheetName(sheet)}第 ${rows.join('、')} 行只写了单位名称，看作下面各项目的单位，没有单独计入。`;
export const exemptLines = (count: number): string => `名单写明不报送的 ${count} 行，没有计入。`;

/** Who stands on a line: 「清河县教育局 校舍维修项目」. */
export const entryName = ({ unit, project, projectCode }: RosterEntry): string =>
  [unit, project ?? projectCode].filter((one) => one !== null).join(' ');

export const WHY = {
  noUnit: '表上没有写明单位和项目编码。',
  unknownUnit: '名单上没有这个单位。',
  manyUnits: '名单上有几行都可能是这个单位。',
  unknownProject: '名单上这个单位没有这个项目。',
  noProject: '表上没有写明是哪个项目，名单上这个单位按项目列出。',
  manyProjects: '名单上有几行都可能是这个项目。',
  codeElsewhere: '项目编码与单位、项目名称在名单上不是同一行。',
  otherCode: '项目名称与名单相同，项目编码与名单不同。',
  wholeUnlisted: '是部门（单位）整体自评表，名单上这个单位只列了项目。',
  dataOfNobody: '数据表上没有写明是哪个单位。',
  reportOfNobody: '报告没有对应的评分表，封面的单位不在名单上。',
  reportUnnamed: '报告没有对应的评分表，也看不出是哪个单位的。',
} as const;
export const unreadableWhy = (reason: string): string => `文件读不了，不知道是谁的：${reason}`;

export const pathSaysOther = (file: string, other: string): string =>
  `「${file}」的文件夹或文件名是「${other}」，与表上写的单位不同，请核对。`;
export const otherName = (file: string, written: string): string =>
  `「${file}」按项目编码对应，表上写的是「${written}」，与名单不同，请核对。`;
export const formerUsed = (written: string): string => `表上写的是原名「${written}」。`;
export const notOpened = (file: string): string => `收到的「${file}」读不了，请重新报送。`;
export const yearDiffers = (file: string, year: number, common: number): string =>
  `「${file}」是${year}年度的，其他表多是${common}年度的，请核对。`;
export const blankForm = (file: string): string => `「${file}」还没有填写得分。`;

export const ASSUMED_DATA = '名单没有写明谁需要数据表，按已报的都需要统计。';
export const ASSUMED_REPORT = '名单没有写明谁需要报告，按已报的都需要统计。';

const measured = (count: number, { units, projects }: Pick<RosterCounts, 'units' | 'projects'>): string =>
  projects === 0 ? `${count} 家` : units === 0 ? `${count} 个项目` : `${count} 项（单位 ${units} 家、项目 ${projects} 个）`;

/** 「应报 320 家，已报 312，未报 8；缺数据表 5，缺报告 11，重复报送 3，未能对应 2」 */
export function rosterLine(counts: RosterCounts): string {
  const { due, received, missing, withoutData, withoutReport, twice, unassigned } = counts;
  const more = [
    ...(withoutData === null ? [] : [`缺数据表 ${withoutData}`]),
    ...(withoutReport === null ? [] : [`缺报告 ${withoutReport}`]),
    `重复报送 ${twice}`,
    ...(unassigned > 0 ? [`未能对应 ${unassigned}`] : []),
  ];
  return `应报 ${measured(due, counts)}，已报 ${received}，未报 ${missing}；${more.join('，')}`;
}

export const REMINDER = {
  missing: '未报送',
  data: '已报评分表，缺数据表',
  report: '已报评分表，缺报告',
  none: '应报的都已报送，没有需要催报的。',
  noDepartment: '主管部门未写明',
  noOffice: '归口科室未写明',
  unopened: '（收到的文件打不开，请重新报送）',
} as const;
export const reminderHead = (what: string, count: number): string => `${what} ${count}：`;
