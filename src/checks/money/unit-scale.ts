import { type FundingRow, fundingTotal, type IndicatorRow, type Slot } from '../../score-table';
import type { Dec } from '../../workbook';
import { accused, fundingKey, TABLE } from '../support/accused';
import { PRACTICE } from '../support/basis';
import { AMOUNTS, AMOUNT_NAMES, type Amount, fundingRowKey, inYuan, isForEach, moneyReadings, sumOfSlots } from '../support/money';
import { isExactSlip, isScaleSlip } from '../support/scale';
import { quotedSlot } from '../support/quoted';
import type { Check, CheckContext, Raw } from '../types';

export type UnitScale =
  | { readonly how: 'written'; readonly unit: string; readonly typed: string }
  | { readonly how: 'columns'; readonly name: string; readonly one: string; readonly other: string; readonly figures: readonly [Dec, Dec] }
  | { readonly how: 'parts'; readonly column: string; readonly figures: readonly [Dec, Dec] }
  | { readonly how: 'indicator'; readonly name: string; readonly typed: string; readonly executed: Dec };

export const unitScale: Check<UnitScale> = {
  code: 'unit-scale',
  title: '金额单位混用',
  headline: '元、万元混用',
  severities: ['advisory'],
  basis: { ...PRACTICE, article: '同一表内金额单位一致' },
  needs: ['funding'],
  explain: {
    looksFor: '万元列里又写「150万」；预算数与执行数、总额与分项、成本指标与执行数相差约一万倍，疑似元与万元混用。',
    howToFix: '按表头注明的单位统一填写，只填数字。',
  },
  *run(context) {
    const written = writtenOut(context);
    if (written !== null) yield written;
    yield* columns(context);
    yield* parts(context);
    yield* indicators(context);
  },
  message(data, words, finding) {
    const place = words.cell(finding.cell);
    const n = words.number;
    if (data.how === 'written') {
      const many = finding.related.length > 0 ? `等${finding.related.length + 1}处` : '';
      return `资金情况${place}${many}写成「${data.typed}」，而本表金额单位为${data.unit}，容易多算一万倍。请核实金额，按${data.unit}只填数字。`;
    }
    if (data.how === 'indicator')
      return `${words.name(data.name)}的完成值（${place}）为「${data.typed}」，与全年执行数${n(data.executed)}相差约一万倍，疑似元与万元混用。请核实单位。`;
    const [one, other] = data.figures;
    const what =
      data.how === 'columns' ? `${data.one}${n(one)}与${data.other}${n(other)}` : `${data.column}的总额${n(one)}与各项合计${n(other)}`;
    const row = data.how === 'columns' && data.name !== '' ? words.name(data.name) : '年度资金总额';
    return `${row}的${what}（${place}）相差约一万倍，疑似元与万元混用。请核实并统一金额单位。`;
  },
};

function amountsOf(row: FundingRow): readonly Slot<Dec>[] {
  return AMOUNTS.flatMap((amount) => (row[amount] === undefined ? [] : [row[amount]]));
}

/** 「150万」 where the column is in 万元 already. */
function writtenOut({ scoreTable, doubted }: CheckContext): Raw<UnitScale> | null {
  const { funding } = scoreTable;
  const unit = funding?.unit ?? scoreTable.money;
  if (unit !== '万元') return null;
  const [first, ...others] = funding!.rows
    .flatMap(amountsOf)
    .filter((slot) => slot.odd.includes('magnitude') && !/万元/.test(String(slot.raw)) && !doubted(slot.at));
  if (first === undefined) return null;
  const data: UnitScale = { how: 'written', unit, typed: String(first.raw).trim() };
  return {
    severity: 'advisory',
    accused: accused(TABLE, 'money'),
    cell: first.at,
    related: others.map((slot) => slot.at),
    indicator: null,
    data,
    actual: data.typed,
  };
}

/** 年初, 全年 and 执行 of one line in two units: the odd one out is marked. A line below speaks only where the total's line does not. */
function* columns(context: CheckContext): Iterable<Raw<UnitScale>> {
  const { funding } = context.scoreTable;
  const seen = new Set<Amount>();
  for (const [index, row] of (funding?.rows ?? []).entries()) {
    if (row.kind !== 'total' && row.kind !== 'part') continue;
    const odd = oddAmount(context, row);
    if (odd === null || (row.kind === 'part' && !isExactSlip(row[odd.odd]!.value!, row[odd.like]!.value!))) continue;
    if (index !== funding!.total && seen.has(odd.odd)) continue;
    if (index === funding!.total) seen.add(odd.odd);
    yield ofColumns(context, index, row, odd);
  }
}

interface Odd {
  readonly odd: Amount;
  readonly like: Amount;
}

/** The amount that lies a unit away from the others; of two alone, the later. */
function oddAmount({ doubted }: CheckContext, row: FundingRow): Odd | null {
  const known = AMOUNTS.filter((amount) => row[amount]?.value != null && !row[amount].value.isZero() && !doubted(row[amount].at));
  const slips = (amount: Amount): readonly Amount[] =>
    known.filter((other) => other !== amount && isScaleSlip(row[other]!.value!, row[amount]!.value!));
  const most = Math.max(0, ...known.map((amount) => slips(amount).length));
  if (most === 0) return null;
  const odd = [...known].reverse().find((amount) => slips(amount).length === most)!;
  return { odd, like: slips(odd)[0]! };
}

function ofColumns({ scoreTable }: CheckContext, index: number, row: FundingRow, { odd, like }: Odd): Raw<UnitScale> {
  const figures = [row[like]!.value!, row[odd]!.value!] as const;
  const key = fundingKey(index);
  const total = scoreTable.funding!.total;
  return {
    severity: 'advisory',
    accused: accused(`${key}:scale`, 'money'),
    accountsFor: [
      accused(fundingRowKey(scoreTable, index), 'rate'),
      accused(`${key}:adjusted`, 'money'),
      ...(total === null || index === total ? [] : [accused(fundingRowKey(scoreTable, total), 'money')]),
    ],
    cell: row[odd]!.at,
    related: [row[like]!.at],
    indicator: row.label.value,
    data: {
      how: 'columns',
      name: index === total ? '' : row.label.value.replace(/[:：]\s*$/, ''),
      one: AMOUNT_NAMES[like],
      other: AMOUNT_NAMES[odd],
      figures,
    },
    actual: figures[1],
  };
}

function* parts({ scoreTable, doubted }: CheckContext): Iterable<Raw<UnitScale>> {
  const total = fundingTotal(scoreTable);
  if (total === null) return;
  const index = scoreTable.funding!.total!;
  const sources = scoreTable.funding!.rows.filter((row) => row.kind === 'part' && row.parent === index);
  for (const amount of AMOUNTS) {
    const [stated, sum] = [total[amount], sumOfSlots(sources.map((row) => row[amount]))];
    if (stated?.value == null || doubted(stated.at) || !isExactSlip(stated.value, sum)) continue;
    const data: UnitScale = { how: 'parts', column: AMOUNT_NAMES[amount], figures: [stated.value, sum] };
    // Wrong by a factor is not also wrong by a sum.
    yield {
      severity: 'advisory',
      accused: accused(`${fundingKey(index)}:scale`, 'money'),
      accountsFor: [accused(fundingRowKey(scoreTable, index), 'money')],
      cell: stated.at,
      indicator: total.label.value,
      data,
      actual: stated.value,
      expected: sum,
    };
    return;
  }
}

/** An indicator whose 完成值 is money of the whole. */
const countsMoney = (row: IndicatorRow): boolean =>
  row.role === 'indicator' && /成本|投资|支出|经费/.test(row.path.join('/')) && !isForEach(row);

function* indicators({ scoreTable, doubted }: CheckContext): Iterable<Raw<UnitScale>> {
  const total = fundingTotal(scoreTable);
  const unit = scoreTable.funding?.unit ?? scoreTable.money;
  const executed = total?.executed?.value == null ? null : inYuan(total.executed.value, unit);
  if (executed === null) return;
  for (const row of scoreTable.rows) {
    const actual = row.actual?.value ?? null;
    if (actual === null || doubted(row.actual!.at) || !countsMoney(row)) continue;
    const [spent, second] = moneyReadings(actual, row.target?.value ?? null, unit);
    if (spent === undefined || second !== undefined || !isExactSlip(spent, executed)) continue;
    const data: UnitScale = { how: 'indicator', name: row.name.value, typed: quotedSlot(row.actual!), executed: total!.executed!.value! };
    yield {
      severity: 'advisory',
      accused: accused(row.id, 'actual'),
      cell: row.actual!.at,
      related: [total!.executed!.at],
      indicator: row.name.value,
      data,
      actual: quotedSlot(row.actual!),
    };
  }
}
