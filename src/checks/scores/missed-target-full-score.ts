import {
  compareQuantities,
  completionRatio,
  directionOf,
  type IndicatorRow,
  type Quantity,
  rounded,
  stepOfOthers,
  type Way,
} from '../../score-table';
import { Dec, halfUp } from '../../workbook';
import { accused } from '../support/accused';
import { EVALUATION_RULES } from '../support/basis';
import { scoredRowsRead, type ScoredRow } from '../support/deductions';
import { ruleGives, ruleKind, type RuleKind } from '../support/own-rule';
import { fullWhenMet } from '../support/full-when-met';
import { quotedSlot } from '../support/quoted';
import { saidMiss } from '../support/said-miss';
import type { Check, CheckContext, Raw } from '../types';

export interface MissedTarget {
  readonly name: string;
  readonly target: string;
  readonly actual: string;
  readonly score: Dec;
  readonly way: Way;
  /** The target is a date or a time by which something is done. */
  readonly date: boolean;
  /** Reached share of the target; null where there is none to tell. */
  readonly ratio: Dec | null;
}

export const missedTargetFullScore: Check<MissedTarget> = {
  code: 'missed-target-full-score',
  title: '未达指标值而得满分',
  headline: '未达标而得满分',
  severities: ['mandatory', 'advisory'],
  basis: { ...EVALUATION_RULES, article: '未完成指标值的，按完成值与指标值的比例记分' },
  needs: ['scores', 'weights', 'targets', 'actuals'],
  explain: {
    looksFor:
      '实际完成值没有达到指标值，得分却等于分值。写明≥、≤、＝或方向明确的为强制性，整体支出表没有写评分标准的为提示性；控制率、变动率、调整率、结转结余率、成本、投诉等以不高于指标值为达标，有时限的以按时完成为达标。',
    howToFix: '核对完成值；确未达到的按评分标准（一般按完成比例）计分并说明原因。',
  },
  *run(context) {
    for (const scored of scoredRowsRead(context)) {
      if (scored.row.role !== 'indicator' || !scored.score.eq(scored.weight)) continue;
      for (const row of scored.members) {
        const raw = judge(context, scored, row);
        if (raw === null) continue;
        yield raw;
        break;
      }
    }
  },
  message(data, words, finding) {
    const missed = data.date ? '没有按时完成' : `未达到指标值${data.way === 'down' ? '（以不高于指标值为达标）' : ''}`;
    const share =
      data.ratio === null || data.ratio.gte(1)
        ? ''
        : `按完成比例约为${words.percent(data.ratio)}×${words.number(data.score)}=${words.number(halfUp(data.ratio.times(data.score), 2))}分；`;
    return `${words.name(data.name)}的指标值为「${data.target}」，完成值为「${data.actual}」，${missed}，得分（${words.cell(finding.cell)}）却是满分${words.number(data.score)}分。${share}请核实完成值和得分，或说明给满分的依据。`;
  },
};

function judge(context: CheckContext, scored: ScoredRow, row: IndicatorRow): Raw<MissedTarget> | null {
  const miss = missOf(context, row);
  if (miss === null) return null;
  const { target, actual } = miss;
  const direction = directionOf(row);
  const rule = ruleKind(context, scored.row);
  const ratio = completionRatio(target, actual, direction.way === 'unknown' ? 'up' : direction.way);
  const proportional = ratio === null ? null : ratio.times(scored.weight);
  // So near that the points of its share round to the full score.
  if (
    (rule === 'own' && !asksForTarget(context, scored.row, miss, ratio)) ||
    ruleGives(context, scored.row, scored.score) ||
    (proportional !== null && halfUp(proportional, 2).gte(scored.weight))
  )
    return null;
  return {
    severity:
      rule !== 'own' && miss.by === 'figures' && direction.certain && binds(context, rule) && !isNear(context, scored, proportional)
        ? 'mandatory'
        : 'advisory',
    accused: accused(scored.row.id, 'score'),
    cell: scored.at,
    related: [row.target!.at, row.actual!.at],
    indicator: row.name.value,
    data: {
      name: row.name.value,
      target: quotedSlot(row.target!),
      actual: quotedSlot(row.actual!),
      score: scored.score,
      way: direction.way,
      date: target.kind === 'date',
      // By a rule of its own the points are not those of its share.
      ratio: rule === 'own' ? null : ratio,
    },
    actual: scored.score,
  };
}

/** Missed by more than a step of it might leave unpunished. */
const CLEARLY = new Dec('0.99');

/**
 * A rule of the row's own that cannot be worked out, and that gives the full score where the target is met. What could be worked out, be it
 * to several scores, is judged by that.
 */
function asksForTarget(context: CheckContext, row: IndicatorRow, miss: Miss, ratio: Dec | null): boolean {
  const { rule, admissible } = context.expected(row.id);
  return (
    rule !== null &&
    admissible.is === 'unknown' &&
    miss.by === 'figures' &&
    directionOf(row).certain &&
    ratio !== null &&
    ratio.lt(CLEARLY) &&
    fullWhenMet(rule.text)
  );
}

interface Miss {
  readonly target: Quantity;
  readonly actual: Quantity;
  /** By what it is known; what only words say is asked about and no more. */
  readonly by: 'figures' | 'words';
}

function missOf({ scoreTable, doubted }: CheckContext, row: IndicatorRow): Miss | null {
  const [target, actual] = [row.target?.value ?? null, row.actual?.value ?? null];
  if (target === null || actual === null || row.applies === false || doubted(row.target!.at) || doubted(row.actual!.at)) return null;
  const by = missedBy(row, target, actual, scoreTable.year?.value ?? null);
  return by === null ? null : { target, actual, by };
}

function missedBy(row: IndicatorRow, target: Quantity, actual: Quantity, year: number | null): Miss['by'] | null {
  const verdict = compareQuantities(target, actual, directionOf(row), year);
  if (verdict === 'missed') return 'figures';
  return verdict === 'unknown' && saidMiss(row, target, actual, year) ? 'words' : null;
}

/** The points of its share are the full score to the step that the other scores of the sheet show. */
function isNear({ scoreTable }: CheckContext, scored: ScoredRow, proportional: Dec | null): boolean {
  if (proportional === null) return false;
  const step = stepOfOthers(scoreTable, scored.row, scoreTable.self!);
  return rounded(scored.score, { score: proportional, proportional: true, full: null }, step).is === 'right';
}

/** The general rule is one for projects: on a department's sheet it only asks. */
function binds({ scoreTable }: CheckContext, rule: RuleKind): boolean {
  return rule === 'ratio' || (rule === 'none' && scoreTable.kind !== 'whole');
}
