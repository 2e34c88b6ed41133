import { type Addr, filledRows, type WorkbookSnapshot } from '../../workbook';
import { accused, WORKBOOK } from '../support/accused';
import { WORKBOOK_SOUNDNESS } from '../support/basis';
import type { Check } from '../types';

export interface ExternalLink {
  readonly files: readonly string[];
  /** The first cell that reads one; null where no formula does. */
  readonly used: Addr | null;
}

export const externalLink: Check<ExternalLink> = {
  code: 'external-link',
  title: '引用了其他工作簿',
  headline: '引用了其他工作簿',
  severities: ['info'],
  basis: { ...WORKBOOK_SOUNDNESS, article: '报送的工作簿宜不依赖其他文件' },
  needs: ['links'],
  explain: {
    looksFor: '工作簿中指向其他文件的链接；对方没有那个文件时，数字无法更新和核对。',
    howToFix: '在「数据—编辑链接」中断开链接，把引用的数字改为数值。',
  },
  *run({ scoreTable, book, first }) {
    if (!first || book.externalLinks === null || book.externalLinks.length === 0) return;
    const used = firstUse(book);
    const { sheet, range } = scoreTable.table;
    const files = book.externalLinks.map(fileName);
    yield {
      severity: 'info',
      accused: accused(`${WORKBOOK}:links`, 'file'),
      cell: used ?? { sheet, row: range.top, col: range.left },
      indicator: null,
      data: { files, used },
    };
  },
  message(data, words) {
    const files =
      data.files
        .slice(0, 3)
        .map((name) => `「${name}」`)
        .join('、') + (data.files.length > 3 ? `等${data.files.length}个文件` : '');
    const where = data.used === null ? '' : `（见 ${words.cell(data.used)}）`;
    return `本工作簿引用了其他文件${files}${where}，换一台电脑后可能无法更新。报送前可断开链接、改为数值。`;
  },
};

/** Only the file's name: the folders of somebody's machine are nobody's business. */
function fileName(target: string): string {
  const name = target.split(/[\\/]/).pop() ?? target;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function firstUse(book: WorkbookSnapshot): Addr | null {
  for (const [sheet, one] of book.sheets.entries()) {
    for (const row of filledRows(one)) {
      for (const [col, cell] of one.cellsOfRow(row)) {
        if (cell.formula !== undefined && /\[\d+\]/.test(cell.formula)) return { sheet, row, col };
      }
    }
  }
  return null;
}
