/**
 * The room's door: what other rooms use of it.
 * What we add to a file: marks, the 审核结果 sheet, the summary of a batch.
 */
export { annotation, resultBeside } from './annotate';
export { roundSheet } from './comparison/round';
export { comparisonSheets } from './comparison/sheets';
export { rectificationSheet } from './desk/rectification';
export { type DeskTable, reviewSheet, reviewSummary } from './desk/review-sheets';
export { isDetermined } from './determined';
export { numberedFindings, wrongCells } from './items';
export { marksOf, notesOf } from './marks';
export { summarySheet, SUMMARY_SHEET } from './narrative-sheet';
export { RECORD_SHEET, recordSheet } from './recalc-record';
export { CHART_TITLES, DIFFERENCE_BINS, differenceBin, SCORE_BINS, scoreBin, TOP_CHECKS } from './summary/bins';
export { Collected } from './summary/collect';
export { type Digest, digestsOf } from './summary/digest';
export { reportDigest } from './summary/report-digest';
export { rosterSheets } from './roster/sheets';
export { summarySheets } from './summary/sheets';
export { type Review, type ReviewedTable } from './types';
export { RESULT_SHEET, RESULT_TITLE } from './result-sheet/texts';
