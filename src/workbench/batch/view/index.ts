/** 多份 on the page: the table of many files, its pictures and filters. */
export { mountBatch, type BatchHandle } from './mount';
export { sayBatch } from './say';
export type { BatchActions, BatchSource, DeskActions, HeldView, HoldKind } from './types';
