/** What comes over the bridge for cells, made into values of ours. Nobody has written down which shapes there are. */
import type { CellValue } from '../../workbook';

/** A block came in a shape that cannot be told apart from another; its cells must be asked for one by one. */
export class ShapeError extends Error {
  constructor() {
    super('unknown shape of a block of cells');
    this.name = 'ShapeError';
  }
}

interface Wrapper {
  Item(row: number, col: number): unknown;
}

/**
 * Rows of columns out of `Value2` or `Formula` of a range of that size: an array of arrays, a flat array for a single row or
 * column, an object with `Item(row, col)` counted from 1, or a bare value for a single cell. @throws ShapeError for anything else
 */
export function gridOf(value: unknown, rows: number, cols: number): unknown[][] {
  if (isWrapper(value))
    return Array.from({ length: rows }, (_, row) => Array.from({ length: cols }, (_, col) => value.Item(row + 1, col + 1)));
  const list = listOf(value);
  if (list === null) {
    if (rows !== 1 || cols !== 1) throw new ShapeError();
    return [[value]];
  }
  const inner = list.map(listOf);
  if (inner.every((row): row is unknown[] => row !== null)) return checked(inner, rows, cols);
  if (rows === 1) return checked([list], rows, cols);
  if (cols === 1)
    return checked(
      list.map((one) => [one]),
      rows,
      cols,
    );
  throw new ShapeError();
}

function checked(grid: unknown[][], rows: number, cols: number): unknown[][] {
  if (grid.length !== rows || grid.some((row) => row.length !== cols)) throw new ShapeError();
  return grid;
}

function isWrapper(value: unknown): value is Wrapper {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && typeof (value as Partial<Wrapper>).Item === 'function';
}

/** Arrays, and objects that count their items like arrays. */
function listOf(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return value as unknown[];
  if (typeof value !== 'object' || value === null) return null;
  const { length } = value as { length?: unknown };
  return typeof length === 'number' ? Array.from(value as ArrayLike<unknown>) : null;
}

/** CVErr numbers start here; the rest is the error's own number. */
const ERROR_BASE = -2_146_826_288;
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
  45: '#SPILL!',
  46: '#CONNECT!',
  47: '#BLOCKED!',
  48: '#UNKNOWN!',
  49: '#FIELD!',
  50: '#CALC!',
};
const ERROR_TEXTS: ReadonlySet<string> = new Set(Object.values(ERRORS));
/** The whole span of CVErr numbers, known to us or not. */
const LAST_ERROR = ERROR_BASE + 60;

/**
 * A cell's value. `formula` without "=", undefined for constants; `shown` asks for the displayed text and is called only where
 * a value alone cannot tell: a number that may stand for an error, a formula whose result did not cross.
 */
export function cellValue(raw: unknown, formula: string | undefined, shown: () => string): CellValue {
  if (raw === null || raw === undefined) return formula === undefined ? null : errorShown(shown());
  if (typeof raw === 'number') return isErrorNumber(raw) ? (errorOf(raw, shown()) ?? raw) : raw;
  if (typeof raw === 'boolean') return raw;
  if (typeof raw === 'bigint') return Number(raw);
  if (typeof raw === 'string') return formula !== undefined && ERROR_TEXTS.has(raw) ? { error: raw } : raw;
  throw new ShapeError();
}

function isErrorNumber(value: number): boolean {
  return Number.isInteger(value) && value >= ERROR_BASE && value <= LAST_ERROR;
}

/** An error is shown with a # in front; a real number of this size is not, unless its column is too narrow. */
function errorOf(value: number, shown: string): { error: string } | null {
  if (!shown.startsWith('#')) return null;
  return { error: ERRORS[value - ERROR_BASE] ?? (ERROR_TEXTS.has(shown) ? shown : '#VALUE!') };
}

function errorShown(shown: string): CellValue {
  return ERROR_TEXTS.has(shown) ? { error: shown } : null;
}

/**
 * The formula out of `Formula`, without "=": constants come as their text there, so a text that begins with "=" is a constant
 * exactly where the value is that same text.
 */
export function formulaIn(formula: unknown, value: unknown): string | undefined {
  if (typeof formula !== 'string' || formula.length < 2 || !formula.startsWith('=') || formula === value) return undefined;
  const bare = formula.slice(1);
  // How files mark functions younger than the format; people never see it.
  return bare.includes('_xl') ? bare.replace(/_xlfn\.|_xlws\./g, '') : bare;
}

/** A number format in the grammar all hosts speak; what a Chinese program calls its general format is translated. */
export function formatIn(format: unknown): string | null {
  if (typeof format !== 'string') return null;
  return format === '' ? 'General' : format.replace(/G\/通用格式/g, 'General');
}
