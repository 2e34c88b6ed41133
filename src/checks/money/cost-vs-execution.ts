import { fundingTotal, type IndicatorRow, type Quantity, type ScoreTable } from '../../score-table';
import { type Addr, Dec, wordsPattern } from '../../workbook';
import { accused } from '../support/accused';
import { PRACTICE } from '../support/basis';
import { inYuan, isCostRow, moneyReadings } from '../support/money';
import { isExactSlip } from '../support/scale';
import { quotedSlot } from '../support/quoted';
import type { Check, CheckContext } from '../types';
import words from '../data/money.json';

export interface CostVsExecution {
  readonly name: string;
  readonly actual: string;
  readonly executed: Dec;
  readonly unit: string;
}

/** The name itself says that the whole cost is meant. */
const WHOLE_COST = new RegExp(
  `(?:项目|工程|资金|投资|经费)?${wordsPattern(words.wholeCost)}|^(?:项目|工程|预算)(?:成本|支出|资金)$|^经费支出$`,
);
const HALF_CENT_OF_WAN = new Dec(50);

export const costVsExecution: Check<CostVsExecution> = {
  code: 'cost-vs-execution',
  title: '成本完成值与执行数不符',
  headline: '成本与执行数不符',
  severities: ['advisory'],
  basis: { ...PRACTICE, article: '项目成本指标的完成值应与全年执行数一致' },
  needs: ['funding', 'actuals'],
  explain: {
    looksFor: '项目总成本指标的实际完成值与资金情况中的全年执行数不一致；单位成本、分项成本不查。',
    howToFix: '按实际支出核对：成本完成值应等于全年执行数，口径不同的请说明。',
  },
  *run(context) {
    const spent = spentOf(context);
    if (spent === null) return;
    const { shown, at, unit } = spent;
    for (const row of context.scoreTable.rows) {
      const actual = row.actual?.value ?? null;
      if (actual === null || !isWholeCost(context, row) || context.doubted(row.actual!.at) || !differs(actual, row, spent)) continue;
      yield {
        severity: 'advisory',
        accused: accused(row.id, 'actual'),
        cell: row.actual!.at,
        related: [at],
        indicator: row.name.value,
        data: {
          name: row.name.value,
          actual: quotedSlot(row.actual!),
          executed: shown,
          unit: unit === 'mixed' || unit === null ? '' : unit,
        },
        actual: quotedSlot(row.actual!),
        expected: shown,
      };
    }
  },
  message(data, words, finding) {
    return `${words.name(data.name)}的完成值（${words.cell(finding.cell)}）为「${data.actual}」，与全年执行数${words.number(data.executed)}${data.unit}（${words.cells(finding.related)}）不一致。请核实实际支出；口径不同的请说明。`;
  },
};

/** 全年执行数 as it is shown, and in 元. */
interface Spent {
  readonly shown: Dec;
  readonly executed: Dec;
  readonly at: Addr;
  readonly unit: Unit;
}

type Unit = Parameters<typeof inYuan>[1];

function spentOf({ scoreTable, doubted }: CheckContext): Spent | null {
  const slot = fundingTotal(scoreTable)?.executed;
  if (slot?.value == null || doubted(slot.at)) return null;
  const unit = scoreTable.funding?.unit ?? scoreTable.money;
  const executed = inYuan(slot.value, unit);
  return executed === null || executed.lte(0) ? null : { shown: slot.value, executed, at: slot.at, unit };
}

/** It is an amount, and however it is read not the one that was spent. */
function differs(actual: Quantity, row: IndicatorRow, { shown, executed, unit }: Spent): boolean {
  const readings = moneyReadings(actual, row.target?.value ?? null, unit);
  return readings.length > 0 && !readings.some((spent) => isSame(spent, executed, actual, shown, unit) || isExactSlip(spent, executed));
}

/** The cost of the whole project: by its name, or because its target is the budget. */
function isWholeCost({ scoreTable }: CheckContext, row: IndicatorRow): boolean {
  const actual = row.actual?.value ?? null;
  if (row.role !== 'indicator' || actual === null || !isCostRow(row) || (actual.comparator !== null && actual.comparatorFrom === 'text'))
    return false;
  if (scoreTable.kind !== 'whole' && WHOLE_COST.test(row.name.value.replace(/\s+/g, ''))) return true;
  const target = row.target?.value ?? null;
  return target !== null && isBudget(scoreTable, target);
}

function isBudget(scoreTable: ScoreTable, target: Quantity): boolean {
  const total = fundingTotal(scoreTable);
  const unit = scoreTable.funding?.unit ?? scoreTable.money;
  const budgets = [total?.budget?.value, total?.initial?.value].flatMap((amount) => (amount == null ? [] : [inYuan(amount, unit)]));
  const readings = moneyReadings(target, null, unit);
  return budgets.some(
    (budget) => budget !== null && budget.gt(0) && readings.some((reading) => reading.minus(budget).abs().lte(HALF_CENT_OF_WAN)),
  );
}

/** Equal to the decimals both show, but never coarser than half a cent of a 万元. */
function isSame(spent: Dec, executed: Dec, typed: Quantity, amount: Dec, unit: string | null): boolean {
  const scale = typed.number === null || typed.number.isZero() ? new Dec(1) : spent.div(typed.number);
  const own = half(scale, typed.number?.decimalPlaces() ?? 0);
  const theirs = half(new Dec(unit === '万元' ? 10_000 : 1), amount.decimalPlaces());
  return spent.minus(executed).abs().lte(own.plus(theirs));
}

function half(scale: Dec, decimals: number): Dec {
  return Dec.min(scale.times(new Dec(10).pow(-decimals)).div(2), HALF_CENT_OF_WAN);
}
