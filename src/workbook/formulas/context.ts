import type { FormulaNode } from './ast';
import type { Area, FormulaResult } from './values';

/** What a function may ask of the calculation it is part of. */
export interface FunctionContext {
  /** An argument, references left unread. */
  operand(node: FormulaNode): FormulaResult | Area;
  /** An argument as one value. */
  value(node: FormulaNode): FormulaResult;
  /** Reads an area cell by cell in reading order; false when that would be too much work. */
  visit(area: Area, take: (value: FormulaResult, row: number, col: number) => void): boolean;
  /** Counts that many reads; false when they are too many. */
  allows(cells: number): boolean;
  /** One cell of an area's sheet, not counted. */
  cell(area: Area, row: number, col: number): FormulaResult;
}

export type FormulaFunction = (args: readonly FormulaNode[], context: FunctionContext) => FormulaResult | Area;
