/** Which workbook is in front: one pane stands beside them all. */
import { attempt, get, ownText } from './bridge';
import type { EtApp } from './et';

const EVENTS = ['WorkbookActivate', 'WindowActivate', 'WorkbookOpen', 'NewWorkbook'] as const;
/** Events of this program are not relied on alone. */
const EVERY_MS = 2_000;

/** Its full name, which for an unsaved workbook is only its name; null: none is open. */
export function activeBook(app: EtApp): string | null {
  const book = attempt(() => get(app, 'ActiveWorkbook'), null);
  const name = book === null || book === undefined ? '' : attempt(() => ownText(get(book, 'FullName')), '');
  return name === '' ? null : name;
}

/** Tells each time another workbook comes to the front, and what is in front now, until the returned function is called. */
export function watchActiveBook(app: EtApp, tell: (name: string | null) => void): () => void {
  let last: string | null | undefined;
  const look = (): void => {
    const now = activeBook(app);
    if (now === last) return;
    last = now;
    tell(now);
  };
  const soon = (): void => void setTimeout(look, 0);
  const events = attempt(() => get(app, 'ApiEvent'), null);
  for (const name of EVENTS) attempt(() => events?.AddApiEventListener(name, soon), null);
  const timer = setInterval(look, EVERY_MS);
  look();
  return () => {
    clearInterval(timer);
    for (const name of EVENTS) attempt(() => events?.RemoveApiEventListener(name, soon), null);
  };
}
