/** 核对 of the opened file, laid over its sheet. */
import type { Judging } from '../../open-workbook';
import type { Shell } from '../../taskpane';
import { Batch } from '../batch';
import { make } from '../page/dom';
import { asBatchFile, askFor } from '../page/ask-for';
import { readOld, type BenchHost } from '../page/open-file';
import { BATCH_WORKER } from '../page/core-worker';
import { pageThread } from '../page/page-thread';
import { parseA1 } from '../../workbook';
import { Holdings } from './held';
import type { ReportDesk } from './types';
import { openedSource } from './sources';
import { type FilePage, openFilePage } from './view/file-page';

interface FileHoldingParts {
  readonly shell: Shell;
  /** Audits the opened file beside a budget list, or without. */
  readonly hold: (budget: Judging['budget'] | null) => void;
  /** The desk of whoever reviews; null: nobody does. */
  readonly desk: () => Promise<ReportDesk | null>;
  /** What it is laid over. */
  readonly sheet: HTMLElement;
}

export class FileHolding {
  private readonly over = make('div', 'page-held');
  private open: { readonly host: BenchHost; readonly batch: Batch; readonly held: Holdings; readonly page: FilePage } | null = null;
  /** The edition of the opened file that was looked at. */
  private seen: number | null = null;

  constructor(private readonly parts: FileHoldingParts) {}

  /** Lays it over the sheet of this file; what was found of it stays until it is changed or another is opened. */
  show(host: BenchHost): void {
    const open = this.open?.host === host ? this.open : this.make(host);
    if (this.open !== null && this.open !== open) this.forget();
    this.open = open;
    void this.parts.desk().then((desk) => (this.open === open ? open.held.setDesk(desk) : undefined));
    // What was typed since then counts.
    const edition = 'edition' in host ? host.edition : 0;
    if (this.seen !== null && this.seen !== edition) open.held.again();
    this.seen = edition;
    this.parts.sheet.parentElement?.append(this.over);
    this.parts.sheet.classList.add('covered');
    this.over.querySelector<HTMLElement>('.jb-held-page')?.focus();
  }

  /** Reports that were dropped beside it. */
  reports(host: BenchHost, documents: readonly File[]): void {
    this.show(host);
    void this.open!.held.takeReports(documents.map(asBatchFile));
  }

  hide(): void {
    this.over.remove();
    this.parts.sheet.classList.remove('covered');
  }

  /** Another file is opened, or none. */
  forget(): void {
    this.hide();
    this.open?.held.setDesk(null);
    this.open?.page.destroy();
    this.open?.batch.close();
    this.open = null;
    this.seen = null;
  }

  private make(host: BenchHost): NonNullable<FileHolding['open']> {
    // As it would be handed out: with what was typed, without marks of ours.
    const bytes = async (): Promise<Uint8Array> => ('state' in host ? host.copy(false) : host.copy());
    const batch = new Batch([{ path: host.name, bytes }], { spawn: () => pageThread(BATCH_WORKER), threads: 1, readOld });
    const held = new Holdings(openedSource(batch, this.parts.hold));
    const back = (): void => {
      this.hide();
      this.parts.sheet.querySelector<HTMLElement>('textarea')?.focus();
    };
    const page = openFilePage(this.over, {
      name: host.name,
      held,
      shell: this.parts.shell,
      choose: (kind) => askFor(kind, () => Promise.resolve(held)),
      cell: ({ sheet, address }) => {
        back();
        const index = host.book.sheets.findIndex(({ name }) => name === sheet);
        const at = parseA1(address);
        if (index >= 0 && at !== null) void host.select({ sheet: index, ...at }, host.book, true);
      },
      back,
    });
    return { host, batch, held, page };
  }
}
