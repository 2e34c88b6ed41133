/** One open workbook over a port: audit, 运算, writing and verifying, marks, undo. What it shows is `state`, plain data. */
import type { Host } from '../hosts/port';
import type { DocumentContent } from '../document';
import type { ReplyField } from '../answers';
import type { Length } from '../narrative';
import type { Addr, SheetEdit, WorkbookSnapshot } from '../workbook';
import { NO_ANSWERS, withAnswer } from './answers';
import { Auditing, timer, type Later } from './auditing';
import { builtinOf, choose, choosing } from './choosing';
import type { Engine } from './engine/types';
import { lateLocalEngine } from './engine/later';
import { Elsewhere } from './elsewhere';
import { FIRST_STATE } from './first-state';
import { BY_THE_SHEET, type Judging } from './judging';
import { loadKept, saveKept, type StoredState } from './keeping';
import { withReply } from './replying';
import type { ReadYaml } from './standards-chosen';
import type { Mode, OpenState, OpenWorkbook, Settings, StandardChoice } from './state';
import { Store, troubleOf } from './store';
import { CHANGED_WHILE_PLANNED, leftOutText, NO_TEMPLATE, NOTHING_TICKED, OLD_FORMAT, formNotOpened, TROUBLES } from './texts';
import type { NarrativeView } from './view/types';
import { troubleText, Writing } from './writing';

export interface OpenOptions {
  /** The core; in this thread where none is given. */
  readonly engine?: Engine;
  /** Calls later; the returned function takes it back. */
  readonly later?: Later;
  readonly readYaml?: ReadYaml;
  /** Reads a blank form that the user chose. @throws UnreadableError */
  readonly readForm?: (bytes: Uint8Array) => Promise<WorkbookSnapshot>;
  /** Sheets as the bytes of a workbook, for 导出审核结果. */
  readonly newWorkbook?: (sheets: readonly SheetEdit[]) => Uint8Array;
  /** Content as the bytes of a Word document, for the 自评报告. */
  readonly newDocument?: (content: DocumentContent) => Uint8Array;
  /** What the page holds its workbooks against; asked at each audit. */
  readonly beside?: () => Pick<Judging, 'budget'>;
  /** Mode where the workbook remembers none. */
  readonly mode?: Mode | null;
}

/** Nothing is read before `start`. */
export function openWorkbook(host: Host, options: OpenOptions = {}): OpenWorkbook {
  return new Opened(host, options);
}

class Opened implements OpenWorkbook {
  private readonly store: Store;
  private readonly engine: Engine;
  private readonly auditing: Auditing;
  private readonly writing: Writing;
  private readonly elsewhere: Elsewhere;
  private judging: Judging = BY_THE_SHEET;
  private unwatch: (() => void) | null = null;
  private readonly narratives = new Map<string, NarrativeView | 'asked'>();

  constructor(
    private readonly host: Host,
    private readonly options: OpenOptions,
  ) {
    this.engine = options.engine ?? lateLocalEngine();
    this.store = new Store({ ...FIRST_STATE, name: host.name, mode: options.mode ?? null });
    const { store, engine } = this;
    this.auditing = new Auditing({
      host,
      engine,
      store,
      judging: () => ({ ...this.judging, ...options.beside?.() }),
      later: options.later ?? timer,
      audited: (book) => this.audited(book),
    });
    this.writing = new Writing({ host, store, auditing: this.auditing, keepJournal: (journal) => this.keep({ journal }) });
    this.elsewhere = new Elsewhere({ host, store, writing: this.writing });
  }

  get state(): OpenState {
    return this.store.state;
  }

  subscribe(listener: () => void): () => void {
    return this.store.subscribe(listener);
  }

  async start(): Promise<void> {
    try {
      const can = await this.host.open();
      const kept = await loadKept(this.host, can);
      this.judging = { ...BY_THE_SHEET, standard: builtinOf(kept.settings), answers: kept.answers, replies: kept.replies };
      this.store.set({
        can,
        unwritable: can.write ? null : can.oldFormat ? 'old-format' : 'read-only',
        mode: kept.mode ?? this.state.mode,
        settings: kept.settings,
      });
      this.writing.restore(kept.journal);
      this.unwatch = can.watch ? this.host.watch((event) => [this.elsewhere, this.auditing].forEach((one) => one.heard(event))) : null;
    } catch (error) {
      this.store.set({ phase: 'refused', busy: null, trouble: troubleOf(error) });
      return;
    }
    await this.audit();
    await this.elsewhere.seeTraces();
  }

  async audit(): Promise<void> {
    await this.auditing.check(null);
  }

  cancel(): void {
    this.auditing.cancel();
  }

  async setMode(mode: Mode): Promise<void> {
    this.store.set({ mode, plan: null, trouble: null });
    await this.keep({ mode });
  }

  showTable(index: number): void {
    if (index !== this.state.table && this.state.audit?.tables[index] !== undefined) this.store.set({ table: index });
  }

  async locate(at: Addr, focus = false): Promise<void> {
    const { book } = this.auditing;
    if (book !== null && this.state.can?.select === true) await this.store.trying(() => this.host.select(at, book, focus));
  }

  async change(id: string): Promise<boolean> {
    const table = this.state.audit?.tables[this.state.table];
    const rows = table?.scores.flatMap((group) => group.rows) ?? [];
    const change = table?.findings.find((one) => one.id === id)?.change ?? rows.find((row) => row.id === id)?.change ?? null;
    return change !== null && this.writing.change(change);
  }

  async recalc(): Promise<void> {
    const no = this.writing.forbidden();
    if (no === null) await this.planWith(null);
    else this.store.say(no);
  }

  async tick(id: string, on: boolean): Promise<void> {
    const { plan } = this.state;
    if (plan === null) return;
    const ticked = new Set(plan.ticked);
    ticked[on ? 'add' : 'delete'](id);
    this.store.set({ plan: { ...plan, ticked } });
    await this.planWith([...ticked]);
  }

  dismissPlan(): void {
    this.store.set({ plan: null });
  }

  async write(): Promise<boolean> {
    const { plan, table } = this.state;
    const no = this.writing.forbidden() ?? (plan !== null && plan.ticked.size === 0 ? NOTHING_TICKED : null);
    if (no !== null) this.store.say(no);
    if (plan === null || no !== null) return false;
    const ticked = [...plan.ticked];
    const lines = [...plan.view.fill, ...plan.view.lower, ...plan.view.raise].filter((line) => plan.ticked.has(line.id));
    // The list is closed first: the re-check after writing would plan it anew.
    this.store.set({ plan: null });
    const records = this.state.can?.addSheets === true;
    const planned = async (refused: readonly Addr[]) => {
      const { cells, record } = await this.engine.plan(table, ticked, refused);
      return { cells, sheets: records && record !== null ? [record] : [] };
    };
    const done = await this.writing.put({ plan: planned, cells: lines.length, kept: plan.view.kept });
    if (done && records) await this.elsewhere.seeTraces();
    if (!done) await this.planWith(ticked, this.state.trouble?.sentence);
    return done;
  }

  async undo(): Promise<boolean> {
    const done = await this.writing.undo();
    // The 运算记录 that came with the write is gone with it.
    if (done) await this.elsewhere.seeTraces();
    return done;
  }

  async mark(): Promise<void> {
    const { audit, can } = this.state;
    const { book } = this.auditing;
    if (audit === null || book === null || can === null || can.marks === 'none') return;
    await this.store.doing('marking', async () => {
      const { leftOut } = await this.host.mark(audit.marks, can.notes ? audit.notes : [], book);
      const asked = audit.marks.reduce((sum, mark) => sum + mark.cells.length, 0);
      const unmarked = leftOut.filter(({ why }) => why !== 'occupied').reduce((sum, one) => sum + one.at.length, 0);
      this.store.set({ marked: Math.max(0, asked - unmarked), markNote: leftOutText(leftOut), traces: await this.host.traces() });
      return true;
    });
  }

  async clearMarks(): Promise<void> {
    const { book } = this.auditing;
    if (book === null) return;
    await this.store.doing('marking', async () => {
      const { leftOut } = await this.host.mark([], [], book);
      this.store.set({ marked: null, markNote: leftOutText(leftOut), traces: await this.host.traces() });
      return true;
    });
  }

  async removeTraces(): Promise<void> {
    await this.store.doing('removing', async () => {
      const outcome = await this.host.removeTraces();
      if (outcome.is !== 'done') {
        this.store.say(troubleText(outcome.why, outcome.say));
        return false;
      }
      this.writing.restore(null);
      this.judging = { ...this.judging, answers: NO_ANSWERS, replies: [] };
      this.store.set({ marked: null, markNote: null, last: null, traces: await this.host.traces() });
      await this.auditing.check(await this.host.read());
      return true;
    });
  }

  async answer(row: string, key: string, value: string | boolean | null): Promise<void> {
    const answers = withAnswer(this.judging.answers, row, key, value);
    this.judging = { ...this.judging, answers };
    await this.auditing.check(this.auditing.book);
    await this.keep({ answers });
  }

  async reply(id: string, field: ReplyField, text: string): Promise<void> {
    const finding = this.state.audit?.tables.flatMap(({ findings }) => findings).find((one) => one.reply.id === id);
    if (finding === undefined || finding.reply[field] === text.trim()) return;
    const replies = withReply(this.judging.replies ?? [], finding, field, text);
    this.judging = { ...this.judging, replies };
    await this.auditing.check(this.auditing.book);
    await this.keep({ replies });
  }

  narrative(length: Length): NarrativeView | null {
    const { table, audit } = this.state;
    if (audit?.tables[table] === undefined) return null;
    const key = `${table} ${length}`;
    const known = this.narratives.get(key);
    if (known !== undefined) return known === 'asked' ? null : known;
    this.narratives.set(key, 'asked');
    void this.store.trying(async () => {
      const view = await this.engine.narrative(table, length);
      if (this.state.audit !== audit) return;
      this.narratives.set(key, view);
      this.store.set({});
    });
    return null;
  }

  async writeSummary(): Promise<boolean> {
    const { can, unwritable } = this.state;
    if (unwritable !== null || can?.addSheets !== true) {
      this.store.say(unwritable === 'old-format' ? OLD_FORMAT : TROUBLES['read-only']);
      return false;
    }
    const sheets = await this.engine.summary();
    const done = await this.writing.put({ plan: async () => ({ cells: [], sheets }), cells: 0, kept: [] });
    if (done) await this.elsewhere.seeTraces();
    return done;
  }

  async standards(): Promise<readonly StandardChoice[]> {
    return (await choosing()).standardChoices();
  }

  async setStandard(standard: Settings['standard']): Promise<readonly string[]> {
    const chosen = await choose(standard, this.options.readYaml);
    if (!chosen.ok) return chosen.wrong;
    this.judging = { ...this.judging, standard: chosen.value };
    await this.changeSettings({ standard });
    await this.auditing.check(this.auditing.book);
    return [];
  }

  async setTemplate(file: { readonly name: string; readonly bytes: Uint8Array } | null): Promise<readonly string[]> {
    const { readForm } = this.options;
    if (file !== null && readForm === undefined) return [NO_TEMPLATE];
    try {
      const forms = file === null || readForm === undefined ? null : (await choosing()).formsIn(await readForm(file.bytes), file.name);
      if (forms !== null && !forms.ok) return forms.wrong;
      this.judging = { ...this.judging, forms: forms === null ? null : forms.value };
    } catch (error) {
      return [formNotOpened(file?.name ?? '', troubleOf(error).sentence)];
    }
    this.store.set({ settings: { ...this.state.settings, template: file?.name ?? null } });
    await this.auditing.check(this.auditing.book);
    return [];
  }

  async setRecheck(on: boolean): Promise<void> {
    await this.changeSettings({ recheck: on });
    if (on && this.state.stale) await this.audit();
  }

  async useHeading(sheet: number, row: number): Promise<void> {
    this.judging = { ...this.judging, heading: { sheet, row } };
    await this.auditing.check(this.auditing.book);
  }

  exportJson(): string {
    return `${JSON.stringify(this.state.audit?.tables.map((table) => table.entry) ?? [], null, 2)}\n`;
  }

  async exportWorkbook(): Promise<Uint8Array | null> {
    const { newWorkbook } = this.options;
    return newWorkbook === undefined || this.state.audit === null ? null : newWorkbook(await this.engine.result());
  }

  get exportReport(): OpenWorkbook['exportReport'] {
    const { newDocument } = this.options;
    if (newDocument === undefined) return null;
    return async () => (this.state.audit === null ? null : newDocument(await this.engine.report()));
  }

  async close(): Promise<void> {
    this.auditing.close();
    this.unwatch?.();
    this.engine.close();
    await this.host.close();
  }

  private audited(book: WorkbookSnapshot): void {
    this.narratives.clear();
    this.writing.audited(book);
    void this.elsewhere.audited();
    const { plan } = this.state;
    if (plan !== null) void this.planWith([...plan.ticked], CHANGED_WHILE_PLANNED);
  }

  private async planWith(ticked: readonly string[] | null, notice?: string): Promise<void> {
    await this.store.doing('planning', async () => {
      const planned = await this.engine.plan(this.state.table, ticked, []);
      this.store.set({ plan: { view: planned.view, ticked: new Set(planned.ticked) } });
      if (notice !== undefined) this.store.say(notice);
      return true;
    });
  }

  private async changeSettings(change: Partial<Settings>): Promise<void> {
    const settings = { ...this.state.settings, ...change };
    this.store.set({ settings });
    await this.keep({ settings });
  }

  private async keep(kept: Partial<StoredState>): Promise<void> {
    const { can } = this.state;
    if (can !== null) await this.store.trying(() => saveKept(this.host, can, kept));
  }
}
