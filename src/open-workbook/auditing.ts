/** Reading and auditing, once on opening and again while people work. */
import type { Host, HostEvent } from '../hosts/port';
import type { Addr, WorkbookSnapshot } from '../workbook';
import type { Engine } from './engine/types';
import type { Judging } from './judging';
import type { Store } from './store';
import { troubleOf } from './store';
import { CLOSED } from './texts';
import type { AuditView } from './view/types';

/** Milliseconds after the last edit. */
const RECHECK_AFTER = 300;

export type Later = (run: () => void, ms: number) => () => void;

export const timer: Later = (run, ms) => {
  const id = setTimeout(run, ms);
  return () => clearTimeout(id);
};

export interface AuditingParts {
  readonly host: Host;
  readonly engine: Engine;
  readonly store: Store;
  readonly judging: () => Judging;
  readonly later: Later;
  /** After each audit, before anyone is told. */
  readonly audited: (book: WorkbookSnapshot) => void;
}

export class Auditing {
  /** The workbook audited last. */
  book: WorkbookSnapshot | null = null;
  private running: AbortController | null = null;
  private takeBack: (() => void) | null = null;
  private untell: (() => void) | null = null;
  private closed = false;

  constructor(private readonly parts: AuditingParts) {}

  /** Audits the workbook given, or reads it anew. A later call ends an earlier one. */
  async check(given: WorkbookSnapshot | null): Promise<void> {
    const { host, engine, store, judging } = this.parts;
    this.forget();
    const running = new AbortController();
    this.running = running;
    const { signal } = running;
    const first = store.state.audit === null;
    this.tell(given === null ? 'reading' : 'auditing', first);
    try {
      const book = given ?? (await host.read(signal));
      if (signal.aborted) return;
      this.tell('auditing', first);
      const audit = await engine.audit(book, judging(), host.name, signal);
      if (!signal.aborted) this.took(book, audit);
    } catch (error) {
      if (signal.aborted) return;
      this.untell?.();
      store.set({ busy: null, ...(first ? { phase: 'refused', trouble: troubleOf(error) } : {}) });
      if (!first) store.fail(error);
    } finally {
      if (this.running === running) this.running = null;
    }
  }

  /** Ends what is on its way; what was shown before stays. */
  cancel(): void {
    const { store } = this.parts;
    this.forget();
    const shown = store.state.audit !== null;
    store.set({ busy: null, phase: 'ready', stale: shown });
  }

  close(): void {
    this.closed = true;
    this.forget();
  }

  heard(event: HostEvent): void {
    if (this.closed) return;
    if (event.is === 'selected') this.selected(event.where);
    else if (event.is === 'closing') this.parts.store.say(CLOSED);
    else if (!this.parts.store.working) this.changed();
  }

  private selected({ sheet, top, left }: Extract<HostEvent, { is: 'selected' }>['where']): void {
    const index = this.book?.sheets.findIndex((one) => one.key === sheet) ?? -1;
    if (index >= 0) this.pick({ sheet: index, row: top, col: left });
  }

  private pick(selected: Addr): void {
    const { store } = this.parts;
    const tables = store.state.audit?.tables ?? [];
    const shown = store.state.table;
    const here = tables[shown]?.sheet === selected.sheet ? shown : tables.findIndex((one) => one.sheet === selected.sheet);
    store.set({ selected, ...(here >= 0 ? { table: here } : {}) });
  }

  private changed(): void {
    const { store, later } = this.parts;
    if (!store.state.settings.recheck) {
      store.set({ stale: true });
      return;
    }
    this.takeBack?.();
    this.takeBack = later(() => {
      this.takeBack = null;
      if (!this.closed) void this.check(null);
    }, RECHECK_AFTER);
  }

  /** At a re-check a moment later: what is drawn for it does not keep the core waiting, and a short one is over before. */
  private tell(doing: 'reading' | 'auditing', first: boolean): void {
    const { store, later } = this.parts;
    const set = (): void => store.set({ phase: first ? 'auditing' : 'ready', busy: { doing, share: null } });
    this.untell?.();
    this.untell = null;
    if (first) set();
    else this.untell = later(set, 0);
  }

  private forget(): void {
    this.untell?.();
    this.untell = null;
    this.takeBack?.();
    this.takeBack = null;
    this.running?.abort();
    this.running = null;
  }

  private took(book: WorkbookSnapshot, audit: AuditView): void {
    const { store, audited } = this.parts;
    const { audit: before, table } = store.state;
    this.untell?.();
    this.untell = null;
    this.book = book;
    store.set({
      phase: 'ready',
      audit,
      busy: null,
      stale: false,
      trouble: null,
      table: tableAfter(before, table, audit),
      lessBy: before === null ? null : countOf(before) - countOf(audit),
    });
    audited(book);
  }
}

const countOf = ({ tables }: AuditView): number => tables.reduce((sum, { verdict }) => sum + verdict.mandatory + verdict.advisory, 0);

/** The same table as before, found again by its sheet; tables of one sheet keep their order. */
function tableAfter(before: AuditView | null, index: number, after: AuditView): number {
  const was = before?.tables[index];
  if (before === null || was === undefined) return 0;
  const place = before.tables.slice(0, index).filter((one) => one.sheetKey === was.sheetKey).length;
  const own = after.tables.map((one, at) => ({ one, at })).filter(({ one }) => one.sheetKey === was.sheetKey);
  return own[place]?.at ?? own[0]?.at ?? 0;
}
