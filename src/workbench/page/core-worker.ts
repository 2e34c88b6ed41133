/** Name of the worker that holds the core. */
export const CORE_WORKER = 'core-worker';
