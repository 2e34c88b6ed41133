/** The examples of checks as workbooks: one correct sheet with a few cells changed (src/checks/example-sheet.json, examples.json). */
import type { Content, Example } from '../../scripts/docs/example';
import { assess } from '../../src/assessment';
import { CHECKS } from '../../src/checks';
import examples from '../../src/checks/examples.json';
import sheet from '../../src/checks/example-sheet.json';
import { BY_THE_SHEET, judgeBy, type Judging } from '../../src/open-workbook';
import { readBudgetLists, recognise } from '../../src/recognition';
import { formOf } from '../../src/standards';
import { type CellValue, CompactSheet, parseA1, type SheetSnapshot, SheetBuilder, type WorkbookSnapshot } from '../../src/workbook';
import { bookOf, sheetOf, type RichCell } from '../support/sheets';

export const EXAMPLES = Object.entries(examples as unknown as Readonly<Record<string, Example>>);

type Rows = readonly (readonly CellValue[])[];

const isFormula = (content: Content): content is { readonly f: string; readonly v: number } =>
  typeof content === 'object' && content !== null && 'f' in content;

/** The rows with those cells changed that are of this sheet; '' is the score table's own. */
function changed(rows: Rows, cells: Example['bad'], name: string): RichCell[][] {
  const out: RichCell[][] = rows.map((row) => row.map((v): RichCell => ({ v })));
  for (const [address, content] of Object.entries(cells)) {
    const [other, cell] = address.includes('!') ? (address.split('!') as [string, string]) : ['', address];
    if (other !== name) continue;
    const at = parseA1(cell)!;
    while (out.length <= at.row) out.push([]);
    const row = out[at.row]!;
    while (row.length <= at.col) row.push({ v: null });
    row[at.col] = isFormula(content) ? { f: content.f, v: content.v } : { v: content };
  }
  return out;
}

const unread = (name: string, why: NonNullable<SheetSnapshot['unread']>): SheetSnapshot =>
  new CompactSheet({ ...new SheetBuilder(name).buildData(), unread: why });

/** The workbook of an example. */
export function bookWith(example: Example, which: 'bad' | 'good'): WorkbookSnapshot {
  const bad = which === 'bad';
  const hiddenRows = bad ? (example.hiddenRows ?? []).map((row) => row - 1) : [];
  const others = Object.entries(example.sheets ?? {}).map(([name, rows]) => sheetOf(name, changed(rows, example[which], name)));
  const broken = Object.entries(bad ? (example.unread ?? {}) : {}).map(([name, why]) => unread(name, why));
  const table = sheetOf('评分表', changed(sheet, example[which], ''), { hiddenRows });
  return bookOf([table, ...others, ...broken], { externalLinks: bad ? (example.links ?? []) : [] });
}

function judging({ standard, form, budget }: Example): Judging {
  const blank = form === undefined ? null : bookOf(sheetOf('评分表', changed(sheet, form, '')));
  return {
    ...BY_THE_SHEET,
    ...(budget === undefined
      ? {}
      : { budget: { file: '指标执行.xlsx', entries: readBudgetLists(bookOf(sheetOf('执行', changed(budget, {}, '')))) } }),
    standard: standard === undefined ? null : { builtin: standard },
    forms: blank === null ? null : recognise(blank).tables.map((table) => formOf(table, blank, '空白表.xlsx')),
  };
}

/** Codes of what is found in an example, by the road every workbook goes. */
export function codesOf(example: Example, which: 'bad' | 'good'): readonly string[] {
  const book = bookWith(example, which);
  const judge = judgeBy(judging(example));
  if (example.crashes === undefined || which === 'good')
    return judge.assess(book).flatMap(({ findings }) => findings.map(({ code }) => code));
  const checks = CHECKS.map((check) => (check.code === example.crashes ? { ...check, run: breaksOff } : check));
  return judge.recognise(book).tables.flatMap((table) => assess(table, book, { checks }).findings.map(({ code }) => code));
}

function breaksOff(): never {
  throw new Error('broken on purpose');
}
