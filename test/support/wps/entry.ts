/** What a cell makes of a value assigned to it, as if typed. VBA: the same rules as for typing, but nobody has measured them in WPS. */
import type { ModelCell } from './model';

/** Sets a cell the way `Value2 = …` or `Formula = …` does. */
export function enter(cell: ModelCell, value: unknown): void {
  cell.formula = undefined;
  cell.prefix = false;
  if (value === null || value === undefined || value === '') {
    cell.value = null;
  } else if (typeof value !== 'string') {
    // VBA: a number put into a cell of the text format becomes text.
    cell.value = cell.format === '@' ? String(value) : (value as number | boolean);
  } else if (cell.format === '@') {
    cell.value = value;
  } else if (value.startsWith("'")) {
    cell.value = value.slice(1);
    cell.prefix = true;
  } else if (value.startsWith('=') && value.length > 1) {
    cell.formula = value.slice(1);
    cell.value = null;
  } else {
    cell.value = asTyped(cell, value);
  }
}

function asTyped(cell: ModelCell, text: string): string | number | boolean {
  const bare = text.trim();
  if (/^(true|false)$/i.test(bare)) return bare.toLowerCase() === 'true';
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(bare) || /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare))
    return Number(bare.replace(/,/g, ''));
  const percent = /^([+-]?\d+(?:\.\d+)?)%$/.exec(bare);
  if (percent !== null) {
    if (cell.format === 'General') cell.format = '0.00%';
    return Number(percent[1]) / 100;
  }
  const date = /^(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?$/.exec(bare);
  if (date !== null) {
    if (cell.format === 'General') cell.format = 'yyyy/m/d';
    return Math.round((Date.UTC(Number(date[1]), Number(date[2]) - 1, Number(date[3])) - Date.UTC(1899, 11, 30)) / 86_400_000);
  }
  // A minus or plus in front begins a formula.
  if (/^[+\-@][A-Za-z0-9(]/.test(bare)) throw new Error('公式有错误');
  return text;
}
