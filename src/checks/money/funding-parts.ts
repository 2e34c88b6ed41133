import { executionRow, type Funding, type FundingRow } from '../../score-table';
import type { Dec } from '../../workbook';
import { accused } from '../support/accused';
import { ARITHMETIC } from '../support/basis';
import { AMOUNTS, AMOUNT_NAMES, denominator, fundingRowKey, sumOfSlots, sumTolerance, type Amount } from '../support/money';
import type { Accused, Check, CheckContext, Raw } from '../types';
import words from '../data/money.json';
import { wordsPattern } from '../../workbook';

export interface FundingParts {
  readonly name: string;
  readonly column: string;
  readonly total: Dec;
  readonly parts: readonly Dec[];
  readonly sum: Dec;
  /** The columns that differ, this one included. */
  readonly columns: readonly string[];
}

/** A form with this line lists every source there can be. */
const CATCH_ALL = /其他|其它|其余/;
/** Levels of government and kinds of budget inside 财政拨款: they may be parts of the line above, not of the total. */
const WITHIN_APPROPRIATION = new RegExp(wordsPattern(words.sources));

export const fundingParts: Check<FundingParts> = {
  code: 'funding-parts',
  title: '资金总额与分项不符',
  headline: '总额与分项不符',
  severities: ['mandatory'],
  basis: { ...ARITHMETIC, article: '年度资金总额＝各项资金来源之和' },
  needs: ['funding'],
  explain: {
    looksFor:
      '「其中」各项之和大于资金总额；表中列全了资金来源（含「其他资金」，或其余各列的各项之和正好等于总额）时，各项之和与总额不等。只列部分来源的不算。',
    howToFix: '核对总额与各项来源：总额应等于当年财政拨款、上年结转、其他资金等之和。',
  },
  *run(context) {
    const { funding } = context.scoreTable;
    for (const [index, row] of (funding?.rows ?? []).entries()) {
      if (row.kind !== 'total' && row.kind !== 'part') continue;
      const raw = judge(context, funding!, index, row);
      if (raw !== null) yield raw;
    }
  },
  message(data, words, finding) {
    const sum = data.parts.length > 1 ? `${data.parts.map(words.number).join('+')}=${words.number(data.sum)}` : words.number(data.sum);
    const others = data.columns.length > 1 ? `（${data.columns.join('、')}均如此）` : '';
    const sense = data.sum.gt(data.total) ? '分项之和大于总额' : '分项之和与总额不等';
    return `${words.name(data.name)}的${data.column}（${words.cell(finding.cell)}）为${words.number(data.total)}，其中各项合计为${sum}，${sense}${others}。请核实总额和各项资金来源。`;
  },
};

function judge(context: CheckContext, funding: Funding, index: number, row: FundingRow): Raw<FundingParts> | null {
  const parts = funding.rows.filter((part) => part.kind === 'part' && part.parent === index);
  if (parts.length === 0) return null;
  const wrong = AMOUNTS.filter((amount) => isWrong(context, row, parts, amount));
  const [first] = wrong;
  if (first === undefined) return null;
  const values = parts.flatMap((part) => (part[first]?.value == null ? [] : [part[first].value]));
  const sum = sumOfSlots(parts.map((part) => part[first]));
  const name = row.label.value.replace(/[:：]\s*$/, '');
  return {
    severity: 'mandatory',
    accused: accused(fundingRowKey(context.scoreTable, index), 'money'),
    accountsFor: consequences(context, funding, index, row, parts, wrong),
    cell: row[first]!.at,
    related: wrong.slice(1).map((amount) => row[amount]!.at),
    indicator: row.label.value,
    data: {
      name,
      column: AMOUNT_NAMES[first],
      total: row[first]!.value!,
      parts: values.filter((value) => !value.isZero()),
      sum,
      columns: wrong.map((amount) => AMOUNT_NAMES[amount]),
    },
    actual: row[first]!.value,
    expected: sum,
  };
}

function isWrong({ doubted }: CheckContext, row: FundingRow, parts: readonly FundingRow[], amount: Amount): boolean {
  const total = row[amount];
  const slots = parts.map((part) => part[amount]);
  const values = slots.flatMap((slot) => (slot?.value == null ? [] : [slot.value]));
  if (
    total?.value == null ||
    values.length === 0 ||
    doubted(total.at) ||
    slots.some((slot) => slot !== undefined && (slot.state === 'text' || slot.state === 'error' || doubted(slot.at)))
  )
    return false;
  // A part merged with its total is the total again.
  if (slots.some((slot) => slot !== undefined && slot.at.row === total.at.row && slot.at.col === total.at.col)) return false;
  const off = sumOfSlots(slots).minus(total.value);
  const tolerance = sumTolerance([total.value, ...values]);
  if (off.abs().lte(tolerance)) return false;
  if (off.gt(0)) return !isNested(parts, amount, total.value, tolerance);
  return parts.some((part) => CATCH_ALL.test(part.label.value)) || completeElsewhere(row, parts, amount);
}

/** In two other columns several sources come exactly to the total, and this column has a figure or a dash for each of them: the list is whole. */
function completeElsewhere(row: FundingRow, parts: readonly FundingRow[], amount: Amount): boolean {
  if (parts.some((part) => part[amount] === undefined || part[amount].state === 'blank')) return false;
  const fits = AMOUNTS.filter((other) => {
    const total = row[other]?.value ?? null;
    const filled = parts.filter((part) => part[other]?.value != null && !part[other].value.isZero());
    return other !== amount && total !== null && filled.length >= 2 && sumOfSlots(parts.map((part) => part[other])).eq(total);
  });
  return fits.length >= 2 || (fits.length === 1 && AMOUNTS.filter((other) => row[other]?.value != null).length === 2);
}

/** 财政拨款 90, 中央 50, 省级 40 in one list: the lines that detail the one above it do not count again. */
function isNested(parts: readonly FundingRow[], amount: Amount, total: Dec, tolerance: Dec): boolean {
  const outer = parts.filter((part) => !WITHIN_APPROPRIATION.test(part.label.value));
  return outer.length > 0 && outer.length < parts.length && sumOfSlots(outer.map((part) => part[amount])).lte(total.plus(tolerance));
}

/** A rate that fits the parts is not wrong as well: the total's amounts are. */
function consequences(
  { scoreTable }: CheckContext,
  funding: Funding,
  index: number,
  row: FundingRow,
  parts: readonly FundingRow[],
  wrong: readonly Amount[],
): readonly Accused[] {
  const rate = row.rate?.value ?? null;
  if (rate === null) return [];
  const on = denominator(funding);
  const amount = (which: Amount): Dec | null =>
    wrong.includes(which) ? sumOfSlots(parts.map((part) => part[which])) : (row[which]?.value ?? null);
  const [executed, divisor] = [amount('executed'), amount(on)];
  if (executed === null || divisor === null || divisor.lte(0) || executed.div(divisor).minus(rate).abs().gt('0.005')) return [];
  return [
    accused(
      index === funding.total ? (executionRow(scoreTable)?.id ?? fundingRowKey(scoreTable, index)) : fundingRowKey(scoreTable, index),
      'rate',
    ),
  ];
}
