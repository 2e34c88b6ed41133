import type { RemarkCode } from './types';

export const REMARK_NAMES: Readonly<Record<RemarkCode, string>> = {
  'id-number': '身份证号',
  'phone-number': '手机号',
  'bank-account': '银行账号',
  comment: '批注',
  'hidden-sheet': '隐藏的工作表',
  'hidden-rows': '隐藏的行',
  'hidden-columns': '隐藏的列',
  'hidden-text': '隐藏的文字',
  revision: '未接受的修订',
  author: '作者信息',
  'our-mark': '绩核痕迹',
};

export const BESIDE_PARTS = {
  box: '文本框',
  header: '页眉',
  footer: '页脚',
  footnote: '脚注',
  endnote: '尾注',
  comment: '批注',
} as const;

export const PROPERTIES = { creator: '作者', lastModifiedBy: '最后保存者', company: '公司', manager: '经理' } as const;
export const TRACES = { marks: '标注的颜色', sheet: '本程序加的工作表', paragraphs: '本程序写的段落（隐藏书签）' } as const;
export const hiddenLetters = (count: number): string => `${count} 个字符`;
export const markCount = (name: string, count: number): string => `${name} ${count} 处`;
export const CONFIRM = '公开前请确认是否需要删除';
/** 「身份证号 510***********1234：公开前请确认是否需要删除」 */
export const confirmText = (code: RemarkCode, shown: string): string =>
  `${REMARK_NAMES[code]}${shown === '' ? '' : ` ${shown}`}：${CONFIRM}`;
