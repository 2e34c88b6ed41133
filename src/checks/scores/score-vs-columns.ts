import type { IndicatorRow, ScoreTable, Slot } from '../../score-table';
import { type Addr, cutOff, Dec, halfUp } from '../../workbook';
import { accused } from '../support/accused';
import { ARITHMETIC } from '../support/basis';
import { scoredRowsRead, type ScoredRow } from '../support/deductions';
import { isReviewersColumn } from '../support/reason-column';
import type { Check, CheckContext } from '../types';

export interface ScoreVsColumns {
  readonly name: string;
  /** What the score comes from: 分值－扣分, or 单项得分 (of a hundred) ×权重. */
  readonly by: 'deduction' | 'item';
  readonly weight: Dec;
  readonly other: Dec;
  readonly due: Dec;
  readonly score: Dec;
}

/** What a column beside the score makes of it. */
interface Relation {
  readonly by: ScoreVsColumns['by'];
  readonly column: (row: IndicatorRow) => Slot<Dec> | undefined;
  readonly due: (weight: Dec, other: Dec) => Dec;
  /** The line shows the relation: nothing taken off, or a full hundred, would fit others too. */
  readonly tells: (other: Dec) => boolean;
}

const HUNDRED = new Dec(100);
/** So many lines must agree before one that does not is asked about, */
const FEWEST = 3;
/** one of which shows it beyond doubt, and at most this share of the lines may differ. */
const MOST = 0.25;

const RELATIONS: readonly Relation[] = [
  {
    by: 'deduction',
    column: ({ deduction }) => deduction,
    // 扣完为止.
    due: (weight, other) => Dec.max(weight.minus(other.abs()), 0),
    tells: (other) => !other.isZero(),
  },
  {
    by: 'item',
    column: ({ itemScore }) => itemScore,
    due: (weight, other) => weight.times(other).div(HUNDRED),
    tells: (other) => !other.isZero() && !other.eq(HUNDRED),
  },
];

export const scoreVsColumns: Check<ScoreVsColumns> = {
  code: 'score-vs-columns',
  title: '得分与同行的扣分或单项得分不符',
  headline: '与同行各栏不符',
  severities: ['mandatory'],
  basis: { ...ARITHMETIC, article: '得分＝分值－扣分；折算得分＝单项得分（百分制）×权重' },
  needs: ['scores', 'weights'],
  explain: {
    looksFor:
      '表中另有「扣分」列或百分制的「单项得分」列，其余各行的得分都等于分值减扣分（或单项得分乘权重），而这一行不等。扣分写成负数也认；三行以下对得上的不查。',
    howToFix: '核对这一行的扣分（或单项得分）与得分，改正算错或没有同步修改的一个。',
  },
  *run(context) {
    for (const relation of RELATIONS) yield* differing(context, relation);
  },
  message(data, words, finding) {
    const n = words.number;
    const [other] = finding.related;
    const shown =
      data.by === 'deduction'
        ? `扣分（${words.cell(other!)}）为${n(data.other)}，${n(data.weight)}－${n(data.other.abs())}=${n(data.due)}`
        : `单项得分（${words.cell(other!)}）为${n(data.other)}，${n(data.other)}×${n(data.weight)}%=${n(data.due)}`;
    return `${words.name(data.name)}的${shown}，得分（${words.cell(finding.cell)}）却是${n(data.score)}。其余各行都对得上，请核实这一行的${data.by === 'deduction' ? '扣分' : '单项得分'}和得分。`;
  },
};

interface Line extends Pick<ScoredRow, 'row' | 'weight' | 'score' | 'at'> {
  readonly other: Dec;
  readonly beside: Addr;
}

/** Behind a reviewer's score, or under a head that says so, the column is the reviewer's and tells nothing of the unit's own score. */
function isReviewed({ columns, scoreColumns }: ScoreTable, role: ScoreVsColumns['by']): boolean {
  const own = columns.find((column) => column.role === (role === 'item' ? 'itemScore' : role));
  return own === undefined || isReviewersColumn(own.header.value) || scoreColumns.some(({ kind, col }) => kind !== 'self' && col < own.col);
}

/** A 分值 or a score that lies over several lines has no 扣分 of its own beside it. */
function linesOf(context: CheckContext, { by, column }: Relation): readonly Line[] {
  if (isReviewed(context.scoreTable, by)) return [];
  return scoredRowsRead(context).flatMap(({ row, members, weight, score, at }): readonly Line[] => {
    const slot = column(row);
    if (row.role !== 'indicator' || members.length > 1 || slot?.value == null || context.doubted(slot.at)) return [];
    return [{ row, weight, score, at, other: slot.value, beside: slot.at }];
  });
}

function* differing(context: CheckContext, relation: Relation): ReturnType<Check<ScoreVsColumns>['run']> {
  const lines = linesOf(context, relation);
  const wrong = lines.filter(({ weight, other, score }) => !isSaid(score, relation.due(weight, other)));
  const right = lines.filter((line) => !wrong.includes(line));
  if (right.length < FEWEST || wrong.length > lines.length * MOST || !right.some(({ other }) => relation.tells(other))) return;
  for (const { row, weight, other, score, at, beside } of wrong) {
    const due = relation.due(weight, other);
    yield {
      severity: 'mandatory',
      accused: accused(row.id, 'score'),
      cell: at,
      related: [beside],
      indicator: row.name.value,
      data: { name: row.name.value, by: relation.by, weight, other, due, score },
      actual: score,
    };
  }
}

/** The score is that figure, rounded or cut to the decimals it is written with. */
function isSaid(score: Dec, due: Dec): boolean {
  const places = Math.min(score.decimalPlaces(), 4);
  return score.eq(due) || [halfUp(due, places), cutOff(due, places), halfUp(due, 2)].some((one) => score.eq(one));
}
