import { failureOf } from '../../workbook';
import { unreadableReason } from '../../words';
import { unreadableJson, type UnreadableJson } from '../../receipt';
import type { Lost } from './pool';

/** What the engine says when a thread has used up its heap. */
const OUT_OF_MEMORY = /memory limit|out of memory|heap/i;

const whyOf = ({ why, detail }: Lost): 'timeout' | 'memory' | 'crashed' =>
  why === 'crashed' && detail !== undefined && OUT_OF_MEMORY.test(detail) ? 'memory' : why;

/** Why a file was lost with the thread that had it, in words. */
export const lostReason = (lost: Lost): string => unreadableReason(whyOf(lost), lost.detail);

/** The entry of such a file. */
export const lostJson = (file: string, lost: Lost): UnreadableJson => unreadableJson(file, lostReason(lost), failureOf(whyOf(lost)));
