/** Fills blocks of rows: those in sight at once, the others one by one whenever the browser has nothing else to do. */

const MARGIN = '600px 0px';
/** Idle time a block is worth beginning for, in milliseconds. */
const ENOUGH = 6;

type Idle = Pick<IdleDeadline, 'timeRemaining' | 'didTimeout'>;

export class FillQueue {
  private readonly waiting: Set<number>;
  private readonly watcher: IntersectionObserver;
  private stopped = false;

  constructor(
    private readonly blocks: readonly HTMLElement[],
    private readonly scroller: HTMLElement,
    private readonly fill: (at: number) => void,
    private readonly all: boolean,
  ) {
    this.waiting = new Set(blocks.keys());
    this.watcher = new IntersectionObserver((seen) => this.saw(seen), { root: scroller, rootMargin: MARGIN });
  }

  start(): void {
    let height = 0;
    for (const [at, block] of this.blocks.entries()) {
      if (at > 0 && height > this.scroller.clientHeight) break;
      this.now(at);
      height += block.offsetHeight;
    }
    for (const at of this.waiting) this.watcher.observe(this.blocks[at]!);
    if (this.all) this.later();
  }

  stop(): void {
    this.stopped = true;
    this.watcher.disconnect();
  }

  /** Fills this block if it is empty. */
  now(at: number): void {
    if (this.stopped || !this.waiting.delete(at)) return;
    this.watcher.unobserve(this.blocks[at]!);
    this.fill(at);
  }

  /** Fills a block out of sight and has it laid out by asking for its size: else a jump lays out all blocks around its aim in one go. */
  private ahead(at: number): void {
    this.now(at);
    this.blocks[at]!.firstElementChild?.getBoundingClientRect();
  }

  private saw(seen: readonly IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of seen) if (isIntersecting) this.now(this.blocks.indexOf(target as HTMLElement));
  }

  private later(): void {
    if (this.waiting.size === 0 || this.stopped) return;
    whenIdle((idle) => {
      const [next] = this.waiting;
      if (next !== undefined && (idle.didTimeout || idle.timeRemaining() >= ENOUGH)) this.ahead(next);
      this.later();
    });
  }
}

function whenIdle(work: (idle: Idle) => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 2000 });
  else setTimeout(() => work({ didTimeout: true, timeRemaining: () => 0 }), 30);
}
