/** Many files: audited together, shown as one table. */
export { Batch, type BatchOptions } from './batch';
export type { BatchFile } from './file';
export type { BatchCheck, BatchCounts, BatchRoster, BatchRow, BatchState } from './state';
export type { HeldFile } from './held-file';
export type { HoldJob } from './hold-work';
export type { FoundReport } from './reports';
export { workOn, type AnyJob, type BatchAnswer, type BatchJob } from './work';
