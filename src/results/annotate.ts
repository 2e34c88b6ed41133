/** What is written about an audited workbook: into a copy of it, or into a workbook beside it. */
import { RESULT_SHEET } from './result-sheet/texts';
import type { SheetEdit, WritePlan } from '../workbook';
import { numberedFindings } from './items';
import { marksOf, notesOf } from './marks';
import { resultSheet } from './result-sheet/sheet';
import type { Review } from './types';

export interface AnnotationOptions {
  /** The workbook carries a digital signature. */
  readonly signed?: boolean;
}

/** Marks, notes and the 审核结果 sheet of a marked copy; no cell is changed. */
export function annotation(review: Review, options: AnnotationOptions = {}): WritePlan {
  const items = numberedFindings(review);
  const content = resultSheet(review, items, { stands: 'marked', ...options });
  return { cells: [], sheets: [{ name: RESULT_SHEET, replaces: true, content }], marks: marksOf(items), notes: notesOf(items) };
}

/** 审核结果 as a workbook of its own, for a table in a format that is never written (.xls, .et, web tables). */
export function resultBeside(review: Review): readonly SheetEdit[] {
  return [{ name: RESULT_SHEET, replaces: true, content: resultSheet(review, numberedFindings(review), { stands: 'beside' }) }];
}
