/** The round of answers with real bytes: a marked copy, people who write into its 审核结果 with another program, the next check. */
import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { REPLY_HEADINGS, RESULT_TITLE } from '../../src/answers';
import { editWorkbook, readWorkbook } from '../../src/hosts/file';
import { auditBook, BY_THE_SHEET, judgeBy } from '../../src/open-workbook';
import type { TableJson } from '../../src/receipt/types';
import { annotation, type Review } from '../../src/results';

const JUDGE = judgeBy(BY_THE_SHEET);
const SAMPLES = path.resolve(__dirname, '../../samples');

export const sampleBytes = (name: string): Uint8Array => new Uint8Array(readFileSync(path.join(SAMPLES, name)));

export interface Round {
  readonly table: TableJson;
  readonly tables: readonly TableJson[];
  readonly review: Review;
}

export async function audited(bytes: Uint8Array): Promise<Round> {
  const { entries, review } = auditBook('表.xlsx', await readWorkbook(bytes), JUDGE);
  const tables = entries.filter((entry): entry is TableJson => entry.status === 'ok');
  if (review === null) throw new Error('no table');
  return { table: tables[0]!, tables, review };
}

/** The marked copy, as `check --annotate` writes it. */
export async function marked(bytes: Uint8Array): Promise<Uint8Array> {
  const edited = editWorkbook(bytes, annotation((await audited(bytes)).review));
  if (!edited.ok) throw new Error(edited.why);
  return edited.bytes;
}

type Heading = keyof typeof REPLY_HEADINGS;
export type Written = Readonly<Partial<Record<Heading, string | null>>>;

function sheetWithTitle(book: ExcelJS.Workbook): ExcelJS.Worksheet {
  const found = book.worksheets.filter((sheet) => sheet.getCell('A1').value === RESULT_TITLE).pop();
  if (found === undefined) throw new Error('no 审核结果');
  return found;
}

/** The sheet as somebody sees it: heading → column, id → row. */
function listIn(sheet: ExcelJS.Worksheet): { readonly col: (heading: string) => number; readonly row: (id: string) => ExcelJS.Row } {
  const cols = new Map<string, number>();
  const rows = new Map<string, ExcelJS.Row>();
  sheet.eachRow((row) => {
    row.eachCell((cell, col) => {
      if (cell.value === REPLY_HEADINGS.id)
        row.eachCell((head, at) => {
          cols.set(String(head.value), at);
        });
      if (typeof cell.value === 'string' && /^[0-9A-Z]{4}-[0-9A-Z]{2}$/.test(cell.value) && col === cols.get(REPLY_HEADINGS.id))
        rows.set(cell.value, row);
    });
  });
  return {
    col: (heading) => cols.get(heading)!,
    row: (id) => {
      const row = rows.get(id);
      if (row === undefined) throw new Error(`no line ${id}`);
      return row;
    },
  };
}

/** Opened and saved by another program, which drops our tags, with something written by 编号, and cells changed. */
export async function writtenInto(
  bytes: Uint8Array,
  words: Readonly<Record<string, Written>>,
  change: (book: ExcelJS.Workbook) => void = () => undefined,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as never);
  const sheet = sheetWithTitle(book);
  const list = listIn(sheet);
  for (const [id, written] of Object.entries(words))
    for (const [heading, text] of Object.entries(written))
      list.row(id).getCell(list.col(REPLY_HEADINGS[heading as Heading])).value = text ?? null;
  change(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** What stands in one line of 审核结果. */
export async function lineOf(bytes: Uint8Array, id: string, heading: Heading): Promise<string> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as never);
  const list = listIn(sheetWithTitle(book));
  return String(list.row(id).getCell(list.col(REPLY_HEADINGS[heading])).value ?? '');
}

export const stateOf = ({ table }: Round, id: string): string | null =>
  table.findings.find((finding) => finding.id === id)?.answer?.state ?? null;

/** 说明 of one line typed in a program that keeps everything else as it is. */
export function typedInto(bytes: Uint8Array, id: string, text: string): Uint8Array {
  const parts = unzipSync(bytes);
  const [name, xml] = Object.entries(parts)
    .map(([part, content]) => [part, strFromU8(content)] as const)
    .find(([part, content]) => part.includes('worksheets/') && content.includes(id))!;
  const row = /<row r="(\d+)"/.exec(xml.slice(xml.lastIndexOf('<row ', xml.indexOf(id))))![1]!;
  const blank = new RegExp(`<c r="L${row}" s="(\\d+)"/>`);
  if (!blank.test(xml)) throw new Error(`L${row} is not blank`);
  parts[name] = strToU8(xml.replace(blank, `<c r="L${row}" s="$1" t="inlineStr"><is><t>${text}</t></is></c>`));
  return zipSync(parts);
}
