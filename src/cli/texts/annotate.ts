/** What the command line says about marked copies. */
import type { EditWarning, Refusal } from '../../workbook';

/** Put behind the name of a table that cannot be marked itself. */
export const BESIDE_SUFFIX = '_审核结果.xlsx';

export const annotateIsFile = (folder: string): string => `--annotate 后面要写文件夹，「${folder}」是文件。`;
export const annotateFailed = (folder: string, why: string): string => `标注副本写不到「${folder}」：${why}。`;
export const annotateOverInput = (folder: string, file: string): string =>
  `--annotate 指向「${folder}」，标注副本会覆盖送审文件「${file}」，没有写入；请换一个文件夹。`;

export const notAnnotated = (file: string, why: string): string => `「${file}」没有写出标注副本：${why}。`;
/** The copy could not be made; the findings were written into a workbook of their own. */
export const annotatedBeside = (file: string, why: string): string => `「${file}」不能直接标注（${why}），审核结果另存为单独的工作簿。`;

export const NOT_OURS = '目标文件夹里已有同名文件，它不是本程序写出的，或者写出后又改动过；没有覆盖，请移走后再试，或换一个文件夹';
export const IN_THE_WAY = '目标文件夹里已有同名的文件夹或链接；请移走后再试，或换一个文件夹';
export const IS_INPUT = '目标就是送审文件本身，没有覆盖';

const REFUSALS: Readonly<Record<Refusal, string>> = {
  changed: '文件内容在审核后有变动',
  protected: '工作表有保护',
  busy: '文件正被其他程序占用',
  signed: '文件带有数字签名',
  unsupported: '文件的写法不支持添加标记',
};
export const refusalText = (why: Refusal): string => REFUSALS[why];

/** What is worth knowing of a copy that was written; '' where nothing is. */
export function warningText(warning: EditWarning): string {
  switch (warning.kind) {
    case 'signature-void':
      return '原文件有数字签名，签名在标注副本中不再有效';
    case 'structure-protected':
      return '工作簿结构有保护，仅在副本中加入了审核结果表';
    case 'sheet-renamed':
      return `原文件已有「${warning.wanted}」工作表，新加的一张名为「${warning.given}」`;
    case 'note-left-out':
      return '';
  }
}
export const annotatedWith = (file: string, warnings: readonly string[]): string => `「${file}」已标注；${warnings.join('；')}。`;

export function annotatedLine(copies: number, beside: number, notWritten: number, folder: string): string {
  const parts = [`标注副本 ${copies} 个`, ...(beside > 0 ? [`单独的审核结果 ${beside} 个`] : [])];
  return `已写出${parts.join('、')}，在「${folder}」${notWritten > 0 ? `；没有写出 ${notWritten} 个` : ''}。`;
}
