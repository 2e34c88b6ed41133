import { Dec } from '../decimal';
import type { Addr } from '../types';
import { KNOWN_FUNCTIONS, type ChainNode, type FormulaNode, type KnownFunction } from './ast';
import { usedPart, type CellReader } from './cells';
import type { FunctionContext } from './context';
import { FUNCTIONS } from './functions';
import { applyOperator } from './operators';
import { parseFormula } from './parser';
import { Area, Failure, UNKNOWN, bounded, isTrouble, shown, toNumber, type FormulaResult } from './values';

/** Nodes within nodes, through referenced formulas too: keeps the call stack small. */
const MAX_DEPTH = 250;

const KNOWN: ReadonlySet<string> = new Set(KNOWN_FUNCTIONS);

/** Walks the tree of one formula at a time; remembers the cells it computed. */
export class Calculation {
  private readonly computed = new Map<string, FormulaResult>();
  private depth = 0;

  constructor(
    private readonly cells: CellReader,
    private readonly deep: boolean,
  ) {}

  /** The value of a node for the formula at `home`. */
  valueOf(node: FormulaNode, home: Addr): FormulaResult {
    return this.valueOfOperand(this.operandOf(node, home));
  }

  /** A reference stays one, so that SUM can skip its texts. */
  private operandOf(node: FormulaNode, home: Addr): FormulaResult | Area {
    if (this.depth >= MAX_DEPTH) return UNKNOWN;
    this.depth += 1;
    const result = this.compute(node, home);
    this.depth -= 1;
    return result;
  }

  private compute(node: FormulaNode, home: Addr): FormulaResult | Area {
    switch (node.kind) {
      case 'number':
        return bounded(shown(new Dec(node.text)));
      case 'text':
      case 'boolean':
        return node.value;
      case 'error':
        return new Failure(node.error);
      case 'missing':
        return null;
      case 'reference':
        return this.cells.areaOf(node, home.sheet);
      case 'sign':
        return this.signed(node.sign, this.valueOf(node.operand, home));
      case 'percent': {
        const number = toNumber(this.valueOf(node.operand, home));
        return isTrouble(number) ? number : bounded(number.div(100));
      }
      case 'chain':
        return this.chain(node, home);
      case 'call':
        return isKnown(node.name) ? FUNCTIONS[node.name](node.args, this.contextFor(home)) : UNKNOWN;
      case 'unknown':
        return UNKNOWN;
    }
  }

  /** A plus sign changes nothing, not even a text into a number. */
  private signed(sign: '+' | '-', value: FormulaResult): FormulaResult {
    if (sign === '+') return value;
    const number = toNumber(value);
    return isTrouble(number) ? number : number.neg();
  }

  private chain(node: ChainNode, home: Addr): FormulaResult {
    let result = this.valueOf(node.first, home);
    for (const { operator, operand } of node.rest) {
      result = applyOperator(operator, result, this.valueOf(operand, home));
      if (result === UNKNOWN) return UNKNOWN;
    }
    return result;
  }

  private contextFor(home: Addr): FunctionContext {
    return {
      operand: (node) => this.operandOf(node, home),
      value: (node) => this.valueOf(node, home),
      visit: (area, take) => this.visit(area, take),
      allows: (cells) => this.cells.allows(cells),
      cell: (area, row, col) => this.cellValue(area, row, col),
    };
  }

  private valueOfOperand(operand: FormulaResult | Area): FormulaResult {
    if (!(operand instanceof Area)) return operand;
    const { top, left, bottom, right } = operand.rect;
    // Which of several cells is meant depends on the version of Excel.
    if (top !== bottom || left !== right || !this.cells.allows(1)) return UNKNOWN;
    return this.cellValue(operand, top, left);
  }

  private visit(area: Area, take: (value: FormulaResult, row: number, col: number) => void): boolean {
    const used = usedPart(area);
    if (used === null) return true;
    if (!this.cells.allows((used.bottom - used.top + 1) * (used.right - used.left + 1))) return false;
    for (let row = used.top; row <= used.bottom; row += 1) {
      for (let col = used.left; col <= used.right; col += 1) take(this.cellValue(area, row, col), row, col);
    }
    return true;
  }

  private cellValue(area: Area, row: number, col: number): FormulaResult {
    if (!this.deep) return this.cells.stored(area, row, col);
    const formula = area.sheet.at(row, col)?.formula;
    return formula === undefined ? this.cells.stored(area, row, col) : this.recomputed(formula, area.sheetIndex, row, col);
  }

  /** Every cell once; a cell that needs itself is unknown. */
  private recomputed(formula: string, sheet: number, row: number, col: number): FormulaResult {
    const key = `${sheet}!${row},${col}`;
    const known = this.computed.get(key);
    if (known !== undefined) return known;
    this.computed.set(key, UNKNOWN);
    const value = this.valueOf(parseFormula(formula).root, { sheet, row, col }) ?? new Dec(0);
    this.computed.set(key, value);
    return value;
  }
}

function isKnown(name: string): name is KnownFunction {
  return KNOWN.has(name);
}
