/** 整改台账: what an audit established, chosen by hand; the columns for measures and people are theirs to fill in. */
import { placeText } from '../../opinions';
import type { SheetEdit } from '../../workbook';
import { type PageValue, tablePage } from '../summary/table-page';
import { NOTHING } from '../values';
import type { DeskTable } from './review-sheets';
import { sayDesk } from './texts';

const HEADINGS = ['序号', '单位', '项目', '文件和位置', '编号', '问题', '审核意见', '整改措施', '责任人', '时限', '销号'];
const WIDTHS = [6, 20, 20, 26, 11, 52, 26, 30, 11, 12, 10];
/** Columns left to people. */
const BLANK: readonly PageValue[] = ['', '', '', ''];

function rowsOf({ entry, opinions }: DeskTable): readonly (readonly PageValue[])[] {
  const names = [entry.unit ?? sayDesk('unit.none'), entry.project ?? NOTHING];
  const findings = entry.findings.flatMap(({ id, cell, message }): (readonly PageValue[])[] => {
    const opinion = opinions.findings.get(id);
    return opinion?.ledger === true
      ? [[...names, `${entry.file}“${cell.sheet}”${cell.address}`, id, message, opinion.words, ...BLANK]]
      : [];
  });
  // Established is established, whether the sheet was put right meanwhile or not.
  const gone = opinions.gone
    .filter(({ ledger }) => ledger)
    .map(({ id, message, words }): readonly PageValue[] => [...names, entry.file, id, `${message}${sayDesk('gone')}`, words, ...BLANK]);
  const own = opinions.own
    .filter(({ ledger }) => ledger)
    .map(({ id, place, text }): readonly PageValue[] => [...names, `${entry.file}${placeText(entry, place)}`, id, text, '', ...BLANK]);
  return [...findings, ...gone, ...own];
}

export function rectificationSheet(tables: readonly DeskTable[]): SheetEdit {
  const rows = tables.flatMap(rowsOf).map((row, index): readonly PageValue[] => [String(index + 1), ...row]);
  const content = tablePage({
    title: sayDesk('ledger.title'),
    above: [sayDesk('ledger.guide')],
    headings: HEADINGS,
    widths: WIDTHS,
    rows,
    none: sayDesk('ledger.none'),
  });
  return { name: sayDesk('ledger.sheet'), replaces: true, content };
}
