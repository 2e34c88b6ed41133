import { type Figure, type Funding, type FundingRow, fundingTotal, type Slot } from '../../score-table';
import { halfUp, type Addr, addrKey, Dec } from '../../workbook';
import { accused, fundingKey } from '../support/accused';
import { ARITHMETIC } from '../support/basis';
import { wrongFigures, wrongPartLists, type FigureDifference } from '../support/figure-sums';
import { imbalances, type Imbalance } from '../support/identities';
import { sumTolerance } from '../support/money';
import type { Check, CheckContext, Raw } from '../types';

export interface BudgetBalance {
  /** The figure looked at: 「按支出性质分」, 「本年支出」. */
  readonly name: string;
  readonly at: Addr;
  readonly value: Dec;
  /** What it should equal: 900.47+1025.20, 全年执行数. */
  readonly against: string;
  readonly terms: readonly Dec[];
  readonly sum: Dec;
  /** The identity in words, for the data sheet. */
  readonly identity: string | null;
  readonly rate: boolean;
  /** A term that does not fit another identity either. */
  readonly also: string | null;
}

export const budgetBalance: Check<BudgetBalance> = {
  code: 'budget-balance',
  title: '收支数据不平衡',
  headline: '收支数据不平',
  severities: ['mandatory', 'advisory'],
  basis: { ...ARITHMETIC, article: '部门决算收支平衡关系' },
  needs: [],
  explain: {
    looksFor:
      '按支出性质合计与全年执行数、按收入性质合计与全年预算数（或执行数）、基本支出加项目支出与本年支出、收入加年初结转与支出加年末结转、“三公”经费与其各项等关系不平衡；基础数据表中的比率与其编制数、在职人数等数据不符，或与表中写明的计算公式不符。',
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
    const n = data.rate ? words.percent : words.number;
    const place = `${words.name(data.name)}（${words.cell(data.at)}）`;
    if (data.rate)
      return `${place}为${n(data.value)}，而按${data.against}（${words.cells(finding.related)}）计算为${n(data.sum)}。请核实，改正填错的一处。`;
    const sum = data.terms.length > 1 ? `${data.terms.map(n).join('+')}=${n(data.sum)}` : n(data.sum);
    const rule = data.identity === null ? '' : `（${data.identity}）`;
    const also = data.also === null ? '' : `${words.name(data.also)}（${words.cell(finding.cell)}）与其他数据也不平，请先核对该项。`;
    return `${place}合计为${n(data.value)}，而${data.against}为${sum}，相差${n(data.value.minus(data.sum).abs())}${rule}。${also}请对照决算数核实。`;
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
  const own = { name, at: slot.at, value: slot.value, identity: null, rate: false, also: null } as const;
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
    const data: BudgetBalance = { ...own, against: '所列各项之和', terms, sum };
    yield { ...base, severity: terms.length === children.length ? 'mandatory' : 'advisory', data, expected: sum };
    return;
  }
  const total = fundingTotal(context.scoreTable);
  const due = kind === 'expenditure' ? [total?.executed] : [total?.budget, total?.executed];
  const amounts = due.filter((one): one is Slot<Dec> => one?.value != null && !context.doubted(one.at));
  const [first] = amounts;
  if (
    first === undefined ||
    amounts.length < due.length ||
    amounts.some((one) =>
      one
        .value!.minus(slot.value!)
        .abs()
        .lte(sumTolerance([slot.value!, one.value!])),
    )
  )
    return;
  const against = kind === 'expenditure' ? '年度资金总额的全年执行数' : '年度资金总额的全年预算数';
  const data: BudgetBalance = { ...own, against, terms: [], sum: first.value! };
  yield { ...base, severity: 'mandatory', related: [first.at], data, expected: first.value };
}

/** What does not come out on the data sheet itself; said once a workbook. */
function* dataSheet(context: CheckContext): Iterable<Raw<BudgetBalance>> {
  if (!context.first) return;
  const said = new Set<string>();
  for (const found of imbalances(context.scoreTable)) {
    const figures = [...found.left, ...found.right].map(({ figure }) => figure);
    if (figures.some((figure) => context.doubted(figure.value.at))) continue;
    for (const figure of figures) said.add(addrKey(figure.value.at));
    yield ofIdentity(found, figures);
  }
  for (const found of [...wrongFigures(context.scoreTable), ...wrongPartLists(context.scoreTable)]) {
    if (said.has(addrKey(found.at)) || [found.at, ...found.cells].some((at) => context.doubted(at))) continue;
    said.add(addrKey(found.at));
    yield ofFigure(found);
  }
}

function ofIdentity(found: Imbalance, figures: readonly Figure[]): Raw<BudgetBalance> {
  const blamed = found.blamed.value.at;
  const first = found.left[0]!.figure;
  const also = found.blamed === first ? null : [...found.left, ...found.right].find(({ figure }) => figure === found.blamed)!.name;
  const data: BudgetBalance = {
    name: found.left.map((term) => term.name).join('＋'),
    at: first.value.at,
    value: found.sums[0],
    against: found.right.map((term) => term.name).join('＋'),
    terms: found.right.flatMap(({ figure }) => figure.value.value ?? []),
    sum: found.sums[1],
    identity: found.name,
    rate: false,
    also,
  };
  return {
    severity: found.complete ? 'mandatory' : 'advisory',
    accused: accused(`figure:${addrKey(blamed)}`, 'money'),
    cell: blamed,
    related: figures.map((figure) => figure.value.at).filter((at) => addrKey(at) !== addrKey(blamed)),
    indicator: null,
    data,
    actual: found.sums[0],
    expected: found.sums[1],
  };
}

function ofFigure({ label, at, value, sum, formula, terms, cells, rate, stated }: FigureDifference): Raw<BudgetBalance> {
  const against = formula === '' ? '所列各项之和' : formula;
  const data: BudgetBalance = { name: label.replace(/[:：]$/, ''), at, value, against, terms, sum, identity: null, rate, also: null };
  return {
    severity: stated ? 'mandatory' : 'advisory',
    accused: accused(`figure:${addrKey(at)}`, 'money'),
    cell: at,
    related: cells,
    indicator: null,
    data,
    actual: value,
    expected: rate ? halfUp(sum, 4) : sum,
  };
}
