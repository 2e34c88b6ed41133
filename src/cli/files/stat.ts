import { type Stats, statSync } from 'node:fs';

/** Nothing can stand there: also below something that is no folder, and under a name longer than names can be. */
const NOTHING = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP']);

/** What stands at a path, links followed; null where nothing does. */
export function statOrNull(path: string): Stats | null {
  try {
    return statSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== undefined && NOTHING.has(code)) return null;
    throw error;
  }
}
