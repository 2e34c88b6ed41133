import { type FileHandle, open, rename, unlink } from 'node:fs/promises';
import { realpathSync, statSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import { isUnreadPipe } from '../files/regular';
import { sweepStale, temporaryFor } from '../files/temporary';
import type { Output } from './output';

/** Written beside its goal and renamed when whole: a result is there completely or not at all. */
export class FileOutput implements Output {
  readonly closed = false;

  private constructor(
    private readonly handle: FileHandle,
    private readonly temporary: string | null,
    private readonly goal: string,
  ) {}

  static async open(place: string): Promise<FileOutput> {
    const goal = followed(place);
    if (isDevice(goal)) return new FileOutput(await openDevice(goal), null, goal);
    sweepStale(path.dirname(goal));
    const temporary = temporaryFor(goal);
    const output = new FileOutput(await open(temporary, 'wx'), temporary, goal);
    process.once('exit', () => {
      output.leaveNothing();
    });
    return output;
  }

  async write(content: string | Uint8Array): Promise<void> {
    if (content.length > 0) await this.handle.writeFile(content, 'utf8');
  }

  async finish(): Promise<void> {
    await this.handle.close();
    if (this.temporary !== null) await rename(this.temporary, this.goal);
  }

  async abandon(): Promise<void> {
    await this.handle.close().catch(() => undefined);
    if (this.temporary !== null) await unlink(this.temporary).catch(() => undefined);
  }

  /** The process ends early: the half-written file goes. After a rename there is nothing left to remove. */
  private leaveNothing(): void {
    try {
      if (this.temporary !== null) unlinkSync(this.temporary);
    } catch {
      // it has its name, or was never written
    }
  }
}

/** A link stays a link: what it points to is replaced. */
function followed(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

/** @throws NodeJS.ErrnoException ENXIO for a pipe that nobody reads, and for a socket */
async function openDevice(goal: string): Promise<FileHandle> {
  if (isUnreadPipe(goal)) throw Object.assign(new Error(goal), { code: 'ENXIO', syscall: 'open' });
  return open(goal, 'w');
}

/** /dev/null, /dev/stdout and pipes are written to, never replaced. */
function isDevice(path: string): boolean {
  try {
    return !statSync(path).isFile();
  } catch {
    return false;
  }
}
