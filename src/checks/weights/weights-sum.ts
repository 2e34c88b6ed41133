import type { Parameters } from '../../standards';
import { type Addr, Dec } from '../../workbook';
import { accused, TABLE } from '../support/accused';
import { ARITHMETIC } from '../support/basis';
import { executionRow, selfScore, sumOfCells, weightCells, weightedRows } from '../../score-table';
import { fullScoreOf } from '../support/full-score';
import { oldValuesBehind, type OldValue } from '../../score-table';
import { oldValueText } from '../support/old-values';
import { isWhole, looksComplete, totalWeight, weightHeader, weightsUnsure, weightTreeOf } from '../support/weights';
import type { Check, CheckContext, Raw } from '../types';

export interface WeightsSum {
  readonly cell: Addr;
  readonly sum: Dec;
  readonly full: Dec;
  /** What the total's 分值 cell states; null where there is none. */
  readonly stated: Dec | null;
  /**
   * execution-missing, execution-double: the difference is exactly the execution row. execution-full: that row states the full
   * score. shares: the outermost percentages. total-wrong: the parts are right, the figure beside 合计 is not.
   */
  readonly how: 'plain' | 'execution-missing' | 'execution-double' | 'execution-full' | 'shares' | 'total-wrong';
  /** 分值 of the execution row, or what is missing for it. */
  readonly execution: Dec | null;
  /** Old values beneath merged cells that the total's formula adds. */
  readonly beneath: readonly OldValue[];
}

const HUNDRED = new Dec(100);

export const weightsSum: Check<WeightsSum> = {
  code: 'weights-sum',
  title: '分值合计',
  headline: '分值合计不等于满分',
  severities: ['mandatory', 'advisory'],
  basis: ARITHMETIC,
  needs: ['weights'],
  explain: {
    looksFor: '各末级指标的分值加上预算执行率的分值，是否正好等于满分（一般为100分；表中另有写明的，以写明的为准）。',
    howToFix: '核对各项分值，特别是执行率的分值是否漏计或重复计算，使合计等于满分。',
  },
  run: (context) => (weightTreeOf(context.scoreTable).multiplicative ? shares(context) : points(context)),
  message: (data, words) => {
    const { sum, full } = data;
    const where = data.stated === null ? `分值列（${words.cell(data.cell)}）` : `分值合计 ${words.cell(data.cell)}`;
    const n = words.number;
    if (data.how === 'total-wrong') {
      if (data.beneath.length > 0)
        return `${where} 为${n(data.stated!)}，而各项分值（含执行率）合计为${n(sum)}，${oldValueText(data.beneath, words)}`;
      return `${where} 填${n(data.stated!)}，而各项分值（含执行率）合计为${n(sum)}。请将${words.cell(data.cell)}改为${n(sum)}。`;
    }
    if (data.how === 'shares') return `${where}：最上级指标的权重合计为${n(sum)}%，应为100%。请核对各一级指标的权重。`;
    const part = data.execution === null ? '' : n(data.execution);
    if (data.how === 'execution-double') {
      return `${where}：指标分值合计已为${n(full)}，另有执行率${part}分，共${n(sum)}分，超出满分${n(full)}分。请将指标分值合计调整为${n(full.minus(data.execution!))}分，或取消重复计算的执行率分值。`;
    }
    if (data.how === 'execution-missing') {
      return `${where}：指标分值合计为${n(sum)}，距满分${n(full)}分正好缺少预算执行率的${part}分。请补列执行率的分值和得分。`;
    }
    if (data.how === 'execution-full') {
      return `${where}：执行率一行的分值填成了满分${part}，各项分值因此合计为${n(sum)}，应为${n(full)}。请将执行率分值改为${n(full.minus(sum.minus(data.execution!)))}分。`;
    }
    const stated = data.stated === null || data.stated.eq(full) ? '：' : ` 填${n(data.stated)}，`;
    return `${where}${stated}各项分值（含执行率）合计为${n(sum)}，应为${n(full)}，相差${n(sum.minus(full).abs())}。分值合计应等于满分，请核对各项分值。`;
  },
};

function* points(context: CheckContext): Iterable<Raw<WeightsSum>> {
  const { scoreTable } = context;
  const usual = fullScoreOf(scoreTable);
  if (usual === null || weightsUnsure(context)) return;
  const weighted = weightedRows(scoreTable);
  // An unfilled form's only 分值 is the execution rate's.
  if (!weighted.some((row) => row.role === 'indicator')) return;
  const cells = weightCells(scoreTable, weighted);
  const sum = sumOfCells(cells);
  const execution = executionRow(scoreTable)?.weight?.value ?? null;
  const full = officialFull(usual, sum, execution);
  const total = totalWeight(scoreTable);
  const wrongTotal =
    total !== null && (sum.eq(full) || (sum.eq(HUNDRED) && full.eq(total.value))) && !total.value.eq(sum) && total.coversAll;
  if (wrongTotal) return void (yield totalWrong(context, sum));
  // A sum of 1 is 100%.
  if (sum.eq(full) || (sum.eq(1) && full.eq(HUNDRED))) return;
  if (sum.lt(full) && (!looksComplete(scoreTable) || isTargetTable(context, sum, full))) return;
  yield finding(context, { sum, full, ...explanation(context, sum, full, execution) });
}

/** A total row that states 110 because the execution row was counted on top does not make 110 the full score. */
function officialFull(stated: Dec, sum: Dec, execution: Dec | null): Dec {
  return execution !== null && execution.gt(0) && stated.gt(HUNDRED) && stated.eq(sum) && sum.minus(execution).eq(HUNDRED)
    ? HUNDRED
    : stated;
}

/** The execution rate's usual part of the full score. */
function usualExecution({ executionWeight, fullScore }: Parameters, full: Dec): Dec {
  return full.times(executionWeight.value).div(fullScore.value);
}

/** The tables of targets that go without scores stop at 90: the execution rate is not theirs. */
function isTargetTable({ scoreTable, parameters }: CheckContext, sum: Dec, full: Dec): boolean {
  const scored = scoreTable.rows.some((row) => selfScore(scoreTable, row)?.state === 'value');
  return !scored && scoreTable.self === null && executionRow(scoreTable) === null && full.minus(sum).eq(usualExecution(parameters, full));
}

function explanation(
  { scoreTable, parameters }: CheckContext,
  sum: Dec,
  full: Dec,
  execution: Dec | null,
): Pick<WeightsSum, 'how' | 'execution'> {
  const counted = execution !== null && execution.gt(0);
  if (counted && execution.eq(full) && sum.gt(full)) return { how: 'execution-full', execution };
  if (counted && sum.minus(full).eq(execution)) return { how: 'execution-double', execution };
  const due = scoreTable.funding?.headerWeight?.value ?? usualExecution(parameters, full);
  if (!counted && full.minus(sum).eq(due)) return { how: 'execution-missing', execution: due };
  return { how: 'plain', execution: null };
}

/** Multiplied weights: only the outermost level adds up to the whole. */
function* shares(context: CheckContext): Iterable<Raw<WeightsSum>> {
  const { top } = weightTreeOf(context.scoreTable);
  if (
    top.length === 0 ||
    !looksComplete(context.scoreTable) ||
    top.some((group) => group.weight?.value == null || context.doubted(group.weight.at))
  )
    return;
  const sum = top.reduce((all, group) => all.plus(group.weight!.value!), new Dec(0));
  const execution = context.scoreTable.rows.find((row) => row.role === 'execution' && row.group === null)?.weight?.value ?? new Dec(0);
  if (isWhole(sum) || isWhole(sum.plus(execution)) || fullScoreOf(context.scoreTable)?.eq(sum) === true) return;
  yield finding(context, { sum, full: HUNDRED, how: 'shares', execution: null });
}

function finding(context: CheckContext, data: Omit<WeightsSum, 'cell' | 'stated' | 'beneath'>): Raw<WeightsSum> {
  const total = totalWeight(context.scoreTable);
  const cell = total?.at ?? weightHeader(context.scoreTable);
  return {
    severity: 'mandatory',
    accused: accused(TABLE, 'weight'),
    cell,
    indicator: null,
    data: { ...data, cell, stated: total?.value ?? null, beneath: [] },
    actual: data.sum,
    expected: data.full,
  };
}

/** The one right answer is the sum of the parts; a formula in that cell is not ours to replace. */
function totalWrong(context: CheckContext, sum: Dec): Raw<WeightsSum> {
  const raw = finding(context, { sum, full: sum, how: 'total-wrong', execution: null });
  const beneath = oldValuesBehind(context.book, raw.cell, (raw.data.stated ?? sum).minus(sum));
  if (beneath.length > 0)
    return { ...raw, related: beneath.map((one) => one.at), data: { ...raw.data, beneath }, actual: raw.data.stated, expected: sum };
  const typed = context.book.sheets[raw.cell.sheet]?.at(raw.cell.row, raw.cell.col)?.formula === undefined;
  return { ...raw, actual: raw.data.stated, expected: sum, ...(typed ? { fix: { cell: raw.cell, to: { value: sum } } } : {}) };
}
