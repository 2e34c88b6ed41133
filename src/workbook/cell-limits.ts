/** What a cell may hold. */
import type { Content } from './write-plan';

/** The longest text a cell may hold, and the longest formula. */
export const MAX_TEXT = 32_767;
export const MAX_FORMULA = 8_192;

/** Whether a text, typed in anew, would become something else: such texts are shown with a quote sign in front. */
export function passesForFormula(text: string): boolean {
  return /^[=+\-@\u0000-\u001f'＝＋－＠]/.test(text);
}

/** Whether a content can stand in a cell at all. */
export function writable(content: Content): boolean {
  if (content.kind === 'blank') return true;
  const value = content.kind === 'value' ? content.value : content.stored;
  if (typeof value === 'string' ? value.length > MAX_TEXT : typeof value !== 'boolean' && !Number.isFinite(value.toNumber())) return false;
  return content.kind === 'value' || (content.formula !== '' && content.formula !== '=' && content.formula.length <= MAX_FORMULA);
}
