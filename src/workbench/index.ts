/** The workbench: the sheet view and the page around it. */
export { SheetView, type SheetOptions, type ViewMark } from './sheet';
export { auditedPane, viewMarks, type AuditedPane, type PaneParts } from './page/audited-pane';
export type { FileHolding } from './held';
export { heldPart } from './page/hold-batch';
export { ManyFiles } from './page/many-files';
export { WorkbenchPage, type PageOptions, type PaneSlot } from './page/page';
export { pageEngines } from './page/page-engine';
export { CORE_WORKER } from './page/core-worker';
export { pageThread } from './page/page-thread';
export { sampleAhead, type SampleRead } from './page/sample-ahead';
export { licencesText, sampleFile, startAhead, startWorker } from './page/worker';
export { workOn, type AnyJob } from './batch';
