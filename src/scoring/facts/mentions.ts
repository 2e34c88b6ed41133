/** Figures that a row's texts state under the name of a figure of the data sheet: 「编制人数46人」 「基本支出为900.47万元」. */
import type { Figure, IndicatorRow, ScoreTable, Slot } from '../../score-table';
import { Dec, wordsPattern } from '../../workbook';
import { yuanPer } from './amounts';
import { reasonText } from './from-reason';
import { escaped } from './word-patterns';
import { measuredFigures, measureOf, namesOfMeasure, type MeasuredFigure, type Standing } from './measures';
import type { Stated } from './stated';
import words from '../data/mention-words.json';

export interface Mention {
  /** Key of the measure. */
  readonly measure: string;
  readonly stated: Stated;
  /** On which figures the text says it stands; null where it does not say. */
  readonly standing: Standing | null;
}

const FREE = new RegExp(`(?:${wordsPattern(words.free)}|^|[^一-龥A-Za-z]|(?<![属各级层他个家])单位)$`);
const BASIS = `(${wordsPattern(words.standings)})?(?:安排|批复|完成)?${wordsPattern(words.amounts)}?`;
const BETWEEN = `(?:${wordsPattern(words.between)}|\\([^()]{0,12}\\)|[:=])*`;
const WORKED = '(?:[-\\d.,+*×xX/÷()%万元]+=)*';
const FIGURE = '(-?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|-?\\d+(?:\\.\\d+)?)';
const UNIT = `(${wordsPattern(words.units)})?`;
/** Not the figure itself but a bound, an approximation, an amount for each, or a change. */
const NOT_EXACT = new RegExp(`^(?:${wordsPattern(words.notExact)}|[/／]|万(?!元)|亿(?!元))`);
const OTHER_YEAR = new RegExp(`${wordsPattern(words.otherYears)}|(?:(?:19|20)\\d{2})年`, 'g');

/** What the row's explanation, and words in its other cells, say of figures the data sheet holds. */
export function mentionsIn(scoreTable: ScoreTable, row: IndicatorRow): readonly Mention[] {
  const found: Mention[] = [];
  for (const slot of [row.reason, wordsOf(row.actual), row.evidence]) {
    const text = reasonText(slot);
    if (slot === undefined || text === '' || !/\d/.test(text)) continue;
    for (const [key, figures] of measuredFigures(scoreTable)) found.push(...mentionsOf(scoreTable, text, slot, key, figures));
  }
  return found;
}

const SHORT_RATE = new RegExp(`${wordsPattern(words.rates)}率$`);

/** 「财政供养人员控制率」 → 「控制率」: the short name that a text or a data sheet may call a rate by. */
export function shortRateName(measureKey: string): string | undefined {
  return SHORT_RATE.exec(measureKey)?.[0];
}

/** The row's own rate under the short name its explanation uses: 「控制率97.83%」 in the row 财政供养人员控制率. */
export function ownMention(scoreTable: ScoreTable, row: IndicatorRow): Stated | null {
  const short = shortRateName(measureOf(row.name.value).key);
  const text = reasonText(row.reason);
  if (short === undefined || row.reason === undefined || !text.includes(short)) return null;
  const rate = { percent: true, unit: '率' } as const;
  const [read, second] = after(scoreTable, text, short, rate);
  if (read === undefined || second !== undefined) return null;
  const { value, decimals, money, kind } = read;
  return { label: short, value, decimals, money, kind, at: row.reason.at };
}

function wordsOf(slot: IndicatorRow['actual']): Slot<unknown> | undefined {
  return slot?.value?.kind === 'words' ? slot : undefined;
}

function mentionsOf(
  scoreTable: ScoreTable,
  text: string,
  slot: Slot<unknown>,
  measure: string,
  figures: readonly MeasuredFigure[],
): readonly Mention[] {
  const names = [...new Set(figures.flatMap((one) => namesOfMeasure(one.label)))]
    .filter((name) => text.includes(name))
    .sort((a, b) => b.length - a.length);
  const taken: (readonly [number, number])[] = [];
  const found: Mention[] = [];
  for (const name of names) {
    for (const { from, to, standing, value, decimals, money, kind } of after(scoreTable, text, name, figures[0]!.figure)) {
      if (taken.some(([start, end]) => from < end && to > start)) continue;
      taken.push([from, to]);
      found.push({ measure, standing, stated: { label: name, value, at: slot.at, kind, money, decimals } });
    }
  }
  return found.filter((one) => !found.some((other) => other.standing === one.standing && !other.stated.value.eq(one.stated.value)));
}

interface Read extends Pick<Stated, 'value' | 'decimals' | 'money' | 'kind'> {
  readonly standing: Standing | null;
  /** Where it stands in the text. */
  readonly from: number;
  readonly to: number;
}

const STANDINGS: Readonly<Record<string, Standing>> = {
  年初预算: 'initial',
  调整预算: 'adjusted',
  调整后预算: 'adjusted',
  全年预算: 'adjusted',
  预算: 'planned',
  决算: 'actual',
  执行: 'actual',
  实际支出: 'actual',
  支出: 'actual',
  实际: 'actual',
};

function after(scoreTable: ScoreTable, text: string, name: string, figure: Pick<Figure, 'percent' | 'unit'>): readonly Read[] {
  const pattern = new RegExp(`${escaped(name)}${BASIS}${BETWEEN}${WORKED}${FIGURE}${UNIT}`, 'g');
  return [...text.matchAll(pattern)].flatMap((match): readonly Read[] => {
    const before = text.slice(0, match.index);
    const behind = text.slice(match.index + match[0].length);
    if (!FREE.test(before) || NOT_EXACT.test(behind) || !ofThisYear(before, scoreTable.year?.value ?? null)) return [];
    const read = asFigure(new Dec(match[2]!.replace(/,/g, '')), match[3] ?? '', figure, name);
    const standing = match[1] === undefined ? measureOf(name).standing : STANDINGS[match[1]]!;
    return read === null ? [] : [{ ...read, standing, from: match.index, to: match.index + match[0].length }];
  });
}

/** The figure in the dimension of the data sheet's: a rate with its %, an amount with its unit, a count with its own. */
function asFigure(
  value: Dec,
  unit: string,
  figure: Pick<Figure, 'percent' | 'unit'>,
  name: string,
): Pick<Read, 'value' | 'decimals' | 'money' | 'kind'> | null {
  const decimals = value.decimalPlaces();
  const isRate = figure.percent === true || figure.unit === '率' || /率$/.test(name);
  if (isRate) return unit === '%' ? { value: value.div(100), decimals: decimals + 2, money: false, kind: 'rate' } : null;
  const scale = yuanPer(unit);
  if (yuanPer(figure.unit) !== null) {
    return scale === null
      ? null
      : { value: value.times(scale), decimals: decimals - Math.round(scale.log(10).toNumber()), money: true, kind: 'number' };
  }
  if (scale !== null || unit === '' || unit === '%' || !value.isInteger()) return null;
  const counted = figure.unit ?? '';
  const fits = counted === '' || counted === unit || (/^[人名个]$/.test(counted) && /^[人名个]$/.test(unit));
  return fits ? { value, decimals, money: false, kind: 'number' } : null;
}

/** The last year named before, in the same sentence, is the year evaluated, or none is named. */
function ofThisYear(before: string, year: number | null): boolean {
  const sentence = before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf(';')) + 1);
  const named = sentence.match(OTHER_YEAR);
  const last = named?.[named.length - 1];
  if (last === undefined || /^(?:本年|今年|当年)/.test(last)) return true;
  return year !== null && last === `${year}年`;
}
