import { parentPort, workerData } from 'node:worker_threads';
import { UnreadableError } from '../../workbook/unreadable';
import { readLegacyData } from './legacy';
import type { LegacyAnswer } from './legacy-messages';

/** Reads the one old file it was started for, answers once and ends. */
function answer(bytes: Uint8Array): LegacyAnswer {
  try {
    return { ok: true, data: readLegacyData(bytes) };
  } catch (error) {
    if (error instanceof UnreadableError)
      return { ok: false, why: error.why, ...(error.detail === undefined ? {} : { detail: error.detail }) };
    return { ok: false, why: 'legacy-unreadable' };
  }
}

parentPort?.postMessage(answer(workerData as Uint8Array));
