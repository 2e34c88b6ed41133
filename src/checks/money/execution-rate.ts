import { executionScore, type FundingRow, fundingTotal, type Slot } from '../../score-table';
import { cutOff, halfUp, Dec } from '../../workbook';
import { accused } from '../support/accused';
import { ARITHMETIC } from '../support/basis';
import { AMOUNT_NAMES, denominator, fundingRowKey, rateOn, ratePoints, type Amount } from '../support/money';
import { formulaTextAt, rateAsTyped } from '../support/typed';
import type { Check, CheckContext, Raw } from '../types';
import type { Severity } from '../../words';

export interface ExecutionRate {
  readonly name: string;
  readonly stated: Dec;
  readonly expected: Dec;
  readonly executed: Dec;
  readonly divisor: Dec;
  readonly on: Amount;
  /** Why it differs, where that can be seen. */
  readonly how: 'rounded' | 'cut' | 'capped' | { readonly otherwise: Amount } | null;
}

/** Two decimals of a percentage are what forms show. */
const SHOWN = new Dec('0.0001');

export const executionRateCheck: Check<ExecutionRate> = {
  code: 'execution-rate',
  title: '预算执行率与执行数、预算数不符',
  headline: '执行率与金额不符',
  severities: ['mandatory', 'advisory'],
  basis: { ...ARITHMETIC, article: '执行率＝全年执行数÷全年预算数' },
  needs: ['funding'],
  explain: {
    looksFor: '填报的执行率与「全年执行数÷全年预算数」不一致；只是取整、舍位，或按年初预算、到位数计算的，作提示。',
    howToFix: '按「全年执行数÷全年预算数（调整后）」重算执行率，保留两位小数；预算数、执行数填错的改正金额。',
  },
  *run(context) {
    for (const [index, row] of (context.scoreTable.funding?.rows ?? []).entries()) {
      if (row.kind !== 'total' && row.kind !== 'part') continue;
      const raw = judge(context, index, row);
      if (raw !== null) yield raw;
    }
  },
  message(data, words, finding) {
    const place = `${words.name(data.name)}的执行率（${words.cell(finding.cell)}）填${ratePoints(data.stated)}`;
    const sum = `按${AMOUNT_NAMES[data.on]}计算为${words.number(data.executed)}÷${words.number(data.divisor)}=${ratePoints(data.expected)}`;
    return `${place}，${sum}，${because(data)}`;
  },
};

function because({ how }: ExecutionRate): string {
  if (how === 'rounded') return '差别来自取整。请保留两位小数，并核实执行率得分。';
  if (how === 'cut') return '差别来自舍去尾数。请按四舍五入保留两位小数，并核实执行率得分。';
  if (how === 'capped') return '执行数大于预算数，执行率被按100%填列。请如实填写执行率（得分以分值为限），并说明资金来源。';
  if (how !== null) return `所填数是按${AMOUNT_NAMES[how.otherwise]}计算的。请核实口径，一般以调整后的全年预算数为分母。`;
  return '两者不一致。请核实预算数、执行数和执行率。';
}

function judge(context: CheckContext, index: number, row: FundingRow): Raw<ExecutionRate> | null {
  const { scoreTable, book } = context;
  const on = denominator(scoreTable.funding!);
  const expected = rateOn(row, on);
  const stated = row.rate?.value ?? null;
  if (expected === null || stated === null || [row.rate!, row.executed!, row[on]!].some((slot) => context.doubted(slot.at))) return null;
  if (isShownSo(stated, expected) || (showsTenths(row.rate!) && isRounded(stated, expected, 3)) || fitsAmounts(row, on, stated))
    return null;
  const how = explanation(row, on, stated, expected);
  const total = index === scoreTable.funding!.total;
  const severity: Severity = total && how === null ? 'mandatory' : 'advisory';
  const fixable =
    (how === null || how === 'rounded' || how === 'cut') &&
    formulaTextAt(book, row.rate!.at) === undefined &&
    (!total || keepsScore(context, stated, expected));
  return {
    severity,
    accused: accused(fundingRowKey(scoreTable, index), 'rate'),
    cell: row.rate!.at,
    indicator: row.label.value,
    data: {
      name: row.label.value.replace(/[:：]\s*$/, ''),
      stated,
      expected,
      executed: row.executed!.value!,
      divisor: row[on]!.value!,
      on,
      how,
    },
    actual: stated,
    expected: halfUp(expected, 4),
    ...(fixable ? { fix: { cell: row.rate!.at, to: { value: rateAsTyped(row.rate!, book, expected) } } } : {}),
  };
}

/** Within what two decimals of a percentage show; but 99.38% typed for 99.3856% is cut off, not rounded. */
function isShownSo(stated: Dec, expected: Dec): boolean {
  if (stated.minus(expected).abs().gte(SHOWN)) return false;
  return stated.decimalPlaces() > 4 || stated.eq(halfUp(expected, 4)) || !stated.eq(cutOff(expected, 4));
}

/** The amounts themselves are rounded to the cent of their unit: a rate worked out of the unrounded ones may differ by that much. */
function fitsAmounts(row: FundingRow, on: Amount, stated: Dec): boolean {
  const [executed, divisor] = [row.executed!.value!, row[on]!.value!];
  const half = new Dec(10).pow(-Math.max(2, executed.decimalPlaces(), divisor.decimalPlaces())).div(2);
  if (stated.decimalPlaces() < 4 || divisor.lte('0.01') || executed.lte(half)) return false;
  const low = executed.minus(half).div(divisor.plus(half)).minus('0.00005');
  const high = executed.plus(half).div(divisor.minus(half)).plus('0.00005');
  return stated.gte(low) && stated.lte(high);
}

/** 「99.0%」 and 99.4%, not 「99%」. */
function showsTenths({ raw, value }: Slot<Dec>): boolean {
  return value!.decimalPlaces() >= 3 || (typeof raw === 'string' && /[.．]\d/.test(raw));
}

function explanation(row: FundingRow, on: Amount, stated: Dec, expected: Dec): ExecutionRate['how'] {
  const decimals = Math.max(2, stated.decimalPlaces());
  if (decimals <= 4) {
    if (decimals < 4 && isRounded(stated, expected, decimals)) return 'rounded';
    if (stated.eq(cutOff(expected, decimals))) return 'cut';
  }
  if (stated.eq(1) && expected.gt(1)) return 'capped';
  const other = (['initial', 'budget', 'arrived'] as const).find((amount) => {
    const rate = amount === on ? null : rateOn(row, amount);
    return rate !== null && (rate.minus(stated).abs().lt(SHOWN) || isRounded(stated, rate, decimals));
  });
  return other === undefined ? null : { otherwise: other };
}

function isRounded(stated: Dec, expected: Dec, decimals: number): boolean {
  return stated.eq(halfUp(expected, decimals));
}

/** The rate alone may be put right only where the score already fits the right one (or fits neither). */
function keepsScore({ scoreTable }: CheckContext, stated: Dec, expected: Dec): boolean {
  const total = fundingTotal(scoreTable);
  const [score, weight] = [total?.score?.value ?? null, total?.weight?.value ?? null];
  if (score === null || weight === null) return true;
  const fits = (rate: Dec): boolean => executionScore(rate, weight).minus(score).abs().lt('0.0051');
  return fits(expected) || !fits(stated);
}
