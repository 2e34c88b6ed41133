import path from 'node:path';
import { readWorkbook, sniff, writtenHere } from '../../hosts/file';
import { openBuiltIn } from '../../hosts/file/encrypted/open-builtin-node';
import { LegacyProcess } from '../../hosts/file/legacy-node';
import { RESULT_SHEET } from '../../results';
import { couldBeSpreadsheet } from '../files/probe';
import type { FileFunctions } from './file-functions';

/** SheetJS lives in a script of its own, started only when an old format comes. */
const legacy = new LegacyProcess({ script: path.join(__dirname, 'legacy-child.js') });

/** A workbook we filled in (recalc) is the unit's and is audited; one we marked, or made ourselves, is not. */
function oursUnchanged(bytes: Uint8Array): boolean {
  if (sniff(bytes) !== 'xlsx') return false;
  const ours = writtenHere(bytes);
  return ours !== null && (ours.is === 'new' || ours.sheets.includes(RESULT_SHEET));
}

export const FILES: FileFunctions = {
  opened: (bytes) => (sniff(bytes) === 'encrypted' ? (openBuiltIn(bytes) ?? bytes) : bytes),
  oursUnchanged,
  read: (bytes) => readWorkbook(bytes, { legacy: (old) => legacy.read(old) }),
  maybeSpreadsheet: couldBeSpreadsheet,
};
