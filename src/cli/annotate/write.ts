import { closeSync, lstatSync, mkdirSync, openSync, readFileSync, renameSync, unlinkSync, writeSync } from 'node:fs';
import path from 'node:path';
import { temporaryFor } from '../files/temporary';
import { IN_THE_WAY, NOT_OURS } from '../texts/annotate';
import { unwrittenReason } from '../../words';

/** True for bytes that this program wrote as they are: a former result nobody has worked on since. */
export type Ours = (bytes: Uint8Array) => boolean;

/** Why nothing may be put there; null where nothing is in the way. */
function inTheWay(goal: string, ours: Ours): string | null {
  const stat = lstatSync(goal, { throwIfNoEntry: false });
  if (stat === undefined) return null;
  if (!stat.isFile()) return IN_THE_WAY;
  return ours(readFileSync(goal)) ? null : NOT_OURS;
}

function writeWhole(goal: string, bytes: Uint8Array): void {
  const temporary = temporaryFor(goal);
  const fd = openSync(temporary, 'w');
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(fd, bytes, at);
  } catch (error) {
    closeSync(fd);
    unlinkSync(temporary);
    throw error;
  }
  closeSync(fd);
  try {
    renameSync(temporary, goal);
  } catch (error) {
    unlinkSync(temporary);
    throw error;
  }
}

/** Writes a result whole or not at all; why it was not, or null. A former result is replaced only while it is as we left it. */
export function writeResult(goal: string, bytes: Uint8Array, ours: Ours): string | null {
  try {
    mkdirSync(path.dirname(goal), { recursive: true });
    const obstacle = inTheWay(goal, ours);
    if (obstacle !== null) return obstacle;
    writeWhole(goal, bytes);
    return null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return unwrittenReason(code);
  }
}
