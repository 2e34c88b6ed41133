/** Locks between processes: a file that holds the number of the process that owns it. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const WAIT_MS = 100;

/**
 * Runs `work` while no other process holds the lock `file`. A lock whose owner is gone is taken over.
 * Resolves to what `work` does; to `undefined` where others hold the lock longer than `patienceMs`.
 */
export async function withLock(file, patienceMs, work) {
  mkdirSync(path.dirname(file), { recursive: true });
  const until = Date.now() + patienceMs;
  while (!taken(file)) {
    if (Date.now() > until) return undefined;
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function taken(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  try {
    const owner = Number(readFileSync(file, 'utf8'));
    if (owner > 0 && !alive(owner)) rmSync(file, { force: true });
  } catch {
    // released meanwhile: try again
  }
  return false;
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
