import { useEffect, useRef, useState } from 'react';
import type { FindingView } from '../../open-workbook';

export const FOLD_MS = 150;
/** More than this at once is a new list, not a few settled rows. */
const AT_MOST = 4;

/** The list with rows that have just been settled still in their places, for the moment in which they fold away. */
export function useLeaving(now: readonly FindingView[]): { readonly shown: readonly FindingView[]; readonly leaving: ReadonlySet<string> } {
  const last = useRef(now);
  const [gone, setGone] = useState<{ readonly from: readonly FindingView[]; readonly ids: ReadonlySet<string> } | null>(null);
  if (last.current !== now) {
    const still = new Set(now.map(({ id }) => id));
    const ids = last.current.filter(({ id }) => !still.has(id)).map(({ id }) => id);
    const from = last.current;
    last.current = now;
    setGone(ids.length > 0 && ids.length <= AT_MOST ? { from, ids: new Set(ids) } : null);
  }
  useEffect(() => {
    if (gone === null) return undefined;
    const timer = setTimeout(() => setGone(null), FOLD_MS);
    return () => clearTimeout(timer);
  }, [gone]);
  if (gone === null) return { shown: now, leaving: NONE };
  return { shown: merged(gone.from, gone.ids, now), leaving: gone.ids };
}

const NONE: ReadonlySet<string> = new Set();

/** The new list with each row that left put back after the row it followed. */
function merged(old: readonly FindingView[], gone: ReadonlySet<string>, now: readonly FindingView[]): readonly FindingView[] {
  const made = [...now];
  old.forEach((finding, index) => {
    if (!gone.has(finding.id) || made.some(({ id }) => id === finding.id)) return;
    const before = old[index - 1]?.id;
    made.splice(before === undefined ? 0 : made.findIndex(({ id }) => id === before) + 1, 0, finding);
  });
  return made;
}
