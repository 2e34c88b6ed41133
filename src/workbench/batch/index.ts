/** Many files: audited together, shown as one table. */
export { Batch, type BatchOptions } from './batch';
export type { BatchFile } from './file';
export type { BatchCheck, BatchCounts, BatchRoster, BatchRow, BatchState } from './state';
export type { HeldFile, HoldJob } from './hold-work';
export { workOn, type AnyJob, type BatchAnswer, type BatchJob } from './work';
