/** What the bench measures, bundled by webpack into dist/bench-core.js. */
export { inflateSync } from 'fflate';
export { assess } from '../src/assessment/assess';
export { CHECKS } from '../src/checks/index';
export { editWorkbook } from '../src/hosts/file/editor/edit-workbook';
export { readXlsx } from '../src/hosts/file/read-xlsx';
export { packedBytes, readDirectory } from '../src/hosts/file/zip-directory';
export { recognise } from '../src/recognition/index';
export { parseAfresh } from '../src/criteria/together/read';
export { deriveAll } from '../src/scoring/index';
export { annotation } from '../src/results/annotate';
export { messagesOf, spoken } from '../src/assessment/sentences';
export { Dec } from '../src/workbook/decimal';
export { localEngine, warmUp } from '../src/open-workbook/index';
export { BY_THE_SHEET } from '../src/open-workbook/judging';
