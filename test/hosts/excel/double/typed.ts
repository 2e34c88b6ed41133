/** What Excel makes of a value that is put into a cell: the rules of typing. */
import type { CellValue } from '../../../../src/workbook/types';
import { HostFault } from './faults';
import type { Json, ModelCell } from './model';

const NUMBER = /^[+-]?(?:\d+(?:,\d{3})*|\d*)(?:\.\d*)?(?:[eE][+-]?\d+)?$/;
const DATE = /^(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?$/;
const FRACTION_OR_DATE = /^\d{1,2}[-/]\d{1,2}$/;

/** Puts a value of `Range.values` into the cell. null leaves it as it is; '' empties it. */
export function enter(cell: ModelCell, given: Json): void {
  if (given === null || given === undefined) return;
  if (typeof given === 'number' || typeof given === 'boolean') {
    put(cell, cell.format === '@' ? String(given) : given);
    return;
  }
  if (typeof given !== 'string') throw new HostFault('InvalidArgument', 'The argument is invalid or missing or has an incorrect format.');
  if (given.startsWith("'")) {
    put(cell, given.slice(1));
    cell.quoted = true;
    return;
  }
  if (given === '') {
    put(cell, null);
    return;
  }
  if (cell.format === '@') {
    put(cell, given);
    return;
  }
  if (given.length > 1 && given.startsWith('=')) {
    put(cell, null);
    cell.formula = given.slice(1);
    return;
  }
  parsed(cell, given);
}

function parsed(cell: ModelCell, text: string): void {
  const bare = text.trim();
  if (bare.length > 1 && /^[+-]/.test(bare) && !NUMBER.test(bare))
    throw new HostFault('InvalidArgument', 'There is a problem with this formula.');
  const date = DATE.exec(bare);
  if (/^(?:true|false)$/i.test(bare)) put(cell, bare.toLowerCase() === 'true');
  else if (/\d/.test(bare) && NUMBER.test(bare)) put(cell, Number(bare.replace(/,/g, '')));
  else if (/^[+-]?\d+(?:\.\d+)?%$/.test(bare)) withFormat(cell, Number(bare.slice(0, -1)) / 100, '0%');
  else if (date !== null) withFormat(cell, serial(Number(date[1]), Number(date[2]), Number(date[3])), 'yyyy/m/d');
  else if (FRACTION_OR_DATE.test(bare))
    withFormat(cell, serial(2025, ...(bare.split(/[-/]/).map(Number) as [number, number])), 'm"月"d"日"');
  else put(cell, text);
}

function serial(year: number, month: number, day: number): number {
  return Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

function withFormat(cell: ModelCell, value: number, format: string): void {
  put(cell, value);
  if (cell.format === 'General') cell.format = format;
}

function put(cell: ModelCell, value: CellValue): void {
  cell.value = value;
  delete cell.formula;
  delete cell.quoted;
}
