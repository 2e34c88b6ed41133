/** The examples of checks as workbooks: one correct sheet with a few cells changed (src/checks/example-sheet.json, examples.json). */
import examples from '../../src/checks/examples.json';
import sheet from '../../src/checks/example-sheet.json';
import { parseA1, type CellValue, type WorkbookSnapshot } from '../../src/workbook';
import { bookOf, sheetOf, type RichCell } from '../support/sheets';

export type Content = CellValue | { readonly f: string; readonly v: number };

export interface ShownExample {
  readonly bad: Readonly<Record<string, Content>>;
  readonly good: Readonly<Record<string, Content>>;
  /** 1-based, in the bad one. */
  readonly hiddenRows?: readonly number[];
  readonly sheets?: Readonly<Record<string, readonly (readonly CellValue[])[]>>;
}

export type Example = ShownExample | { readonly none: string };

export const EXAMPLES = Object.entries(examples as unknown as Readonly<Record<string, Example>>);

const isFormula = (content: Content): content is { readonly f: string; readonly v: number } =>
  typeof content === 'object' && content !== null && 'f' in content;

export function bookWith(example: ShownExample, which: 'bad' | 'good'): WorkbookSnapshot {
  const cells: RichCell[][] = sheet.map((row) => row.map((v): RichCell => ({ v })));
  for (const [address, content] of Object.entries(example[which])) {
    const at = parseA1(address)!;
    while (cells.length <= at.row) cells.push([]);
    const row = cells[at.row]!;
    while (row.length <= at.col) row.push({ v: null });
    row[at.col] = isFormula(content) ? { f: content.f, v: content.v } : { v: content };
  }
  const hiddenRows = which === 'bad' ? (example.hiddenRows ?? []).map((row) => row - 1) : [];
  const others = Object.entries(example.sheets ?? {}).map(([name, rows]) =>
    sheetOf(
      name,
      rows.map((row) => [...row]),
    ),
  );
  return bookOf([sheetOf('评分表', cells, { hiddenRows }), ...others]);
}
