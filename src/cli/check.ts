import { availableParallelism } from 'node:os';
import { unopenedReason, unreadableReason, unwrittenReason } from '../messages/unreadable';
import { type Counts, countsLine, missingPath, outFailed, outputFailed } from '../messages/usage';
import type { CheckCommand } from './args/command';
import { refusedJson } from './contract/table';
import { errorText } from './error-text';
import { collect } from './files/collect';
import type { FileEntry, Unopened } from './files/entry';
import type { Io } from './io';
import { FileOutput } from './output/file';
import { documentOf } from './output/format';
import { outRefused } from './output/guard';
import type { Output } from './output/output';
import { Progress } from './output/progress';
import { StreamOutput } from './output/stream';
import type { Outcome, Setup } from './pool/job';
import { outcomeOf } from './pool/outcome';
import { Pool, inOrder } from './pool/pool';
import { PLAIN } from './text/look';

export const EXIT = { fine: 0, mandatory: 1, nothing: 2 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** A file takes well under a second; this only ends a worker that hangs. */
const TIME_LIMIT_MS = 60_000;
/** More threads than this gain nothing over the disk and cost memory. */
const MOST_WORKERS = 4;
/** Results that may wait for an earlier one, for each worker. */
const WAITING_PER_WORKER = 4;

type Entry = FileEntry | Unopened;

/** What is summed up while results pass. */
class Tally {
  private tables = 0;
  private files = 0;
  private unreadable = 0;
  private unrecognised = 0;
  private mandatory = 0;
  private failed = 0;

  constructor(private skipped: number) {}

  add(outcome: Outcome): void {
    this.mandatory += outcome.mandatory;
    this.failed += outcome.failed;
    if (outcome.is === 'audited') {
      this.files += 1;
      this.tables += outcome.pieces.length;
    } else if (outcome.is === 'unreadable') this.unreadable += 1;
    else if (outcome.is === 'unrecognised') this.unrecognised += 1;
    else this.skipped += 1;
  }

  counts(): Counts {
    const { tables, files, unreadable, unrecognised, skipped } = this;
    return { tables, files, unreadable, unrecognised, skipped };
  }

  exit(): Exit {
    if (this.tables === 0) return EXIT.nothing;
    return this.mandatory > 0 || this.failed > 0 ? EXIT.mandatory : EXIT.fine;
  }
}

interface Run {
  readonly setup: Setup;
  readonly entries: readonly Entry[];
  readonly workers: number;
}

function poolFor({ setup, workers }: Run, io: Io): Pool<FileEntry, Outcome> {
  return new Pool<FileEntry, Outcome>({
    script: io.workerScript,
    size: workers,
    timeLimitMs: TIME_LIMIT_MS,
    workerData: setup,
    lost: (job, why, detail) => outcomeOf([refusedJson(job.label, 'unreadable', unreadableReason(why, detail))], setup),
  });
}

async function pass(run: Run, output: Output, tally: Tally, io: Io, progress: Progress): Promise<void> {
  const pool = poolFor(run, io);
  const document = documentOf(run.setup.format);
  const one = (entry: Entry): Promise<Outcome> =>
    'code' in entry ? Promise.resolve(outcomeOf([refusedJson(entry.label, 'unreadable', unopenedReason(entry.code))], run.setup)) : pool.run(entry);
  try {
    await output.write(document.open());
    let done = 0;
    for await (const outcome of inOrder(run.entries, one, run.workers * WAITING_PER_WORKER)) {
      done += 1;
      tally.add(outcome);
      const text = outcome.pieces.map((piece) => document.entry(piece, outcome.is === 'unrecognised')).join('');
      if (text !== '') progress.clear();
      await output.write(text);
      if (output.closed) break;
      progress.at(done);
    }
    progress.clear();
    await output.write(document.close());
  } finally {
    progress.clear();
    await pool.close();
  }
}

async function opened(command: CheckCommand, io: Io): Promise<Output | string> {
  const { out } = command;
  if (out === null) return new StreamOutput(io.stdout);
  const refused = outRefused(out, command.paths, io.maybeSpreadsheet);
  if (refused !== null) return refused;
  try {
    return await FileOutput.open(out);
  } catch (error) {
    return outFailed(out, unwrittenReason((error as NodeJS.ErrnoException).code ?? ''));
  }
}

/** `jihe check`: audits what the arguments name, writes the results, counts on stderr; the exit status. */
export async function check(command: CheckCommand, io: Io): Promise<Exit> {
  const collected = collect(command.paths, command.out);
  if (collected.missing.length > 0) {
    await io.complain(collected.missing.map(missingPath).join('\n'));
    return EXIT.nothing;
  }
  const output = await opened(command, io);
  if (typeof output === 'string') {
    await io.complain(output);
    return EXIT.nothing;
  }
  const workers = command.workers ?? Math.min(MOST_WORKERS, availableParallelism());
  const run: Run = { setup: { format: command.format, look: command.out === null ? io.look : PLAIN }, entries: collected.entries, workers };
  const tally = new Tally(collected.skipped);
  try {
    await pass(run, output, tally, io, new Progress(command.quiet ? null : io.progress, collected.entries.length));
    await output.finish();
  } catch (error) {
    await output.abandon();
    await io.complain(outputFailed(errorText(error)));
    return EXIT.nothing;
  }
  // Nobody read the rest: counts of half the work would mislead.
  if (output.closed) return tally.exit();
  if (!command.quiet) await io.complain(countsLine(tally.counts()));
  return tally.exit();
}
