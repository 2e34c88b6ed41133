/**
 * The room's door: what other rooms use of it.
 * The contract's JSON of one audited workbook.
 */
export { arithmeticFor } from './findings';
export { refusedJson, tableJson } from './table';
export { type EntryJson, type FindingJson, type RefusedJson, type TableJson } from './types';
