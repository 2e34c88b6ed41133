import path from 'node:path';
import { assess } from '../../assessment/assess';
import { CHECKS } from '../../checks/index';
import { readLegacyInWorker } from '../../hosts/file/legacy-node';
import { readWorkbook } from '../../hosts/file/read-workbook';
import { messagesOf } from '../../assessment/sentences';
import { recognise } from '../../recognition/index';
import { couldBeSpreadsheet } from '../files/probe';
import type { CoreFunctions } from './core-functions';
import { readWithoutResults } from './without-results';

/** SheetJS lives in a script of its own, started only when an old format comes. */
const LEGACY_SCRIPT = path.join(__dirname, 'legacy-worker.js');

export const SHIPPED_CORE: CoreFunctions = {
  read: (bytes) =>
    readWithoutResults(bytes, (some) => readWorkbook(some, { legacy: (old) => readLegacyInWorker(old, { workerFile: LEGACY_SCRIPT }) })),
  maybeSpreadsheet: couldBeSpreadsheet,
  recognise,
  assess,
  messages: messagesOf(CHECKS),
};
