/** What happens in the open workbook, as events of the port. */
import type { Rect } from '../../workbook';
import type { HostEvent, Place } from '../port';
import { attempt, get, numberOf, ownText } from './bridge';
import { XL_DONE, type EtApp, type EtRange, type EtWorkbook, type EtWorksheet } from './et';
import { rectOf } from './extent';

/** So long after a write of ours, what comes for the cells written is its late echo. */
const ECHO_MS = 1_000;
/** Results are awaited in such steps, at most so often. */
const STEP_MS = 40;
const MOST_STEPS = 50;

type Listener = (event: HostEvent) => void;
type ApiListener = (...of: never[]) => void;

/** The areas we wrote to a moment ago: events about them are our own. */
export class Echoes {
  private readonly own: { readonly sheet: string; readonly rect: Rect; readonly until: number }[] = [];
  private depth = 0;

  /** Everything that happens while `work` runs is ours. */
  during<T>(work: () => T): T {
    this.depth += 1;
    try {
      return work();
    } finally {
      this.depth -= 1;
    }
  }

  /** Written just now. */
  expect(sheet: string, rect: Rect): void {
    this.own.push({ sheet, rect, until: Date.now() + ECHO_MS });
  }

  isOwn(sheet: string, rect: Rect): boolean {
    const now = Date.now();
    while (this.own.length > 0 && this.own[0]!.until < now) this.own.shift();
    if (this.depth > 0) return true;
    return this.own.some((one) => one.sheet === sheet && within(rect, one.rect));
  }
}

function within(inner: Rect, outer: Rect): boolean {
  return inner.top >= outer.top && inner.bottom <= outer.bottom && inner.left >= outer.left && inner.right <= outer.right;
}

export interface Watched {
  readonly app: EtApp;
  readonly book: EtWorkbook;
  readonly echoes: Echoes;
  /** The key of a sheet by its name now; null for one never read. */
  keyOf(name: string): string | null;
}

/** Listens until the returned function is called. Listeners are the application's, so other workbooks are heard and left out. */
export function watchBook(watched: Watched, tell: Listener): () => void {
  const { app, book, echoes, keyOf } = watched;
  const events = get(app, 'ApiEvent');
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const after = (ms: number, run: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, ms);
    timers.add(timer);
  };
  /** Tells it once the program has done its sums. */
  const settled = (event: HostEvent, steps = 0): void => {
    const busy = steps < MOST_STEPS && attempt(() => numberOf(get(app, 'CalculationState')) ?? XL_DONE, XL_DONE) !== XL_DONE;
    if (busy) after(STEP_MS, () => settled(event, steps + 1));
    else tell(event);
  };
  const sameBook = (other: EtWorkbook | null): boolean =>
    attempt(() => other !== null && ownText(get(other, 'FullName')) === ownText(get(book, 'FullName')), false);
  const isActive = (): boolean => sameBook(attempt(() => get(app, 'ActiveWorkbook'), null));
  const isOurs = (sheet: EtWorksheet): boolean => attempt(() => sameBook(get(sheet, 'Parent')), isActive());
  const placeOf = (sheet: EtWorksheet, range: EtRange): { readonly place: Place | null; readonly own: boolean } => {
    const name = ownText(get(sheet, 'Name'));
    const key = keyOf(name);
    const rect = rectOf(range);
    return { place: key === null ? null : { sheet: key, ...rect }, own: key !== null && echoes.isOwn(key, rect) };
  };
  const listeners: (readonly [name: string, listener: ApiListener])[] = [
    [
      'SheetChange',
      (sheet: EtWorksheet, range: EtRange): void => {
        if (!isOurs(sheet)) return;
        const { place, own } = attempt(() => placeOf(sheet, range), { place: null, own: false });
        if (!own) after(0, () => settled({ is: 'changed', by: 'user', where: place }));
      },
    ],
    [
      'SheetSelectionChange',
      (sheet: EtWorksheet, range: EtRange): void => {
        if (!isOurs(sheet)) return;
        const { place, own } = attempt(() => placeOf(sheet, range), { place: null, own: false });
        if (!own && place !== null) after(0, () => tell({ is: 'selected', where: place }));
      },
    ],
    ['WorkbookNewSheet', (): void => after(0, () => isActive() && settled({ is: 'changed', by: 'other', where: null }))],
    ['SheetBeforeDelete', (): void => after(STEP_MS, () => isActive() && settled({ is: 'changed', by: 'other', where: null }))],
    [
      'WorkbookBeforeClose',
      (closing: EtWorkbook): void => {
        // Heard late, the workbook does not answer any more.
        if (sameBook(closing) || !sameBook(book)) tell({ is: 'closing' });
      },
    ],
  ];
  for (const [name, listener] of listeners) attempt(() => events.AddApiEventListener(name, listener), null);
  return () => {
    for (const [name, listener] of listeners) attempt(() => events.RemoveApiEventListener(name, listener), null);
    for (const timer of timers) clearTimeout(timer);
    timers.clear();
  };
}
