import type { SheetSnapshot } from '../../workbook';
import { accused, WORKBOOK } from '../support/accused';
import { OWN_LIMITS } from '../support/basis';
import type { Check } from '../types';

export interface SheetUnread {
  readonly sheets: readonly { readonly name: string; readonly why: NonNullable<SheetSnapshot['unread']> }[];
}

const WHY: Readonly<Record<NonNullable<SheetSnapshot['unread']>, string>> = {
  'too-many-cells': '有内容的单元格过多',
  'too-much-formula': '公式过多或过长',
  damaged: '内容已损坏',
};

export const sheetUnread: Check<SheetUnread> = {
  code: 'sheet-unread',
  title: '有工作表没有读取',
  headline: '有工作表没有读取',
  severities: ['info'],
  basis: OWN_LIMITS,
  needs: [],
  explain: {
    looksFor: '工作簿中有工作表因单元格过多、公式过多过长或内容损坏而没有读取；评分表照常审核，引用这些工作表的公式不作重算。',
    howToFix: '与评分有关的，请把该工作表另存为单独的文件核对；无关的不必处理。',
  },
  *run({ scoreTable, book, first }) {
    const sheets = book.sheets.flatMap(({ name, unread }) => (unread === undefined ? [] : [{ name, why: unread }]));
    if (!first || sheets.length === 0) return;
    const { sheet, range } = scoreTable.table;
    yield {
      severity: 'info',
      accused: accused(WORKBOOK, 'unread'),
      cell: { sheet, row: range.top, col: range.left },
      related: [],
      indicator: null,
      data: { sheets },
    };
  },
  message({ sheets }) {
    const named = sheets.map(({ name, why }) => `「${name}」（${WHY[why]}）`).join('、');
    return `工作表${named}没有读取，与${sheets.length > 1 ? '它们' : '它'}有关的内容没有核对。单位无需处理；与评分有关的，请人工核对。`;
  },
};
