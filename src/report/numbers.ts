/** Figures in running text, each with its unit, and what cannot be one. */
import { Dec } from '../workbook';
import type { ReportLine, TextSpan } from './types';
import { oneOfWords, WORDS } from './words';

export interface TextFigure extends TextSpan {
  readonly value: Dec;
  /** As written behind it: 分, %, 元, 万元, 亿元; '' for none or another. */
  readonly unit: string;
  /** Half of its last decimal place, in its own unit. */
  readonly half: Dec;
  /** End of the unit. */
  readonly end: number;
}

const FIGURE = new RegExp(
  String.raw`(?<![\d.,])(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\d]|\.\d|,\d{3})\s*(%|分(?!${oneOfWords(WORDS.notPoints)})|亿元|万元|元)?`,
  'g',
);
/** Dates, numbers of documents and of lists. */
const NOT_BEHIND = new RegExp(String.raw`^\s*(?:${oneOfWords(WORDS.notFigures)}|〕|\]|#)`);
const NOT_BEFORE = /(?:第|〔|\[|No\.?|电话[::]?|邮编[::]?)\s*$/i;

/** Half of one unit in the last decimal place of a figure as written: 「97.5」 → 0.05. */
function halfOf(text: string): Dec {
  const decimals = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
  return new Dec('0.5').times(new Dec(10).pow(-decimals));
}

export function figuresIn(line: ReportLine): readonly TextFigure[] {
  const figures: TextFigure[] = [];
  for (const match of line.half.matchAll(FIGURE)) {
    const [whole, digits = '', unit = ''] = match;
    const from = match.index;
    const to = from + digits.length;
    const end = from + whole.trimEnd().length;
    if (unit === '' && NOT_BEHIND.test(line.half.slice(to))) continue;
    if (NOT_BEFORE.test(line.half.slice(0, from))) continue;
    const plain = digits.replace(/,/g, '');
    figures.push({ line, from, to, end, value: new Dec(plain), unit, half: halfOf(plain) });
  }
  return figures;
}

const IN_YUAN: Readonly<Record<string, number>> = { 元: 1, 万元: 10_000, 亿元: 100_000_000 };

/** What one of a unit of money is in 元; null for other units. */
export const yuanOf = (unit: string): Dec | null => (IN_YUAN[unit] === undefined ? null : new Dec(IN_YUAN[unit]));

/** Equal within half a unit of the coarser of both. */
export function agrees(a: Dec, halfA: Dec, b: Dec, halfB: Dec): boolean {
  return a
    .minus(b)
    .abs()
    .lte(Dec.max(a.eq(b) ? 0 : halfA, halfB));
}
