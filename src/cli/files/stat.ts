import { type Stats, statSync } from 'node:fs';

/** What stands at a path, links followed; null where nothing does, also below something that is no folder. */
export function statOrNull(path: string): Stats | null {
  try {
    return statSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
}
