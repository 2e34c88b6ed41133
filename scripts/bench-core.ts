/** What the bench measures, bundled by webpack into dist/bench-core.js. */
export { inflateSync } from 'fflate';
export { readXlsx } from '../src/hosts/file/read-xlsx';
export { packedBytes, readDirectory } from '../src/hosts/file/zip-directory';
