/** Who is to hand something in, what came in, and what the two make of each other. Plain data. */

/** One line of the list. Names as they stand there, with blanks tidied. */
export interface RosterEntry {
  readonly unit: string | null;
  readonly unitCode: string | null;
  /** null: the line asks for whatever this unit has to report. */
  readonly project: string | null;
  readonly projectCode: string | null;
  /** Former names of the unit or the project. */
  readonly former: readonly string[];
  readonly department: string | null;
  readonly office: string | null;
  /** null: the list does not say. */
  readonly needs: { readonly data: boolean | null; readonly report: boolean | null };
  /** row: 1-based. */
  readonly at: { readonly sheet: string; readonly row: number };
}

export interface Roster {
  readonly entries: readonly RosterEntry[];
  /** Lines that the list itself excuses. */
  readonly exempt: number;
  /** What the reader should be told of how it was read, as whole sentences. */
  readonly notices: readonly string[];
}

export type RosterRead = { readonly ok: true; readonly roster: Roster } | { readonly ok: false; readonly message: string };

/** What one score table says of whom it is about. */
export interface ReceivedTable {
  readonly sheet: string;
  readonly kind: 'whole' | 'project' | 'transfer' | null;
  readonly unit: string | null;
  readonly unitCode: string | null;
  readonly project: string | null;
  readonly projectCode: string | null;
  readonly year: number | null;
  /** A form nobody has filled in. */
  readonly unfilled: boolean;
}

/** A workbook. */
export interface ReceivedBook {
  readonly is: 'book';
  readonly file: string;
  readonly tables: readonly ReceivedTable[];
  /** It holds a data sheet with figures. */
  readonly data: boolean;
  /** Units that its sheets name, where it holds no score table. */
  readonly units: readonly string[];
}

export interface ReceivedReport {
  readonly is: 'report';
  readonly file: string;
  /** The workbook it belongs to. */
  readonly with: string | null;
  readonly unit: string | null;
}

/** A file nobody could open. */
export interface ReceivedUnreadable {
  readonly is: 'unreadable';
  readonly file: string;
  /** A whole sentence or clause. */
  readonly reason: string;
}

export type Received = ReceivedBook | ReceivedReport | ReceivedUnreadable;

/** By what a table was known: the project's code, names, a former name, the name of its folder or file. */
export type KnownBy = 'code' | 'name' | 'former' | 'path';

export interface AssignedTable {
  readonly file: string;
  readonly sheet: string;
  readonly by: KnownBy;
}

/** One line of the list and what came in for it. */
export interface RosterState {
  readonly entry: RosterEntry;
  readonly tables: readonly AssignedTable[];
  readonly data: readonly string[];
  readonly reports: readonly string[];
  /** Files that could not be opened and lie under its name. */
  readonly unreadable: readonly string[];
  /** Files that bring the same table; none, or two and more. */
  readonly twice: readonly string[];
  readonly lacks: readonly ('data' | 'report')[];
  /** What somebody should look at, as whole sentences. */
  readonly remarks: readonly string[];
}

/** What could not be assigned. */
export interface Unassigned {
  readonly is: 'table' | 'data' | 'report' | 'unreadable';
  readonly file: string;
  /** Of a table. */
  readonly sheet: string | null;
  readonly unit: string | null;
  readonly project: string | null;
  /** A whole sentence. */
  readonly why: string;
  /** Lines of the list it might belong to, likeliest first; never more than three. */
  readonly candidates: readonly RosterEntry[];
}

export interface RosterCounts {
  readonly due: number;
  readonly received: number;
  readonly missing: number;
  /** null: none was asked for or none were looked at. */
  readonly withoutData: number | null;
  readonly withoutReport: number | null;
  readonly twice: number;
  readonly unassigned: number;
  /** Of the lines due: units, and projects. */
  readonly units: number;
  readonly projects: number;
}

/** The list held against what came in. */
export interface RosterResult {
  readonly counts: RosterCounts;
  /** In the order of the list. */
  readonly states: readonly RosterState[];
  readonly unassigned: readonly Unassigned[];
  readonly notices: readonly string[];
}
