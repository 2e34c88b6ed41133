import { type Addr, columnName, type WorkbookSnapshot } from '../../workbook';
import { isUnfilled, type ScoreTable } from '../../score-table';
import { accused, TABLE, WORKBOOK } from '../support/accused';
import { WORKBOOK_SOUNDNESS } from '../support/basis';
import { feedsOfHiddenSheets, hiddenColumns, hiddenRows } from '../support/hidden';
import type { Check, Raw } from '../types';

export interface HiddenContent {
  /** 1-based row numbers and column letters, or the names of hidden sheets. */
  readonly rows: readonly string[];
  readonly cols: readonly string[];
  readonly sheets: readonly string[];
  /** Names of hidden sheets with a score table of their own, which is not judged. */
  readonly leftOut: readonly string[];
}

export const hiddenContent: Check<HiddenContent> = {
  code: 'hidden-content',
  title: '评分表中有隐藏内容',
  headline: '表中有隐藏内容',
  severities: ['advisory'],
  basis: { ...WORKBOOK_SOUNDNESS, article: '参与计分的内容应当可见' },
  needs: ['hidden'],
  explain: {
    looksFor:
      '评分表内有数据的隐藏行、隐藏列，用公式向表格供数的隐藏工作表，以及隐藏的评分表（不作为报送内容审核）。隐藏的字典表、没有内容的辅助列不算。',
    howToFix: '取消隐藏，核对内容；不需要的删去，公式改为数值。',
  },
  *run({ scoreTable, book, first }) {
    if (scoreTable.leftOut !== undefined) yield ofHiddenTables(scoreTable, scoreTable.leftOut, book);
    if (isUnfilled(scoreTable)) return;
    const sheet = book.sheets[scoreTable.table.sheet];
    const rows = sheet === undefined ? [] : hiddenRows(sheet, scoreTable);
    const cols = sheet === undefined ? [] : hiddenColumns(sheet, scoreTable);
    const cells: Addr[] = [...rows, ...cols];
    if (cells.length > 0) {
      const data: HiddenContent = {
        rows: rows.map((at) => String(at.row + 1)),
        cols: cols.map((at) => columnName(at.col)),
        sheets: [],
        leftOut: [],
      };
      yield {
        severity: 'advisory',
        accused: accused(TABLE, 'file'),
        cell: cells[0]!,
        related: cells.length > 1 ? cells : [],
        indicator: null,
        data,
      };
    }
    const feeds = first ? feedsOfHiddenSheets(book) : [];
    if (feeds.length === 0) return;
    const data: HiddenContent = { rows: [], cols: [], sheets: feeds.map((feed) => feed.name), leftOut: [] };
    yield {
      severity: 'advisory',
      accused: accused(WORKBOOK, 'file'),
      cell: feeds[0]!.at,
      related: feeds.length > 1 ? feeds.map((feed) => feed.at) : [],
      indicator: null,
      data,
    };
  },
  message(data, words, finding) {
    if (data.leftOut.length > 0) {
      return `工作簿中有隐藏的评分表（${data.leftOut.map((name) => `工作表「${name}」`).join('、')}），没有作为报送内容审核。属于旧稿的请删去；应当报送的请取消隐藏后再审核。`;
    }
    if (data.sheets.length > 0) {
      return `隐藏的工作表${data.sheets.map((name) => `「${name}」`).join('、')}通过公式向表格供数（见 ${words.cell(finding.cell)}）。请取消隐藏以便核对，或改为数值。`;
    }
    const rows = data.rows.length > 0 ? [`第${listed(data.rows)}行`] : [];
    const cols = data.cols.length > 0 ? [`${listed(data.cols)}列`] : [];
    return `评分表内的${[...rows, ...cols].join('、')}被隐藏，其中有内容。请取消隐藏，核对是否应当计分；不需要的请删去。`;
  },
};

function listed(names: readonly string[]): string {
  return names.length > 8 ? `${names.slice(0, 8).join('、')}等${names.length}` : names.join('、');
}

/** One line for all of them, at the table that was judged: nobody sees the hidden ones. */
function ofHiddenTables({ table }: ScoreTable, sheets: readonly number[], book: WorkbookSnapshot): Raw<HiddenContent> {
  return {
    severity: 'advisory',
    accused: accused(`${WORKBOOK} hidden`, 'file'),
    cell: { sheet: table.sheet, row: table.range.top, col: table.range.left },
    indicator: null,
    data: { rows: [], cols: [], sheets: [], leftOut: sheets.map((index) => book.sheets[index]?.name ?? '') },
  };
}
