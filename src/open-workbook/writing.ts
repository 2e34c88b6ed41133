/** What is written into the workbook and taken back: always read back, always with a way back. */
import type { Host, HostPlan, HostTrouble } from '../hosts/port';
import { a1, type Addr, addrKey, contentOf, inRect, sameContent, type WorkbookSnapshot } from '../workbook';
import type { Auditing } from './auditing';
import { entryOf, journalText, wayBack, type JournalEntry } from './journal';
import { reviewing } from './reviewing';
import type { Store } from './store';
import { NOT_KEPT, notUndone, OLD_FORMAT, partlyWritten, REVIEW_MODE, TROUBLES, undoBlocked, UNWRITTEN } from './texts';
import { ownEdit } from './view/plain';
import type { ChangeView, KeptView } from './view/types';
import { writeAndVerify, type Written } from './write-and-verify';

export interface WritingParts {
  readonly host: Host;
  readonly store: Store;
  readonly auditing: Auditing;
  readonly keepJournal: (entry: JournalEntry | null) => Promise<void>;
}

/** What to write, asked again without the cells the host would not take; what to say of it afterwards. */
export interface Putting {
  readonly plan: (refused: readonly Addr[]) => Promise<HostPlan>;
  /** Cells counted as written; null: those of the edits. */
  readonly cells: number | null;
  readonly kept: readonly KeptView[];
}

export class Writing {
  private journal: JournalEntry | null = null;

  constructor(private readonly parts: WritingParts) {}

  /** The write of an earlier time that can still be taken back. */
  restore(journal: JournalEntry | null): void {
    this.journal = journal;
    if (journal !== null) this.parts.store.set({ last: { cells: journal.cells.length, kept: [], blocked: null } });
  }

  /** The journal as it is kept now, where somebody else has written one. */
  recall(journal: JournalEntry | null): void {
    if (journal !== null && journalText(journal) !== journalText(this.journal)) this.restore(journal);
  }

  async forget(): Promise<void> {
    await this.remember(null);
    this.parts.store.set({ last: null });
  }

  /** Why nothing of the unit may be written; null: it may. */
  forbidden(): string | null {
    const { mode, unwritable } = this.parts.store.state;
    if (mode === 'review') return REVIEW_MODE;
    if (unwritable === null) return null;
    return unwritable === 'old-format' ? OLD_FORMAT : TROUBLES['read-only'];
  }

  /** After an audit: can the last write still be taken back whole? */
  audited(book: WorkbookSnapshot): void {
    const { store } = this.parts;
    const { last } = store.state;
    if (last === null || this.journal === null) return;
    const { changed } = wayBack(this.journal, book);
    const blocked = changed.length === 0 ? null : undoBlocked(changed.map((at) => this.cell(at, book)));
    if (blocked !== last.blocked) store.set({ last: { ...last, blocked } });
  }

  async change({ edit }: ChangeView): Promise<boolean> {
    const { store, auditing } = this.parts;
    const no = this.forbidden();
    if (no !== null) {
      store.say(no);
      return false;
    }
    const own = ownEdit(edit);
    if (auditing.book !== null && !sameContent(contentOf(auditing.book, own.at), own.before)) {
      await auditing.check(null);
      store.say(TROUBLES.changed);
      return false;
    }
    const plan = async (refused: readonly Addr[]): Promise<HostPlan> => ({
      cells: refused.some((at) => addrKey(at) === addrKey(own.at)) ? [] : [own],
      sheets: [],
    });
    return this.put({ plan, cells: 1, kept: [] });
  }

  /** Writes, reads back, remembers the way back, re-checks. */
  async put({ plan, cells, kept }: Putting): Promise<boolean> {
    const { store, auditing } = this.parts;
    const on = auditing.book;
    const { can } = store.state;
    if (on === null || can === null) return false;
    return store.doing('writing', async () => {
      const written = await writeAndVerify({ host: this.writer(), can, on, plan });
      if (written.is !== 'done') {
        await this.failed(written, on);
        return false;
      }
      await this.remember(entryOf(written.undo, on));
      const left = written.refused.map((at): KeptView => ({ cell: { at, address: this.cell(at, on) }, name: '', why: UNWRITTEN }));
      store.set({ last: { cells: (cells ?? written.cells.length + left.length) - left.length, kept: [...kept, ...left], blocked: null } });
      await auditing.check(written.book);
      return true;
    });
  }

  async undo(): Promise<boolean> {
    const { store, auditing, host } = this.parts;
    const { journal } = this;
    if (journal === null || this.forbidden() !== null) return false;
    return store.doing('writing', async () => {
      const now = await host.read();
      const { plan, changed } = wayBack(journal, now);
      if (plan.cells.length + plan.sheets.length > 0) {
        const outcome = await this.writer().write(plan, now);
        if (outcome.is !== 'done') {
          store.say(troubleText(outcome.why, outcome.say));
          return false;
        }
      }
      await this.forget();
      await auditing.check(await host.read());
      if (changed.length > 0) store.say(notUndone(changed.map((at) => this.cell(at, now))));
      return true;
    });
  }

  private async failed(written: Exclude<Written, { is: 'done' }>, on: WorkbookSnapshot): Promise<void> {
    const { store, auditing } = this.parts;
    if (written.is === 'refused') {
      if (written.why === 'changed' || written.why === 'gone') await auditing.check(null);
      store.say(`${troubleText(written.why, written.say)}${written.why === 'changed' ? '' : this.places(written.at, on)}`);
      return;
    }
    if (written.is === 'partly' && written.written.length > 0) {
      await this.remember(entryOf(written.undo, on));
      store.set({ last: { cells: written.written.length, kept: [], blocked: null } });
    }
    await auditing.check(written.book);
    if (written.is === 'not-kept') store.say(NOT_KEPT);
    else
      store.say(
        partlyWritten(
          written.written.map((edit) => this.cell(edit.at, on)),
          troubleText(written.why, written.say),
        ),
      );
  }

  private places(at: readonly Addr[], on: WorkbookSnapshot): string {
    return at.length === 0
      ? ''
      : `（${at
          .slice(0, 8)
          .map((one) => this.cell(one, on))
          .join('、')}${at.length > 8 ? '等' : ''}）`;
  }

  /** The host as the mode allows it: in 审核 mode it cannot write the unit's cells. */
  private writer(): Host {
    const { host, store } = this.parts;
    return store.state.mode === 'review' ? reviewing(host, (at) => this.belongsToReviewer(at)) : host;
  }

  private belongsToReviewer(at: Addr): boolean {
    const tables = this.parts.store.state.audit?.tables ?? [];
    return tables.some(({ sheet, reviewer }) => sheet === at.sheet && reviewer.some((rect) => inRect(rect, at.row, at.col)));
  }

  private async remember(entry: JournalEntry | null): Promise<void> {
    this.journal = entry;
    await this.parts.keepJournal(entry);
  }

  private cell(at: Addr, book: WorkbookSnapshot): string {
    const { audit, table } = this.parts.store.state;
    const name = a1(at.row, at.col);
    return at.sheet === audit?.tables[table]?.sheet ? name : `${book.sheets[at.sheet]?.name ?? ''}!${name}`;
  }
}

export const troubleText = (why: HostTrouble, say?: string): string => say ?? TROUBLES[why];
