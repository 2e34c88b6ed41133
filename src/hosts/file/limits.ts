/** What a file may cost before it is refused. Tests and callers may lower them. */
export interface Limits {
  /** Bytes inflated from one file, all parts together. */
  readonly inflatedBytes: number;
  /** Inflated over compressed size of one part; only asked of parts larger than `ratioFloor` bytes. */
  readonly ratio: number;
  readonly ratioFloor: number;
  /** Members of the archive. */
  readonly parts: number;
  /** Cells with content of one file. */
  readonly cells: number;
  /** Formatted cells without content that are kept; the formats of further ones are forgotten. */
  readonly blanks: number;
  /** Rows of merged areas of one file, all areas together; a very tall one counts as `MERGE_ROWS`. */
  readonly mergeRows: number;
  readonly sheets: number;
  /** Relationships in one list; a sheet has one for each of its links. */
  readonly relations: number;
  /** Characters of all formulas of one file, shared ones counted in each cell. */
  readonly formulaText: number;
  /** Bytes of a file, or of a package when inflated, that a library of others reads: it needs many times as much memory. */
  readonly oldBytes: number;
}

export const DEFAULT_LIMITS: Limits = {
  inflatedBytes: 256 * 1024 * 1024,
  ratio: 200,
  ratioFloor: 8 * 1024 * 1024,
  parts: 10_000,
  cells: 500_000,
  blanks: 500_000,
  mergeRows: 500_000,
  sheets: 2_000,
  relations: 100_000,
  formulaText: 16_000_000,
  oldBytes: 64 * 1024 * 1024,
};

/** Further down nobody looks at a merged area. */
export const MERGE_ROWS = 2000;
/** Characters a cell can hold. */
export const CELL_TEXT = 32_767;

/** Bytes between two tags of a page or an XML table: markup goes with a text, so that it may be longer than what a cell can hold. */
export const TEXT_RUN = 1024 * 1024;

/** Characters of a report: ten times the longest that was met. What is said of figures in it is compared with one another. */
export const DOCUMENT_TEXT = 400_000;
/** Of one paragraph or one cell of it. */
export const PARAGRAPH_TEXT = 50_000;

/** What of a text a cell can hold. */
export const cutToCell = (text: string): string => (text.length > CELL_TEXT ? text.slice(0, CELL_TEXT) : text);

/** The default limits with some replaced. */
export function limitsOf(changed: Partial<Limits> | undefined): Limits {
  return changed === undefined ? DEFAULT_LIMITS : { ...DEFAULT_LIMITS, ...changed };
}
