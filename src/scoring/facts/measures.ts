/**
 * What a label measures: 「“三公”经费实际支出数」 and 「三公经费」 under 「决算数」 are one measure on actual figures, 「三公经费预算数」
 * is the same measure on budgeted ones.
 */
import type { Figure, ScoreTable } from '../../score-table';
import { oncePerObject, oncePerText, withoutBrackets, wordsPattern } from '../../workbook';
import items from '../data/items.json';
import data from '../data/measures.json';
import { bareLabel, labelOf, type LabelPeriod } from './labels';

/** actual: what was spent or is there · planned, initial, adjusted: 预算, 年初预算, 调整预算. */
export type Standing = 'actual' | 'planned' | 'initial' | 'adjusted';

export type { LabelPeriod };

export interface Measure {
  /** What is compared. */
  readonly key: string;
  readonly period: LabelPeriod;
  /** null where the label does not say. */
  readonly standing: Standing | null;
}

const QUALIFIER = /^(?:部门)?(预算安排(?:的)?|年初预算(?:安排)?的?|调整后?预算的?|实际|决算)(?=.{2})/;
const ENDING = new RegExp(
  `(年初|全年|调整后?|追加后)?(${wordsPattern(data.standings)})(?:安排|批复|完成|发生)?${wordsPattern(data.amounts)}?$`,
);
const SPENT = /(?<=经费|费用|费)(?:实际)?支出(?:总额|金额|数|额)?$/;
/** What says nothing of its own at the end of a label. */
const REST = /(?:总额|金额|数额|数|额)$/;

function standingOf(words: string): Standing | null {
  if (/年初/.test(words)) return 'initial';
  if (/调整|追加后|全年预算/.test(words)) return 'adjusted';
  if (/预算/.test(words)) return 'planned';
  return /决算|执行|实际|支出/.test(words) ? 'actual' : null;
}

interface Bare {
  readonly key: string;
  readonly standing: Standing | null;
}

/** The label without what says on which figures it stands. A rate is left as it is. */
function bareOf(words: string): Bare {
  if (/率$|比例$|占比$/.test(words)) return { key: words, standing: null };
  let key = words.replace(/(?<=.{2})合计$/, '');
  let standing: Standing | null = null;
  for (const pattern of [ENDING, SPENT, QUALIFIER]) {
    const match = pattern.exec(key);
    const rest = match === null ? '' : key.replace(match[0], '');
    if (match === null || rest.length < 2) continue;
    standing ??= standingOf(match[0]);
    key = rest;
  }
  return { key: key.replace(/合计$/, '').length >= 2 ? key.replace(/(?<=.{2})合计$/, '') : key, standing };
}

const NAMES: readonly (readonly string[])[] = [...data.same, ...items.map((item) => item.names)];

/** Every known name of a measure by what it comes to. */
const GROUP_OF: ReadonlyMap<string, readonly string[]> = groups();

function groups(): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, readonly string[]>();
  for (const names of NAMES) for (const name of names) if (!map.has(plain(name))) map.set(plain(name), names);
  return map;
}

function plain(name: string): string {
  return bareOf(labelOf(name).words).key.replace(REST, '');
}

/** What a label, as it stands in a cell or a text, measures. */
export const measureOf = oncePerText((label: string): Measure => {
  const { words, period } = labelOf(label);
  const { key, standing } = bareOf(words);
  const short = key.replace(REST, '');
  const known = GROUP_OF.get(short);
  return { key: known === undefined ? short : plain(known[0]!), period, standing };
});

/** All the wordings under which a measure may stand in a text, the longest first. */
export function namesOfMeasure(label: string): readonly string[] {
  const { key } = bareOf(labelOf(label).words);
  const known = GROUP_OF.get(key.replace(REST, '')) ?? [];
  const named = [label, ...known].map(bareLabel);
  // What is left of 「支出合计」 is the end of many other names.
  return [...new Set([...named, ...(key.length >= 3 ? [key] : [])])].filter((name) => name.length >= 2).sort((a, b) => b.length - a.length);
}

/** A figure of the data sheet with what it measures. */
export interface MeasuredFigure {
  readonly figure: Figure;
  readonly measure: Measure;
  /** Its own label, without the class above it. */
  readonly label: string;
}

const STANDINGS: Readonly<Record<NonNullable<Figure['basis']>, Standing>> = {
  编制: 'actual',
  在职: 'actual',
  决算: 'actual',
  执行: 'actual',
  年初预算: 'initial',
  调整预算: 'adjusted',
  预算: 'planned',
};

/** Short names of rates, which only mean something with the class they stand in. */
const SHORT_RATE = new RegExp(`^${wordsPattern(data.shortRates)}$`);
const NEUTRAL = new RegExp(`^${wordsPattern(data.neutral)}$`);

/** The figures of the data sheet by measure. */
export const measuredFigures = oncePerObject((scoreTable: ScoreTable): ReadonlyMap<string, readonly MeasuredFigure[]> => {
  const map = new Map<string, MeasuredFigure[]>();
  for (const figure of scoreTable.data) {
    if (figure.value.state !== 'value') continue;
    const label = ownLabel(figure);
    const measure = measureOf(label);
    const standing = figure.basis === null ? measure.standing : STANDINGS[figure.basis];
    const entry: MeasuredFigure = {
      figure,
      label,
      measure: { key: measure.key, standing, period: measure.period === 'this' ? periodOf(figure, scoreTable) : measure.period },
    };
    const list = map.get(measure.key);
    if (list === undefined) map.set(measure.key, [entry]);
    else list.push(entry);
  }
  return map;
});

/** The figure's own label; with the class above it where it says nothing by itself: 「“三公”经费」 「合计」, 「人员情况」 「控制率」. */
function ownLabel({ path, ofKind = '' }: Figure): string {
  const label = path[path.length - 1] ?? '';
  const above = path[path.length - 2];
  const bare = labelOf(label).words;
  if (above !== undefined && NEUTRAL.test(bare)) return `${ofKind}${labelOf(above).words}`;
  if (SHORT_RATE.test(bare)) return `${subjectOfClass(above ?? '')}${bare}`;
  return `${ofKind}${label}`;
}

/** 「财政供养人员情况（人）」 → 在职人员; 「“三公”经费」 → 三公经费. */
function subjectOfClass(text: string): string {
  const bare = labelOf(withoutBrackets(text)).words.replace(/(?:控制)?情况$|统计$|数据$/, '');
  return /人员|供养|编制/.test(bare) ? '在职人员' : bare;
}

/** The year of a figure, seen from the year evaluated. */
function periodOf(figure: Figure, scoreTable: ScoreTable): LabelPeriod {
  const year = scoreTable.year?.value ?? scoreTable.dataYear?.value ?? null;
  const { period } = figure;
  if (period === null) return 'this';
  if (typeof period !== 'number') return period;
  return period === year ? 'this' : period;
}
