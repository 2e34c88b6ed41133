/**
 * The room's door: what other rooms use of it.
 * What a workbook is to us: snapshot, addresses, decimals, formulas, contents, plans of change.
 */
export { MAX_COLS, MAX_ROWS, a1, a1OfRect, addrKey, columnName, compareAddr, inRect, parseA1, parseRect } from './address';
export { changedSince, contentOf, inverseOf, joinedEdits, sameContent, holds, contentOfCell, errorText } from './contents';
export { editedBook } from './edited-book';
export { Dec, cutOff, decOfNumber, halfUp } from './decimal';
export { shiftFormula } from './formula-shift';
export { filledRows } from './filled-rows';
export {
  type Evaluator,
  type Formula,
  type FormulaNode,
  type SheetRect,
  type SignedRect,
  asPlainSum,
  evaluateFormula,
  evaluatorOf,
  parseFormula,
  printFormula,
  referencesOf,
} from './formulas';
export { NOT_CALCULATED, type StaleCell, calculated } from './calculated';
export { NUMERAL_LETTERS, numeralValue } from './numerals';
export { type PercentSign, decimalsOfFormat, percentSign } from './number-format';
export { oncePerKey } from './once-per-key';
export { oncePerObject, oncePerPair, oncePerText } from './once-per-object';
export { pictureIn, pictureWithin, valueUnlessPicture } from './pictures';
export { pushTo } from './push-to';
export { recalculated } from './recalculated';
export { CODE_LETTERS, shortCode } from './short-code';
export { SheetBuilder } from './sheet-builder';
export {
  type StoredStyle,
  GENERAL,
  type SheetData,
  type StoredFormula,
  type WorkbookData,
  workbookFromData,
  CompactSheet,
} from './snapshot';
export { wordsPattern, bracketed, chineseDigit, isPlaceholder, normal, tidy, withoutBrackets } from './text';
export { type Addr, type Cell, type CellValue, type Rect, type SheetSnapshot, type SheetState, type WorkbookSnapshot } from './types';
export { UnreadableError, type UnreadableWhy, failureOf } from './unreadable';
export {
  type CellEdit,
  type Content,
  type EditWarning,
  type Mark,
  type Note,
  type Refusal,
  type SheetCell,
  type SheetChange,
  type SheetChart,
  type SheetContent,
  type SheetEdit,
  type SheetRow,
  type WritePlan,
  type CellStyle,
} from './write-plan';
export { workbookData } from './workbook-data';
export { freeSheetName } from './sheet-names';
export { rowHeight, displayWidth } from './row-heights';
export { writable, MAX_TEXT, passesForFormula } from './cell-limits';
export { markFormula, TAG, readSheetTag, SHEET_NAME, sheetTag, AUTHOR, NOTE_HEAD } from './trace-tags';
export { areasOf, marksOfSheet, SEVERITIES_MARKED } from './marked-areas';
export { LOOKS, type Look, MARK_LOOKS, BORDER_COLOR, FONT_NAME, type FontLook } from './cell-looks';
export { likeness } from './likeness';
export { leftBeside, pairedByKey, type PairedByKey } from './paired-by-key';
