/** The examples of checks for the page: one correct sheet, and for each check the cells that are changed in it. */
import { a1, parseA1, type CellValue } from '../../src/workbook';

type Content = CellValue | { readonly f: string; readonly v: number };

interface Shown {
  readonly bad: Readonly<Record<string, Content>>;
  readonly good: Readonly<Record<string, Content>>;
  readonly hiddenRows?: readonly number[];
  readonly sheets?: Readonly<Record<string, readonly (readonly CellValue[])[]>>;
}

export type Example = Shown | { readonly none: string };
export type Sheet = readonly (readonly CellValue[])[];

/** 0-based: where the headings of the funding block and of the indicators stand in the sheet. */
const HEADINGS = [3, 7] as const;
const NAME_COLUMNS = [2, 0];

/** Text of an example must not become markup. */
const escaped = (text: string): string => text.replace(/[\\|<>*_`]/g, '\\$&').replace(/\s+/g, ' ');

function shown(content: Content | undefined): string {
  if (content === undefined || content === null || content === '') return '（空白）';
  if (typeof content !== 'object') return escaped(String(content));
  return 'f' in content ? `${content.v}（公式 ${escaped(`=${content.f}`)}）` : content.error;
}

const at = (sheet: Sheet, row: number, col: number): CellValue => sheet[row]?.[col] ?? null;

/** 「培训人次 · 得分」: by the name of the row and the heading above, as the example has them. */
function placeOf(sheet: Sheet, cells: Shown['bad'], address: string): string {
  const { row, col } = parseA1(address)!;
  const said = (r: number, c: number): string => {
    const changed = cells[a1(r, c)];
    const value = changed === undefined ? at(sheet, r, c) : changed;
    return typeof value === 'string' ? value : '';
  };
  const heading = HEADINGS.filter((one) => one < row).at(-1);
  const name = NAME_COLUMNS.map((one) => (one === col ? '' : said(row, one))).find((one) => one !== '') ?? '';
  return escaped([name, heading === undefined ? '' : said(heading, col)].filter((one) => one !== '').join(' · '));
}

function tableText(rows: readonly (readonly string[])[]): string {
  const [head, ...rest] = rows.map((row) => `| ${row.join(' | ')} |`);
  return [head, `|${' --- |'.repeat(rows[0]!.length)}`, ...rest].join('\n');
}

/** The correct sheet, with its addresses. */
export function sheetText(sheet: Sheet): string {
  const cols = Math.max(...sheet.map((row) => row.length));
  const letters = Array.from({ length: cols }, (_, col) => a1(0, col).replace(/\d+/, ''));
  const cell = (value: CellValue): string => (value === null ? '' : shown(value));
  return tableText([
    ['', ...letters],
    ...sheet.map((row, index) => [String(index + 1), ...letters.map((_, col) => cell(row[col] ?? null))]),
  ]);
}

/** What is wrong and what is right in the cells of one example; a sentence where a small table cannot show it. */
export function exampleText(example: Example, sheet: Sheet): string {
  if ('none' in example) return `例子从略：${escaped(example.none)}。\n`;
  const byPlace = (a: string, b: string): number => {
    const [one, other] = [parseA1(a)!, parseA1(b)!];
    return one.row - other.row || one.col - other.col;
  };
  const addresses = [...new Set([...Object.keys(example.bad), ...Object.keys(example.good)])].sort(byPlace);
  const content = (which: 'bad' | 'good', address: string): string => {
    const { row, col } = parseA1(address)!;
    return shown(address in example[which] ? example[which][address] : at(sheet, row, col));
  };
  const rows = addresses.map((address) => [
    address,
    placeOf(sheet, { ...example.good, ...example.bad }, address),
    content('bad', address),
    content('good', address),
  ]);
  const hidden = (example.hiddenRows ?? []).map((row) => [`第${row}行`, '', '隐藏', '显示']);
  const beside = Object.entries(example.sheets ?? {}).map(
    ([name, cells]) => `\n工作表「${escaped(name)}」：${cells.map((row) => row.map(shown).join(' ')).join('；')}。\n`,
  );
  return `${tableText([['单元格', '是什么', '会提出', '不提出'], ...rows, ...hidden])}\n${beside.join('')}`;
}
