/** A few threads that take jobs one after another; one that hangs or dies costs its own job only. */
import type { Thread } from '../../open-workbook';

export interface WorkersOptions {
  readonly size: number;
  /** Milliseconds for one job; only ends a hang. */
  readonly budget: number;
}

export class Workers<J, A> {
  private readonly idle: Thread[] = [];
  private readonly queue: (() => void)[] = [];
  private running = 0;
  private closed = false;

  constructor(
    private readonly spawn: () => Thread,
    private readonly options: WorkersOptions,
  ) {}

  /** @throws Error 'time' or 'died', or what the job threw */
  async run(job: () => Promise<J> | J): Promise<A> {
    if (this.running >= this.options.size) await new Promise<void>((go) => this.queue.push(go));
    this.running += 1;
    try {
      if (this.closed) throw new Error('closed');
      return await this.one(await job());
    } finally {
      this.running -= 1;
      this.queue.shift()?.();
    }
  }

  close(): void {
    this.closed = true;
    for (const thread of this.idle.splice(0)) thread.end();
  }

  private one(job: J): Promise<A> {
    const thread = this.idle.pop() ?? this.spawn();
    return new Promise<A>((done, failed) => {
      const timer = setTimeout(() => end(() => failed(new Error('time'))), this.options.budget);
      const end = (say: () => void): void => {
        clearTimeout(timer);
        thread.end();
        say();
      };
      thread.listen(
        (message) => {
          const reply = message as { readonly answer: A } | { readonly failed: string };
          if ('failed' in reply) {
            end(() => failed(new Error(reply.failed)));
            return;
          }
          clearTimeout(timer);
          if (this.closed) thread.end();
          else this.idle.push(thread);
          done(reply.answer);
        },
        (why) => end(() => failed(new Error(`died ${why}`))),
      );
      thread.post(job);
    });
  }
}
