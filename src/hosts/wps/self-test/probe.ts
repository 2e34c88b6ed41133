/** One question to this program, and what its answer means for people. */
import type { Lab } from './lab';

/** What a probe saw: plain data for the file that is sent back. */
export type Seen = string | number | boolean | null | readonly Seen[] | { readonly [key: string]: Seen };

export interface Probe {
  readonly id: string;
  /** What is done, for whoever reads the file. */
  readonly what: string;
  run(lab: Lab): Seen | Promise<Seen>;
  /** A sentence where what was seen is wanting; null where it is as it should be, or only worth knowing. */
  readonly wanting?: (seen: Seen) => string | null;
  /** The sentence where it throws; left out: only noted. */
  readonly broken?: string;
}

/** How a value came over the bridge. */
export function shapeOf(value: unknown): Seen {
  if (value === null) return 'null';
  if (value === undefined) return 'undefined';
  if (Array.isArray(value)) return { array: value.length, of: shapeOf(value[0]) };
  if (typeof value === 'object') return { object: Object.keys(value).slice(0, 8), item: typeof (value as { Item?: unknown }).Item };
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' ? { [typeof value]: value } : typeof value;
}

export const isTold = (seen: Seen, key: string): boolean =>
  typeof seen === 'object' && seen !== null && !Array.isArray(seen) && (seen as { readonly [key: string]: Seen })[key] === true;
