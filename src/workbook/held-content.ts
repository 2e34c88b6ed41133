/** What a cell may hold, and whether it still holds what a plan was made on. */
import { decOfNumber } from './decimal';
import type { Cell } from './types';
import type { Content } from './write-plan';

/** The longest text a cell may hold, and the longest formula. */
export const MAX_TEXT = 32_767;
export const MAX_FORMULA = 8_192;

/** Whether a text, typed in anew, would become something else: such texts are shown with a quote sign in front. */
export function passesForFormula(text: string): boolean {
  return /^[=+\-@\u0000-\u001f'＝＋－＠]/.test(text);
}

/** Whether the cell still holds what was audited. */
export function holds(cell: Cell | undefined, before: Content): boolean {
  const value = cell?.value ?? null;
  if (before.kind === 'blank') return cell?.formula === undefined && (value === null || value === '');
  if (before.kind === 'value') return cell?.formula === undefined && sameValue(value, before.value);
  if (cell?.formula === undefined || cell.formula !== bareFormula(before.formula)) return false;
  // A formula stored without its value says nothing that could have changed.
  if (value === null) return true;
  if (typeof value === 'object') return before.stored === value.error || before.stored === '';
  return sameValue(value, before.stored);
}

function bareFormula(formula: string): string {
  return formula.startsWith('=') ? formula.slice(1) : formula;
}

type Stored = Exclude<Content, { kind: 'blank' | 'formula' }>['value'];

function sameValue(value: Cell['value'], wanted: Stored): boolean {
  if (typeof wanted === 'string' || typeof wanted === 'boolean') return value === wanted;
  return typeof value === 'number' && (decOfNumber(value).eq(wanted) || value === wanted.toNumber());
}

/** Whether a content can stand in a cell at all. */
export function writable(content: Content): boolean {
  if (content.kind === 'blank') return true;
  const value = content.kind === 'value' ? content.value : content.stored;
  if (typeof value === 'string' ? value.length > MAX_TEXT : typeof value !== 'boolean' && !Number.isFinite(value.toNumber())) return false;
  return content.kind === 'value' || (content.formula !== '' && content.formula !== '=' && content.formula.length <= MAX_FORMULA);
}
