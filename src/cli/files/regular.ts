/** Opening what is an ordinary file and nothing else: a pipe, a socket or a device would keep the program waiting. */
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import type { FilePath } from './entry';

/** Opening a pipe without a writer waits for one, unless this is set; ordinary files do not mind. Windows has neither. */
const NO_WAITING: number = (constants as Partial<typeof constants>).O_NONBLOCK ?? 0;
/** What opening a socket, or a device with nothing behind it, answers. */
const NOTHING_BEHIND = new Set(['ENXIO', 'ENODEV', 'EOPNOTSUPP']);

/**
 * What `use` makes of an open file; null where there is no ordinary file. Never waits.
 * @throws NodeJS.ErrnoException when the system refuses · whatever `use` throws
 */
export function withRegular<T>(path: FilePath, use: (fd: number, stat: Stats) => T): T | null {
  const fd = opened(path);
  if (fd === null) return null;
  try {
    const stat = fstatSync(fd);
    return stat.isFile() ? use(fd, stat) : null;
  } finally {
    closeSync(fd);
  }
}

function opened(path: FilePath): number | null {
  try {
    // A path handed to a worker arrives as plain bytes.
    return openSync(typeof path === 'string' ? path : Buffer.from(path), constants.O_RDONLY | NO_WAITING);
  } catch (error) {
    if (NOTHING_BEHIND.has((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

/** As many of `length` bytes as there are from `position`. */
export function readAt(fd: number, length: number, position: number): Buffer {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const count = readSync(fd, buffer, filled, length - filled, position + filled);
    if (count === 0) break;
    filled += count;
  }
  return buffer.subarray(0, filled);
}

/** Whether somebody reads at the other end of a pipe that shall be written to: opening it would wait for one. */
export function isUnreadPipe(path: string): boolean {
  try {
    closeSync(openSync(path, constants.O_WRONLY | NO_WAITING));
    return false;
  } catch (error) {
    return NOTHING_BEHIND.has((error as NodeJS.ErrnoException).code ?? '');
  }
}
