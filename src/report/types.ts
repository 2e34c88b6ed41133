/** What is found when a report is held against the score sheet it belongs to. */
import type { Assessment } from '../assessment';
import type { DocumentSnapshot } from '../document';
import type { Addr, Dec, WorkbookSnapshot } from '../workbook';
import type { Severity } from '../words';
import type { ReportCode } from './codes';

/** A line of the report: a paragraph, or one of a table's cells. */
export interface ReportLine {
  /** 1-based, as a reader can count: paragraphs of cells and empty ones counted. */
  readonly paragraph: number;
  /** As shown, its automatic number left out. */
  readonly text: string;
  /** The same, letter for letter, in half width. */
  readonly half: string;
  /** 「一、」, typed or automatic; ''. */
  readonly number: string;
  /** Titles of the headings above it, the outermost first. */
  readonly heading: readonly string[];
  /** Its place in a table, 0-based; null outside. */
  readonly table: readonly [row: number, col: number] | null;
  /** Number of the table, for lines of the same one; null outside. */
  readonly tableId: number | null;
  /** Outermost 0 … 3, where it is a heading. */
  readonly level: number | null;
}

/** A stretch of one line, in code units of its text. */
export interface TextSpan {
  readonly line: ReportLine;
  readonly from: number;
  readonly to: number;
}

export interface ReportFinding {
  readonly code: ReportCode;
  readonly severity: Severity;
  /** null: about the report as a whole. */
  readonly place: TextSpan | null;
  readonly also: readonly TextSpan[];
  readonly cell: Addr | null;
  readonly indicator: string | null;
  readonly message: string;
  readonly actual: Dec | string | null;
  readonly expected: Dec | string | null;
  /** Where it is another than its code's. */
  readonly basis?: string;
}

/** The sheet that a report belongs to. */
export interface ReportSheet {
  readonly book: WorkbookSnapshot;
  readonly assessments: readonly Assessment[];
}

/** How many numbers there are, and what became of them. */
export interface ClaimCounts {
  readonly numbers: number;
  /** Understood: measure, value and unit. */
  readonly read: number;
  /** The same in the sheet, or true by itself. */
  readonly tied: number;
  readonly differing: number;
  /** Understood, and nothing in the sheet to hold it against. Never a finding. */
  readonly noPlace: number;
}

export interface ReportReading {
  readonly document: DocumentSnapshot;
  /** It was held against a table. */
  readonly judged: boolean;
  readonly unit: string | null;
  readonly year: number | null;
  readonly stated: { readonly total: Dec | null; readonly grade: string | null; readonly date: string | null };
  readonly claims: ClaimCounts;
  /** Numbers that agree. */
  readonly agreeing: readonly TextSpan[];
  readonly findings: readonly ReportFinding[];
}
