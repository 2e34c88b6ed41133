/** Real reviews: of the samples, of the published tables, of tables built by hand. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { assess } from '../../src/assessment/assess';
import { CHECKS } from '../../src/checks/index';
import { readWorkbook } from '../../src/hosts/file/read-workbook';
import { messagesOf } from '../../src/assessment/sentences';
import { reviewOf as bookReview } from '../../src/open-workbook';
import { recognise } from '../../src/recognition';
import type { ScoreTable } from '../../src/score-table/types';
import type { WorkbookSnapshot } from '../../src/workbook/types';
import type { SheetContent } from '../../src/workbook/write-plan';
import { Dec } from '../../src/workbook/decimal';
import type { Review } from '../../src/results/types';
import { CASES } from '../conformance/cases';
import { NAMED_LAYOUTS } from '../conformance/layout';
import { render } from '../conformance/render';
import { bookOfGrids } from '../conformance/sheet';
import { type SheetSpec, goodSheet, scoreTableOf } from '../support/score-table';

export const MESSAGES = messagesOf(CHECKS);
const SAMPLES = path.resolve(__dirname, '../../samples');

export const SAMPLE_NAMES = ['项目自评_有误.xlsx', '项目自评_正确.xlsx', '部门整体自评_湛江2024.xlsx'] as const;

export function reviewOf(book: WorkbookSnapshot, tables: readonly ScoreTable[] = recognise(book).tables): Review {
  return bookReview(
    book,
    tables.map((table, index) => assess(table, book, { first: index === 0 })),
    MESSAGES,
  );
}

export async function sampleReview(name: (typeof SAMPLE_NAMES)[number]): Promise<Review> {
  return reviewOf(await readWorkbook(readFileSync(path.join(SAMPLES, name))));
}

/** Every published table in its plainest layout; the tables of a form may be several. */
export function publishedReviews(): readonly { readonly id: string; readonly review: Review }[] {
  return CASES.map((table) => ({ id: table.id, review: reviewOf(bookOfGrids(render(table, NAMED_LAYOUTS[0]!).grids)) })).filter(
    ({ review }) => review.tables.length > 0,
  );
}

/** Of a sheet built by hand: the good one with something changed. */
export function builtReview(spec: Partial<SheetSpec>): Review {
  const { scoreTable, book } = scoreTableOf({ ...goodSheet(), ...spec });
  return reviewOf(book, [scoreTable]);
}

const shown = (value: Dec | string | boolean | null): string =>
  value === null ? '' : value instanceof Dec ? value.toFixed() : String(value);

/** The words of a sheet, row by row, empty cells left out. */
export function textRows(content: SheetContent): readonly string[][] {
  return content.rows.map(({ cells }) => cells.map(({ value }) => shown(value)).filter((text) => text !== ''));
}

export const allText = (content: SheetContent): string => textRows(content).flat().join('\n');
