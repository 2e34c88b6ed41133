import {
  compareQuantities,
  directionOf,
  explanation,
  type IndicatorRow,
  type ScoreTable,
  statesShortfall,
  valueOf,
} from '../../score-table';
import { type Addr, addrKey, type Dec } from '../../workbook';
import { accused } from '../support/accused';
import { EVALUATION_RULES } from '../support/basis';
import { scoredRowsRead } from '../support/deductions';
import { reasonHeader } from '../support/reason-column';
import type { Check } from '../types';

export interface FullScoreWithDeviation {
  readonly name: string;
  readonly at: Addr;
  readonly scoreAt: Addr;
  readonly header: string;
  readonly text: string;
  readonly score: Dec;
}

export const fullScoreWithDeviation: Check<FullScoreWithDeviation> = {
  code: 'full-score-with-deviation',
  title: '满分但说明中有未完成情况',
  headline: '满分但述有未完成',
  severities: ['advisory'],
  basis: { ...EVALUATION_RULES, article: '未完成指标值的，按照完成值与指标值的比例记分' },
  needs: ['scores', 'weights', 'reasons'],
  explain: {
    looksFor: '得分等于分值、原因（说明）栏却写着未完成、低于目标、只完成一部分等情况的指标。「无偏差」、一般描述和超额完成的原因不算。',
    howToFix: '核实是否完成：未完成的按规定扣分；已完成的把说明改写清楚。',
  },
  *run(context) {
    const read = [...scoredRowsRead(context)];
    const explained = new Set(
      read.filter(({ row, score, weight }) => row.reason !== undefined && score.lt(weight)).map(({ row }) => addrKey(row.reason!.at)),
    );
    for (const { row, score, weight, at } of read) {
      // A text merged over several rows speaks of those that lost points; one beside a lower 复核分, of that.
      if (row.reason !== undefined && explained.has(addrKey(row.reason.at))) continue;
      if (row.scores.some((slot) => slot.value !== null && slot.value.lt(weight))) continue;
      if (row.role !== 'indicator' || row.reason === undefined || !score.eq(weight)) continue;
      const text = explanation(row.reason);
      // A missed target with full marks is one mistake, and missed-target-full-score tells it.
      if (!statesShortfall(text) || isMissed(row, context.scoreTable)) continue;
      yield {
        severity: 'advisory',
        accused: accused(row.id, 'reason'),
        cell: row.reason.at,
        related: [at],
        indicator: row.name.value,
        data: { name: row.name.value, at: row.reason.at, scoreAt: at, header: reasonHeader(context.scoreTable, row), text, score },
        actual: text,
      };
    }
  },
  message(data, words) {
    const text = data.text.length > 40 ? `${data.text.slice(0, 40)}…` : data.text;
    return `${words.name(data.name)}（${words.cell(data.scoreAt)}）得满分${words.number(data.score)}分，${words.cell(data.at)} 的${data.header}却写有「${text}」。得分与说明不一致，请核实是否应当扣分，或改写说明。`;
  },
};

function isMissed(row: IndicatorRow, scoreTable: ScoreTable): boolean {
  const target = valueOf(row.target);
  const actual = valueOf(row.actual);
  return (
    target !== null && actual !== null && compareQuantities(target, actual, directionOf(row), scoreTable.year?.value ?? null) === 'missed'
  );
}
