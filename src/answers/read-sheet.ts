/** What people wrote into 审核结果. The sheet is found by its title and its headings, whatever it is called now. */
import { a1, type CellValue, filledRows, normal, oncePerObject, type SheetSnapshot, type WorkbookSnapshot } from '../workbook';
import { idFrom } from './identity';
import type { WrittenReply } from './reply';
import { REPLY_HEADINGS, REPORT_HEAD, RESULT_TITLE } from './sheet-words';

/** Rows above the list: the title may have been pushed down, and a workbook has a line a table above the headings. */
const MOST_ABOVE = { title: 10, headings: 400 };
const OF_REPORT = new RegExp(`^${REPORT_HEAD}(.+)$`);
const TABLE_HEAD = /^评分表(\d+)/;
const SEVERITY_HEAD = /^(必须更正|需要说明|参考|上次意见办理情况)\d*项?/;
const INFO = '参考';

type Heading = keyof typeof REPLY_HEADINGS;
type Columns = Readonly<Partial<Record<Heading, number>>> & { readonly id: number; readonly text: number };

const text = (value: CellValue): string => (typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '');

function hasTitle(sheet: SheetSnapshot): boolean {
  for (let row = 0; row < Math.min(sheet.rows, MOST_ABOVE.title); row += 1)
    for (const [, { value }] of sheet.cellsOfRow(row)) if (normal(text(value)) === RESULT_TITLE) return true;
  return false;
}

function columnsIn(sheet: SheetSnapshot, row: number): Columns | null {
  const found: Partial<Record<Heading, number>> = {};
  for (const [col, { value }] of sheet.cellsOfRow(row)) {
    const said = normal(text(value));
    const heading = (Object.keys(REPLY_HEADINGS) as Heading[]).find((one) => REPLY_HEADINGS[one] === said);
    if (heading !== undefined) found[heading] ??= col;
  }
  const { id, text: own, check } = found;
  return id === undefined || own === undefined || check === undefined ? null : { ...found, id, text: own };
}

interface List {
  readonly row: number;
  readonly columns: Columns;
}

const listIn = oncePerObject((sheet: SheetSnapshot): { readonly list: List | null } => {
  if (!hasTitle(sheet)) return { list: null };
  for (let row = 0; row < Math.min(sheet.rows, MOST_ABOVE.headings); row += 1) {
    const columns = columnsIn(sheet, row);
    if (columns !== null) return { list: { row, columns } };
  }
  return { list: null };
});

/** Whether this is a 审核结果 sheet with answers' columns. */
export const isReplySheet = (sheet: SheetSnapshot): boolean => listIn(sheet).list !== null;

/**
 * Every line with an 编号, in order, whether something was written or not. Where another program has dropped our tag, a marked copy gets
 * a second sheet beside the first; the newer one has all that the older one had.
 */
export function writtenReplies(book: WorkbookSnapshot): readonly WrittenReply[] {
  const sheets = book.sheets.filter(isReplySheet);
  const tagged = sheets.filter((sheet) => sheet.ours === true);
  return (tagged.length > 0 ? tagged : sheets).slice(-1).flatMap((sheet) => repliesOn(sheet));
}

function repliesOn(sheet: SheetSnapshot): readonly WrittenReply[] {
  const { list } = listIn(sheet);
  if (list === null) return [];
  const found: WrittenReply[] = [];
  const { columns } = list;
  let [table, info, report]: [number | null, boolean, string | null] = [null, false, null];
  for (const row of filledRows(sheet)) {
    if (row <= list.row) continue;
    const at = (heading: Heading): string => {
      const col = columns[heading];
      return col === undefined ? '' : text(sheet.valueAt(row, col));
    };
    const id = idFrom(at('id'));
    if (id === null) {
      const first = firstText(sheet, row);
      const head = normal(first);
      report = OF_REPORT.exec(first)?.[1]?.trim() ?? report;
      table = TABLE_HEAD.test(head) ? Number(TABLE_HEAD.exec(head)![1]) : table;
      if (SEVERITY_HEAD.test(head)) info = head.startsWith(INFO);
      continue;
    }
    found.push({
      id,
      check: at('check'),
      indicator: at('indicator'),
      table,
      ...(report === null ? {} : { report }),
      info,
      handled: at('handled'),
      text: at('text'),
      department: at('department'),
      finance: at('finance'),
      facts: at('facts'),
      cell: { sheet: sheet.name, address: a1(row, columns.text) },
    });
  }
  return found;
}

function firstText(sheet: SheetSnapshot, row: number): string {
  for (const [, { value }] of sheet.cellsOfRow(row)) if (text(value) !== '') return text(value);
  return '';
}
