/**
 * What happens in Excel, as events of the port. Changes are told once their results have been calculated and nobody is
 * typing; our own are not told.
 */
import type { Rect } from '../../workbook';
import type { HostEvent, Place } from '../port';
import { rectOfAddress } from './addresses';
import { codeOf } from './errors';
import type { ChangedArgs, EventResult, OfficeRuntime, RequestContext, SelectionArgs, SheetArgs } from './office-types';
import { tellsProtection } from './support';

/** Milliseconds: changes that come together are one event. */
const GATHER = 40;
const ASK_AGAIN = 120;
/** How often to ask whether Excel is done, before the change is told all the same: two minutes. */
const MOST_ASKED = 1_000;
/** Excel tells of our own doings a moment after they are done. */
const ECHO = 250;
const MOST_REMEMBERED = 5_000;

const OWN = 'ThisLocalAddin';
const REMOTE = 'Remote';

interface Change {
  readonly by: 'user' | 'calculation' | 'other';
  readonly where: Place | null;
}

/** Tells which events are of our own doing where Excel does not. */
export class OwnDoings {
  private running = 0;
  private until = 0;
  private readonly written: string[] = [];
  private readonly sheets = new Set<string>();

  constructor(private readonly now: () => number) {}

  async during<T>(work: () => Promise<T>): Promise<T> {
    this.running += 1;
    try {
      return await work();
    } finally {
      this.running -= 1;
      this.until = this.now() + ECHO;
    }
  }

  /** While something of ours is going on, and a moment after. */
  get echoing(): boolean {
    return this.running > 0 || this.now() < this.until;
  }

  /** One range was written: one event of it is ours. */
  wrote(sheet: string, rect: Rect): void {
    this.written.push(keyOf(sheet, rect));
    if (this.written.length > MOST_REMEMBERED) this.written.shift();
  }

  madeSheet(key: string): void {
    this.sheets.add(key);
  }

  isOwnSheet(key: string): boolean {
    return this.sheets.has(key);
  }

  /** Whether a change at this place is one of ours; each is so once. */
  claims(sheet: string, rect: Rect | null): boolean {
    const at = rect === null ? -1 : this.written.indexOf(keyOf(sheet, rect));
    if (at >= 0) this.written.splice(at, 1);
    return at >= 0;
  }
}

function keyOf(sheet: string, { top, left, bottom, right }: Rect): string {
  return `${sheet} ${top} ${left} ${bottom} ${right}`;
}

export class Watch {
  private readonly results: EventResult[] = [];
  private readonly gathered: Change[] = [];
  private timer: ReturnType<typeof setTimeout> | null = null;
  private ended = false;
  private started: Promise<void>;

  constructor(
    private readonly office: OfficeRuntime,
    private readonly own: OwnDoings,
    private readonly tell: (event: HostEvent) => void,
  ) {
    this.started = this.listen();
  }

  end(): void {
    if (this.ended) return;
    this.ended = true;
    if (this.timer !== null) clearTimeout(this.timer);
    void this.started.then(() => this.unlisten());
  }

  /** A workbook that cannot be listened to is worked with all the same; 重新审核 is there. */
  private async listen(): Promise<void> {
    try {
      await this.office.Excel.run(async (context) => {
        const { worksheets } = context.workbook;
        this.results.push(
          worksheets.onChanged.add(async (args) => this.changed(args)),
          worksheets.onCalculated.add(async () => this.calculated()),
          worksheets.onSelectionChanged.add(async (args) => this.selected(args)),
          worksheets.onAdded.add(async (args) => this.rearranged(args)),
          worksheets.onDeleted.add(async (args) => this.rearranged(args)),
        );
        if (tellsProtection(this.office))
          this.results.push(worksheets.onProtectionChanged!.add(async () => this.emit({ is: 'protection' })));
        await context.sync();
      });
    } catch {
      this.results.length = 0;
    }
  }

  private async unlisten(): Promise<void> {
    try {
      const contexts = new Set<RequestContext>();
      for (const result of this.results) {
        result.remove();
        contexts.add(result.context);
      }
      for (const context of contexts) await context.sync();
    } catch {
      // The workbook is gone, and its handlers with it.
    }
  }

  /**
   * Whether Excel calls a change of another runtime of this add-in (the ribbon's, while the pane is open) the add-in's own
   * is not known: what this runtime did not do itself is told.
   */
  private changed(args: ChangedArgs): void {
    const rect = args.changeType === 'RangeEdited' ? rectOfAddress(args.address) : null;
    const remote = args.source === REMOTE;
    const addIn = args.triggerSource === OWN;
    if (!remote && (this.own.claims(args.worksheetId, rect) || (addIn && this.own.echoing))) return;
    this.gather({ by: remote || addIn ? 'other' : 'user', where: rect === null ? null : { sheet: args.worksheetId, ...rect } });
  }

  private calculated(): void {
    if (!this.own.echoing) this.gather({ by: 'calculation', where: null });
  }

  private rearranged(args: SheetArgs): void {
    if (args.source === REMOTE || !this.own.echoing) this.gather({ by: 'other', where: null });
  }

  private selected(args: SelectionArgs): void {
    const rect = rectOfAddress(args.address.split(',')[0]!);
    if (rect !== null) this.emit({ is: 'selected', where: { sheet: args.worksheetId, ...rect } });
  }

  private emit(event: HostEvent): void {
    if (!this.ended) this.tell(event);
  }

  private gather(change: Change): void {
    this.gathered.push(change);
    if (this.timer === null && !this.ended) this.timer = setTimeout(() => void this.settle(MOST_ASKED), GATHER);
  }

  private async settle(asks: number): Promise<void> {
    if (asks > 0 && !(await this.isSettled())) {
      if (!this.ended) this.timer = setTimeout(() => void this.settle(asks - 1), ASK_AGAIN);
      return;
    }
    this.timer = null;
    const changes = this.gathered.splice(0).filter(({ where }) => where === null || !this.own.isOwnSheet(where.sheet));
    if (changes.length > 0) this.emit({ is: 'changed', ...joined(changes) });
  }

  /** False while Excel calculates or somebody types in a cell. */
  private async isSettled(): Promise<boolean> {
    try {
      return await this.office.Excel.run(async (context) => {
        const { application } = context.workbook;
        application.load('calculationState,calculationMode');
        await context.sync();
        return application.calculationState === 'Done' || application.calculationMode === 'Manual';
      });
    } catch (error) {
      return codeOf(error) !== 'InvalidOperationInCellEditMode';
    }
  }
}

/** Several changes as one: what calculation brought about is part of what caused it. */
function joined(changes: readonly Change[]): Change {
  const caused = changes.filter((change) => change.by !== 'calculation');
  if (caused.length === 0) return changes[0]!;
  const by = caused.some((change) => change.by === 'user') ? 'user' : 'other';
  return { by, where: caused.map((change) => change.where).reduce(around) };
}

function around(a: Place | null, b: Place | null): Place | null {
  if (a === null || b === null || a.sheet !== b.sheet) return null;
  return {
    sheet: a.sheet,
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}
