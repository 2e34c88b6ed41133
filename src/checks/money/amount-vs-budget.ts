import {
  type Amount,
  type BudgetAmount,
  type BudgetKind,
  decimalsShown,
  type Funding,
  type FundingRow,
  fundingTotal,
  halfUnit,
  type MoneyUnit,
  type ScoreTable,
} from '../../score-table';
import { type Addr, Dec, type WorkbookSnapshot, wordsPattern } from '../../workbook';
import words from '../data/money.json';
import { accused, fundingKey } from '../support/accused';
import { ARITHMETIC } from '../support/basis';
import { AMOUNT_NAMES, AMOUNTS, inYuan } from '../support/money';
import type { Check, CheckContext, Raw } from '../types';

export interface AmountVsBudget {
  readonly what: string;
  readonly stated: Dec;
  readonly listed: Dec;
  /** 元, 万元 or '' of `stated` and of `listed`. */
  readonly units: readonly [stated: string, listed: string];
  readonly file: string;
  readonly heading: string;
  readonly place: string;
  /** Lines of the list that were added up. */
  readonly lines: number;
  /** In 元; null where a unit is not known. */
  readonly difference: Dec | null;
}

/** 年度资金总额 beside what the budget system or the final accounts have for the project. */
export const amountVsBudget: Check<AmountVsBudget> = {
  code: 'amount-vs-budget',
  title: '预算数、执行数与预算执行表不一致',
  headline: '与预算执行表不一致',
  severities: ['advisory'],
  basis: { ...ARITHMETIC, article: '自评表的预算数、执行数与预算执行表（决算）一致' },
  needs: ['funding', 'budget'],
  explain: {
    looksFor:
      '用 --budget 给出预算执行表（指标执行表、决算表）时，年度资金总额的预算数、执行数与表中该项目的不同。按项目编码、名称对应，元、万元按表头换算，差在四舍五入之内的不算，与其中财政拨款一致的也不算。',
    howToFix: '核对两张表，改正填错的一处；统计口径不同的（如含上年结转、其他资金），请说明。',
  },
  *run(context) {
    const { scoreTable } = context;
    const total = fundingTotal(scoreTable);
    const { budget, funding } = scoreTable;
    if (total === null || funding === undefined || budget?.amounts == null || funding.unit === 'mixed') return;
    for (const [kind, amounts] of COMPARED) {
      const listed = budget.amounts[kind];
      const raw = listed === undefined ? null : clash(context, funding, listed, amounts, budget.file);
      if (raw !== null) yield raw;
    }
  },
  message(data, words, finding) {
    const { stated, listed, units, difference, lines } = data;
    const several = lines > 1 ? `等${lines}行合计` : '';
    const apart = difference === null ? '' : `，相差${differenceText(difference, units, words.number)}`;
    return `${data.what}（${words.cell(finding.cell)}）为${words.number(stated)}${units[0]}，「${data.file}」中该项目的${data.heading}（${data.place}${several}）为${words.number(listed)}${units[1]}${apart}。请核实，改正填错的一处；统计口径不同的，请说明。`;
  },
};

const COMPARED: readonly (readonly [BudgetKind, readonly Amount[]])[] = [
  ['initial', ['initial']],
  ['budget', ['budget']],
  ['anyBudget', ['budget', 'initial']],
  ['executed', ['executed']],
];

const TEN_THOUSAND = new Dec(10_000);

function differenceText(yuan: Dec, [unit]: AmountVsBudget['units'], number: (value: Dec) => string): string {
  return unit === '万元' ? `${number(yuan.div(TEN_THOUSAND))}万元` : `${number(yuan)}元`;
}

const OF_THE_STATE = new RegExp(wordsPattern(words.ofTheState));

interface Stated {
  readonly amount: Amount;
  readonly value: Dec;
  readonly at: Addr;
}

const statedIn = (row: FundingRow, amounts: readonly Amount[]): readonly Stated[] =>
  amounts.flatMap((amount): readonly Stated[] => {
    const slot = row[amount];
    return slot?.value == null ? [] : [{ amount, value: slot.value, at: slot.at }];
  });

/** What the list gives agrees with the total, or with one of its sources: an export may hold the 财政拨款 alone. */
function clash(
  context: CheckContext,
  funding: Funding,
  listed: BudgetAmount,
  amounts: readonly Amount[],
  file: string,
): Raw<AmountVsBudget> | null {
  const { scoreTable, book, doubted } = context;
  const stated = statedIn(fundingTotal(scoreTable)!, amounts);
  const [first] = stated;
  if (first === undefined || stated.some(({ at }) => doubted(at))) return null;
  const value = new Dec(listed.value);
  const half = ownHalf(scoreTable, book);
  const agrees = (one: Stated): boolean => isSameAmount(one.value, half, funding.unit, value, listed);
  const ofState = funding.rows.filter((row, index) => index !== funding.total && OF_THE_STATE.test(row.label.value));
  const parts = ofState.flatMap((row) => statedIn(row, amounts)).filter((one) => one.value.gt(0));
  if ([...stated, ...parts].some(agrees)) return null;
  const yuan = [inYuan(first.value, funding.unit), inYuan(value, listed.unit)] as const;
  return {
    severity: 'advisory',
    accused: accused(fundingKey(funding.total!), 'money'),
    cell: first.at,
    indicator: null,
    data: {
      what: AMOUNT_NAMES[first.amount],
      stated: first.value,
      listed: value,
      units: [funding.unit ?? '', listed.unit ?? ''],
      file,
      heading: listed.heading,
      place: listed.place,
      lines: listed.lines,
      difference: yuan[0] === null || yuan[1] === null ? null : yuan[0].minus(yuan[1]).abs(),
    },
    actual: first.value,
  };
}

/** Half of the last decimal to which the table gives its amounts, in its own unit. */
function ownHalf({ funding }: ScoreTable, book: WorkbookSnapshot): Dec {
  const decimals = funding!.rows.flatMap((row) =>
    AMOUNTS.flatMap((amount) => {
      const slot = row[amount];
      return slot?.value == null ? [] : [decimalsShown(slot, book)];
    }),
  );
  return halfUnit(Math.min(MOST_DECIMALS, Math.max(0, ...decimals)));
}

const MOST_DECIMALS = 6;

/** Within half a unit of the coarser of the two. Where a unit is not written, any that makes them agree is taken for it. */
function isSameAmount(stated: Dec, half: Dec, unit: MoneyUnit | null, listed: Dec, { unit: other, decimals }: BudgetAmount): boolean {
  return scalesOf(unit).some((own) =>
    scalesOf(other).some((theirs) => {
      const tolerance = Dec.max(half.times(own), halfUnit(decimals).times(theirs));
      return stated.times(own).minus(listed.times(theirs)).abs().lte(tolerance);
    }),
  );
}

const ONE = new Dec(1);
const scalesOf = (unit: MoneyUnit | null): readonly Dec[] =>
  unit === '万元' ? [TEN_THOUSAND] : unit === '元' ? [ONE] : [ONE, TEN_THOUSAND];
