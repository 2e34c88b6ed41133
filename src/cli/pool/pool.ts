import { Worker } from 'node:worker_threads';
import { thrownText } from '../error-text';

/** How a worker was lost with the job it had. */
export interface Lost {
  readonly why: 'timeout' | 'crashed';
  readonly detail: string | undefined;
}

export interface PoolOptions<Job, Result> {
  /** Script of the workers: answers each message with one message. */
  readonly script: string;
  readonly size: number;
  /** Only ends a worker that hangs; no honest file comes near it. */
  readonly timeLimitMs: number;
  readonly workerData: unknown;
  /** The result of a job whose worker was ended or fell over. */
  readonly lost: (job: Job, lost: Lost) => Result;
}

interface Task<Job, Result> {
  readonly job: Job;
  readonly resolve: (result: Result) => void;
}

/** Heap of one worker, in megabytes: several times what the largest readable workbook needs. */
const HEAP_MB = 1024;
const YOUNG_MB = 16;

/** One place for a worker. A worker that is lost is replaced when the next job comes. */
class Seat<Job, Result> {
  private worker: Worker | null = null;
  private task: Task<Job, Result> | null = null;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly options: PoolOptions<Job, Result>,
    private readonly freed: () => void,
  ) {}

  get free(): boolean {
    return this.task === null;
  }

  take(task: Task<Job, Result>): void {
    this.task = task;
    this.worker ??= this.hire();
    this.timer = setTimeout(() => {
      this.lose({ why: 'timeout', detail: undefined });
    }, this.options.timeLimitMs);
    this.worker.postMessage(task.job);
  }

  async close(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    const { worker } = this;
    this.worker = null;
    await worker?.terminate();
  }

  private hire(): Worker {
    const worker = new Worker(this.options.script, {
      workerData: this.options.workerData,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: YOUNG_MB },
    });
    // What an ended worker still says is not heard.
    const heard = (act: () => void) => (): void => {
      if (this.worker === worker) act();
    };
    worker.on('message', (result: Result) => {
      heard(() => {
        this.done(result);
      })();
    });
    worker.on('error', (error) => {
      heard(() => {
        this.lose({ why: 'crashed', detail: thrownText(error) });
      })();
    });
    worker.on(
      'exit',
      heard(() => {
        this.lose({ why: 'crashed', detail: undefined });
      }),
    );
    return worker;
  }

  private lose(lost: Lost): void {
    const { worker, task } = this;
    this.worker = null;
    void worker?.terminate();
    if (task !== null) this.done(this.options.lost(task.job, lost));
  }

  private done(result: Result): void {
    const { task } = this;
    if (this.timer !== null) clearTimeout(this.timer);
    this.task = null;
    task?.resolve(result);
    this.freed();
  }
}

/** Worker threads that each do one job at a time; they are started only when there is work for them. */
export class Pool<Job, Result> {
  private readonly seats: Seat<Job, Result>[];
  private readonly queue: Task<Job, Result>[] = [];
  private closed = false;

  constructor(options: PoolOptions<Job, Result>) {
    this.seats = Array.from(
      { length: options.size },
      () =>
        new Seat<Job, Result>(options, () => {
          this.next();
        }),
    );
  }

  /** Never rejects: a lost job has a result of its own. */
  run(job: Job): Promise<Result> {
    return new Promise((resolve) => {
      this.queue.push({ job, resolve });
      this.next();
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all(this.seats.map((seat) => seat.close()));
  }

  private next(): void {
    if (this.closed) return;
    const seat = this.seats.find((one) => one.free);
    const task = seat === undefined ? undefined : this.queue.shift();
    if (seat !== undefined && task !== undefined) seat.take(task);
  }
}

/**
 * Runs jobs side by side and yields their results in the order of the jobs. At most `window` jobs are begun and not
 * yet yielded, so a slow first one (or a slow reader) holds up the rest instead of filling the memory.
 */
export async function* resultsInOrder<Job, Result>(
  jobs: Iterable<Job>,
  run: (job: Job) => Promise<Result>,
  window: number,
): AsyncGenerator<Result> {
  const begun: Promise<Result>[] = [];
  for (const job of jobs) {
    begun.push(run(job));
    if (begun.length >= window) yield await begun.shift()!;
  }
  for (const result of begun) yield await result;
}
