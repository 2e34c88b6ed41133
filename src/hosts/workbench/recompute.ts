import { type Addr, addrKey, type CellValue, Dec, evaluatorOf } from '../../workbook';
import type { FormulaGraph, GraphNode } from './formula-graph';
import type { LiveBook } from './live-sheet';

export interface Recomputed {
  /** Places whose value is another one now. */
  readonly changed: readonly Addr[];
  /** Formulas that we cannot compute and whose stored value is out of date: they hold no value until a spreadsheet program calculates them. */
  readonly unknown: readonly Addr[];
}

/**
 * Gives the formulas that depend on `changed` (and `themselves`) the value they come to, in the book given. Formulas that nothing
 * reached keep what the file stored for them, right or wrong.
 */
export function recompute(book: LiveBook, graph: FormulaGraph, changed: readonly Addr[]): Recomputed {
  const { ordered, circular } = graph.affectedBy(changed);
  const evaluate = evaluatorOf(book);
  const found: Addr[] = [];
  const unknown: Addr[] = [];
  for (const node of [...circular, ...ordered]) drop(book, node);
  for (const node of ordered) {
    const result = evaluate(node.formula, node.at);
    if (result === 'unknown') {
      unknown.push(node.at);
      continue;
    }
    set(book, node.at, 'error' in result ? { error: result.error } : plain(result.value));
    found.push(node.at);
  }
  return { changed: found, unknown: [...unknown, ...circular.map(({ at }) => at)] };
}

/** A formula without a value: whatever reads it before it is computed learns nothing. */
function drop(book: LiveBook, { at }: GraphNode): void {
  set(book, at, null);
}

function set(book: LiveBook, at: Addr, value: CellValue): void {
  const sheet = book.sheets[at.sheet]!;
  const cell = sheet.at(at.row, at.col);
  if (cell?.formula !== undefined) sheet.put(at.row, at.col, { ...cell, value });
}

function plain(value: Dec | string | boolean): CellValue {
  return value instanceof Dec ? value.toNumber() : value;
}

/** Places without doubles. */
export function distinct(places: readonly Addr[]): readonly Addr[] {
  const seen = new Set<string>();
  return places.filter((at) => seen.size !== seen.add(addrKey(at)).size);
}
