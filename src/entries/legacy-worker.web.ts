import type { LegacyAnswer } from '../hosts/file';
import { readLegacyData } from '../hosts/file/legacy';
import { UnreadableError } from '../workbook';

/** Reads the one old file it is given, answers once. */
function answer(bytes: Uint8Array): LegacyAnswer {
  try {
    return { ok: true, data: readLegacyData(bytes) };
  } catch (error) {
    if (error instanceof UnreadableError)
      return { ok: false, why: error.why, ...(error.detail === undefined ? {} : { detail: error.detail }) };
    return { ok: false, why: 'legacy-unreadable' };
  }
}

self.onmessage = ({ data }: MessageEvent<Uint8Array>) => self.postMessage(answer(data));
