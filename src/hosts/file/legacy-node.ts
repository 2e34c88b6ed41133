import { type ChildProcess, fork } from 'node:child_process';
import { UnreadableError, workbookFromData, type WorkbookSnapshot } from '../../workbook';
import type { LegacyAnswer, LegacyRequest } from './legacy-messages';

export interface LegacyProcessOptions {
  /** The built legacy-child script. */
  readonly script: string;
  /** Only ends a process that hangs. */
  readonly timeoutMs?: number;
  /** Heap of the process, in megabytes. */
  readonly heapMb?: number;
}

const TIMEOUT_MS = 30_000;
const HEAP_MB = 768;
/** The process gives up by itself first. */
const GRACE_MS = 2_000;
/** A process that has read a file larger than this is not kept: what it left behind takes memory from the next. */
const KEEP_BELOW = 4 * 1024 * 1024;

type Lost = 'timeout' | 'ended' | 'memory';
type Reply = LegacyAnswer | { readonly lost: Lost };

/**
 * Reads old files one after another in a process of its own with a limited memory, which is ended when it takes too
 * long: whatever a file does to the library for old formats ends with that process.
 */
export class LegacyProcess {
  private child: ChildProcess | null = null;

  constructor(private readonly options: LegacyProcessOptions) {}

  /**
   * One file at a time: the next is asked for when the answer has come.
   * @throws UnreadableError `timeout`, `memory`, `crashed`, or what the process found
   */
  async read(old: Uint8Array): Promise<WorkbookSnapshot> {
    const used = this.child !== null;
    let reply = await this.ask(old);
    // What a file may cost must not depend on the files before it.
    if ('lost' in reply && used) reply = await this.ask(old);
    if ('lost' in reply) throw new UnreadableError(WHY[reply.lost]);
    if (!reply.ok) throw new UnreadableError(reply.why, reply.detail);
    return workbookFromData(reply.data);
  }

  /** Ends the process, if there is one. */
  end(): void {
    this.child?.kill('SIGKILL');
    this.child = null;
  }

  private async ask(old: Uint8Array): Promise<Reply> {
    const child = (this.child ??= start(this.options));
    const timeoutMs = this.options.timeoutMs ?? TIMEOUT_MS;
    const reply = await replyOf(child, { old, timeoutMs }, timeoutMs + GRACE_MS);
    if ('lost' in reply || old.length > KEEP_BELOW) this.end();
    return reply;
  }
}

const WHY = { timeout: 'timeout', memory: 'memory', ended: 'crashed' } as const;

function start({ script, heapMb }: LegacyProcessOptions): ChildProcess {
  // The library complains on the console about odd files; that is no output of ours.
  return fork(script, [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [`--max-old-space-size=${heapMb ?? HEAP_MB}`],
  });
}

/** An engine out of memory aborts; systems tell it by the signal or by the status of a shell. */
const ABORTED = new Set<unknown>(['SIGABRT', 'SIGTRAP', 'SIGILL', 134, 133, 132, 3221225477, 0xc0000409]);

function replyOf(child: ChildProcess, request: LegacyRequest, limitMs: number): Promise<Reply> {
  return new Promise((resolve) => {
    hold(child, true);
    const settle = (reply: Reply): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      // Errors of a process nobody listens to any more would end the program.
      child.on('error', () => undefined);
      hold(child, false);
      resolve(reply);
    };
    const timer = setTimeout(() => {
      settle({ lost: 'timeout' });
    }, limitMs);
    child.on('message', (answer) => {
      settle(answer as LegacyAnswer);
    });
    child.on('error', () => {
      settle({ lost: 'ended' });
    });
    child.on('exit', (code, signal) => {
      settle({ lost: ABORTED.has(signal ?? code) || signal === 'SIGKILL' ? 'memory' : 'ended' });
    });
    child.send(request, (error) => {
      // One that ended while it waited; one that ends now says so itself.
      if (error !== null && (child.exitCode !== null || child.signalCode !== null)) settle({ lost: 'ended' });
    });
  });
}

/** A process that waits for work does not keep the program running. */
function hold(child: ChildProcess, busy: boolean): void {
  if (busy) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}
