/** Cells of a live program as plans speak of them. */
import { type Cell, type Content, holds } from '../../workbook';

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
