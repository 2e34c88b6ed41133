/** A workbook in the workbench: the bytes as they came and what is typed over them. */
export {
  columnOf,
  type CellLook,
  type Displayed,
  type DrawnFont,
  type LineLook,
  type PictureLook,
  type SheetLooks,
  type TextRun,
  type WorkbookLooks,
} from '../file';
export { displayed, WorkbenchHost, type BenchEvent, type BenchOptions, type BenchView, type Guard } from './host';
export { keptStore, machineStore, type PlainStorage, type TextStore } from './store';
export { OldFormatHost } from './old-format';
export type { CellTyped } from './document';
export type { InTheWay } from './edits';
