/** Many files audited together in a few workers, and what is made of them: the table, marked copies, the summary workbook. */
import { sniff, writeZip } from '../../hosts/file';
import { BY_THE_SHEET, type Judging, type Thread } from '../../open-workbook';
import type { Digest } from '../../results';
import type { Received, Roster, RosterResult } from '../../roster';
import { UnreadableError, type WorkbookData, workbookData, type WorkbookSnapshot } from '../../workbook';
import { unreadableReason } from '../../words';
import { type BudgetHeld, type TableJson, unreadableJson } from '../../receipt';
import type { BatchFile } from './file';
import { type FoundReport, readDocuments, receivedReports } from './reports';
import { checksOf, countsOf, failedRow, rowsOf, sorted } from './rows';
import type { BatchRow, BatchState } from './state';
import { FILE_FAILED, NO_COPIES, NO_SUMMARY, notARosterFile, notCopied } from './texts';
import type { AnyJob, BatchAnswer } from './work';
import { uniquely } from './unique-names';
import { Workers } from './workers';

export interface BatchOptions {
  readonly spawn: () => Thread;
  /** Threads; never more than files. */
  readonly threads: number;
  readonly judging?: Judging;
  /** Reads old formats, in a worker of its own. @throws UnreadableError */
  readonly readOld?: (bytes: Uint8Array) => Promise<WorkbookSnapshot>;
  /** Milliseconds for one file; only ends a hang. */
  readonly budget?: number;
  /** Milliseconds between two states while files come in fast. */
  readonly pace?: number;
  /** Documents that came with the workbooks. */
  readonly documents?: readonly BatchFile[];
  /** Told of each file that is read, for whoever knows files by their bytes. */
  readonly seen?: (path: string, bytes: Uint8Array) => void;
}

const BUDGET = 60_000;
const PACE = 100;

export class Batch {
  state: BatchState;
  private readonly listeners = new Set<() => void>();
  private readonly workers: Workers<AnyJob, BatchAnswer>;
  private readonly rows = new Map<number, readonly BatchRow[]>();
  private readonly digests = new Map<number, readonly Digest[]>();
  private readonly receipts = new Map<number, readonly TableJson[]>();
  private readonly received = new Map<number, readonly Received[]>();
  private readonly budgets = new Map<number, BudgetHeld | null>();
  private judging: Judging;
  private running: Promise<void> = Promise.resolve();
  /** Read once. */
  private read: ReturnType<typeof readDocuments> | null = null;
  private reports: readonly FoundReport[] = [];
  private roster: { readonly name: string; readonly list: Roster; readonly result: RosterResult | null } | null = null;
  private readonly titles: Record<string, string> = {};
  private cancelled = false;
  private told = 0;
  private pending: ReturnType<typeof setTimeout> | null = null;
  private done = 0;
  private current = '';

  constructor(
    readonly files: readonly BatchFile[],
    private readonly options: BatchOptions,
  ) {
    this.workers = new Workers(options.spawn, {
      size: Math.max(1, Math.min(options.threads, files.length)),
      budget: options.budget ?? BUDGET,
    });
    this.judging = options.judging ?? BY_THE_SHEET;
    this.state = this.seen('running');
  }

  get documents(): readonly BatchFile[] {
    return this.options.documents ?? [];
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Audits every file; resolves when all are done or the rest was cancelled. */
  run(): Promise<void> {
    this.running = this.all();
    return this.running;
  }

  private async all(): Promise<void> {
    const documents =
      this.read ??
      readDocuments(
        this.documents,
        (job) => this.ask(job),
        (path) => this.did(path),
        () => this.cancelled,
      );
    this.read = documents;
    await Promise.all([...this.files.map((file, id) => this.one(file, id)), documents]);
    const received = this.files.flatMap((_, id) => this.received.get(id) ?? []);
    this.reports = this.documents.length === 0 ? [] : await receivedReports(await documents, received, (job) => this.ask(job));
    this.tell(this.cancelled ? 'cancelled' : 'done');
    await this.holdAgainstList();
  }

  /** Audits every file again beside a budget list, or without one; what is shown stays until it is replaced. false: it was cancelled. */
  async holdAgainst(budget: Judging['budget'] | null): Promise<boolean> {
    await this.running;
    const rest = this.options.judging ?? BY_THE_SHEET;
    this.judging = budget == null ? rest : { ...rest, budget };
    this.cancelled = false;
    this.done = this.documents.length;
    this.budgets.clear();
    this.tell('running');
    await this.run();
    return !this.cancelled;
  }

  /** What each file came to beside the budget list, in the order of the files. */
  get budgetsHeld(): readonly BudgetHeld[] {
    return this.files.flatMap((_, id) => this.budgets.get(id) ?? []);
  }

  /** Asks one of the threads. @throws Error as Workers.run */
  ask(job: () => Promise<AnyJob>): Promise<BatchAnswer> {
    return this.workers.run(job);
  }

  /** Files already looked at keep their rows. */
  cancel(): void {
    this.cancelled = true;
  }

  /** The score tables of the batch so far, in the order of the files. */
  get tables(): readonly TableJson[] {
    return this.files.flatMap((_, id) => this.receipts.get(id) ?? []);
  }

  /** The reports among the documents, once every file was looked at. */
  async foundReports(): Promise<readonly FoundReport[]> {
    await this.running;
    return this.reports;
  }

  /** Holds the batch against a list of those who are to report; one that cannot be read changes nothing and says why. */
  async takeRoster(file: BatchFile): Promise<void> {
    const read = await this.workers
      .run(async () => {
        const list = await file.bytes();
        return { list, ...(await this.readBefore(list)) };
      })
      .then((answer) => (answer.is === 'roster' ? answer.read : null))
      .catch((error: unknown) => ({
        ok: false as const,
        message: error instanceof UnreadableError ? unreadableReason(error.why, error.detail) : FILE_FAILED,
      }));
    if (read?.ok !== true) {
      this.change({ trouble: notARosterFile(file.path, read?.message ?? FILE_FAILED) });
      return;
    }
    this.roster = { name: file.path, list: read.roster, result: null };
    this.change({ roster: { name: file.path, result: null }, trouble: null });
    if (this.state.phase !== 'running') await this.holdAgainstList();
  }

  dropRoster(): void {
    this.roster = null;
    this.change({ roster: null });
  }

  private async holdAgainstList(): Promise<void> {
    const { roster } = this;
    // Where files were left out nobody knows who has not reported.
    if (roster === null || this.cancelled) return;
    const received = this.files.flatMap((_, id) => this.received.get(id) ?? []);
    const { reports } = this;
    const job = { roster: roster.list, received: [...received, ...reports], reports: reports.length > 0 };
    const answer = await this.workers.run(() => job).catch(() => null);
    // Another list was chosen meanwhile, or none.
    if (this.roster !== roster) return;
    if (answer?.is !== 'held') this.change({ trouble: FILE_FAILED });
    else {
      this.roster = { ...roster, result: answer.result };
      this.change({ roster: { name: roster.name, result: answer.result } });
    }
  }

  /** All marked copies in one archive, each under its own folder and name. null: none could be made. */
  async copies(): Promise<Uint8Array | null> {
    const made: (readonly [string, Uint8Array])[] = [];
    const left: string[] = [];
    let done = 0;
    await Promise.all(
      this.files.map(async (file, id) => {
        if ((this.rows.get(id) ?? []).some(({ status }) => status === 'ok' || status === 'unfilled')) {
          const answer = await this.asked(file, true).catch((): BatchAnswer => ({ is: 'no-copy', why: FILE_FAILED }));
          if (answer.is === 'copy') made.push([answer.name, answer.bytes]);
          else left.push(file.path);
        }
        done += 1;
        this.change({ making: { what: 'copies', share: done / this.files.length } });
      }),
    );
    made.sort(([a], [b]) => (a < b ? -1 : 1));
    this.change({ making: null, trouble: made.length === 0 ? NO_COPIES : left.length > 0 ? notCopied(left) : null });
    return made.length === 0 ? null : writeZip(uniquely(made));
  }

  /** The summary workbook, as `check --format xlsx` makes it. */
  async summary(): Promise<Uint8Array | null> {
    const digests = this.files.flatMap((_, id) => this.digests.get(id) ?? []);
    this.change({ making: { what: 'summary', share: 0 } });
    const answer = await this.workers.run(() => ({ digests })).catch((): BatchAnswer => ({ is: 'no-copy', why: FILE_FAILED }));
    const made = answer.is === 'copy' ? answer.bytes : null;
    this.change({ making: null, trouble: made === null ? NO_SUMMARY : null });
    return made;
  }

  close(): void {
    this.cancelled = true;
    if (this.pending !== null) clearTimeout(this.pending);
    this.workers.close();
    this.listeners.clear();
  }

  private async one(file: BatchFile, id: number): Promise<void> {
    try {
      const answer = await this.asked(file, false);
      if (answer.is !== 'audited') return;
      this.rows.set(id, rowsOf(id, file.path, answer.entries, answer.unfilled));
      this.digests.set(id, answer.digests);
      this.receipts.set(
        id,
        answer.entries.filter((entry): entry is TableJson => entry.status === 'ok'),
      );
      this.received.set(id, answer.received);
      this.budgets.set(id, answer.budget);
      Object.assign(this.titles, answer.titles);
    } catch (error) {
      if (this.cancelled) return;
      // An old format that its own reader refused, or a worker that was lost.
      const isRefused = error instanceof UnreadableError;
      const reason = isRefused ? unreadableReason(error.why, error.detail) : FILE_FAILED;
      const { path } = file;
      this.rows.set(id, isRefused ? rowsOf(id, path, [unreadableJson(path, reason)], []) : [failedRow(id, path, reason)]);
      this.digests.set(id, [{ status: 'unreadable', file: path, reason }]);
      this.received.set(id, [{ is: 'unreadable', file: path, reason }]);
    }
    this.did(file.path);
  }

  private did(path: string): void {
    this.done += 1;
    this.current = path;
    this.tellSoon();
  }

  private asked(file: BatchFile, copy: boolean): Promise<BatchAnswer> {
    return this.workers.run(async () => {
      if (this.cancelled && !copy) throw new Error('cancelled');
      const bytes = await file.bytes();
      if (!copy) this.options.seen?.(file.path, bytes);
      return { path: file.path, bytes, judging: this.judging, copy, ...(await this.readBefore(bytes)) };
    });
  }

  /** What a worker for old formats makes of such a file. @throws UnreadableError */
  async readBefore(bytes: Uint8Array): Promise<{ readonly book?: WorkbookData }> {
    const { readOld } = this.options;
    return readOld !== undefined && sniff(bytes) !== 'xlsx' ? { book: workbookData(await readOld(bytes)) } : {};
  }

  /** Not after every file: sorting and drawing a thousand rows a thousand times would cost more than the audit. */
  private tellSoon(): void {
    if (this.pending !== null) return;
    this.pending = setTimeout(() => {
      this.pending = null;
      this.tell('running');
    }, this.options.pace ?? PACE);
  }

  private tell(phase: BatchState['phase']): void {
    if (phase !== 'running' && this.pending !== null) {
      clearTimeout(this.pending);
      this.pending = null;
    }
    this.told += 1;
    this.state = { ...this.seen(phase), making: this.state.making, trouble: this.state.trouble };
    for (const listener of this.listeners) listener();
  }

  private change(change: Partial<BatchState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  private seen(phase: BatchState['phase']): BatchState {
    const rows = sorted([...this.rows.values()].flat());
    return {
      phase,
      files: this.files.length + this.documents.length,
      done: this.done,
      current: this.current,
      rows,
      counts: countsOf(rows),
      checks: checksOf(rows, this.titles),
      roster: this.roster === null ? null : { name: this.roster.name, result: this.roster.result },
      making: null,
      trouble: null,
    };
  }
}
