/** What the bench measures, bundled by webpack into dist/bench-core.js. */
export { inflateSync } from 'fflate';
export { CHECKS } from '../../src/checks/index';
export { parseAfresh } from '../../src/criteria/together/read';
export { editWorkbook } from '../../src/hosts/file/editor/edit-workbook';
export { readXlsx } from '../../src/hosts/file/read-xlsx';
export { packedBytes, readDirectory } from '../../src/hosts/file/zip-directory';
export { auditBook, BY_THE_SHEET, judgeBy, localEngine, warmUp } from '../../src/open-workbook/index';
export { recognise } from '../../src/recognition/index';
export { annotation } from '../../src/results/annotate';
export { deriveAll } from '../../src/scoring/index';
export { Dec } from '../../src/workbook/decimal';
