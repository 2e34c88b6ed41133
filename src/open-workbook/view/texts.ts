/** Numbers, cells and contents as the pane shows them. */
import { type Addr, type Content, Dec, type WorkbookSnapshot } from '../../workbook';
import { numberText, wordsFor } from '../../words';
import type { CellView } from './types';

const MINUS = '−';

/** Makes CellViews for one table: cells on its own sheet go without the sheet's name. */
export function cellViews(book: WorkbookSnapshot, sheet: number): (at: Addr) => CellView {
  const words = wordsFor(book, sheet);
  return (at) => ({ at, address: words.cell(at) });
}

/** With a true minus; 「0」 has no sign. */
export function signedText(value: Dec, decimals: number): string {
  const text = value.abs().toFixed(decimals);
  if (value.isZero()) return '0';
  return value.isNegative() ? `${MINUS}${text}` : text;
}

/** Most decimals any of these has, at most six. */
export function commonDecimals(values: readonly (Dec | null)[]): number {
  return Math.min(6, Math.max(0, ...values.map((value) => value?.decimalPlaces() ?? 0)));
}

/** 「9.80」 and 「9.47」: two numbers side by side share their decimals. */
export function contentPair(before: Content, after: Content): { readonly from: string; readonly to: string } {
  const [was, is] = [numberIn(before), numberIn(after)];
  if (was === null || is === null) return { from: shortContentText(before), to: shortContentText(after) };
  const decimals = commonDecimals([was, is]);
  return { from: was.toFixed(decimals), to: is.toFixed(decimals) };
}

function numberIn(content: Content): Dec | null {
  return content.kind === 'value' && content.value instanceof Dec && content.value.decimalPlaces() <= 6 ? content.value : null;
}

/** 「空白」, 「9.47」, 「公式 =SUM(G5:G40)」; texts are cut, for a list has room for a few words only. */
export function shortContentText(content: Content): string {
  if (content.kind === 'blank') return '空白';
  if (content.kind === 'formula') return `公式 =${cut(content.formula, 40)}`;
  if (content.value instanceof Dec) return numberText(content.value);
  return typeof content.value === 'boolean' ? (content.value ? '是' : '否') : cut(content.value, 20);
}

function cut(text: string, most: number): string {
  const letters = [...text.replace(/\s+/g, ' ')];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : letters.join('');
}
