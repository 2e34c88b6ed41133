/** Figures of a text and what they are figures of: 95%, 0.5个百分点, 3分, 3项, 第3, 2024年 … */
import sayings from './data/sayings.json';
import { Dec } from '../../workbook';
import { figureAt, fractionAt, type Numeral } from '../former/numerals';
import { unitEnd } from './words';

/** percent and point as fractions: 95% is 0.95, 1个百分点 is 0.01. */
export interface FigureSaid {
  readonly value: Dec;
  readonly as: 'percent' | 'point' | 'plain' | 'quantity' | 'score';
  /** 项, 天 …; '' where there is none. */
  readonly unit: string;
  /** 「±5%」. */
  readonly both: boolean;
}

/** The unit of 「第3」. */
export const ORDINAL = '第';

export type FigureClass = 'PCT' | 'PP' | 'PTS' | 'PTSRANGE' | 'QTY' | 'NUM' | 'ORD' | 'DATE';

export interface FoundFigure {
  readonly cls: FigureClass;
  readonly to: number;
  readonly figure: FigureSaid;
  /** 「1-3分」: the higher end. */
  readonly upper?: Dec;
}

const CHINESE_DIGITS = new Set('零一二两三四五六七八九十百半壹贰叁');
/** 分 before one of these is no point: 分钟, 分之, 分类. */
const NOT_POINTS = new Set('钟之制公司期档类批别布局行会管组配部块工级段散解析化明流摊歧');
const POINT_WORD = /(?:个)?(?:百分点|百分比)|个点/y;
const POINT_AFTER_SIDE = /(?:个)?(?:百分点|百分比)|个?点/y;
const SIDE = new Set('超低高降升增减');
const RANGE = /(?:分)?[-~至到](\d+(?:\.\d+)?)分(?!钟)/y;
const SCORE_BEFORE = new Set('扣得计记加赋');
const UNIT_IS_NONE = sayings.noUnit;

const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null ? -1 : at + match[0].length;
}

function figure(value: Dec, as: FigureSaid['as'], unit: string, both: boolean): FigureSaid {
  return { value, as, unit, both };
}

/** A digit begins a figure unless it goes on with one, or belongs to a name such as PM2.5. */
function begins(text: string, from: number): boolean {
  const char = text[from]!;
  const before = text[from - 1] ?? '';
  if (isDigit(char)) return !isDigit(before) && !/[A-Za-z]/.test(before) && !(before === '.' && isDigit(text[from - 2]));
  return CHINESE_DIGITS.has(char) && !CHINESE_DIGITS.has(before);
}

function dateEnd(text: string, value: Dec, from: number, to: number): number {
  const next = text[to] ?? '';
  if (!value.isInteger()) return -1;
  const isYear = next === '年' && to - from === 4;
  const isMonth = next === '月' && to - from <= 2;
  const isDay = next === '号' || (next === '日' && text[from - 1] === '月');
  return isYear || isMonth || isDay ? to + 1 : -1;
}

/** 「3分」, and 「1-3分」 beside it. */
function scores(text: string, value: Dec, to: number, chinese: boolean, both: boolean, before: string): FoundFigure[] {
  const found: FoundFigure[] = [];
  RANGE.lastIndex = to;
  const range = RANGE.exec(text);
  if (range !== null && !chinese)
    found.push({ cls: 'PTSRANGE', to: to + range[0].length, figure: figure(value, 'score', '分', both), upper: new Dec(range[1]!) });
  const isScore = text[to] === '分' && !NOT_POINTS.has(text[to + 1] ?? '') && (!chinese || SCORE_BEFORE.has(before));
  if (isScore) found.push({ cls: 'PTS', to: to + 1, figure: figure(value, 'score', '分', both) });
  return found;
}

function shares(text: string, value: Dec, to: number, before: string, both: boolean): FoundFigure | null {
  if (text[to] === '‰') return { cls: 'PCT', to: to + 1, figure: figure(value.div(1000), 'percent', '', both) };
  if (text[to] === '%') return { cls: 'PCT', to: to + 1, figure: figure(value.div(100), 'percent', '', both) };
  const end = matchEnd(SIDE.has(before) ? POINT_AFTER_SIDE : POINT_WORD, text, to);
  return end < 0 ? null : { cls: 'PP', to: end, figure: figure(value.div(100), 'point', '', both) };
}

const SIGNED = new Set<FigureClass>(['PCT', 'NUM']);
const SIGNED_BEFORE = new Set('~至到-或在');
const BEFORE_MINUS = new Set(',;:。\n(≥≤<>=~至到、为在于过率');
const isMinus = (text: string, at: number): boolean =>
  text[at] === '-' && isDigit(text[at + 1]) && (at === 0 || BEFORE_MINUS.has(text[at - 1]!));
const negative = (found: FoundFigure): FoundFigure => ({ ...found, figure: { ...found.figure, value: found.figure.value.neg() } });

/** 「百分之八十至」. */
const HUNDREDTHS_BEFORE = /百分之[零一二三四五六七八九十]{1,4}[至到~-]$/;
const LONGEST_HUNDREDTHS = 8;

/** The second of 「百分之八十至九十」; null for any other figure. */
function hundredths(text: string, { value, to, chinese }: Numeral, at: number): FoundFigure | null {
  const isSecond = chinese && HUNDREDTHS_BEFORE.test(text.slice(Math.max(0, at - LONGEST_HUNDREDTHS), at));
  return isSecond ? { cls: 'PCT', to, figure: figure(value.div(100), 'percent', '', false) } : null;
}

/** All that a figure beginning at a place may be. ± and - before it belong to it. */
export function figuresAt(text: string, at: number): readonly FoundFigure[] {
  if (isMinus(text, at))
    return unsignedAt(text, at + 1, at + 1, false)
      .filter(({ cls }) => SIGNED.has(cls))
      .map(negative);
  // 「-10%至+5%」.
  if (text[at] === '+' && isDigit(text[at + 1]) && SIGNED_BEFORE.has(text[at - 1] ?? ''))
    return unsignedAt(text, at + 1, at + 1, false).filter(({ cls }) => SIGNED.has(cls));
  const both = text[at] === '±';
  return !both && text[at - 1] === '±' ? [] : unsignedAt(text, at, both ? at + 1 : at, both);
}

function unsignedAt(text: string, at: number, from: number, both: boolean): readonly FoundFigure[] {
  if (from >= text.length || !begins(text, from)) return [];
  const before = text[at - 1] ?? '';
  const fraction = fractionAt(text, from);
  if (fraction !== null) return [{ cls: 'PCT', to: fraction.to, figure: figure(fraction.value, 'percent', '', both) }];
  const found = figureAt(text, from);
  if (found === null) return [];
  const { value, to, chinese } = found;
  if (before === '第') return [{ cls: 'ORD', to, figure: figure(value, 'plain', ORDINAL, false) }];
  const date = chinese ? -1 : dateEnd(text, value, from, to);
  if (date >= 0) return [{ cls: 'DATE', to: date, figure: figure(value, 'plain', '日', false) }];
  const share = hundredths(text, found, at) ?? shares(text, value, to, before, both);
  if (share !== null) return [share];
  const points = scores(text, value, to, chinese, both, before);
  if (points.length > 0) return points;
  // 「三至五名」: the first of two.
  const isFirst = chinese && /^[至到~-][零一二两三四五六七八九十\d]/.test(text.slice(to, to + 2));
  return [
    ...quantity(text, value, to, both),
    ...(chinese && !isFirst ? [] : [{ cls: 'NUM' as const, to, figure: figure(value, 'plain', '', both) }]),
  ];
}

/** 「3个月」 are 3月, 「2个工作日」 2工作日. */
export const plainUnit = (unit: string): string => (unit.length > 1 && unit.startsWith('个') ? unit.slice(1) : unit);

function quantity(text: string, value: Dec, to: number, both: boolean): FoundFigure[] {
  if (UNIT_IS_NONE.some((word) => text.startsWith(word, to))) return [];
  const end = unitEnd(text, to);
  if (end === to) return [];
  const of = (till: number): FoundFigure => ({
    cls: 'QTY',
    to: till,
    figure: figure(value, 'quantity', plainUnit(text.slice(to, till)), both),
  });
  // 「1.2元/吨」.
  const per = text[end] === '/' ? unitEnd(text, end + 1) : end + 1;
  return per > end + 1 ? [of(per)] : [of(end)];
}
