/** Files held against approved targets, a budget list, an earlier submission, or what may be made public: asked of the workers file by file. */
import { BY_THE_SHEET, comparedFolders, type FolderFile, READ_DOCUMENT } from '../../open-workbook';
import {
  type AskedTable,
  askedTables,
  budgetJson,
  budgetList,
  type ComparisonJson,
  type ReportJson,
  type TargetFile,
  unreadReportJson,
} from '../../receipt';
import { UnreadableError } from '../../workbook';
import { COMPARISON_TITLES, unreadableReason, WITH_UNREADABLE } from '../../words';
import type { BatchFile, FoundReport, HeldFile, HoldJob } from '../batch';
import type { OwnFile } from '../../taskpane';
import { digestOf } from '../desk/digest';
import { sayHeld } from './say';
import { HELD_KINDS, type HoldKind } from '../batch/view/types';
import type { HeldComparison, HeldResults, HeldSource, HeldState, Holding, OtherKind, ReportDesk } from './types';

const BUDGET_CHECK = 'amount-vs-budget';
/** Before the path of a file of the earlier submission, whose folder may be called the same. */
const EARLIER = '上次/';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const NOTHING = { ...(Object.fromEntries(HELD_KINDS.map((kind) => [kind, null])) as Record<HoldKind, null>), desk: null, latest: null };

class Cancelled extends Error {}

type Paired = Pick<FoundReport, 'file' | 'with' | 'reason'>;

interface EarlierFile extends FolderFile {
  readonly file: BatchFile;
}

const below = (path: string): string => path.slice(path.indexOf('/') + 1);

export class Holdings {
  state: HeldState = NOTHING;
  private readonly listeners = new Set<() => void>();
  private readonly turns = new Map<HoldKind, number>();
  /** What was asked last, to be asked again of files that have changed. */
  private readonly asked = new Map<HoldKind, () => Promise<void>>();

  /** Reports that were read last, by their paths. */
  private reports: ReadonlyMap<string, BatchFile> = new Map();

  private readonly digests = new Map<string, string | null>();

  constructor(readonly source: HeldSource) {}

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Approved 绩效目标, in one workbook or several. */
  takeTargets(given: readonly BatchFile[]): Promise<void> {
    const { files, alone } = this.source;
    this.asked.set('targets', () => this.takeTargets(given));
    return this.run('targets', given.length + files.length, async (step) => {
      const goals = async (file: BatchFile, side: 'approved' | 'assessed', named: boolean): Promise<TargetFile> => {
        const tables = await this.goalsIn(file, side, step);
        return { file: file.path, named, tables };
      };
      const approved = await Promise.all(given.map((file) => goals(file, 'approved', true)));
      if (approved.every(({ tables }) => tables === null || typeof tables === 'string' || tables.length === 0))
        return approved.map(({ file, tables }) => sayHeld('noGoals', { file, why: typeof tables === 'string' ? tables : '' })).join('');
      const now = await Promise.all(files.map((file) => goals(file, 'assessed', alone)));
      const answer = await this.source.ask(() => Promise.resolve({ hold: 'targets', approved, now }));
      return answer.is === 'comparisons' ? answer.all : sayHeld('failed');
    });
  }

  private async goalsIn(file: BatchFile, side: 'approved' | 'assessed', step: Step): Promise<TargetFile['tables']> {
    const answer = await this.answerOf(step, file, (held) => ({ hold: 'goals', file: held, side }));
    return typeof answer === 'string' ? answer : answer.is === 'goals' ? answer.tables : sayHeld('failed');
  }

  /** An export of the budget system or of the final accounts. */
  takeBudget(given: BatchFile): Promise<void> {
    this.asked.set('budget', () => this.takeBudget(given));
    return this.run('budget', this.source.files.length, async (step) => {
      const answer = await this.answerOf(step, given, (file) => ({ hold: 'budget', file }));
      if (typeof answer === 'string') return sayHeld('unread', { file: given.path, why: answer });
      if (answer.is !== 'budget') return sayHeld('failed');
      const { budget } = answer;
      if (budget === null) return sayHeld('noBudget', { file: given.path });
      if (typeof budget === 'string') return sayHeld('unread', { file: given.path, why: budget });
      const held = await this.source.holdAgainst(budget, (done) => this.set({ budget: { ...this.state.budget, done } }));
      if (held === null) throw new Cancelled();
      const differing = this.source
        .tables()
        .map((table) => ({ ...table, findings: table.findings.filter(({ code }) => code === BUDGET_CHECK) }))
        .filter(({ findings }) => findings.length > 0);
      return { json: budgetJson(budgetList(budget), held), differing };
    });
  }

  /** Reports on the opened file. */
  takeReports(given: readonly BatchFile[]): Promise<void> {
    this.asked.set('reports', () => this.takeReports(given));
    const [workbook] = this.source.files;
    return this.reportsOf(given, () => Promise.resolve(given.map(({ path }) => ({ file: path, with: workbook!.path, reason: null }))));
  }

  /** Who reviews, and ticks what goes into a letter; null: nobody. */
  setDesk(desk: ReportDesk | null): void {
    if (this.state.desk === desk) return;
    this.state.desk?.tookReports(this.owner, []);
    this.set({ desk });
    this.tellDesk();
  }

  private get owner(): 'file' | 'batch' {
    return this.source.alone ? 'file' : 'batch';
  }

  private tellDesk(): void {
    const result = this.state.reports?.result ?? [];
    this.state.desk?.tookReports(
      this.owner,
      result.map((json) => ({ json, digest: this.digests.get(json.file) ?? null })),
    );
  }

  /** The reports that came with the workbooks. */
  readReports(): Promise<void> {
    this.asked.set('reports', () => this.readReports());
    return this.reportsOf(this.source.documents, () => this.source.reports());
  }

  private reportsOf(documents: readonly BatchFile[], found: () => Promise<readonly Paired[]>): Promise<void> {
    return this.run('reports', documents.length, async (step) => {
      const pairs = await found();
      if (pairs.length === 0) return sayHeld('noReports');
      this.reports = new Map(documents.map((file) => [file.path, file]));
      // What is among the documents and no report is done with.
      step(documents.length - pairs.length);
      return Promise.all(pairs.map((pair) => this.reportOn(pair, step)));
    });
  }

  private async reportOn({ file, with: beside, reason }: Paired, step: Step): Promise<ReportJson> {
    const report = this.reports.get(file)!;
    const workbook = this.source.files.find(({ path }) => path === beside) ?? null;
    const answer = await this.stepped(step, async () => {
      const held = workbook === null ? null : await this.workbookOf(workbook);
      const own = { path: file, bytes: await report.bytes() };
      this.digests.set(file, await digestOf(own.bytes));
      if (held === null || typeof held !== 'string') return { hold: 'report', report: own, workbook: held, reason, judging: BY_THE_SHEET };
      return { hold: 'report', report: own, workbook: null, reason: held, judging: BY_THE_SHEET };
    });
    if (typeof answer !== 'string' && answer.is === 'report') return answer.report;
    return unreadReportJson(file, typeof answer === 'string' ? answer : sayHeld('failed'));
  }

  /** An old format is read before; a sentence where it cannot be. */
  private async workbookOf(file: BatchFile): Promise<HeldFile | string> {
    try {
      return await this.source.held(file);
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      return WITH_UNREADABLE(file.path, unreadableReason(error.why, error.detail).replace(/。$/, ''));
    }
  }

  /** The report with comments at what was found; `said`: what should be known of it. null: there is none, and `said` why. */
  async reportCopy(json: ReportJson): Promise<{ readonly file: OwnFile | null; readonly said: string }> {
    const report = this.reports.get(json.file);
    const none = (why: string): { readonly file: null; readonly said: string } => ({ file: null, said: sayHeld('noCopy', { why }) });
    const answer = await this.source
      .ask(async () => ({ hold: 'report-copy', report: { path: json.file, bytes: await report!.bytes() }, json }))
      .catch(() => null);
    if (answer?.is === 'no-report-copy') return none(answer.why);
    if (answer?.is !== 'report-copy') return none(sayHeld('failed'));
    const name = sayHeld('copyName', { name: json.file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '') });
    return { file: { name, bytes: answer.bytes, type: DOCX }, said: answer.said };
  }

  /** The folder of what was handed in before. */
  takeEarlier(given: readonly BatchFile[]): Promise<void> {
    const earlier = given.map((file): EarlierFile => ({ label: EARLIER + file.path, below: below(file.path), file }));
    const later = this.source.files.map((file): EarlierFile => ({ label: file.path, below: below(file.path), file }));
    return this.run('round', earlier.length + 2 * later.length, (step) =>
      comparedFolders(
        { before: earlier, after: later, as: 'resubmitted' },
        {
          identity: async ({ file, label }) => {
            const answer = await this.answerOf(step, file, (held) => ({ hold: 'identity', file: { ...held, path: label } }));
            return typeof answer !== 'string' && answer.is === 'identity' ? answer.book : null;
          },
          compare: (one, other) => this.compared(one, other, step),
          asked: ({ file, label }) => this.askedOf(file, label),
        },
      ),
    );
  }

  /** Another state of the opened table. What was made public stands against what was handed in; else the opened file is the later one. */
  takeOther(as: OtherKind, given: BatchFile): Promise<void> {
    this.asked.set(as, () => this.takeOther(as, given));
    const [own] = this.source.files;
    return this.run(as, 1, async (step) => {
      const answer = await this.stepped(step, async () => {
        const [opened, other] = [await this.source.held(own!), await this.source.held(given)];
        return { hold: 'pair', as, judging: BY_THE_SHEET, files: as === 'published' ? [opened, other] : [other, opened] };
      });
      if (typeof answer === 'string') return sayHeld('unread', { file: given.path, why: answer });
      const comparison = answer.is === 'comparisons' ? answer.all[0]! : null;
      if (comparison?.status !== 'ok') return comparison?.reason ?? sayHeld('failed');
      return { other: given.path, comparison };
    });
  }

  /** The workbook of a comparison, as `jihe compare --format xlsx` makes it; null: it could not be made. */
  async comparisonBook({ comparison }: HeldComparison): Promise<OwnFile | null> {
    const answer = await this.source.ask(() => Promise.resolve({ hold: 'comparison-book', comparisons: [comparison] })).catch(() => null);
    if (answer?.is !== 'book') return null;
    return { name: `${COMPARISON_TITLES[comparison.as ?? 'resubmitted']}.xlsx`, bytes: answer.bytes, type: XLSX };
  }

  private async compared(one: EarlierFile, other: EarlierFile, step: Step): Promise<ComparisonJson> {
    const answer = await this.stepped(step, async () => {
      const [before, after] = [await this.source.held(one.file), await this.source.held(other.file)];
      return { hold: 'pair', as: 'resubmitted', judging: BY_THE_SHEET, files: [{ ...before, path: one.label }, after] };
    });
    if (typeof answer !== 'string' && answer.is === 'comparisons') return answer.all[0]!;
    const reason = typeof answer === 'string' ? answer : sayHeld('failed');
    return { contract: 1, is: 'comparison', before: one.label, after: other.label, as: null, status: 'unreadable', reason, tables: [] };
  }

  private async askedOf(file: BatchFile, label: string): Promise<readonly AskedTable[]> {
    const answer = await this.source
      .ask(async () => ({ ...(await this.source.held(file)), path: label, judging: BY_THE_SHEET, copy: false }))
      .catch(() => null);
    return answer?.is === 'audited' ? askedTables(answer.entries) : [];
  }

  /** 公开前检查 of everything that lies there. */
  lookForPublishing(): Promise<void> {
    const all = [...this.source.files, ...this.source.documents.filter(({ path }) => READ_DOCUMENT.test(path))];
    this.asked.set('publishing', () => this.lookForPublishing());
    return this.run('publishing', all.length, (step) =>
      Promise.all(
        all.map(async (file) => {
          const answer = await this.answerOf(step, file, (held) => ({ hold: 'publishing', file: held }));
          if (typeof answer !== 'string' && answer.is === 'publishing') return answer.found;
          const reason = typeof answer === 'string' ? answer : sayHeld('failed');
          return { contract: 1, is: 'publishing', file: file.path, status: 'unreadable', reason, whole: false, findings: [] } as const;
        }),
      ),
    );
  }

  /** The files have changed: what came of them before is asked anew. */
  again(): void {
    for (const [kind, ask] of this.asked) if (this.state[kind] !== null) void ask();
  }

  /** Ends what is on its way; what was there before is gone too. */
  drop(kind: HoldKind): void {
    const was = this.state[kind];
    this.turns.set(kind, this.turn(kind) + 1);
    this.set({ [kind]: null });
    if (kind === 'reports') this.tellDesk();
    if (kind !== 'budget') return;
    if (was?.running === true) this.source.cancelAudit();
    else if (was?.result != null) void this.source.holdAgainst(null, () => undefined);
  }

  private turn(kind: HoldKind): number {
    return this.turns.get(kind) ?? 0;
  }

  /** `work` answers a result, or a sentence where nothing came of it: then what was there before stays. */
  private async run<K extends HoldKind>(kind: K, of: number, work: (step: Step) => Promise<HeldResults[K] | string>): Promise<void> {
    const before = this.state[kind]?.result ?? null;
    const turn = this.turn(kind) + 1;
    this.turns.set(kind, turn);
    const isOn = (): boolean => this.turn(kind) === turn;
    const change = (holding: Partial<Holding<K>>): void => this.set({ [kind]: { ...this.state[kind], ...holding } });
    change({ done: 0, of, running: true, trouble: null, result: before as HeldResults[K] | null });
    let done = 0;
    const step: Step = (more) => {
      if (!isOn()) throw new Cancelled();
      done += more;
      if (more > 0) change({ done: Math.min(done, of) } as Partial<Holding<K>>);
    };
    const came = await work(step).catch((error: unknown) => (error instanceof Cancelled ? null : sayHeld('failed')));
    if (!isOn()) return;
    if (came === null) this.set({ [kind]: null });
    else if (typeof came === 'string') change({ running: false, trouble: came });
    else {
      change({ running: false, result: came as HeldResults[K], trouble: null });
      if (kind === 'reports') this.tellDesk();
      this.set({ latest: { kind, turn: (this.state.latest?.turn ?? 0) + 1 } });
    }
  }

  private answerOf(
    step: Step,
    file: BatchFile,
    job: (held: Awaited<ReturnType<HeldSource['held']>>) => HoldJob,
  ): ReturnType<Holdings['stepped']> {
    return this.stepped(step, async () => job(await this.source.held(file)));
  }

  /** One job, counted when it is done; a sentence where the file cannot be read or its worker was lost. */
  private async stepped(step: Step, job: () => Promise<HoldJob>): Promise<Awaited<ReturnType<HeldSource['ask']>> | string> {
    try {
      const answer = await this.source.ask(async () => {
        step(0);
        return job();
      });
      step(1);
      return answer;
    } catch (error) {
      if (error instanceof Cancelled) throw error;
      step(1);
      return error instanceof UnreadableError ? unreadableReason(error.why, error.detail) : sayHeld('failed');
    }
  }

  private set(change: Partial<HeldState> | Readonly<Record<string, unknown>>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

type Step = (more: number) => void;
