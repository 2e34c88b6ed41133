/** The worker's side: the list in a file. */
import { readRoster, type RosterRead } from '../../roster';
import { UnreadableError } from '../../workbook';
import { unopenedReason, unreadableReason } from '../../words';
import { takeBytes } from '../audit/bytes';
import type { FileFunctions } from '../audit/file-functions';
import { thrownText } from '../error-text';
import { notARoster, ROSTER_NOT_A_SHEET } from '../texts/roster';

/** Never throws. */
export async function rosterIn(file: string, files: FileFunctions): Promise<RosterRead> {
  const wrong = (why: string): RosterRead => ({ ok: false, message: notARoster(file, why) });
  try {
    const taken = takeBytes(file, true, files.maybeSpreadsheet);
    if (taken.is !== 'bytes') return wrong(ROSTER_NOT_A_SHEET);
    const read = readRoster(await files.read(files.opened(taken.bytes)));
    return read.ok ? read : wrong(read.message);
  } catch (error) {
    if (error instanceof UnreadableError) return wrong(unreadableReason(error.why, error.detail));
    const { code } = error as NodeJS.ErrnoException;
    return wrong(code === undefined ? thrownText(error) : unopenedReason(code));
  }
}
