import { availableParallelism } from 'node:os';
import { type Judging, reportsBeside, type ReportsBeside } from '../open-workbook';
import { unopenedReason } from '../words';
import { sweepOwn, sweepStale } from './files/temporary';
import { notAnnotated } from './texts/annotate';
import { countsLine, missingPath, nextLine, outputFailed } from './texts/usage';
import type { Annotated } from './annotate/annotate';
import { type GoalsByFile, prepareAnnotation } from './annotate/goals-by-file';
import type { CheckCommand } from './args/command';
import { budgetGiven } from './budget/given';
import { budgetLines } from './texts/budget';
import { type AnswerPlaces, answersGiven } from './answers/places';
import { budgetJson, type BudgetList, budgetList, unreadableJson, type UnreadableJson, unreadReportJson } from '../receipt';
import { unwrittenText } from './error-text';
import { EXIT, type Exit } from './exit';
import { collect } from './files/collect';
import type { FileEntry, Unopened } from './files/entry';
import { namedLikeSpreadsheet } from './files/probe';
import { withoutTemplate } from './files/without-template';
import type { Io } from './io';
import type { BudgetWhole, Document } from './output/document';
import { documentOf, type Rendering, shardDocument } from './output/format';
import { type EndLine, inShard } from './shard';
import { openOutput } from './output/open';
import type { Output } from './output/output';
import { Progress } from './output/progress';
import type { Job, FileOutcome, ReportJob, Setup } from './pool/job';
import { withReports, outcomeOf, reportOutcome } from './pool/outcome';
import { lostJson, lostReason } from './pool/lost';
import { Pool, resultsInOrder } from './pool/pool';
import { folderOf, knownBy, unknownAnswer } from './report/known';
import { deskOf, type RosterDesk } from './roster/desk';
import { TIME_LIMIT_MS } from './tasks/limited';
import type { TaskOf } from './tasks/task';
import { chosenStandards } from './tasks/chosen';
import { Tally } from './tally';
import { PLAIN } from './text/look';

/** More threads than this gain nothing over the disk and cost memory. */
const MOST_WORKERS = 4;
/** Results that may wait for an earlier one, for each worker. */
const WAITING_PER_WORKER = 4;

type Entry = FileEntry | Unopened;

const NO_REPORTS: ReportsBeside<FileEntry> = { of: new Map(), alone: new Map(), all: new Set() };

interface Run {
  readonly setup: Setup;
  /** null: no marked copies are wanted. */
  readonly goals: GoalsByFile | null;
  /** Where the answers to each file may stand; null: none were given. */
  readonly answers: AnswerPlaces | null;
  readonly entries: readonly Entry[];
  readonly workers: number;
  readonly quiet: boolean;
  /** Reports are read too. */
  readonly reports: boolean;
  /** The list of those who are to report, held against what comes in; null: none was given. */
  readonly desk: RosterDesk | null;
  /** The budget list, whose its lines are; null: none was given. */
  readonly budget: BudgetList | null;
  readonly document: () => Document | Promise<Document>;
}

/** A file that could not be audited, and so not be marked either. */
function refused({ setup, goals }: Run, entry: UnreadableJson): FileOutcome {
  const said = [notAnnotated(entry.file, entry.reason)];
  const annotated: Annotated | null = goals === null ? null : { is: 'not-written', said, skipped: true };
  return outcomeOf({ entries: [entry], review: null }, setup, annotated);
}

type Work = Job | ReportJob | TaskOf<'cover'> | TaskOf<'subject'>;
type Workers = Pool<Work, FileOutcome | string | null>;

function poolFor(run: Run, io: Io): Workers {
  return new Pool<Work, FileOutcome | string | null>({
    script: io.workerScript,
    size: run.workers,
    timeLimitMs: TIME_LIMIT_MS,
    workerData: run.setup,
    lost: (work, lost) => {
      if ('task' in work) return unknownAnswer(work);
      if ('report' in work) return reportOutcome(unreadReportJson(work.label, lostReason(lost)), run.setup);
      return refused(run, lostJson(work.label, lost));
    },
  });
}

function jobOf(entry: FileEntry, { goals, answers }: Run): Job {
  const own = goals?.get(entry);
  const places = answers?.get(entry);
  return { ...entry, ...(own === undefined ? {} : { goals: own }), ...(places === undefined ? {} : { answers: places }) };
}

/** One file with the reports that belong to it. A report that brings its worker down does not take its workbook along. */
async function workedOn(entry: FileEntry, reports: readonly FileEntry[], run: Run, pool: Workers): Promise<FileOutcome> {
  const job = jobOf(entry, run);
  const ask = async (work: Job | ReportJob): Promise<FileOutcome> => (await pool.run(work)) as FileOutcome;
  const together = await ask(reports.length === 0 ? job : { ...job, reports });
  if (reports.length === 0 || together.reports.read + together.reports.unread > 0) return together;
  const apart = reports.map((report) => ask({ ...report, report: { report, workbook: entry, reason: null } }));
  return withReports(await ask(job), await Promise.all(apart));
}

/** A report that belongs to no workbook of this run. */
const aloneOf = async (report: FileEntry, { alone }: ReportsBeside<FileEntry>, pool: Workers): Promise<FileOutcome> =>
  (await pool.run({ ...report, report: { report, workbook: null, reason: alone.get(report) ?? null } })) as FileOutcome;

/** What the user should know of one file's copy. Files skipped with a reason have it in their results too. */
async function tell({ annotated, said }: FileOutcome, quiet: boolean, io: Io, progress: Progress): Promise<void> {
  if (said.length > 0) progress.clear();
  for (const sentence of said) await io.complain(sentence);
  if (annotated === null || annotated.said.length === 0 || (quiet && annotated.skipped)) return;
  progress.clear();
  for (const sentence of annotated.said) await io.complain(sentence);
}

const ownersIn = (budget: Prepared['budget']): BudgetList | null => (budget == null ? null : budgetList(budget));

function budgetWhole({ budget }: Pick<Run, 'budget'>, { budgets }: Tally): BudgetWhole | null {
  return budget === null ? null : { json: budgetJson(budget, budgets), list: budget, held: budgets };
}

async function pass(run: Run, output: Output, tally: Tally, io: Io, progress: Progress): Promise<void> {
  const pool = poolFor(run, io);
  const document = await run.document();
  try {
    const files = run.entries.filter((entry): entry is FileEntry => !('code' in entry));
    const beside = run.reports
      ? await reportsBeside(
          files,
          files.filter(({ label }) => namedLikeSpreadsheet(label)),
          folderOf,
          knownBy((question) => pool.run(question)),
        )
      : NO_REPORTS;
    const one = (entry: Entry): Promise<FileOutcome> =>
      'code' in entry
        ? Promise.resolve(refused(run, unreadableJson(entry.label, unopenedReason(entry.code))))
        : beside.alone.has(entry)
          ? aloneOf(entry, beside, pool)
          : workedOn(entry, beside.of.get(entry) ?? [], run, pool);
    await output.write(document.open());
    let done = 0;
    // A report stands after the workbook it belongs to.
    const entries = run.entries.filter((entry) => 'code' in entry || !beside.all.has(entry) || beside.alone.has(entry));
    for await (const outcome of resultsInOrder(entries, one, run.workers * WAITING_PER_WORKER)) {
      done += 1;
      tally.add(outcome);
      run.desk?.add(outcome.received);
      await tell(outcome, run.quiet, io, progress);
      const text = outcome.pieces
        .map((piece) => document.entry(piece, { unrecognised: outcome.is === 'unrecognised', file: done - 1 }))
        .join('');
      if (text !== '') progress.clear();
      await output.write(text);
      if (output.closed) break;
      progress.at(done);
    }
    progress.clear();
    await output.write(document.close(tally.counts(), { budget: budgetWhole(run, tally), roster: run.desk?.json(run.reports) ?? null }));
  } finally {
    progress.clear();
    await pool.close();
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
  readonly budget: Judging['budget'] | null;
  readonly output: Output;
}

/** What is written to and read beside the files, made ready; a sentence where something of it cannot be had. */
async function prepared(command: CheckCommand, files: readonly FileEntry[], io: Io): Promise<Prepared | string> {
  const goals = command.annotate === null ? null : prepareAnnotation(command.annotate, command.paths, files);
  if (typeof goals === 'string') return goals;
  const answers = await answersGiven(command.answers, command.paths, files, io);
  if (typeof answers === 'string') return answers;
  const budget = await budgetGiven(command.budget, io);
  if (typeof budget === 'string') return budget;
  const output = await openOutput(command, io);
  return typeof output === 'string' ? output : { goals, answers, budget, output };
}

/** A share asked for as NDJSON is what `merge` makes one result of; in any other format it is that share alone. */
function renderingOf(
  { format, shard }: CheckCommand,
  walk: EndLine['walk'],
): { readonly format: Rendering; readonly document: Run['document'] } {
  return shard !== null && format === 'ndjson'
    ? { format: 'shard', document: () => shardDocument(shard, walk) }
    : { format, document: () => documentOf(format) };
}

/** The blank form and the lists that files are held against are not among them. */
const withoutLists = (entries: readonly Entry[], { template, roster, budget }: CheckCommand): readonly Entry[] =>
  [template, roster ?? undefined, budget].reduce<readonly Entry[]>((left, list) => withoutTemplate(left, list), entries);

/** What stands beside all files. */
interface Lists {
  readonly desk: RosterDesk | null;
  readonly budget: BudgetList | null;
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
  const desk = await deskOf(command.roster, io);
  if (typeof desk === 'string') {
    await io.complain(desk);
    return EXIT.nothing;
  }
  const entries = withoutLists(collected.entries, command);
  const files = entries.filter((entry): entry is FileEntry => !('code' in entry));
  const ready = await prepared(command, files, io);
  if (typeof ready === 'string') {
    await io.complain(ready);
    return EXIT.nothing;
  }
  const { goals, answers, budget, output } = ready;
  const given = budget == null ? chosen.given : { ...chosen.given, budget };
  const rendering = renderingOf(command, { files: entries.length, skipped: collected.skipped });
  const workers = command.workers ?? Math.min(MOST_WORKERS, availableParallelism());
  const run: Run = {
    setup: { format: rendering.format, look: command.out === null ? io.look : PLAIN, given, received: desk !== null },
    goals,
    answers,
    entries: command.shard === null ? entries : inShard(entries, command.shard),
    workers,
    quiet: command.quiet,
    reports: command.reports,
    desk,
    budget: ownersIn(budget),
    document: rendering.document,
  };
  const tally = new Tally(collected.skipped);
  leaveNothingHalf(command.annotate);
  try {
    await pass(run, output, tally, io, new Progress(command.quiet ? null : io.progress, run.entries.length));
    await output.finish();
  } catch (error) {
    await output.abandon();
    await io.complain(outputFailed(unwrittenText(error)));
    return EXIT.nothing;
  }
  // Nobody read the rest: counts of half the work would mislead.
  if (output.closed) return exitOf(tally, command);
  if (!command.quiet) await saySums(command, tally, { desk, budget: run.budget }, io);
  return exitOf(tally, command);
}

/** What is said at the end: copies, what can be done next, counts. */
async function saySums(command: CheckCommand, tally: Tally, { desk, budget }: Lists, io: Io): Promise<void> {
  const whole = budgetWhole({ budget }, tally);
  for (const line of whole === null ? [] : budgetLines(whole.json, command.shard !== null)) await io.complain(line);
  if (command.annotate !== null) await io.complain(tally.copies(command.annotate));
  if (command.format === 'text' && command.out === null && command.annotate === null && tally.counts().tables > 0)
    await io.complain(nextLine(tally.asked));
  await io.complain(countsLine(tally.counts()));
  if (desk !== null) await io.complain(desk.line(command.reports));
}

/** A share without a table is as good as any other: only the whole run may have had nothing to look at. */
function exitOf(tally: Tally, { requireAnswers, shard }: CheckCommand): Exit {
  const exit = tally.exit(requireAnswers);
  return shard !== null && exit === EXIT.nothing ? EXIT.fine : exit;
}
