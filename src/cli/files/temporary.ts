/** Files that are written under another name until they are whole: how they are called, and how what a killed run left is found again. */
import { readdirSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import { threadId } from 'node:worker_threads';

/** A short name: the goal's own may already be as long as a name can be. */
const NAME = /^\.jihe-(\d+)-\d+\.tmp$/;

/** Where the result that will be called `goal` is written first: beside it, so that it can be renamed. */
export const temporaryFor = (goal: string): string => path.join(path.dirname(goal), `.jihe-${process.pid}-${threadId}.tmp`);

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

const ownerOf = (name: string): number | null => {
  const digits = NAME.exec(path.basename(name))?.[1];
  return digits === undefined ? null : Number(digits);
};

function removeWhere(folder: string, recursive: boolean, isDue: (pid: number) => boolean): void {
  try {
    for (const name of readdirSync(folder, { recursive, encoding: 'utf8' })) {
      const pid = ownerOf(name);
      if (pid !== null && isDue(pid)) unlinkSync(path.join(folder, name));
    }
  } catch {
    // The folder is not there, or somebody else was quicker: nothing is lost.
  }
}

/** Removes what runs that are no longer alive left half-written in a folder. Never throws. */
export function sweepStale(folder: string, recursive = false): void {
  removeWhere(folder, recursive, (pid) => pid !== process.pid && !isAlive(pid));
}

/** Removes what this run has half-written in a folder and below: it is ending early. Never throws. */
export function sweepOwn(folder: string): void {
  removeWhere(folder, true, (pid) => pid === process.pid);
}

/** Ending by a signal is an ending like others: what waits for `exit` is done. */
export function endOnSignals(): void {
  const statuses = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
  for (const [signal, status] of Object.entries(statuses)) process.once(signal, () => process.exit(status));
}
