import {
  type Addr,
  addrKey,
  compareAddr,
  type Formula,
  type FormulaNode,
  parseFormula,
  type Rect,
  referencesOf,
  type WorkbookSnapshot,
} from '../../../workbook';

/** Functions that reach cells their arguments do not name. */
const REACHING = new Set(['INDIRECT', 'OFFSET', 'GETPIVOTDATA', 'CELL', 'CUBEVALUE']);

/**
 * Whether a formula outside the plan feeds on a changed cell: its stored value is then out of date, and the file has
 * to be calculated when it is opened. Where a formula cannot be understood it may feed on anything.
 */
export function feedsOthers(book: WorkbookSnapshot, changed: readonly Addr[]): boolean {
  const planned = new Set(changed.map(addrKey));
  const bySheet = new Map<number, Addr[]>();
  for (const at of [...changed].sort(compareAddr)) {
    const inSheet = bySheet.get(at.sheet);
    if (inSheet === undefined) bySheet.set(at.sheet, [at]);
    else inSheet.push(at);
  }
  const sheetOf = new Map(book.sheets.map((sheet, index) => [sheet.name.toLowerCase(), index]));
  for (const [index, sheet] of book.sheets.entries()) {
    for (let row = 0; row < sheet.rows; row += 1) {
      for (const [col, cell] of sheet.cellsOfRow(row)) {
        if (cell.formula === undefined || planned.has(addrKey({ sheet: index, row, col }))) continue;
        if (mayFeedOn(parseFormula(cell.formula), index, sheetOf, bySheet)) return true;
      }
    }
  }
  return false;
}

function mayFeedOn(
  formula: Formula,
  home: number,
  sheetOf: ReadonlyMap<string, number>,
  changed: ReadonlyMap<number, readonly Addr[]>,
): boolean {
  if (isOpen(formula.root)) return true;
  return referencesOf(formula).some(({ sheet, rect }) => {
    const index = sheet === null ? home : sheetOf.get(sheet.toLowerCase());
    if (index === undefined) return true;
    return hits(changed.get(index) ?? [], rect);
  });
}

/** Whether one of the cells, in reading order, lies in the area. */
function hits(cells: readonly Addr[], rect: Rect): boolean {
  let low = 0;
  let high = cells.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (cells[middle]!.row < rect.top) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < cells.length && cells[at]!.row <= rect.bottom; at += 1) {
    if (cells[at]!.col >= rect.left && cells[at]!.col <= rect.right) return true;
  }
  return false;
}

/** Whether a formula may read cells that it does not name: through INDIRECT and its like, or because we cannot understand it. */
export function readsAnything(formula: Formula): boolean {
  return isOpen(formula.root);
}

function isOpen(node: FormulaNode): boolean {
  switch (node.kind) {
    case 'unknown':
      return true;
    case 'call':
      return REACHING.has(node.name) || node.args.some(isOpen);
    case 'sign':
    case 'percent':
      return isOpen(node.operand);
    case 'chain':
      return isOpen(node.first) || node.rest.some(({ operand }) => isOpen(operand));
    default:
      return false;
  }
}
