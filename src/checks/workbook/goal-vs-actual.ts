import { isSameFigure, type IndicatorRow, type Quantity, valueOf } from '../../score-table';
import { type Addr, Dec, halfUp, normal, withoutBrackets, wordsPattern } from '../../workbook';
import { accused } from '../support/accused';
import { PRACTICE } from '../support/basis';
import { quotedSlot } from '../support/quoted';
import words from '../data/workbook.json';
import type { Check, CheckContext, Raw } from '../types';

export interface GoalVsActual {
  readonly name: string;
  /** As the text has it: 「96%」. */
  readonly said: string;
  readonly actual: string;
  readonly at: Addr;
}

export const goalVsActual: Check<GoalVsActual> = {
  code: 'goal-vs-actual',
  title: '总体目标完成情况与完成值不一致',
  headline: '完成情况与完成值不符',
  severities: ['advisory'],
  basis: { ...PRACTICE, article: '同一张表内，同一指标的数据应当一致' },
  needs: ['actuals'],
  explain: {
    looksFor:
      '年度总体目标的「实际完成情况」中写明了某项指标的数据，与指标表中该指标的实际完成值不同。只比较写明指标名称、单位相同且只出现一次的数据。',
    howToFix: '核对两处，改正填错的一处；口径不同的请写明。',
  },
  *run(context) {
    const slot = context.scoreTable.goals?.achieved;
    if (slot?.value == null || context.doubted(slot.at)) return;
    const text = normal(slot.value).replace(QUOTES, '');
    for (const row of context.scoreTable.rows) {
      const raw = differing(context, row, text, slot.at);
      if (raw !== null) yield raw;
    }
  },
  message(data, words, finding) {
    return `「实际完成情况」（${words.cell(finding.cell)}）写${words.name(data.name)}为「${data.said}」，指标表中的完成值（${words.cell(data.at)}）是「${data.actual}」。请核对两处，改正填错的一处。`;
  },
};

const QUOTES = /["“”'‘’「」]/g;
const LEAD = new RegExp(`(?:^|[^\\u4e00-\\u9fa5]|${wordsPattern(words.leads)})$`);
const UNSURE = new RegExp(wordsPattern(words.unsure));
const BEHIND_UNSURE = new RegExp(`^${wordsPattern(words.behindUnsure)}`);
const COUNTING = new RegExp(`${wordsPattern(words.counting)}$`);
const SHORTEST = 4;

interface Said {
  readonly text: string;
  readonly value: Quantity;
}

function differing({ scoreTable, doubted }: CheckContext, row: IndicatorRow, text: string, at: Addr): Raw<GoalVsActual> | null {
  const actual = valueOf(row.actual);
  if (row.role !== 'indicator' || row.applies === false || actual === null || !isPlainFigure(actual) || doubted(row.actual!.at))
    return null;
  const stem = stemOf(row.name.value, actual);
  if (stem.length < SHORTEST || scoreTable.rows.some((other) => other !== row && other.name.value.includes(stem))) return null;
  const said = saidOf(text, stem, actual);
  const [only] = said;
  if (only === undefined || said.length > 1 || agrees(only.value, actual) || isTarget(only.value, row)) return null;
  return {
    severity: 'advisory',
    accused: accused(`goals:${row.id}`, 'text'),
    cell: at,
    related: [row.actual!.at],
    indicator: row.name.value,
    data: { name: row.name.value, said: only.text, actual: quotedSlot(row.actual!), at: row.actual!.at },
    actual: only.text,
  };
}

/** A percentage, or a number of something. */
function isPlainFigure({ kind, comparator, percent, unit }: Quantity): boolean {
  return kind === 'number' && (comparator === null || comparator === '=') && (percent || (unit !== '' && !/元$/.test(unit)));
}

/** 「维修养护工程处数」 counted in 处: 维修养护工程. A rate keeps its name. */
function stemOf(name: string, { percent, unit }: Quantity): string {
  const bare = withoutBrackets(normal(name)).replace(QUOTES, '').replace(/\s/g, '');
  if (percent) return /[率度]$/.test(bare) ? bare : '';
  const counted = bare.replace(COUNTING, '');
  return counted.endsWith(unit) && counted.length > unit.length ? counted.slice(0, -unit.length) : counted;
}

/** Every figure in the actual value's unit that stands right behind the name. */
function saidOf(text: string, stem: string, actual: Quantity): readonly Said[] {
  const found: Said[] = [];
  for (let from = text.indexOf(stem); from >= 0; from = text.indexOf(stem, from + stem.length)) {
    const behind = text.slice(from + stem.length);
    const match = new RegExp(`^${wordsPattern(words.between)}{0,2}(\\d{1,12}(?:\\.\\d{1,6})?)(万|亿)?(%|[\\u4e00-\\u9fa5]{1,4})?`).exec(
      behind,
    );
    if (match === null) continue;
    const said = figureOf(match, actual);
    const clause = text.slice(Math.max(...[...',;。:'].map((mark) => text.lastIndexOf(mark, from - 1))) + 1, from);
    // A figure of another kind, or one that is not said for sure, leaves everything open.
    if (
      said === null ||
      !LEAD.test(text.slice(0, from)) ||
      UNSURE.test(clause) ||
      BEHIND_UNSURE.test(behind.slice(said.text.length + match[0].indexOf(match[1]!)))
    )
      return [];
    found.push(said);
  }
  return found;
}

function figureOf([, digits, scale, unit = '']: RegExpExecArray, actual: Quantity): Said | null {
  const own = actual.percent ? '%' : actual.unit;
  if (!unit.startsWith(own)) return null;
  const number = new Dec(digits!);
  const value = actual.percent ? number.div(100) : number.times(scale === undefined ? 1 : scale === '万' ? 1e4 : 1e8);
  return { text: `${digits}${scale ?? ''}${own}`, value: { ...actual, number: value, text: `${digits}${scale ?? ''}${own}` } };
}

/** Equal, or the same to the decimals of the coarser one. */
function agrees(said: Quantity, actual: Quantity): boolean {
  if (isSameFigure(said, actual) !== false) return true;
  const [one, other] = [said.number!, actual.number!];
  const scale = said.text.includes('万') ? 1e4 : said.text.includes('亿') ? 1e8 : said.percent ? 0.01 : 1;
  const decimals = Math.min(one.div(scale).decimalPlaces(), other.div(scale).decimalPlaces());
  return halfUp(one.div(scale), decimals).eq(halfUp(other.div(scale), decimals));
}

/** The text repeats the target: what came about is not said there. */
function isTarget(said: Quantity, row: IndicatorRow): boolean {
  const target = valueOf(row.target);
  return target !== null && isSameFigure(said, target) !== false;
}
