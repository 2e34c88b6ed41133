import { figuresOf, sameFigure } from '../../scoring/facts/from-data';
import { statedInRow, type Stated } from '../../scoring/facts/stated';
import type { Figure, IndicatorRow } from '../../score-table/types';
import { Dec } from '../../workbook/decimal';
import type { Addr } from '../../workbook/types';
import { accused, fundingKey } from '../support/accused';
import { ARITHMETIC } from '../support/basis';
import { executionRow, fundingTotal } from '../../score-table/execution';
import { scoredRows } from '../../score-table/scored-rows';
import { AMOUNT_NAMES, AMOUNTS } from '../support/money';
import type { Check, CheckContext, Raw } from '../types';

export interface DataVsScore {
  readonly name: string;
  /** What is compared: 「三公经费控制率」. */
  readonly label: string;
  readonly stated: Dec;
  readonly figure: Dec;
  readonly at: Addr;
  readonly rate: boolean;
  readonly money: boolean;
  readonly sure: boolean;
}

export const dataVsScore: Check<DataVsScore> = {
  code: 'data-vs-score',
  title: '评分表与数据表不一致',
  severities: ['mandatory', 'advisory'],
  basis: { ...ARITHMETIC, article: '同一单位、同一年度、同一口径的数据各表一致' },
  needs: ['dataSheet'],
  explain: {
    looksFor:
      '评分表中的完成值、说明中的数据或资金情况，与基础数据表中名称相同的数据不一致。名称、年度和口径都相同的为强制性，年度或口径没有写明的为提示性。',
    howToFix: '核对两处数据，改正填错的一处；口径不同的，请写明。',
  },
  *run(context) {
    for (const row of scoredRows(context.scoreTable)) yield* ofRow(context, row);
    yield* ofFunding(context);
  },
  message(data, words, finding) {
    const figure = (value: Dec): string => (data.rate ? words.percent(value) : `${words.number(value)}${data.money ? '元' : ''}`);
    const ask = data.sure ? '请核实，改正填错的一处。' : '请核实；年度或口径不同的，请写明。';
    return `${words.name(data.name)}一行（${words.cell(finding.cell)}）写的${words.name(data.label)}为${figure(data.stated)}，数据表（${words.cell(data.at)}）为${figure(data.figure)}，两者不一致。${ask}`;
  },
};

function* ofRow(context: CheckContext, row: IndicatorRow): Iterable<Raw<DataVsScore>> {
  for (const stated of statedInRow(row, context.expected(row.id).rule?.parsed.facts ?? [])) {
    const clash = clashWith(context, stated);
    if (clash === null) continue;
    yield raw(row.id, row.name.value, stated, clash);
    return;
  }
}

/** 年度资金总额 against the data sheet's figure of the same name. */
function* ofFunding(context: CheckContext): Iterable<Raw<DataVsScore>> {
  const { scoreTable } = context;
  const [total, funding] = [fundingTotal(scoreTable), scoreTable.funding];
  if (total === null || funding === undefined || (funding.unit !== '元' && funding.unit !== '万元')) return;
  for (const amount of AMOUNTS) {
    const slot = total[amount];
    if (slot?.value == null || context.doubted(slot.at)) continue;
    const unit = new Dec(funding.unit === '元' ? 1 : 10_000);
    const stated: Stated = {
      label: AMOUNT_NAMES[amount],
      value: slot.value.times(unit),
      at: slot.at,
      kind: 'number',
      money: true,
      decimals: slot.value.decimalPlaces() - (funding.unit === '元' ? 0 : 4),
    };
    const clash = clashWith(context, stated);
    if (clash === null) continue;
    yield raw(executionRow(scoreTable)?.id ?? fundingKey(funding.total!), total.label.value.replace(/[:：]\s*$/, ''), stated, clash);
    return;
  }
}

interface Clash {
  readonly figure: Figure;
  readonly value: Dec;
  readonly sure: boolean;
}

/** The data sheet's figure of this name, where all that have it differ from what is stated. */
function clashWith(context: CheckContext, stated: Stated): Clash | null {
  if (context.doubted(stated.at)) return null;
  const figures = figuresOf(context.scoreTable, stated.label).map((figure) => ({ figure, same: sameFigure(figure, stated) }));
  const compared = figures.filter((one) => one.same !== null && !context.doubted(one.figure.value.at));
  const [first] = compared;
  if (first === undefined || compared.some((one) => one.same!.equal) || compared.length > 1) return null;
  const { figure, same } = first;
  return { figure, value: same!.value, sure: figure.period !== null };
}

function raw(key: string, name: string, stated: Stated, { figure, value, sure }: Clash): Raw<DataVsScore> {
  return {
    severity: sure ? 'mandatory' : 'advisory',
    accused: accused(key, 'actual'),
    cell: stated.at,
    related: [figure.value.at],
    indicator: name,
    data: {
      name,
      label: stated.label,
      stated: stated.value,
      figure: value,
      at: figure.value.at,
      rate: stated.kind === 'rate',
      money: stated.money,
      sure,
    },
    actual: stated.value,
    expected: value,
  };
}
