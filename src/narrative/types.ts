/** The 自评小结 as data: paragraphs of pieces, every number tied to the cells it comes from. */
import type { Addr, Dec } from '../workbook';

/** How a figure follows from its cells: read, added up, subtracted, divided, counted, or computed by the row's rule. */
export type Origin =
  | { readonly of: 'cell'; readonly cells: readonly Addr[] }
  | { readonly of: 'sum' | 'count' | 'rule'; readonly cells: readonly Addr[] }
  /** Σ cells − Σ minus. */
  | { readonly of: 'difference'; readonly cells: readonly Addr[]; readonly minus: readonly Addr[] }
  /** Σ cells ÷ Σ by, as a fraction. */
  | { readonly of: 'ratio'; readonly cells: readonly Addr[]; readonly by: readonly Addr[] };

/**
 * - words: our own words, never with a digit · figure: a number with its origin; `value` is unrounded, a percentage a fraction ·
 * - quote: text as it stands in a cell · ordinal: the number of an item in a list ·
 * - pending: 【待填】 only a person knows it, 【待核】 the sheet contradicts itself here
 */
export type Piece =
  | { readonly is: 'words' | 'ordinal'; readonly text: string }
  | { readonly is: 'figure'; readonly text: string; readonly value: Dec; readonly origin: Origin }
  | { readonly is: 'quote'; readonly text: string; readonly from: readonly Addr[] }
  | { readonly is: 'pending'; readonly what: '待填' | '待核'; readonly text: string; readonly from: readonly Addr[] };

/**
 * `slot`: what a block is about, by a name that stays from one telling of the sheet to the next, so that it is found again in a
 * document it was written into: `result`, `family:运行成本`, `item:设备购置`. No two blocks of a narrative have the same.
 */
export type Block =
  | { readonly is: 'heading'; readonly slot: string; readonly level: 1 | 2; readonly pieces: readonly Piece[] }
  | { readonly is: 'paragraph'; readonly slot: string; readonly pieces: readonly Piece[] }
  /** Cells as pieces; the first row is the header. */
  | { readonly is: 'table'; readonly slot: string; readonly rows: readonly (readonly (readonly Piece[])[])[] };

/** How much is said: the boxes of the reporting system, 摘要, 全文. */
export type Length = 'box' | 'short' | 'full';

/** One box of the reporting system: its text fits `limit` characters (code points, punctuation counted). */
export interface Box {
  readonly title: '评价结论' | '存在问题' | '改进措施';
  readonly pieces: readonly Piece[];
  readonly limit: number;
}

export interface Narrative {
  readonly title: readonly Piece[];
  readonly blocks: readonly Block[];
  /** Only for the length `box`. */
  readonly boxes: readonly Box[];
  /** Places still to be settled, in the order of the text. */
  readonly pending: { readonly fill: number; readonly check: number };
}
