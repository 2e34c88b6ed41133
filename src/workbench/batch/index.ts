/** Many files: audited together, shown as one table. */
export { Batch, type BatchFile, type BatchOptions } from './batch';
export type { BatchCheck, BatchCounts, BatchRow, BatchState } from './state';
export { workOn, type BatchAnswer, type BatchJob, type SummaryJob } from './work';
