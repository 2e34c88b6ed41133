/** Name of the worker that holds the core for the pane. */
export const CORE_WORKER = 'core-worker';

/** Name of the worker that audits the files of a batch. */
export const BATCH_WORKER = 'batch-worker';
