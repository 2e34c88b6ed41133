/** Cells of a live program as plans speak of them. */
import { decOfNumber } from '../../workbook/decimal';
import { holds } from '../../workbook/held-content';
import type { Cell } from '../../workbook/types';
import type { Content } from '../../workbook/write-plan';

/** What a cell holds; an error is its text. */
export function contentOfCell({ value, formula }: Pick<Cell, 'value' | 'formula'>): Content {
  const stored = typeof value === 'number' ? decOfNumber(value) : value !== null && typeof value === 'object' ? value.error : (value ?? '');
  if (formula !== undefined) return { kind: 'formula', formula, stored };
  return stored === '' ? { kind: 'blank' } : { kind: 'value', value: stored };
}

/** Whether the cell holds what was put there: a program may spell a formula its own way, and computes its value itself. */
export function accepted(cell: Cell | undefined, content: Content): boolean {
  if (content.kind !== 'formula') return holds(cell, content);
  return cell?.formula !== undefined && spelling(cell.formula) === spelling(content.formula);
}

/** Without what programs add or change: spaces, case, the sign of implicit intersection. Texts in quotes stay. */
function spelling(formula: string): string {
  const told = (part: string): string => (/^["']/.test(part) ? part : /^[\s@]/.test(part) ? '' : part.toUpperCase());
  return formula.replace(/^=/, '').replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[\s@]+|[a-z]+/gi, told);
}
