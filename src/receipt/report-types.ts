/** The JSON of `report`, key for key in the contract's order. */
import type { Severity } from '../words';
import type { AnswerJson, CellRef, CONTRACT } from './types';

export interface ReportPlaceJson {
  /** 1-based among all paragraphs, those of cells and empty ones counted. */
  readonly paragraph: number;
  /** Titles of the headings above it, the outermost first. */
  readonly heading: readonly string[];
  /** At most 40 characters around it. */
  readonly quote: string;
  /** Code units in the paragraph's text, the automatic number not counted. */
  readonly from: number;
  readonly to: number;
  /** Row and column in its table, 0-based; null outside. */
  readonly table: readonly [number, number] | null;
}

export interface ReportFindingJson {
  readonly id: string;
  readonly code: string;
  readonly severity: Severity;
  /** null: about the report as a whole. */
  readonly place: ReportPlaceJson | null;
  readonly also: readonly ReportPlaceJson[];
  readonly cell: CellRef | null;
  readonly indicator: string | null;
  readonly message: string;
  readonly actual: number | string | null;
  readonly expected: number | string | null;
  readonly basis: string;
  readonly answer: AnswerJson | null;
}

export interface ReportJson {
  readonly contract: typeof CONTRACT;
  readonly is: 'report';
  readonly file: string;
  readonly status: 'ok' | 'unreadable';
  /** Why it is unreadable, or why it was held against no workbook. */
  readonly reason?: string;
  readonly with: string | null;
  readonly format: 'docx' | 'html' | 'text' | null;
  readonly unit: string | null;
  readonly year: number | null;
  readonly stated: { readonly total: number | null; readonly grade: string | null; readonly date: string | null };
  readonly claims: {
    readonly numbers: number;
    readonly read: number;
    readonly tied: number;
    readonly differing: number;
    readonly noPlace: number;
  };
  readonly findings: readonly ReportFindingJson[];
}
