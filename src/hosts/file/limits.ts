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
  oldBytes: 64 * 1024 * 1024,
};

/** Further down nobody looks at a merged area. */
export const MERGE_ROWS = 2000;
/** Characters a cell can hold. */
export const CELL_TEXT = 32_767;

/** What of a text a cell can hold. */
export const cutToCell = (text: string): string => (text.length > CELL_TEXT ? text.slice(0, CELL_TEXT) : text);

/** The default limits with some replaced. */
export function limitsOf(changed: Partial<Limits> | undefined): Limits {
  return changed === undefined ? DEFAULT_LIMITS : { ...DEFAULT_LIMITS, ...changed };
}
