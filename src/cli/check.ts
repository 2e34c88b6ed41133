import { availableParallelism } from 'node:os';
import { unopenedReason, unwrittenReason } from '../words';
import { sweepOwn, sweepStale } from './files/temporary';
import { notAnnotated } from './texts/annotate';
import { countsLine, missingPath, nextLine, outFailed, outputFailed } from './texts/usage';
import type { Annotated } from './annotate/annotate';
import { type GoalsByFile, prepareAnnotation } from './annotate/goals-by-file';
import type { CheckCommand } from './args/command';
import { type AnswerPlaces, answersGiven } from './answers/places';
import { unreadableJson, type UnreadableJson } from '../receipt';
import { unwrittenText } from './error-text';
import { EXIT, type Exit } from './exit';
import { collect } from './files/collect';
import type { FileEntry, Unopened } from './files/entry';
import { withoutTemplate } from './files/without-template';
import type { Io } from './io';
import { FileOutput } from './output/file';
import { documentOf } from './output/format';
import { outRefused } from './output/guard';
import type { Output } from './output/output';
import { Progress } from './output/progress';
import { StreamOutput } from './output/stream';
import type { Job, FileOutcome, Setup } from './pool/job';
import { outcomeOf } from './pool/outcome';
import { lostJson } from './pool/lost';
import { Pool, resultsInOrder } from './pool/pool';
import { TIME_LIMIT_MS } from './tasks/limited';
import { chosenStandards } from './tasks/chosen';
import { Tally } from './tally';
import { PLAIN } from './text/look';

/** More threads than this gain nothing over the disk and cost memory. */
const MOST_WORKERS = 4;
/** Results that may wait for an earlier one, for each worker. */
const WAITING_PER_WORKER = 4;

type Entry = FileEntry | Unopened;

interface Run {
  readonly setup: Setup;
  /** null: no marked copies are wanted. */
  readonly goals: GoalsByFile | null;
  /** Where the answers to each file may stand; null: none were given. */
  readonly answers: AnswerPlaces | null;
  readonly entries: readonly Entry[];
  readonly workers: number;
  readonly quiet: boolean;
}

/** A file that could not be audited, and so not be marked either. */
function refused({ setup, goals }: Run, entry: UnreadableJson): FileOutcome {
  const said = [notAnnotated(entry.file, entry.reason)];
  const annotated: Annotated | null = goals === null ? null : { is: 'not-written', said, skipped: true };
  return outcomeOf({ entries: [entry], review: null }, setup, annotated);
}

function poolFor(run: Run, io: Io): Pool<Job, FileOutcome> {
  return new Pool<Job, FileOutcome>({
    script: io.workerScript,
    size: run.workers,
    timeLimitMs: TIME_LIMIT_MS,
    workerData: run.setup,
    lost: (job, lost) => refused(run, lostJson(job.label, lost)),
  });
}

function jobOf(entry: FileEntry, { goals, answers }: Run): Job {
  const own = goals?.get(entry);
  const places = answers?.get(entry);
  return { ...entry, ...(own === undefined ? {} : { goals: own }), ...(places === undefined ? {} : { answers: places }) };
}

/** What the user should know of one file's copy. Files skipped with a reason have it in their results too. */
async function tell({ annotated, said }: FileOutcome, quiet: boolean, io: Io, progress: Progress): Promise<void> {
  if (said.length > 0) progress.clear();
  for (const sentence of said) await io.complain(sentence);
  if (annotated === null || annotated.said.length === 0 || (quiet && annotated.skipped)) return;
  progress.clear();
  for (const sentence of annotated.said) await io.complain(sentence);
}

async function pass(run: Run, output: Output, tally: Tally, io: Io, progress: Progress): Promise<void> {
  const pool = poolFor(run, io);
  const document = await documentOf(run.setup.format);
  const one = (entry: Entry): Promise<FileOutcome> =>
    'code' in entry ? Promise.resolve(refused(run, unreadableJson(entry.label, unopenedReason(entry.code)))) : pool.run(jobOf(entry, run));
  try {
    await output.write(document.open());
    let done = 0;
    for await (const outcome of resultsInOrder(run.entries, one, run.workers * WAITING_PER_WORKER)) {
      done += 1;
      tally.add(outcome);
      await tell(outcome, run.quiet, io, progress);
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
  const refused = outRefused({ out, overwrite: command.overwrite }, command.paths, io.maybeSpreadsheet);
  if (refused !== null) return refused;
  try {
    return await FileOutput.open(out);
  } catch (error) {
    return outFailed(out, unwrittenReason((error as NodeJS.ErrnoException).code ?? ''));
  }
}

/** No half-written copy stays in the folder: none of a run that was killed before, none of this one if it is ended early. */
function leaveNothingHalf(folder: string | null): void {
  if (folder === null) return;
  sweepStale(folder, true);
  process.once('exit', () => {
    sweepOwn(folder);
  });
}

interface Prepared {
  readonly goals: GoalsByFile | null;
  readonly answers: AnswerPlaces | null;
  readonly output: Output;
}

/** What is written to and read beside the files, made ready; a sentence where something of it cannot be had. */
async function prepared(command: CheckCommand, files: readonly FileEntry[], io: Io): Promise<Prepared | string> {
  const goals = command.annotate === null ? null : prepareAnnotation(command.annotate, command.paths, files);
  if (typeof goals === 'string') return goals;
  const answers = await answersGiven(command.answers, command.paths, files, io);
  if (typeof answers === 'string') return answers;
  const output = await opened(command, io);
  return typeof output === 'string' ? output : { goals, answers, output };
}

/** `jihe check`: audits what the arguments name, writes the results, counts on stderr; the exit status. */
export async function check(command: CheckCommand, io: Io): Promise<Exit> {
  const collected = collect(command.paths, command);
  if (collected.missing.length > 0) {
    await io.complain(collected.missing.map(missingPath).join('\n'));
    return EXIT.nothing;
  }
  const chosen = await chosenStandards(command, io);
  if (!chosen.ok) {
    await io.complain(chosen.message);
    return EXIT.nothing;
  }
  if (chosen.notice !== null && !command.quiet) await io.complain(chosen.notice);
  const entries = withoutTemplate(collected.entries, command.template);
  const files = entries.filter((entry): entry is FileEntry => !('code' in entry));
  const ready = await prepared(command, files, io);
  if (typeof ready === 'string') {
    await io.complain(ready);
    return EXIT.nothing;
  }
  const { goals, answers, output } = ready;
  const workers = command.workers ?? Math.min(MOST_WORKERS, availableParallelism());
  const run: Run = {
    setup: { format: command.format, look: command.out === null ? io.look : PLAIN, given: chosen.given },
    goals,
    answers,
    entries,
    workers,
    quiet: command.quiet,
  };
  const tally = new Tally(collected.skipped);
  leaveNothingHalf(command.annotate);
  try {
    await pass(run, output, tally, io, new Progress(command.quiet ? null : io.progress, collected.entries.length));
    await output.finish();
  } catch (error) {
    await output.abandon();
    await io.complain(outputFailed(unwrittenText(error)));
    return EXIT.nothing;
  }
  // Nobody read the rest: counts of half the work would mislead.
  if (output.closed) return tally.exit(command.requireAnswers);
  if (!command.quiet) {
    if (command.annotate !== null) await io.complain(tally.copies(command.annotate));
    if (command.format === 'text' && command.out === null && command.annotate === null && tally.counts().tables > 0)
      await io.complain(nextLine(tally.asked));
    await io.complain(countsLine(tally.counts()));
  }
  return tally.exit(command.requireAnswers);
}
