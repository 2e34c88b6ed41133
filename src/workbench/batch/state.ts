/** What is shown of many files audited together: plain data. */
import type { RosterResult } from '../../roster';
import type { Severity } from '../../words';

/** One score table; or a file that gave none. */
export interface BatchRow {
  /** Unique in the batch; the file's id before the blank. */
  readonly id: string;
  readonly fileId: number;
  /** As dropped: folder and name with forward slashes. */
  readonly path: string;
  readonly status: 'ok' | 'unfilled' | 'unreadable' | 'unrecognised' | 'failed';
  /** Why there is no result; '' where there is one. failed: 「未能检查…」, our fault and not the file's. */
  readonly reason: string;
  readonly unit: string | null;
  readonly sheet: string | null;
  /** Scores as numbers, null where unknown. difference: 重算分 − 自评分. */
  readonly self: number | null;
  readonly recomputed: number | null;
  readonly difference: number | null;
  readonly fullScore: number | null;
  readonly grade: string | null;
  readonly mandatory: number;
  readonly advisory: number;
  /** Checks that could not finish. */
  readonly failedChecks: number;
  /** How often each check found something, 参考 left out. */
  readonly codes: Readonly<Record<string, { readonly severity: Severity; readonly count: number }>>;
}

export interface BatchCounts {
  /** Tables and files without one: what the table lists. */
  readonly total: number;
  readonly mandatory: number;
  readonly advisory: number;
  readonly clean: number;
  readonly unfilled: number;
  readonly unrecognised: number;
  readonly unreadable: number;
  readonly failed: number;
}

/** A check and what it found over the batch, most first. */
export interface BatchCheck {
  readonly code: string;
  readonly title: string;
  readonly severity: Severity;
  /** Findings, and tables with at least one. */
  readonly count: number;
  readonly tables: number;
}

/** The list of those who are to report. */
export interface BatchRoster {
  /** Of its file. */
  readonly name: string;
  /** null: files are still being audited. */
  readonly result: RosterResult | null;
}

export interface BatchState {
  /** running · done · cancelled: some files were not looked at. */
  readonly phase: 'running' | 'done' | 'cancelled';
  readonly files: number;
  readonly done: number;
  /** The file looked at last, for the progress line. */
  readonly current: string;
  /** Sorted: 强制性 first, unreadable last. */
  readonly rows: readonly BatchRow[];
  readonly counts: BatchCounts;
  readonly checks: readonly BatchCheck[];
  /** null: none was given. */
  readonly roster: BatchRoster | null;
  /** What is being written, 0…1. */
  readonly making: { readonly what: 'copies' | 'summary'; readonly share: number } | null;
  readonly trouble: string | null;
}
