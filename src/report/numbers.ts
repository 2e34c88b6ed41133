/** Figures in running text, each with its unit, and what cannot be one. */
import { Dec, oncePerObject } from '../workbook';
import type { ReportLine, TextSpan } from './types';
import { clauseBefore, oneOfWords, WORDS } from './words';

export interface TextFigure extends TextSpan {
  readonly value: Dec;
  /** As written behind it: 分, %, 元, 万元, 亿元; '' for none or another. */
  readonly unit: string;
  /** Half of its last decimal place, in its own unit. */
  readonly half: Dec;
  /** End of the unit, the counted thing included. */
  readonly end: number;
  /** What is counted where it is no money, points or percentage: 「万人次」; ''. */
  readonly counted: string;
}

const FIGURE = new RegExp(
  String.raw`(?<![\d.,])(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\d]|\.\d|,\d{3})\s*(%|分(?!${oneOfWords(WORDS.notPoints)})|亿元|万元|元)?`,
  'g',
);
/** Dates, numbers of documents and of lists. */
const NOT_BEHIND = new RegExp(String.raw`^\s*(?:${oneOfWords(WORDS.notFigures)}|〕|\]|#)`);
const NOT_BEFORE = /(?:第|〔|\[|No\.?|电话[::]?|邮编[::]?)\s*$/i;

const COUNTED = new RegExp(`^((?:万|亿)?(?:${oneOfWords(WORDS.countUnits)}))`);

/** Characters before a figure that say what it is: looking at all of them for each figure of a long paragraph takes minutes. */
const NEAR = 40;

const HALVES: readonly Dec[] = ['0.5', '0.05', '0.005', '0.0005', '0.00005'].map((half) => new Dec(half));

/** Half of one unit in the last decimal place of a figure as written: 「97.5」 → 0.05. */
function halfOf(text: string): Dec {
  const decimals = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
  return HALVES[decimals] ?? new Dec('0.5').times(new Dec(10).pow(-decimals));
}

export const figuresIn = oncePerObject((line: ReportLine): readonly TextFigure[] => {
  const figures: TextFigure[] = [];
  for (const match of line.half.matchAll(FIGURE)) {
    const [whole, digits = '', unit = ''] = match;
    const from = match.index;
    const to = from + digits.length;
    const end = from + whole.trimEnd().length;
    if (unit === '' && NOT_BEHIND.test(line.half.slice(to, to + NEAR))) continue;
    if (NOT_BEFORE.test(line.half.slice(Math.max(0, from - NEAR), from))) continue;
    const plain = digits.replace(/,/g, '');
    const counted = unit === '' ? (COUNTED.exec(line.half.slice(to, to + NEAR))?.[1] ?? '') : '';
    figures.push({ line, from, to, end: end + counted.length, value: new Dec(plain), unit, half: halfOf(plain), counted });
  }
  return figures;
});

const IN_YUAN: Readonly<Record<string, Dec>> = { 元: new Dec(1), 万元: new Dec(10_000), 亿元: new Dec(100_000_000) };

/** What one of a unit of money is in 元; null for other units. */
export const yuanOf = (unit: string): Dec | null => IN_YUAN[unit] ?? null;

/** 台套 and 台 count the same. */
export const sameCount = (unit: string): string => unit.replace(/^台\(?套\)?$/, '台');

export interface Scale {
  /** 元, 分, %, or what is counted. */
  readonly of: string;
  readonly by: Dec;
}

/** What a figure's unit measures, and how much of it one is; null where it has none that is known. */
export function unitScaleOf({ unit, counted }: TextFigure): Scale | null {
  const yuan = yuanOf(unit);
  if (yuan !== null) return { of: '元', by: yuan };
  if (unit !== '') return { of: unit, by: new Dec(1) };
  if (counted === '') return null;
  return {
    of: sameCount(counted.replace(/^[万亿]/, '')),
    by: new Dec(counted.startsWith('万') ? 10_000 : counted.startsWith('亿') ? 100_000_000 : 1),
  };
}

/** As written behind it. */
export const unitText = ({ unit, counted }: TextFigure): string => unit + counted;

/** Equal within half a unit of the coarser of both. */
export function agrees(a: Dec, halfA: Dec, b: Dec, halfB: Dec): boolean {
  return a
    .minus(b)
    .abs()
    .lte(Dec.max(a.eq(b) ? 0 : halfA, halfB));
}

/** What was worked out, rounded or cut to the decimals of what is written; both in the unit of `half`. */
export const isRoundedOrCut = (written: Dec, half: Dec, due: Dec): boolean =>
  written.minus(due).abs().lte(half) || (due.gte(written) && due.minus(written).lt(half.times(2)));

/** The number of a paragraph is no part of its first label. */
export const NUMBERED = /^\s*(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、](?!\d))\s*/;

/** The label right before a figure, back to the last figure or mark. */
export function labelBefore({ line, from }: TextFigure): string {
  const clause = clauseBefore(line.half, from);
  return clause
    .replace(NUMBERED, '')
    .split(/[≤≥<>=:]|\d(?:\.\d+)?\s*(?:%|分|亿元|万元|元)/)
    .at(-1)!;
}
