/**
 * The room's door: what other rooms use of it.
 * What units and reviewers reply to findings, by an identity that holds when the workbook is moved about.
 */
export { answeredTables, type FindingAnswer, type Resolved, type TableAnswers } from './answered';
export { answeredList, type ListAnswers } from './listed';
export { factsCode } from './facts-code';
export { findingSubjects, freeId, type Identity, idFrom, identified } from './identity';
export { isReplySheet, writtenReplies } from './read-sheet';
export { isWritten, REPLY_FIELDS, type ReplyField, type WrittenReply } from './reply';
export { REPLY_HEADINGS, REPORT_HEAD, RESULT_TITLE } from './sheet-words';
export { type AnswerState, STATE_NAMES } from './state';
export { type ReplyState, replyTally } from './tally';
export { contentsCode } from './values';
