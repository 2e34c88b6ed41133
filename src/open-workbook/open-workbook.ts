/** One open workbook over a port: audit, 运算, writing and verifying, marks, undo. What it shows is `state`, plain data. */
import { HostError, type Host, type HostEvent, type HostTrouble } from '../hosts/port';
import type { Length } from '../narrative';
import { addrKey, a1 } from '../workbook/address';
import { contentOf, sameContent } from '../workbook/contents';
import type { Addr, WorkbookSnapshot } from '../workbook/types';
import { UnreadableError } from '../workbook/unreadable';
import type { CellEdit, SheetChange, SheetEdit } from '../workbook/write-plan';
import { unreadableReason } from '../words';
import { NO_ANSWERS, withAnswer, type Answers } from './answers';
import type { Engine } from './engine/types';
import { localEngine } from './engine/local';
import { entryOf, wayBack, type JournalEntry } from './journal';
import { BY_THE_SHEET, type Judging } from './judge';
import { DEFAULT_SETTINGS, loadKept, saveKept } from './keeping';
import { reviewing } from './reviewing';
import { chosenStandard, formsIn, standardChoices, type ReadYaml } from './standards-chosen';
import type { Busy, LastWrite, Mode, OpenState, OpenWorkbook, Settings, StandardChoice } from './state';
import {
  CHANGED_WHILE_PLANNED,
  CRASHED,
  leftOutText,
  NOT_KEPT,
  NOTHING_TICKED,
  notUndone,
  OLD_FORMAT,
  partlyWritten,
  REVIEW_MODE,
  TROUBLES,
  CLOSED,
} from './texts';
import { ownEdit } from './view/plain';
import type { AuditView, ChangeView, KeptView, NarrativeView } from './view/types';
import { writeAndVerify, type Written } from './write-and-verify';

/** Milliseconds after the last edit. */
const RECHECK_AFTER = 300;

export interface OpenOptions {
  /** The core; in this thread where none is given. */
  readonly engine?: Engine;
  /** Calls later; the returned function takes it back. */
  readonly later?: (run: () => void, ms: number) => () => void;
  readonly readYaml?: ReadYaml;
  /** Reads a blank form that the user chose. @throws UnreadableError */
  readonly readForm?: (bytes: Uint8Array) => Promise<WorkbookSnapshot>;
  /** Sheets as the bytes of a workbook, for 导出审核结果. */
  readonly newWorkbook?: (sheets: readonly SheetEdit[]) => Uint8Array;
  /** Mode where the workbook remembers none. */
  readonly mode?: Mode | null;
}

export function openWorkbook(host: Host, options: OpenOptions = {}): OpenWorkbook {
  return new Opened(host, options);
}

const FIRST: Omit<OpenState, 'name'> = {
  phase: 'opening',
  unwritable: null,
  can: null,
  mode: null,
  audit: null,
  table: 0,
  busy: null,
  stale: false,
  trouble: null,
  lessBy: null,
  plan: null,
  last: null,
  marked: null,
  markNote: null,
  traces: null,
  selected: null,
  settings: DEFAULT_SETTINGS,
};

class Opened implements OpenWorkbook {
  state: OpenState;
  private readonly listeners = new Set<() => void>();
  private readonly engine: Engine;
  private book: WorkbookSnapshot | null = null;
  private judging: Judging = BY_THE_SHEET;
  private answers: Answers = NO_ANSWERS;
  private journal: JournalEntry | null = null;
  private unwatch: (() => void) | null = null;
  private running: AbortController | null = null;
  private takeBackRecheck: (() => void) | null = null;
  private readonly narratives = new Map<string, NarrativeView | 'asked'>();
  /** Our own writes are under way: what the host reports meanwhile is no one else's. */
  private writing = 0;
  private closed = false;

  constructor(
    private readonly host: Host,
    private readonly options: OpenOptions,
  ) {
    this.engine = options.engine ?? localEngine();
    this.state = { ...FIRST, name: host.name, mode: options.mode ?? null };
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async start(): Promise<void> {
    try {
      const can = await this.host.open();
      const kept = await loadKept(this.host, can);
      this.answers = kept.answers;
      this.journal = kept.journal;
      const standard = await chosenStandard(kept.settings.standard, this.options.readYaml);
      this.judging = { standard: standard.ok ? standard.value : null, forms: null, answers: this.answers };
      this.set({
        can,
        unwritable: can.write ? null : this.host.kind === 'file' || this.host.kind === 'workbench' ? 'old-format' : 'read-only',
        mode: kept.mode ?? this.state.mode,
        settings: kept.settings,
        last: kept.journal === null ? null : lastOf(kept.journal),
      });
      this.unwatch = can.watch ? this.host.watch((event) => this.heard(event)) : null;
    } catch (error) {
      this.refuse(error);
      return;
    }
    await this.audit();
  }

  async audit(): Promise<void> {
    await this.check(null);
  }

  cancel(): void {
    this.running?.abort();
    this.running = null;
    this.set({ busy: null, phase: this.state.audit === null ? 'opening' : 'ready', stale: this.state.audit !== null });
  }

  async setMode(mode: Mode): Promise<void> {
    this.set({ mode, plan: null, trouble: null });
    await this.keep({ mode });
  }

  showTable(index: number): void {
    if (index !== this.state.table && this.state.audit?.tables[index] !== undefined) this.set({ table: index });
  }

  async locate(at: Addr, focus = false): Promise<void> {
    if (this.book === null || this.state.can?.select !== true) return;
    await this.trying(() => this.host.select(at, this.book!, focus));
  }

  async change(id: string): Promise<boolean> {
    const table = this.state.audit?.tables[this.state.table];
    const change =
      table?.findings.find((one) => one.id === id)?.change ??
      table?.scores.flatMap((group) => group.rows).find((row) => row.id === id)?.change ??
      null;
    return change === null ? false : this.writeChange(change);
  }

  async recalc(): Promise<void> {
    const no = this.mayNotWrite();
    if (no !== null) return this.say(no);
    await this.planWith(null);
  }

  async tick(id: string, on: boolean): Promise<void> {
    const { plan } = this.state;
    if (plan === null) return;
    const ticked = new Set(plan.ticked);
    if (on) ticked.add(id);
    else ticked.delete(id);
    this.set({ plan: { ...plan, ticked } });
    await this.planWith([...ticked]);
  }

  dismissPlan(): void {
    this.set({ plan: null });
  }

  async write(): Promise<boolean> {
    const { plan, table } = this.state;
    const no = this.mayNotWrite();
    if (plan === null || no !== null) {
      if (no !== null) this.say(no);
      return false;
    }
    const ticked = [...plan.ticked];
    if (ticked.length === 0) {
      this.say(NOTHING_TICKED);
      return false;
    }
    const lines = [...plan.view.fill, ...plan.view.lower, ...plan.view.raise].filter((line) => plan.ticked.has(line.id));
    const done = await this.put(
      async (refused) => (await this.engine.plan(table, ticked, refused)).cells,
      [],
      lines.length,
      plan.view.kept,
    );
    if (done) this.set({ plan: null });
    return done;
  }

  async undo(): Promise<boolean> {
    const { journal } = this;
    if (journal === null || this.mayNotWrite() !== null) return false;
    return this.doing('writing', async () => {
      const now = await this.host.read();
      const { plan, changed } = wayBack(journal, now);
      if (plan.cells.length + plan.sheets.length > 0) {
        const outcome = await this.writer().write(plan, now);
        if (outcome.is !== 'done') {
          this.say(sentenceOf(outcome.why, outcome.say));
          return false;
        }
      }
      await this.remember(null);
      this.set({ last: null });
      await this.check(await this.host.read());
      if (changed.length > 0) this.say(notUndone(changed.map((at) => this.cell(at, now))));
      return true;
    });
  }

  async mark(): Promise<void> {
    const { audit, can } = this.state;
    if (audit === null || this.book === null || can === null || can.marks === 'none') return;
    await this.doing('marking', async () => {
      const outcome = await this.host.mark(audit.marks, can.notes ? audit.notes : [], this.book!);
      const asked = audit.marks.reduce((sum, mark) => sum + mark.cells.length, 0);
      const left = outcome.leftOut.reduce((sum, one) => sum + one.at.length, 0);
      this.set({ marked: Math.max(0, asked - left), markNote: leftOutText(outcome.leftOut), traces: await this.host.traces() });
      return true;
    });
  }

  async clearMarks(): Promise<void> {
    if (this.book === null) return;
    await this.doing('marking', async () => {
      await this.host.mark([], [], this.book!);
      this.set({ marked: null, markNote: null, traces: await this.host.traces() });
      return true;
    });
  }

  async removeTraces(): Promise<void> {
    await this.doing('removing', async () => {
      const outcome = await this.host.removeTraces();
      if (outcome.is !== 'done') {
        this.say(sentenceOf(outcome.why, outcome.say));
        return false;
      }
      this.journal = null;
      this.answers = NO_ANSWERS;
      this.judging = { ...this.judging, answers: NO_ANSWERS };
      this.set({ marked: null, markNote: null, last: null, traces: await this.host.traces() });
      await this.check(await this.host.read());
      return true;
    });
  }

  async answer(row: string, key: string, value: string | boolean | null): Promise<void> {
    this.answers = withAnswer(this.answers, row, key, value);
    this.judging = { ...this.judging, answers: this.answers };
    await this.check(this.book);
    await this.keep({ answers: this.answers });
  }

  narrative(length: Length): NarrativeView | null {
    const { table, audit } = this.state;
    if (audit?.tables[table] === undefined) return null;
    const key = `${table} ${length}`;
    const known = this.narratives.get(key);
    if (known !== undefined) return known === 'asked' ? null : known;
    this.narratives.set(key, 'asked');
    void this.engine.narrative(table, length).then(
      (view) => {
        if (this.state.audit !== audit) return;
        this.narratives.set(key, view);
        this.set({});
      },
      (error: unknown) => this.crashed(error),
    );
    return null;
  }

  async writeSummary(): Promise<boolean> {
    if (this.state.unwritable !== null || this.state.can?.addSheets !== true) {
      this.say(this.state.unwritable === 'old-format' ? OLD_FORMAT : TROUBLES['read-only']);
      return false;
    }
    return this.put(async () => [], await this.engine.summary(), 0, []);
  }

  standards(): readonly StandardChoice[] {
    return standardChoices();
  }

  async setStandard(standard: Settings['standard']): Promise<readonly string[]> {
    const chosen = await chosenStandard(standard, this.options.readYaml);
    if (!chosen.ok) return chosen.wrong;
    this.judging = { ...this.judging, standard: chosen.value };
    this.set({ settings: { ...this.state.settings, standard } });
    await this.keep({ settings: this.state.settings });
    await this.check(this.book);
    return [];
  }

  async setTemplate(file: { readonly name: string; readonly bytes: Uint8Array } | null): Promise<readonly string[]> {
    if (file !== null) {
      if (this.options.readForm === undefined) return ['在当前程序里不能对照空白表。'];
      try {
        const forms = formsIn(await this.options.readForm(file.bytes), file.name);
        if (!forms.ok) return forms.wrong;
        this.judging = { ...this.judging, forms: forms.value };
      } catch (error) {
        return [
          `「${file.name}」打不开：${error instanceof UnreadableError ? unreadableReason(error.why, error.detail) : String(error)}。`,
        ];
      }
    } else this.judging = { ...this.judging, forms: null };
    this.set({ settings: { ...this.state.settings, template: file?.name ?? null } });
    await this.check(this.book);
    return [];
  }

  async setRecheck(on: boolean): Promise<void> {
    this.set({ settings: { ...this.state.settings, recheck: on } });
    await this.keep({ settings: this.state.settings });
    if (on && this.state.stale) await this.audit();
  }

  async useHeading(sheet: number, row: number): Promise<void> {
    this.judging = { ...this.judging, heading: { sheet, row } };
    await this.check(this.book);
  }

  exportJson(): string {
    const entries = this.state.audit?.tables.map((table) => table.entry) ?? [];
    return `${JSON.stringify(entries, null, 2)}\n`;
  }

  async exportWorkbook(): Promise<Uint8Array | null> {
    const { newWorkbook } = this.options;
    if (newWorkbook === undefined || this.state.audit === null) return null;
    return newWorkbook(await this.engine.result());
  }

  async close(): Promise<void> {
    this.closed = true;
    this.takeBackRecheck?.();
    this.running?.abort();
    this.unwatch?.();
    this.engine.close();
    await this.host.close();
  }

  /** Audits the workbook given, or reads it anew. */
  private async check(given: WorkbookSnapshot | null): Promise<void> {
    this.takeBackRecheck?.();
    this.takeBackRecheck = null;
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    const { signal } = running;
    const first = this.state.audit === null;
    this.set({ phase: first ? 'auditing' : 'ready', busy: { doing: given === null ? 'reading' : 'auditing', share: null } });
    try {
      const book = given ?? (await this.host.read(signal));
      if (signal.aborted) return;
      this.set({ busy: { doing: 'auditing', share: null } });
      const audit = await this.engine.audit(book, this.judging, this.host.name, signal);
      if (signal.aborted) return;
      this.took(book, audit);
    } catch (error) {
      if (signal.aborted) return;
      this.set({ busy: null });
      if (first) this.refuse(error);
      else this.crashed(error);
    } finally {
      if (this.running === running) this.running = null;
    }
  }

  private took(book: WorkbookSnapshot, audit: AuditView): void {
    const before = this.state.audit;
    this.book = book;
    this.narratives.clear();
    this.set({
      phase: 'ready',
      audit,
      busy: null,
      stale: false,
      trouble: null,
      table: tableAfter(before, this.state.table, audit),
      lessBy: before === null ? null : countOf(before) - countOf(audit),
      last: this.state.last === null ? null : { ...this.state.last, blocked: this.blockedBy(book) },
    });
    if (this.state.plan !== null) void this.planWith([...this.state.plan.ticked], CHANGED_WHILE_PLANNED);
  }

  /** Why the last write cannot be taken back whole; null: it can. */
  private blockedBy(book: WorkbookSnapshot): string | null {
    if (this.journal === null) return null;
    const { changed } = wayBack(this.journal, book);
    return changed.length === 0 ? null : `${changed.map((at) => this.cell(at, book)).join('、')} 在写入之后又改动过`;
  }

  private async planWith(ticked: readonly string[] | null, notice?: string): Promise<void> {
    await this.doing('planning', async () => {
      const planned = await this.engine.plan(this.state.table, ticked, []);
      this.set({ plan: { view: planned.view, ticked: new Set(planned.ticked) } });
      if (notice !== undefined) this.say(notice);
      return true;
    });
  }

  private async writeChange({ edit }: ChangeView): Promise<boolean> {
    const no = this.mayNotWrite();
    if (no !== null) {
      this.say(no);
      return false;
    }
    const own = ownEdit(edit);
    if (this.book !== null && !sameContent(contentOf(this.book, own.at), own.before)) {
      await this.audit();
      this.say(TROUBLES.changed);
      return false;
    }
    return this.put(async (refused) => (refused.some((at) => addrKey(at) === addrKey(own.at)) ? [] : [own]), [], 1, []);
  }

  /** Writes, reads back, remembers the way back, re-checks. */
  private async put(
    edits: (refused: readonly Addr[]) => Promise<readonly CellEdit[]>,
    sheets: readonly SheetChange[],
    cells: number,
    kept: readonly KeptView[],
  ): Promise<boolean> {
    const on = this.book;
    const { can } = this.state;
    if (on === null || can === null) return false;
    return this.doing('writing', async () => {
      const written = await writeAndVerify({ host: this.writer(), can, on, edits, sheets });
      if (written.is === 'done') {
        await this.remember(entryOf(written.undo, on));
        const left = written.refused.map((at): KeptView => ({
          cell: { at, address: this.cell(at, on) },
          name: '',
          why: '单元格已锁定或不能单独改写',
        }));
        this.set({ last: { cells: cells - left.length, kept: [...kept, ...left], blocked: null } });
        await this.check(written.book);
        return true;
      }
      await this.failed(written, on);
      return false;
    });
  }

  private async failed(written: Exclude<Written, { is: 'done' }>, on: WorkbookSnapshot): Promise<void> {
    if (written.is === 'not-kept') {
      await this.check(written.book);
      this.say(NOT_KEPT);
      return;
    }
    if (written.is === 'partly') {
      if (written.written.length > 0) {
        await this.remember(entryOf(written.undo, on));
        this.set({ last: { cells: written.written.length, kept: [], blocked: null } });
      }
      await this.check(written.book);
      this.say(
        partlyWritten(
          written.written.map((edit) => this.cell(edit.at, on)),
          sentenceOf(written.why, written.say),
        ),
      );
      return;
    }
    if (written.why === 'changed' || written.why === 'gone') await this.audit();
    const where =
      written.at.length === 0 || written.why === 'changed'
        ? ''
        : `（${written.at
            .slice(0, 8)
            .map((at) => this.cell(at, on))
            .join('、')}）`;
    this.say(`${sentenceOf(written.why, written.say)}${where}`);
  }

  private heard(event: HostEvent): void {
    if (this.closed) return;
    switch (event.is) {
      case 'selected': {
        const sheet = this.book?.sheets.findIndex((one) => one.key === event.where.sheet) ?? -1;
        if (sheet >= 0) this.pick({ sheet, row: event.where.top, col: event.where.left });
        return;
      }
      case 'closing':
        this.say(CLOSED);
        return;
      default:
        if (this.writing === 0) this.changed();
    }
  }

  private pick(selected: Addr): void {
    const tables = this.state.audit?.tables ?? [];
    const here =
      tables[this.state.table]?.sheet === selected.sheet ? this.state.table : tables.findIndex((one) => one.sheet === selected.sheet);
    this.set({ selected, ...(here >= 0 ? { table: here } : {}) });
  }

  private changed(): void {
    if (!this.state.settings.recheck) {
      this.set({ stale: true });
      return;
    }
    this.takeBackRecheck?.();
    const later = this.options.later ?? ((run, ms) => timer(run, ms));
    this.takeBackRecheck = later(() => {
      this.takeBackRecheck = null;
      if (!this.closed) void this.audit();
    }, RECHECK_AFTER);
  }

  /** The host as the mode allows it: in 审核 mode it cannot write the unit's cells. */
  private writer(): Host {
    return this.state.mode === 'review' ? reviewing(this.host, (at) => this.belongsToReviewer(at)) : this.host;
  }

  private belongsToReviewer(at: Addr): boolean {
    const tables = this.state.audit?.tables ?? [];
    return tables.some(
      ({ sheet, reviewer }) =>
        sheet === at.sheet &&
        reviewer.some((rect) => at.row >= rect.top && at.row <= rect.bottom && at.col >= rect.left && at.col <= rect.right),
    );
  }

  private mayNotWrite(): string | null {
    if (this.state.mode === 'review') return REVIEW_MODE;
    if (this.state.unwritable === null) return null;
    return this.state.unwritable === 'old-format' ? OLD_FORMAT : TROUBLES['read-only'];
  }

  /** One thing at a time that changes the workbook; whatever is thrown becomes a sentence. */
  private async doing(doing: Busy['doing'], run: () => Promise<boolean>): Promise<boolean> {
    const own: Busy = { doing, share: null };
    this.set({ busy: own, trouble: null });
    this.writing += 1;
    try {
      return await run();
    } catch (error) {
      this.crashed(error);
      return false;
    } finally {
      this.writing -= 1;
      if (this.state.busy === own) this.set({ busy: null });
    }
  }

  private async trying(run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      this.crashed(error);
    }
  }

  private async remember(entry: JournalEntry | null): Promise<void> {
    this.journal = entry;
    await this.keep({ journal: entry });
  }

  private async keep(kept: Parameters<typeof saveKept>[2]): Promise<void> {
    const { can } = this.state;
    if (can !== null) await this.trying(() => saveKept(this.host, can, kept));
  }

  private cell(at: Addr, book: WorkbookSnapshot): string {
    const shown = this.state.audit?.tables[this.state.table]?.sheet;
    const name = a1(at.row, at.col);
    return at.sheet === shown ? name : `${book.sheets[at.sheet]?.name ?? ''}!${name}`;
  }

  private refuse(error: unknown): void {
    this.set({ phase: 'refused', busy: null, trouble: troubleOf(error) });
  }

  private crashed(error: unknown): void {
    this.set({ trouble: troubleOf(error) });
  }

  private say(sentence: string): void {
    this.set({ trouble: { sentence, detail: null } });
  }

  private set(change: Partial<OpenState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

function timer(run: () => void, ms: number): () => void {
  const id = setTimeout(run, ms);
  return () => clearTimeout(id);
}

const sentenceOf = (why: HostTrouble, say?: string): string => say ?? TROUBLES[why];
const lastOf = ({ cells }: JournalEntry): LastWrite => ({ cells: cells.length, kept: [], blocked: null });
const countOf = ({ tables }: AuditView): number => tables.reduce((sum, { verdict }) => sum + verdict.mandatory + verdict.advisory, 0);

/** The same table as before, found again by its sheet; tables of one sheet keep their order. */
function tableAfter(before: AuditView | null, index: number, after: AuditView): number {
  const was = before?.tables[index];
  if (was === undefined) return 0;
  const place = before!.tables.slice(0, index).filter((one) => one.sheetKey === was.sheetKey).length;
  const own = after.tables.map((one, at) => ({ one, at })).filter(({ one }) => one.sheetKey === was.sheetKey);
  return own[place]?.at ?? own[0]?.at ?? 0;
}

function troubleOf(error: unknown): NonNullable<OpenState['trouble']> {
  if (error instanceof UnreadableError)
    return { sentence: `${unreadableReason(error.why, error.detail)}。`.replace(/。。$/, '。'), detail: null };
  if (error instanceof HostError) return { sentence: sentenceOf(error.why, error.say), detail: null };
  const detail = error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : String(error);
  return { sentence: CRASHED, detail };
}
