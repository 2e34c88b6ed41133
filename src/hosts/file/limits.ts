/** What a file may cost before it is refused. Tests and callers may lower them. */
export interface Limits {
  /** Bytes inflated from one file, all parts together. */
  readonly inflatedBytes: number;
  /** Inflated over compressed size of one part; only asked of parts larger than `ratioFloor` bytes. */
  readonly ratio: number;
  readonly ratioFloor: number;
  /** Members of the archive. */
  readonly parts: number;
  /** Cells, merged areas and worksheets of one file, each. */
  readonly cells: number;
}

export const DEFAULT_LIMITS: Limits = {
  inflatedBytes: 256 * 1024 * 1024,
  ratio: 200,
  ratioFloor: 8 * 1024 * 1024,
  parts: 10_000,
  cells: 500_000,
};

/** The default limits with some replaced. */
export function limitsOf(changed: Partial<Limits> | undefined): Limits {
  return changed === undefined ? DEFAULT_LIMITS : { ...DEFAULT_LIMITS, ...changed };
}
