import type { StandardLabel } from '../standards';

const HOW: Readonly<Record<StandardLabel['how'], string>> = {
  'from-template': '下发的空白表',
  chosen: '使用者选定',
  detected: '按表头和分值识别',
  'from-sheet': '表内自带',
};

/** 「《…》（使用者选定；依公开资料整理，非官方文本）」: whose rules a table was judged by, and how far they are official. */
export function standardText(title: string, { how, status }: Pick<StandardLabel, 'how' | 'status'>): string {
  const honest = status === 'reconstructed' ? '；依公开资料整理，非官方文本' : '';
  return `${title.startsWith('《') ? title : `《${title}》`}（${HOW[how]}${honest}）`;
}
