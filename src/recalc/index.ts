/**
 * 运算.
 *   planRecalc(book, assess, options): Recalc   what is written into the score tables of a workbook, and what is left and why
 * Writing, reading back and undoing a list of edits: see workbook/contents (changedSince, editedBook, inverseOf).
 */
export { plannedChanges, planRecalc, type Assess } from './recalc';
export {
  DEFAULT_OPTIONS,
  type Change,
  type How,
  type Kept,
  type Part,
  type Proposal,
  type Recalc,
  type RecalcOptions,
  type RecalcTable,
  type Why,
} from './types';
export { oldReasons, type OldReason } from './old-reasons';
export { changeText, contentText, editText, keptText, subjectText, whyText } from './change-text';
export {
  asStatedText,
  UNFILLED_FORM,
  ENTRY_TITLES,
  followedTitle,
  NOTHING_TO_DO,
  NOTHING_WRITTEN,
  findingsRemain,
  oldReasonText,
  oldReasonsTitle,
  totalLine,
} from './texts';
export { NOT_WRITTEN, SIGNATURE_VOID, STRUCTURE_PROTECTED, sheetRenamed, writtenLine } from './texts';
