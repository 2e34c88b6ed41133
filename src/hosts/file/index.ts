export { besideContent } from './beside';
export { annotateDocument, type AnnotatedDocument, type DocumentNote } from './word/write/annotate-document';
export { type MergeCounts, mergeDocument, type MergedDocument } from './word/write/merge-document';
export { documentWrittenHere } from './word/write/record';
export type { DocumentRemarks, PendingCounts } from './word/write/remarks';
export { writeDocument, type WrittenDocument } from './word/write/write-document';
export { type DocumentKind, documentKind, readDocument, readPlainText } from './word/read-document';
export { editWorkbook, newWorkbook, removeTraces, type Edited, type FilePlan } from './editor/edit-workbook';
export { writtenHere } from './editor/written-here';
export { FileHost } from './file-host';
export type { LegacyAnswer } from './legacy-messages';
export { DEFAULT_LIMITS, type Limits } from './limits';
export { readWorkbook, type ReadOptions } from './read-workbook';
export { readXlsx } from './read-xlsx';
export { writeZip } from './zip-writer';
export { sniff, type FileKind } from './sniff';
export { tracesIn } from './editor/traces-in';
export { readsAnything } from './editor/dependents';
export {
  readLooks,
  type WorkbookLooks,
  displayed,
  columnOf,
  type CellLook,
  type Displayed,
  type DrawnFont,
  type LineLook,
  type PictureLook,
  type SheetLooks,
  type TextRun,
} from './looks';
