/** The core in another thread, ended when it takes longer than its budget: no sheet can freeze the program it is shown in. */
import { HostError } from '../../hosts/port';
import { workbookData } from '../../workbook';
import { CRASHED, TOO_LONG } from '../texts';
import type { Reply, Request, Thread } from './messages';
import { packed, unpacked } from './packing';
import { Slices } from './slices';
import type { Engine } from './types';

export interface RemoteOptions {
  /** Milliseconds for one request; a check takes well under a second, this only ends a hang. */
  readonly budget: number;
}

/** Milliseconds in which a thread that has answered before may finish a check nobody waits for any more, instead of being started anew. */
const GRACE = 2_000;

interface Waiting {
  readonly done: (value: unknown) => void;
  readonly failed: (error: unknown) => void;
  readonly timer: ReturnType<typeof setTimeout>;
  readonly pieces: Slices;
}

/** `spawn` starts a thread that runs serveEngine; a new one is started after one was ended. */
export function remoteEngine(spawn: () => Thread, { budget }: RemoteOptions): Engine {
  return new Remote(spawn, budget);
}

class Remote implements Engine {
  private thread: Thread | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private next = 0;
  /** The thread at work has answered something. */
  private proven = false;

  constructor(
    private readonly spawn: () => Thread,
    private readonly budget: number,
  ) {}

  async audit(...[book, judging, file, signal]: Parameters<Engine['audit']>): ReturnType<Engine['audit']> {
    signal?.throwIfAborted();
    const id = this.post({ ask: 'audit', book: workbookData(book), judging, file });
    const abort = (): void => this.abandon(id, signal?.reason ?? new Error('aborted'));
    signal?.addEventListener('abort', abort, { once: true });
    try {
      return (await this.answerTo(id)) as Awaited<ReturnType<Engine['audit']>>;
    } finally {
      signal?.removeEventListener('abort', abort);
    }
  }

  async plan(...args: Parameters<Engine['plan']>): ReturnType<Engine['plan']> {
    return (await this.ask({ ask: 'plan', with: args })) as Awaited<ReturnType<Engine['plan']>>;
  }

  async narrative(...args: Parameters<Engine['narrative']>): ReturnType<Engine['narrative']> {
    return (await this.ask({ ask: 'narrative', with: args })) as Awaited<ReturnType<Engine['narrative']>>;
  }

  async summary(): ReturnType<Engine['summary']> {
    return (await this.ask({ ask: 'summary', with: [] })) as Awaited<ReturnType<Engine['summary']>>;
  }

  async result(): ReturnType<Engine['result']> {
    return (await this.ask({ ask: 'result', with: [] })) as Awaited<ReturnType<Engine['result']>>;
  }

  async report(): ReturnType<Engine['report']> {
    return (await this.ask({ ask: 'report', with: [] })) as Awaited<ReturnType<Engine['report']>>;
  }

  close(): void {
    this.stop(new Error('closed'));
  }

  private ask(request: { readonly ask: Request['ask']; readonly with: readonly unknown[] }): Promise<unknown> {
    return this.answerTo(this.post({ ...request, with: packed(request.with) }));
  }

  private post(request: { readonly ask: Request['ask'] } & Record<string, unknown>): number {
    const id = (this.next += 1);
    this.open().post({ ...request, id });
    return id;
  }

  private answerTo(id: number): Promise<unknown> {
    return new Promise((done, failed) => {
      const timer = setTimeout(() => this.stop(new HostError('busy', TOO_LONG)), this.budget);
      this.waiting.set(id, { done, failed, timer, pieces: new Slices() });
    });
  }

  /** Nobody waits for this any more: typing goes on faster than checks do. Starting a thread anew costs more than letting it finish. */
  private abandon(id: number, why: unknown): void {
    const waiting = this.waiting.get(id);
    if (waiting === undefined) return;
    if (!this.proven) {
      this.stop(why);
      return;
    }
    clearTimeout(waiting.timer);
    const timer = setTimeout(() => this.stop(new HostError('busy', TOO_LONG)), Math.min(GRACE, this.budget));
    this.waiting.set(id, { done: () => undefined, failed: () => undefined, timer, pieces: waiting.pieces });
    waiting.failed(why);
  }

  private open(): Thread {
    if (this.thread !== null) return this.thread;
    const thread = this.spawn();
    thread.listen(
      (message) => this.heard(message as Reply),
      (why) => {
        if (this.thread === thread) this.stop(Object.assign(new Error(why), { name: 'WorkerDied' }));
      },
    );
    this.thread = thread;
    return thread;
  }

  private heard(reply: Reply): void {
    const waiting = this.waiting.get(reply.id);
    if (waiting === undefined) return;
    this.proven = true;
    if ('piece' in reply) {
      waiting.pieces.take(reply.piece);
      return;
    }
    this.waiting.delete(reply.id);
    clearTimeout(waiting.timer);
    if ('view' in reply) waiting.done(waiting.pieces.whole(reply.view));
    else if ('answer' in reply) waiting.done(unpacked(reply.answer));
    else waiting.failed(Object.assign(new Error(reply.failed.message || CRASHED), { name: reply.failed.name, stack: reply.failed.stack }));
  }

  /** Ends the thread; whoever waits is told why. The next request starts another. */
  private stop(why: unknown): void {
    this.thread?.end();
    this.thread = null;
    this.proven = false;
    const left = [...this.waiting.values()];
    this.waiting.clear();
    for (const { failed, timer } of left) {
      clearTimeout(timer);
      failed(why);
    }
  }
}
