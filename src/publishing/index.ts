/**
 * The room's door: what other rooms use of it.
 * 公开前检查: what somebody should look at before a sheet or a report is made public.
 */
export { remarksBeside } from './beside';
export { remarksOnBook } from './of-book';
export { remarksOnDocument } from './of-document';
export { CONFIRM, confirmText, REMARK_NAMES } from './texts';
export { type Remark, type RemarkCode, type RemarkPlace } from './types';
