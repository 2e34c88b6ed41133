/** What an open workbook says when something did not go as asked. Each says what happened and what to do. */
import type { HostTrouble, LeftOut } from '../hosts/port';

export const TROUBLES: Readonly<Record<HostTrouble, string>> = {
  changed: '表格在读取之后改动过，没有写入。已按现在的内容重新审核，请再试一次。',
  protected: '单元格已锁定或工作表受保护，没有写入。请先撤销工作表保护，或只改未锁定的单元格。',
  busy: '表格程序正忙，没有完成。请稍候再试。',
  editing: '有单元格正在输入。请按回车结束输入，再试一次。',
  signed: '文件带有数字签名，改动会使签名失效，没有写入。请用未签名的文件。',
  unsupported: '这里不能写入：单元格属于数组公式、数据透视表等不能单独改写的内容。',
  'read-only': '工作簿是只读的，没有写入。请另存为副本后再试。',
  gone: '找不到原来的工作簿或工作表，可能已经关闭、删除或换了文件。请重新审核。',
};

export const REVIEW_MODE = '审核模式不改单位的数，没有写入。需要改动时，请在右上角切换为“填报”。';
export const OLD_FORMAT = '这是旧格式文件，可以审核；要运算和写入，请先另存为 .xlsx。';
export const NOT_KEPT = '写入后核对，有单元格与所写的不同，已恢复原来的内容。这是程序的问题，请反馈。';
export const NOTHING_TICKED = '没有勾选要写入的内容。';
export const CHANGED_WHILE_PLANNED = '表格改动过，写入清单已按现在的内容重新计算，请核对后再写入。';
export const CRASHED = '处理这份表格时程序出错，没有结果，表格没有改动。请复制错误信息反馈。';
export const TOO_LONG = '检查用时过长，已停止，没有结果。请用命令行工具检查这份文件，或拆分后再试。';
export const CLOSED = '工作簿已关闭。';

export const partlyWritten = (written: readonly string[], why: string): string =>
  `写到一半中断：${why}${written.length === 0 ? '已全部恢复原来的内容。' : `已写入的是 ${written.join('、')}，其余未动；可以撤销写入。`}`;
export const notUndone = (cells: readonly string[]): string => `${cells.join('、')} 在写入之后又改动过，没有撤销；其余已恢复。`;
export const undoBlocked = (cells: readonly string[]): string => `写入之后又改动过 ${cells.join('、')}`;

const LEFT: Readonly<Record<LeftOut['why'], string>> = {
  ...TROUBLES,
  protected: '所在工作表受保护',
  limit: '超过可标注的数目',
  occupied: '已有他人的批注',
  unsupported: '所在位置不能标注',
};

/** 「3 处未标注：所在工作表受保护」; null where all went as asked. */
export function leftOutText(leftOut: readonly LeftOut[]): string | null {
  const parts = leftOut.filter(({ at }) => at.length > 0).map(({ at, why }) => `${at.length} 处未标注：${LEFT[why].replace(/。$/, '')}`);
  return parts.length === 0 ? null : parts.join('；');
}

export const UNWRITTEN = '单元格已锁定或不能单独改写';
export const NO_OWN_STANDARD = '在当前程序里不能使用自己编写的标准。';
export const NO_TEMPLATE = '在当前程序里不能对照空白表。';
export const formNotOpened = (name: string, why: string): string => `「${name}」打不开：${why.replace(/。$/, '')}。`;
export const formWithoutTable = (name: string): string => `「${name}」里没有找到评分表，不能作为下发的空白表。`;
export const NO_SUCH_STANDARD = '没有这个标准，请重新选择。';
export const noTableToCompare = (why: string): string => `没有找到评分表，不能比对：${why}`;
export const NOTHING_ALIKE = '两个文件里的评分表不是同一张表：指标名称大多不同，没有逐格比对。请核对是否拿错了文件。';
export const onlyThere = (name: string): string => `只有${name}的文件夹里有这个文件，没有比对。`;
/** How a person at the command line says which workbook is meant. */
export const SAY_WITH = '；请用 jihe report --with 写明评分表';
export const NO_WORKBOOK = `同一文件夹里没有评分表，只核对报告自身${SAY_WITH}`;
export const MANY_WORKBOOKS = `同一文件夹里有几份工作簿，认不出哪一份是这个报告的，只核对报告自身${SAY_WITH}`;
export const MANY_REPORTS = `同一文件夹里有几份报告，认不出哪一份是这份工作簿的，只核对报告自身${SAY_WITH}`;
