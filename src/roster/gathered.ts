import type { AssignedTable, RosterEntry } from './types';

/** What is gathered for one line of the list. */
export interface Gathered {
  readonly entry: RosterEntry;
  readonly tables: (AssignedTable & { readonly of: string | null })[];
  readonly data: Set<string>;
  readonly reports: Set<string>;
  readonly unreadable: string[];
  readonly remarks: string[];
}
