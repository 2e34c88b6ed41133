import { Worker } from 'node:worker_threads';
import { workbookFromData } from '../../workbook/snapshot';
import type { WorkbookSnapshot } from '../../workbook/types';
import { UnreadableError } from '../../workbook/unreadable';
import type { LegacyAnswer } from './legacy-messages';

export interface LegacyWorkerOptions {
  /** Only ends a worker that hangs. */
  readonly timeoutMs?: number;
  /** Heap of the worker, in megabytes. */
  readonly maxOldMb?: number;
  /** The built legacy-worker script. */
  readonly workerFile: string;
}

const DEFAULT_TIMEOUT_MS = 30_000;
const DEFAULT_HEAP_MB = 512;

/**
 * Reads an old file in a worker of its own, so that neither its memory nor a loop in the library reaches the caller.
 * @throws UnreadableError `timeout`, `legacy-too-large`, `legacy-unreadable`, or what the worker found
 */
export function readLegacyInWorker(bytes: Uint8Array, options: LegacyWorkerOptions): Promise<WorkbookSnapshot> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(options.workerFile, {
      workerData: new Uint8Array(bytes),
      resourceLimits: { maxOldGenerationSizeMb: options.maxOldMb ?? DEFAULT_HEAP_MB },
      // The library complains on the console about odd files; that is no output of ours.
      stdout: true,
      stderr: true,
    });
    let settled = false;
    const settle = (act: () => void): void => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      void worker.terminate();
      act();
    };
    const fail = (error: UnreadableError): void => {
      settle(() => {
        reject(error);
      });
    };
    const timer = setTimeout(() => {
      fail(new UnreadableError('timeout'));
    }, options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
    worker.on('message', (answer: LegacyAnswer) => {
      if (!answer.ok) fail(new UnreadableError(answer.why, answer.detail));
      else {
        settle(() => {
          resolve(workbookFromData(answer.data));
        });
      }
    });
    worker.on('error', (error: Error & { code?: string }) => {
      const memory = error.code === 'ERR_WORKER_OUT_OF_MEMORY' || error instanceof RangeError;
      fail(new UnreadableError(memory ? 'legacy-too-large' : 'legacy-unreadable'));
    });
    worker.on('exit', () => {
      fail(new UnreadableError('legacy-unreadable'));
    });
  });
}
