/** A 审核意见 file on a disk. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { type OpinionBook, readOpinions } from '../../opinions';
import { unopenedReason } from '../../words';
import { thrownText } from '../error-text';
import { opinionsNotRead } from '../texts/opinions';

/** Bytes of a file; more than that is none of ours. */
const LARGEST = 100_000_000;

export type OpinionsFile = { readonly ok: true; readonly book: OpinionBook } | { readonly ok: false; readonly message: string };

/** Never throws. */
export function opinionsIn(file: string): OpinionsFile {
  try {
    const stat = statSync(file);
    if (!stat.isFile()) return refused(file, unopenedReason('EISDIR'));
    const text = stat.size > LARGEST ? ' ' : readFileSync(file, 'utf8');
    const read = readOpinions(text);
    return read.ok ? read : refused(file, read.why);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return refused(file, code === undefined ? thrownText(error) : unopenedReason(code));
  }
}

const refused = (file: string, why: string): OpinionsFile => ({ ok: false, message: opinionsNotRead(file, why) });

/** SHA-256 of a file, so that a table is known by its bytes too; null where it cannot be read any more. */
export function digestOfFile(file: string): string | null {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('hex');
  } catch {
    return null;
  }
}
