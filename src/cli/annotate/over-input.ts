import { statSync } from 'node:fs';
import type { FileEntry } from '../files/entry';
import type { TargetPaths } from './goals';

/** A file under any name, link or not: by device and number. */
function identity(at: string | Uint8Array): string | null {
  try {
    const stat = statSync(typeof at === 'string' ? at : Buffer.from(at), { bigint: true });
    return stat.isFile() ? `${stat.dev}:${stat.ino}` : null;
  } catch {
    return null;
  }
}

/** The first file that would be written over something handed in, whatever name it goes by; null where none would. */
export function overInput(goals: ReadonlyMap<FileEntry, TargetPaths>): string | null {
  const inputs = new Map<string, string>();
  for (const { path, label } of goals.keys()) {
    const id = identity(path);
    if (id !== null) inputs.set(id, label);
  }
  for (const { copy, beside } of goals.values()) {
    for (const goal of [copy, beside]) {
      const id = identity(goal);
      const input = id === null ? undefined : inputs.get(id);
      if (input !== undefined) return input;
    }
  }
  return null;
}
