/** Where the page has its desk: the desk itself is fetched when somebody reviews. */
import { digestOf } from './digest';
import type { DeskOptions, ReviewDesk } from './review-desk';

export class DeskPlace {
  private readonly digests = new Map<string, string>();
  private readonly latest = new Map<string, Uint8Array>();
  private batch = '';
  private made: Promise<ReviewDesk> | null = null;

  /** `shown`: the workbook that is shown. */
  constructor(private readonly shown: Pick<DeskOptions, 'sheetName' | 'selected'>) {}

  /** The file as receipts name it, and its bytes. */
  async seen(file: string, bytes: Uint8Array): Promise<void> {
    // Another file of that name is known by nothing until its own bytes were looked at.
    this.digests.delete(file);
    this.latest.set(file, bytes);
    const digest = await digestOf(bytes);
    if (this.latest.get(file) !== bytes) return;
    this.latest.delete(file);
    if (digest === null) return;
    this.digests.set(file, digest);
    (await this.made)?.told();
  }

  /** Another folder, or loose files (''). */
  async enter(batch: string): Promise<void> {
    if (batch === this.batch) return;
    this.batch = batch;
    await (await this.made)?.enter(batch);
  }

  desk(): Promise<ReviewDesk> {
    const made = this.made ?? this.make();
    this.made = made;
    made.catch(() => {
      this.made = null;
    });
    return made;
  }

  private async make(): Promise<ReviewDesk> {
    const { ReviewDesk: Desk } = await import(/* webpackChunkName: "desk" */ './review-desk');
    const desk = new Desk({ ...this.shown, digestOf: (file) => this.digests.get(file) ?? null });
    await desk.enter(this.batch);
    window.addEventListener('pagehide', () => void desk.keepNow());
    return desk;
  }
}
