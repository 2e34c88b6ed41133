import type { Funding, FundingRow, Slot } from '../../score-table/types';
import { addrKey } from '../../workbook/address';
import { Dec } from '../../workbook/decimal';
import { accused, fundingKey } from '../support/accused';
import { ARITHMETIC } from '../support/basis';
import { fundingTotal } from '../../score-table/execution';
import { imbalances } from '../support/identities';
import { sumTolerance } from '../support/money';
import type { Check, CheckContext, Raw } from '../types';

export interface BudgetBalance {
  /** The figure looked at: 「按支出性质分」, 「本年支出」. */
  readonly name: string;
  readonly value: Dec;
  /** What it should equal: 900.47+1025.20, 全年执行数. */
  readonly against: string;
  readonly terms: readonly Dec[];
  readonly sum: Dec;
  /** The identity in words, for the data sheet. */
  readonly identity: string | null;
}

export const budgetBalance: Check<BudgetBalance> = {
  code: 'budget-balance',
  title: '收支数据不平衡',
  severities: ['mandatory', 'advisory'],
  basis: { ...ARITHMETIC, article: '部门决算收支平衡关系' },
  needs: [],
  explain: {
    looksFor:
      '按支出性质合计与全年执行数、按收入性质合计与全年预算数（或执行数）、基本支出加项目支出与本年支出、收入加年初结转与支出加年末结转等关系不平衡。',
    howToFix: '对照部门决算报表核对各项金额；有未列出的科目请补列。',
  },
  *run(context) {
    if (context.scoreTable.funding !== undefined) {
      yield* nature(context, context.scoreTable.funding, 'expenditure');
      yield* nature(context, context.scoreTable.funding, 'income');
    }
    yield* dataSheet(context);
  },
  message(data, words, finding) {
    const n = words.number;
    const sum = data.terms.length > 1 ? `${data.terms.map(n).join('+')}=${n(data.sum)}` : n(data.sum);
    const rule = data.identity === null ? '' : `（${data.identity}）`;
    return `${words.name(data.name)}（${words.cell(finding.cell)}）合计为${n(data.value)}，而${data.against}为${sum}，相差${n(data.value.minus(data.sum).abs())}${rule}。请对照决算数核实。`;
  },
};

function amountOf(row: FundingRow): Slot<Dec> | undefined {
  return [row.labelAmount, row.executed, row.budget].find((slot) => slot?.value != null) ?? row.labelAmount ?? row.executed;
}

/** 按支出性质分 and 按收入性质分: the heading against its lines, then against the year's amounts. */
function* nature(context: CheckContext, funding: Funding, kind: 'income' | 'expenditure'): Iterable<Raw<BudgetBalance>> {
  const headIndex = funding.rows.findIndex((row) => row.kind === kind && (row.parent === null || funding.rows[row.parent]?.kind !== kind));
  const head = funding.rows[headIndex];
  const slot = head === undefined ? undefined : amountOf(head);
  if (head === undefined || slot?.value == null || context.doubted(slot.at)) return;
  const children = funding.rows.filter((row) => row.kind === kind && row.parent === headIndex);
  const lines = children.map(amountOf);
  const terms = lines.flatMap((line) => line?.value ?? []);
  const sum = terms.reduce((all, term) => all.plus(term), new Dec(0));
  const name = head.label.value.replace(/[:：]\s*$/, '');
  const base = {
    accused: accused(fundingKey(headIndex), 'money'),
    cell: slot.at,
    indicator: head.label.value,
    actual: slot.value,
  } as const;
  if (
    terms.length > 1 &&
    slot.value
      .minus(sum)
      .abs()
      .gt(sumTolerance([slot.value, ...terms]))
  ) {
    const data: BudgetBalance = { name, value: slot.value, against: '所列各项之和', terms, sum, identity: null };
    yield { ...base, severity: terms.length === children.length ? 'mandatory' : 'advisory', data, expected: sum };
    return;
  }
  const total = fundingTotal(context.scoreTable);
  const own = kind === 'expenditure' ? [total?.executed] : [total?.budget, total?.executed];
  const amounts = own.filter((one): one is Slot<Dec> => one?.value != null && !context.doubted(one.at));
  const [first] = amounts;
  if (
    first === undefined ||
    amounts.length < own.length ||
    amounts.some((one) =>
      one
        .value!.minus(slot.value!)
        .abs()
        .lte(sumTolerance([slot.value!, one.value!])),
    )
  )
    return;
  const against = kind === 'expenditure' ? '年度资金总额的全年执行数' : '年度资金总额的全年预算数';
  const data: BudgetBalance = { name, value: slot.value, against, terms: [], sum: first.value!, identity: null };
  yield { ...base, severity: 'mandatory', related: [first.at], data, expected: first.value };
}

function* dataSheet(context: CheckContext): Iterable<Raw<BudgetBalance>> {
  for (const found of imbalances(context.scoreTable)) {
    const figures = [...found.left, ...found.right];
    if (figures.some(({ figure }) => context.doubted(figure.value.at))) continue;
    const [first, ...others] = figures.map(({ figure }) => figure.value.at);
    const data: BudgetBalance = {
      name: found.left.map((term) => term.name).join('＋'),
      value: found.sums[0],
      against: found.right.map((term) => term.name).join('＋'),
      terms: found.right.flatMap(({ figure }) => figure.value.value ?? []),
      sum: found.sums[1],
      identity: found.name,
    };
    yield {
      severity: found.complete ? 'mandatory' : 'advisory',
      accused: accused(`figure:${addrKey(first!)}`, 'money'),
      cell: first!,
      related: others,
      indicator: null,
      data,
      actual: found.sums[0],
      expected: found.sums[1],
    };
  }
}
