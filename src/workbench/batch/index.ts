/** Many files: audited together, shown as one table. */
export { Batch, type BatchFile, type BatchOptions } from './batch';
export type { BatchCheck, BatchCounts, BatchRoster, BatchRow, BatchState } from './state';
export { workOn, type AnyJob, type BatchAnswer, type BatchJob } from './work';
