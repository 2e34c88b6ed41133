/** How large a sheet is drawn: as wide as the window unless somebody asks for something else. */

const STEPS = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2];
/** A narrow table is not blown up, a wide one stays legible. */
const FIT = { least: 0.6, most: 1.1 };
const SETTLE_MS = 120;

export class Zoom {
  private asked: number | null = null;
  private drawn = 0;
  private width = 0;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private readonly watcher: ResizeObserver;

  constructor(
    private readonly scroller: HTMLElement,
    private readonly natural: () => { readonly cells: number; readonly head: number },
    private readonly changed: () => void,
  ) {
    this.watcher = new ResizeObserver(() => this.resized());
    this.watcher.observe(scroller);
  }

  get fits(): boolean {
    return this.asked === null;
  }

  /** The scale to draw with now. */
  get scale(): number {
    this.width = this.scroller.clientWidth;
    this.drawn = this.asked ?? this.fitting();
    return this.drawn;
  }

  step(by: 1 | -1): void {
    const now = this.drawn;
    const next = by > 0 ? STEPS.find((one) => one > now + 0.005) : [...STEPS].reverse().find((one) => one < now - 0.005);
    if (next === undefined) return;
    this.asked = next;
    this.changed();
  }

  /** To the width of the window, or back to 100 %. */
  toggleFit(): void {
    this.asked = this.asked === null ? 1 : null;
    this.changed();
  }

  stop(): void {
    clearTimeout(this.waiting);
    this.watcher.disconnect();
  }

  private fitting(): number {
    const { cells, head } = this.natural();
    const room = this.scroller.clientWidth - head - 1;
    if (cells <= 0 || room <= 0) return 1;
    return Math.max(FIT.least, Math.min(FIT.most, room / cells));
  }

  private resized(): void {
    if (!this.fits || Math.abs(this.scroller.clientWidth - this.width) < 2) return;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      if (Math.abs(this.fitting() - this.drawn) > 0.004) this.changed();
    }, SETTLE_MS);
  }
}
