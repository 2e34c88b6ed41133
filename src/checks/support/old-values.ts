/** How old values beneath merged cells are told: where they are, and what to do. */
import type { OldValue } from '../../score-table';
import type { Words } from '../../words';

export function oldValueText(values: readonly OldValue[], words: Words): string {
  const which = values.map(({ at, value }) => `${words.cell(at)}的${words.number(value)}`).join('、');
  return `差额是合并单元格下面仍保存着的旧数（${which}），页面上看不见，公式把它加了进去。请取消合并，清除旧数后再合并。`;
}
