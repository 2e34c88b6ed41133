import { progressLine } from '../texts/usage';

const QUIET_FOR_MS = 1000;
const EVERY_MS = 200;
const CLEAR = '\r\u001b[K';

/** One line on stderr that says how far the work is; only on a terminal and only when it takes over a second. */
export class Progress {
  private readonly started = Date.now();
  private last = 0;
  private shown = false;

  constructor(
    private readonly stream: NodeJS.WritableStream | null,
    private readonly all: number,
  ) {}

  at(done: number): void {
    const now = Date.now();
    if (this.stream === null || now - this.started < QUIET_FOR_MS || now - this.last < EVERY_MS) return;
    this.last = now;
    this.shown = true;
    this.stream.write(CLEAR + progressLine(done, this.all));
  }

  /** Takes the line away before anything else is printed. */
  clear(): void {
    if (this.shown) this.stream?.write(CLEAR);
    this.shown = false;
  }
}
