/** The head of 审核结果: how to read it, and one line a table with its verdict and totals. */
import { NOT_STATED, OVERVIEW_HEADINGS as H, RESULT_TITLE } from './texts';
import { a1, type Dec } from '../../workbook';
import { type TableFigures, figureNotes, tableFigures, hasReviewColumn, verdictOf } from '../figures';
import type { Page, PageCell } from '../page';
import type { Review, ReviewedTable } from '../types';
import { NOTHING } from '../values';
import { COL } from './layout';

const textPiece = (col: number, value: string): PageCell => ({ col, value, style: 'text' });

function scorePiece(col: number, value: Dec | null, absent = NOTHING): PageCell {
  return value === null ? { col, value: absent, style: 'text' } : { col, value, style: 'number' };
}

function headings(withReview: boolean): readonly PageCell[] {
  const piece = (col: number, value: string, to = col): PageCell => ({ col, to, value, style: 'heading' });
  return [
    piece(COL.number, H.table, COL.place),
    piece(COL.check, H.year),
    piece(COL.indicator, H.unit),
    piece(COL.sentence, H.verdict),
    piece(COL.actual, H.self),
    piece(COL.expected, H.recomputed),
    piece(COL.arithmetic, H.difference),
    piece(COL.basis, withReview ? H.review : H.grade),
    piece(COL.reply, withReview ? H.cut : H.expectedGrade),
  ];
}

/** Unit, and the project below it. */
function whoText({ assessment: { scoreTable } }: ReviewedTable): string {
  const names = [scoreTable.unit?.value, scoreTable.project?.value].map((name) => name?.replace(/\s+/g, ' ').trim());
  return names.filter((name) => name !== undefined && name !== '').join('\n') || NOTHING;
}

function gradeNote({ grade }: TableFigures): readonly string[] {
  if (grade.stated === null) return [];
  return [
    `评价等级：${grade.stated}${grade.expected === null || grade.expected === grade.stated ? '' : `（按总分应为${grade.expected}）`}`,
  ];
}

function lastTwo(table: ReviewedTable, figures: TableFigures, withReview: boolean): readonly PageCell[] {
  if (!withReview) return [textPiece(COL.basis, figures.grade.stated ?? NOTHING), textPiece(COL.reply, figures.grade.expected ?? NOTHING)];
  const absent = hasReviewColumn(table) ? NOT_STATED : NOTHING;
  return [scorePiece(COL.basis, figures.review, absent), scorePiece(COL.reply, figures.cut)];
}

/** The name of the sheet a table stands on; linked where the sheet is in the same workbook. */
export function tablePiece(table: ReviewedTable, { book }: Review, linked: boolean, col: number, to: number): PageCell {
  const { sheet, range } = table.assessment.scoreTable.table;
  const name = book.sheets[sheet]?.name ?? '';
  return linked
    ? { col, to, value: name, style: 'link', link: { sheet: name, a1: a1(range.top, range.left) } }
    : { col, to, value: name, style: 'text' };
}

function tableLine(table: ReviewedTable, review: Review, linked: boolean, withReview: boolean): readonly PageCell[] {
  const figures = tableFigures(table);
  const year = table.assessment.scoreTable.year?.value;
  const verdict = [verdictOf(table), ...(withReview ? gradeNote(figures) : []), ...figureNotes(table)].join('\n');
  return [
    tablePiece(table, review, linked, COL.number, COL.place),
    textPiece(COL.check, year === undefined ? NOTHING : `${year}年`),
    textPiece(COL.indicator, whoText(table)),
    textPiece(COL.sentence, verdict),
    scorePiece(COL.actual, figures.self, NOT_STATED),
    scorePiece(COL.expected, figures.recomputed),
    scorePiece(COL.arithmetic, figures.difference),
    ...lastTwo(table, figures, withReview),
  ];
}

export function addOverview(page: Page, review: Review, guide: readonly string[], linked: boolean): void {
  page.band(RESULT_TITLE, 'title');
  for (const line of guide) page.band(line, 'paragraph');
  page.gap();
  const withReview = review.tables.some(hasReviewColumn);
  page.line(headings(withReview));
  for (const table of review.tables) page.line(tableLine(table, review, linked, withReview));
  page.gap();
}
