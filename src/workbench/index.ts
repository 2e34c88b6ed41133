/** The workbench: the sheet view and the page around it. */
export { SheetView, type SheetOptions, type ViewMark } from './sheet';
export { WorkbenchPage, type PageOptions, type PaneSlot } from './page/page';
export { sampleFile, startWorker } from './page/worker';
