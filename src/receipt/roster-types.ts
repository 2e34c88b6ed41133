/** The JSON of `check --roster`, key for key in the contract's order. */
import type { KnownBy, RosterCounts, Unassigned } from '../roster';
import type { CONTRACT } from './types';

export interface RosterLineJson {
  readonly unit: string | null;
  readonly unitCode: string | null;
  readonly project: string | null;
  readonly projectCode: string | null;
  readonly department: string | null;
  readonly office: string | null;
  /** Where it stands on the list; row 1-based. */
  readonly at: { readonly sheet: string; readonly row: number };
  readonly state: 'received' | 'missing';
  readonly tables: readonly { readonly file: string; readonly sheet: string; readonly by: KnownBy }[];
  readonly data: readonly string[];
  readonly reports: readonly string[];
  readonly unreadable: readonly string[];
  readonly lacks: readonly ('data' | 'report')[];
  readonly twice: readonly string[];
  readonly remarks: readonly string[];
}

export interface UnassignedJson {
  readonly file: string;
  readonly is: Unassigned['is'];
  readonly sheet: string | null;
  readonly unit: string | null;
  readonly project: string | null;
  readonly why: string;
  readonly candidates: readonly { readonly unit: string | null; readonly project: string | null; readonly row: number }[];
}

export interface RosterJson {
  readonly contract: typeof CONTRACT;
  readonly is: 'roster';
  readonly file: string;
  readonly counts: RosterCounts;
  readonly entries: readonly RosterLineJson[];
  readonly unassigned: readonly UnassignedJson[];
  readonly notices: readonly string[];
  /** 催报名单, to be copied; '' where nobody is to be reminded. */
  readonly reminder: string;
}
