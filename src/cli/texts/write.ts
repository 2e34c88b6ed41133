/** What `write` says. */
import type { MergeCounts } from '../../hosts/file';

export const WRITE_NEEDS_OUT = '请用 --out 写明报告存到哪里，例如：jihe write 评分表.xlsx --out 自评报告.docx';
export const NOT_DOCX = (out: string): string => `自评报告是 Word 文档，「${out}」请改用 .docx 作扩展名。`;
export const badNames = (text: string): string => `--names 写成「落款单位,日期」，例如：--names 某某局,2025年3月10日；写的是「${text}」。`;

export const writtenReport = (out: string): string => `自评报告已写入「${out}」。\n`;

/** Why nothing could be written onto a document. */
export const NOT_ONTO: Readonly<Record<string, (file: string) => string>> = {
  signed: (file) => `「${file}」已经签名，写入会使签名失效，没有写入。`,
  protected: (file) => `「${file}」限制了编辑，请在 Word 或 WPS 里停止保护后再写。没有写入。`,
  foreign: (file) => `「${file}」不是 Word、WPS 通常保存的格式，请用 Word 或 WPS 另存为 .docx 后再写。没有写入。`,
};
export const ONTO_NOT_WORD = (file: string): string => `「${file}」不是 .docx 文档，没有写入。`;
export const ontoUnreadable = (file: string, why: string): string => `「${file}」：${why}`;
/** Nothing of ours is left in it. */
export const ONTO_UNKNOWN = (file: string): string =>
  `「${file}」里认不出原来由本程序写的段落，分不清哪些是您写的，没有在它上面改；写的是一份新报告。`;

/** 「沿用旧报告：更新 3 段，新增 1 段，其余 20 段不变；您改过的 2 段没有覆盖，其中 1 段与评分表现在的内容不同，已加批注。」 */
export function ontoLine({ same, renewed, added, removed, kept, differs }: MergeCounts): string {
  const parts = [
    renewed > 0 ? `更新 ${renewed} 段` : '',
    added > 0 ? `新增 ${added} 段` : '',
    removed > 0 ? `删去评分表不再涉及的 ${removed} 段` : '',
    `${renewed + added + removed > 0 ? '其余 ' : ''}${same} 段不变`,
  ].filter((part) => part !== '');
  const differing = differs > 0 ? `，其中 ${differs} 段与评分表现在的内容不同，已加批注` : '';
  return `沿用旧报告：${parts.join('，')}${kept > 0 ? `；您改过的 ${kept} 段没有覆盖${differing}` : ''}。`;
}

const SHOWN = 40;
const MOST = 5;

/** What somebody took out is not written again; the first few are named. */
export function leftOutLines(texts: readonly string[]): readonly string[] {
  if (texts.length === 0) return [];
  const short = (text: string): string => {
    const line = text.replace(/\s+/g, ' ');
    return [...line].length > SHOWN ? `${[...line].slice(0, SHOWN).join('')}……` : line;
  };
  return [
    `您删去的 ${texts.length} 段没有再写入：`,
    ...texts.slice(0, MOST).map((text) => `  ${short(text)}`),
    ...(texts.length > MOST ? [`  等 ${texts.length} 段`] : []),
  ];
}
