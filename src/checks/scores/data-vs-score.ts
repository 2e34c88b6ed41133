import { figuresOf, measureOf, mentionsIn, ownMention, sameFigure, type Stated, statedInRow } from '../../scoring';
import { type Amount, executionRow, fundingTotal, type IndicatorRow, scoredRows } from '../../score-table';
import { type Addr, addrKey, Dec } from '../../workbook';
import { accused, fundingKey } from '../support/accused';
import { ARITHMETIC } from '../support/basis';
import { clashWith, shortNameClash, workedOutClash, type Clash } from '../support/data-figures';
import { AMOUNT_NAMES, AMOUNTS } from '../support/money';
import type { Check, CheckContext, Raw } from '../types';

export interface DataVsScore {
  readonly name: string;
  /** What is compared: 「三公经费控制率」. */
  readonly label: string;
  readonly stated: Dec;
  readonly figure: Dec;
  readonly cells: readonly Addr[];
  /** Where the data sheet has not the figure itself but what it is worked out of. */
  readonly formula: string | null;
  readonly rate: boolean;
  readonly money: boolean;
  readonly sure: boolean;
}

export const dataVsScore: Check<DataVsScore> = {
  code: 'data-vs-score',
  title: '评分表与数据表不一致',
  headline: '与数据表不一致',
  severities: ['mandatory', 'advisory'],
  basis: { ...ARITHMETIC, article: '同一单位、同一年度、同一口径的数据各表一致' },
  needs: ['dataSheet'],
  explain: {
    looksFor:
      '评分表中的完成值、说明中写到的数据或资金情况，与基础数据表中同一项目的数据（或按其计算的比率）不一致。名称、年度和口径都相同的为强制性，名称不全相同、年度或口径没有写明、按数据表计算的为提示性。',
    howToFix: '核对两处数据，改正填错的一处；口径不同的，请写明。',
  },
  *run(context) {
    for (const row of scoredRows(context.scoreTable)) yield* ofRow(context, row);
    yield* ofFunding(context);
  },
  message(data, words, finding) {
    const figure = (value: Dec): string => (data.rate ? words.percent(value) : `${words.number(value)}${data.money ? '元' : ''}`);
    const ask = data.sure ? '请核实，改正填错的一处。' : '请核实；年度或口径不同的，请写明。';
    const place = `数据表（${words.cells(data.cells)}）`;
    const there = data.formula === null ? `${place}为${figure(data.figure)}` : `按${place}的${data.formula}计算为${figure(data.figure)}`;
    return `${words.name(data.name)}一行（${words.cell(finding.cell)}）写的${words.name(data.label)}为${figure(data.stated)}，${there}，两者不一致。${ask}`;
  },
};

function* ofRow(context: CheckContext, row: IndicatorRow): Iterable<Raw<DataVsScore>> {
  const seen = new Set<string>();
  for (const { stated, clash } of clashesOf(context, row)) {
    const key = clash.cells.map(addrKey).join(' ');
    if (seen.has(key)) continue;
    // The first blames the row, like any finding on what it states; each further figure stands for itself.
    yield raw(seen.size === 0 ? row.id : `${row.id} ${key}`, row.name.value, stated, clash);
    seen.add(key);
  }
}

interface Stand {
  readonly stated: Stated;
  readonly clash: Clash;
}

function clashesOf(context: CheckContext, row: IndicatorRow): readonly Stand[] {
  const found: Stand[] = [];
  const take = (stated: Stated, clash: Clash | null): void => {
    if (clash !== null) found.push({ stated, clash });
  };
  const own = ownMention(context.scoreTable, row);
  for (const stated of [...statedInRow(row, context.expected(row.id).rule?.parsed.facts ?? []), ...(own === null ? [] : [own])]) {
    const label = stated === own ? row.name.value : stated.label;
    const isOwn = label === row.name.value;
    take(stated, clashWith(context, stated, measureOf(label).standing, measureOf(label).key));
    if (isOwn)
      take(stated, shortNameClash(context, row, stated) ?? workedOutClash(context, label, stated) ?? subjectClash(context, label, stated));
  }
  for (const { stated, standing, measure } of mentionsIn(context.scoreTable, row))
    take(stated, clashWith(context, stated, standing, measure));
  return found;
}

/** 「“三公”经费控制情况」 with an amount as 完成值 is the amount spent. */
function subjectClash(context: CheckContext, name: string, stated: Stated): Clash | null {
  const subject = measureOf(name).key.replace(/(?:控制|执行|支出|使用|管理)?(?:情况|程度)?$/, '');
  if (!stated.money || subject.length < 2) return null;
  const clash = clashWith(context, stated, null, measureOf(subject).key);
  return clash === null ? null : { ...clash, sure: false };
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
    const clash = fundingClash(context, amount, stated);
    if (clash === null) continue;
    yield raw(executionRow(scoreTable)?.id ?? fundingKey(funding.total!), total.label.value.replace(/[:：]\s*$/, ''), stated, clash);
    return;
  }
}

/** By its own name; the year's spending of a whole department also as 支出合计. */
function fundingClash(context: CheckContext, amount: Amount, stated: Stated): Clash | null {
  const own = exactClash(context, stated);
  if (own !== null || amount !== 'executed' || context.scoreTable.kind !== 'whole') return own;
  const parts = context.scoreTable.funding!.rows.flatMap((row) => row.executed?.value ?? row.labelAmount?.value ?? []);
  const clash = clashWith(context, { ...stated, label: '支出合计' }, null, measureOf('支出合计').key);
  const unit = context.scoreTable.funding!.unit === '元' ? 1 : 10_000;
  return clash === null || parts.some((part) => part.times(unit).eq(clash.value)) ? null : { ...clash, sure: false };
}

/** The data sheet's figure of exactly this name, where all that have it differ from what is stated. */
function exactClash(context: CheckContext, stated: Stated): Clash | null {
  if (context.doubted(stated.at)) return null;
  const figures = figuresOf(context.scoreTable, stated.label).map((figure) => ({ figure, same: sameFigure(figure, stated) }));
  const compared = figures.filter((one) => one.same !== null && !context.doubted(one.figure.value.at));
  const [first] = compared;
  if (first === undefined || compared.some((one) => one.same!.equal) || compared.length > 1) return null;
  const { figure, same } = first;
  return { value: same!.value, cells: [figure.value.at], sure: figure.period !== null, formula: null };
}

function raw(key: string, name: string, stated: Stated, { cells, value, sure, formula }: Clash): Raw<DataVsScore> {
  return {
    severity: sure ? 'mandatory' : 'advisory',
    accused: accused(key, 'actual'),
    cell: stated.at,
    related: cells,
    indicator: name,
    data: {
      name,
      label: stated.label,
      stated: stated.value,
      figure: value,
      cells,
      formula,
      rate: stated.kind === 'rate',
      money: stated.money,
      sure,
    },
    actual: stated.value,
    expected: value,
  };
}
