/**
 * The rules of 财预〔2020〕10号 for forms that have target and 完成值 and no criterion of their own, written as criteria:
 * quantities by their share of the target, qualities by 达成 level, the execution rate.
 */
import {
  comparedPair,
  compareQuantities,
  directionOf,
  fundingTotal,
  type IndicatorRow,
  type Quantity,
  type ScoreTable,
} from '../../score-table';
import { DEFAULT_PARAMETERS, type QualitativeBand, type Reference } from '../../standards';
import { Dec } from '../../workbook';
import { parseCriterion } from '../../criteria';
import type { Rule, WhyUnknown } from '../types';
import texts from '../data/general-rules.json';

export const GENERAL_BASIS: Reference = DEFAULT_PARAMETERS.executionScore.reference;

const ARTICLES: Readonly<Record<keyof typeof texts, string>> = {
  forward: '未完成指标值的，按完成值与指标值的比例记分',
  inverse: '未完成指标值的，按完成值与指标值的比例记分',
  met: '完成指标值的，记满分',
  execution: '执行率得分＝执行率×分值，以分值为限',
  item: '得分＝得分系数×分值',
};

export type General = { readonly rule: Rule } | { readonly why: WhyUnknown };

/** The general rule for a row, or why there is none. */
export function generalRule(scoreTable: ScoreTable, row: IndicatorRow, bands: readonly QualitativeBand[]): General {
  if (row.role === 'execution') return fundingTotal(scoreTable) === null ? { why: 'no-rate' } : ruleOf('execution');
  if (row.role !== 'indicator') return { why: 'no-rule' };
  if (row.coefficient?.value != null) return ruleOf('item');
  const roles = new Set(scoreTable.columns.map((column) => column.role));
  if (!roles.has('target') || !roles.has('actual')) return { why: 'no-rule' };
  const { target, actual } = row;
  if (target?.value == null) return { why: 'no-target' };
  if (target.value.kind === 'words') return levelsRule(bands);
  if (actual?.value == null || actual.value.kind === 'words') return { why: 'no-actual' };
  return measuredRule(row, target.value, actual.value, scoreTable.year?.value ?? null);
}

/** By how far the 完成值 reaches the target. */
function measuredRule(row: IndicatorRow, target: Quantity, actual: Quantity, year: number | null): General {
  const direction = directionOf(row);
  const verdict = compareQuantities(target, actual, direction, year);
  if (verdict === 'met') return ruleOf('met');
  if (comparedPair(target, actual) !== null) {
    if (direction.way === 'up') return ruleOf('forward');
    if (direction.way === 'down') return ruleOf('inverse');
    // 「=」: falling short is in proportion; beyond it nobody says.
    if (verdict === 'missed' && direction.certain) return ruleOf('forward');
  }
  if (target.kind !== 'number') return { why: 'judgement' };
  return { why: direction.way === 'unknown' ? 'no-direction' : 'not-comparable' };
}

/** 「达成预期指标的，得分值的100%—80%（含）；…」 in the shares of the standard that applies. */
function levelsRule(bands: readonly QualitativeBand[]): General {
  const percent = (share: Dec): string => `${share.times(100).toFixed()}%`;
  let upper = new Dec(1);
  const parts = bands.map(({ name, from }) => {
    const text = `${name}的，得分值的${percent(upper)}—${percent(from)}${from.isZero() ? '' : '（含）'}`;
    upper = from;
    return text;
  });
  const text = `${parts.join('；')}。`;
  const parsed = parseCriterion(text);
  if (parsed.criterion.kind !== 'bands') return { why: 'judgement' };
  return { rule: { from: 'general', text, parsed, basis: { ...GENERAL_BASIS, article: '定性指标按达成情况分档记分' } } };
}

function ruleOf(kind: keyof typeof texts): General {
  return {
    rule: { from: 'general', text: texts[kind], parsed: parseCriterion(texts[kind]), basis: { ...GENERAL_BASIS, article: ARTICLES[kind] } },
  };
}
