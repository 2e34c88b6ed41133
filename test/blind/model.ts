/** What a blind workbook is, and what has to come out of it. */

export interface Expected {
  /** 「M total-score|sum-range H25|I25」: severity at least (M, A, I), one of the codes, at one of the cells. */
  readonly must?: readonly string[];
  /** The same: right too, but not asked for. 「*」 for any code or cell. */
  readonly may?: readonly string[];
  /** No finding of this severity or above besides must and may; default A. */
  readonly quiet?: 'M' | 'A' | 'I' | 'none';
  readonly status?: 'ok' | 'unreadable';
  readonly tables?: number;
  /** Of the first table. */
  readonly indicators?: number;
  readonly totals?: { readonly stated?: number; readonly sum?: number; readonly fullScore?: number };
  /** Patterns over the JSON of the file. */
  readonly says?: readonly RegExp[];
  readonly neverSays?: readonly RegExp[];
  readonly recalc?: {
    readonly args?: readonly string[];
    /** Cells of the first sheet that have to hold this afterwards; all other cells of the file keep what they held. */
    readonly writes?: Readonly<Record<string, number | string>>;
    /** Cells that may change or not. */
    readonly free?: readonly string[];
    /** What these cells must not hold. */
    readonly not?: Readonly<Record<string, number | string>>;
    /** Stored results of formulas. */
    readonly results?: Readonly<Record<string, number>>;
  };
  readonly narrative?: { readonly must?: readonly RegExp[]; readonly mustNot?: readonly RegExp[] };
}

export interface Blind {
  /** 「05b」: kind 5 of the inputs from public reports, second variant. */
  readonly id: string;
  readonly what: string;
  /** Ending of the file name; default xlsx. */
  readonly ending?: string;
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
  readonly expected: Expected;
}
