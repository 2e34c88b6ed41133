/**
 * The room's door: what other rooms use of it.
 * The contract's JSON of one audited workbook.
 */
export { unreadableJson, unrecognisedJson } from './no-table';
export { tableJson } from './table';
export {
  type EntryJson,
  type FailureJson,
  type AnswerJson,
  type FindingJson,
  type RefusedJson,
  type TableJson,
  type UnreadableJson,
} from './types';
