/** The examples of checks for the page: one correct sheet, and for each check the cells that are changed in it. */
import { a1, parseA1, type CellValue } from '../../src/workbook';

export type Content = CellValue | { readonly f: string; readonly v: number };

/** Cells by address; those of another sheet as 「基础数据表!B3」. */
type Cells = Readonly<Record<string, Content>>;

/** What is changed in the correct sheet, or stands about it, where a check finds something and where it does not. */
export interface Example {
  readonly bad: Cells;
  readonly good: Cells;
  /** Other sheets of the workbook, in both. */
  readonly sheets?: Readonly<Record<string, readonly (readonly CellValue[])[]>>;
  /** The name of a built-in standard that was chosen, for both. */
  readonly standard?: string;
  /** The blank form that was sent out, for both: the correct sheet with these cells changed. */
  readonly form?: Cells;
  /** An export of the budget system that was given, for both. */
  readonly budget?: readonly (readonly CellValue[])[];
  // Only where something is found:
  /** 1-based. */
  readonly hiddenRows?: readonly number[];
  /** Files the workbook refers to. */
  readonly links?: readonly string[];
  /** A sheet that cannot be read, and why. */
  readonly unread?: Readonly<Record<string, 'damaged' | 'too-many-cells'>>;
  /** The check that breaks off, by a fault of the program. */
  readonly crashes?: string;
}

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
function placeOf(sheet: Sheet, cells: Cells, address: string): string {
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

const UNREAD = { damaged: '内容已损坏，读不了', 'too-many-cells': '单元格过多，没有读取' } as const;
const NONE = '（没有）';

/** What is not in a cell, as rows of the table. */
function besideCells({ hiddenRows = [], links = [], unread = {}, crashes }: Example): readonly (readonly string[])[] {
  return [
    ...hiddenRows.map((row) => [`第${row}行`, '', '隐藏', '显示']),
    ...links.map((file) => ['引用的文件', '', escaped(file), NONE]),
    ...Object.entries(unread).map(([name, why]) => [`工作表「${escaped(name)}」`, '', UNREAD[why], NONE]),
    ...(crashes === undefined ? [] : [['程序', '', `\`${crashes}\` 一项中途出错`, '没有出错']]),
  ];
}

/** What holds for both columns. */
function around({ sheets = {}, standard, form }: Example): readonly string[] {
  return [
    ...Object.entries(sheets).map(
      ([name, cells]) => `工作表「${escaped(name)}」：${cells.map((row) => row.map(shown).join(' ')).join('；')}。`,
    ),
    ...(standard === undefined ? [] : [`选用标准 \`${standard}\`。`]),
    ...(form === undefined ? [] : ['下发的空白表与上面的表相同，填报的单元格空白。']),
  ];
}

/** Where a cell stands: those of the table first, by row. */
const order = (address: string): readonly [string, number, number] => {
  const [sheet, cell] = address.includes('!') ? (address.split('!') as [string, string]) : ['', address];
  const { row, col } = parseA1(cell)!;
  return [sheet, row, col];
};

function byPlace(a: string, b: string): number {
  const [one, other] = [order(a), order(b)];
  if (one[0] !== other[0]) return one[0] < other[0] ? -1 : 1;
  return one[1] - other[1] || one[2] - other[2];
}

/** What is wrong and what is right in the cells of one example. */
export function exampleText(example: Example, sheet: Sheet): string {
  const addresses = [...new Set([...Object.keys(example.bad), ...Object.keys(example.good)])].sort(byPlace);
  const content = (which: 'bad' | 'good', address: string): string => {
    const [other, row, col] = order(address);
    const rows = other === '' ? sheet : (example.sheets?.[other] ?? []);
    return shown(address in example[which] ? example[which][address] : at(rows, row, col));
  };
  const place = (address: string): string => (address.includes('!') ? '' : placeOf(sheet, { ...example.good, ...example.bad }, address));
  const rows = addresses.map((address) => [address, place(address), content('bad', address), content('good', address)]);
  const table = tableText([['单元格', '是什么', '会提出', '不提出'], ...rows, ...besideCells(example)]);
  return `${table}\n${around(example)
    .map((line) => `\n${line}\n`)
    .join('')}`;
}
