export { DEFAULT_LIMITS, type Limits } from './limits';
export { readWorkbook, type ReadOptions } from './read-workbook';
export { readXlsx } from './read-xlsx';
export { sniff, type FileKind } from './sniff';
