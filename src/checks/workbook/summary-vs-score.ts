import { type Amount, fundingTotal, halfUnit, type ScoreTable, selfScore, scoredRows, type Slot, valueOf } from '../../score-table';
import { type Addr, Dec } from '../../workbook';
import { accused, headKey } from '../support/accused';
import { ARITHMETIC } from '../support/basis';
import { bandOfWord } from '../support/grades';
import { AMOUNT_NAMES } from '../support/money';
import type { Check, CheckContext, Raw } from '../types';

export interface SummaryVsScore {
  readonly project: string;
  /** 得分, 等级, 全年预算数 … */
  readonly what: string;
  readonly listed: Dec | string;
  readonly stated: Dec | string;
  readonly at: Addr;
  /** 元 or 万元 of `listed` and of `stated`; '' for what is no money. */
  readonly units: readonly [listed: string, stated: string];
}

interface Stated {
  readonly value: Dec;
  readonly at: Addr;
}

/** A list of projects beside the projects' own sheets: the two say the same. */
export const summaryVsScore: Check<SummaryVsScore> = {
  code: 'summary-vs-score',
  title: '汇总表与评分表不一致',
  headline: '与汇总表不一致',
  severities: ['advisory'],
  basis: { ...ARITHMETIC, article: '汇总表与各项目评分表的数据一致' },
  needs: ['summary'],
  explain: {
    looksFor:
      '工作簿中的项目汇总表里，该项目的得分、等级、预算数或执行数与它自己的评分表不同。名称只有一处对应时才比较，差在四舍五入之内的不算。',
    howToFix: '核对两张表，改正填错的一处；汇总表未随评分表更新的，请更新。',
  },
  *run(context) {
    const { summary } = context.scoreTable;
    if (summary === undefined) return;
    const score = scoreClash(context);
    if (score !== null) yield score;
    // Another grade follows from another score.
    const grade = score === null ? gradeClash(context) : null;
    if (grade !== null) yield grade;
    yield* amountClashes(context);
  },
  message(data, words, finding) {
    const said = (value: Dec | string, unit: string): string =>
      typeof value === 'string' ? `「${value}」` : `${words.number(value)}${unit}`;
    return `汇总表中${words.name(data.project)}的${data.what}（${words.cell(finding.cell)}）为${said(data.listed, data.units[0])}，该项目评分表（${words.cell(data.at)}）为${said(data.stated, data.units[1])}，两者不一致。请核实，改正填错的一处。`;
  },
};

function raw(
  context: CheckContext,
  what: string,
  listed: Slot<Dec> | Slot<string>,
  stated: { readonly value: Dec | string; readonly at: Addr },
  units: SummaryVsScore['units'] = ['', ''],
): Raw<SummaryVsScore> {
  return {
    severity: 'advisory',
    accused: accused(headKey(`summary ${what}`), 'text'),
    cell: listed.at,
    related: [stated.at],
    indicator: null,
    data: { project: context.scoreTable.summary!.name.value, what, listed: listed.value!, stated: stated.value, at: stated.at, units },
    actual: listed.value,
  };
}

/** Within half a unit of the coarser of the two: rounded. */
function same(one: Dec, other: Dec): boolean {
  return one
    .minus(other)
    .abs()
    .lte(halfUnit(Math.min(one.decimalPlaces(), other.decimalPlaces())));
}

function scoreClash(context: CheckContext): Raw<SummaryVsScore> | null {
  const { scoreTable, doubted } = context;
  const listed = scoreTable.summary!.score;
  const totals = statedTotals(scoreTable);
  const [own] = totals;
  if (listed?.value == null || own === undefined || doubted(own.at) || doubted(listed.at)) return null;
  // A total that is wrong in its own sheet is total-score's.
  const figures = [...totals.map((total) => total.value), sumOfScores(scoreTable)];
  return figures.some((figure) => same(figure, listed.value!)) ? null : raw(context, '得分', listed, own, ['分', '分']);
}

/** The total of every score column, the self-score's first. */
function statedTotals(scoreTable: ScoreTable): readonly Stated[] {
  const columns = scoreTable.scoreColumns.map((_, index) => index);
  return [...columns]
    .sort((a, b) => Number(b === scoreTable.self) - Number(a === scoreTable.self))
    .flatMap((column) => scoreTable.totals.filter((total) => total.kind === 'total').map((total) => total.scores[column]))
    .flatMap((slot) => (slot?.value == null ? [] : [{ value: slot.value, at: slot.at }]));
}

function sumOfScores(scoreTable: ScoreTable): Dec {
  return scoredRows(scoreTable).reduce((sum, row) => sum.plus(selfScore(scoreTable, row)?.value ?? 0), new Dec(0));
}

function gradeClash(context: CheckContext): Raw<SummaryVsScore> | null {
  const { summary, grade } = context.scoreTable;
  const [listed, stated] = [valueOf(summary!.grade), valueOf(grade)];
  if (listed === null || stated === null || context.doubted(grade!.at)) return null;
  const [one, other] = [bandOfWord(listed), bandOfWord(stated)];
  if (one === null || other === null || one === other) return null;
  return raw(context, '等级', summary!.grade!, { value: stated, at: grade!.at });
}

const COMPARED: readonly (readonly ['initial' | 'budget' | 'anyBudget' | 'executed', readonly Amount[]])[] = [
  ['initial', ['initial']],
  ['budget', ['budget']],
  ['anyBudget', ['budget', 'initial', 'executed', 'arrived']],
  ['executed', ['executed']],
];

function* amountClashes(context: CheckContext): Iterable<Raw<SummaryVsScore>> {
  const { scoreTable, doubted } = context;
  const { funding } = scoreTable;
  const total = fundingTotal(scoreTable);
  if (total === null || funding === undefined || funding.unit === 'mixed') return;
  const units = [scoreTable.summary!.unit, funding.unit] as const;
  for (const [column, amounts] of COMPARED) {
    const listed = scoreTable.summary![column];
    const stated = amounts.flatMap((amount): (Stated & { readonly amount: Amount })[] => {
      const slot = total[amount];
      return slot?.value == null ? [] : [{ value: slot.value, at: slot.at, amount }];
    });
    const [first] = stated;
    if (listed?.value == null || first === undefined || stated.some((one) => doubted(one.at)) || doubted(listed.at)) continue;
    if (stated.some((one) => sameAmount(listed.value!, one.value, units))) continue;
    yield raw(context, column === 'anyBudget' ? '预算数' : AMOUNT_NAMES[first.amount], listed, first, [units[0] ?? '', units[1] ?? '']);
  }
}

/** On the scale of the coarser unit. Where one unit is not written, ten thousand times as much may be the same. */
function sameAmount(listed: Dec, stated: Dec, [one, other]: readonly [string | null, string | null]): boolean {
  const factor = new Dec(10_000);
  if (one === null || other === null) return [listed, listed.times(factor), listed.div(factor)].some((value) => same(value, stated));
  if (one === other) return same(listed, stated);
  return one === '元' ? same(listed.div(factor), stated) || same(listed, stated.times(factor)) : sameAmount(stated, listed, [other, one]);
}
