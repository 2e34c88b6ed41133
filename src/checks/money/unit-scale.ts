import { type FundingRow, fundingTotal, type Slot } from '../../score-table';
import type { Dec } from '../../workbook';
import { accused, fundingKey, TABLE } from '../support/accused';
import { PRACTICE } from '../support/basis';
import { AMOUNTS, AMOUNT_NAMES, fundingRowKey, inYuan, moneyReadings, sumOf } from '../support/money';
import { isExactSlip, isScaleSlip } from '../support/scale';
import type { Accused, Check, CheckContext, Raw } from '../types';

export type UnitScale =
  | { readonly how: 'written'; readonly unit: string; readonly typed: string }
  | { readonly how: 'columns'; readonly one: string; readonly other: string; readonly figures: readonly [Dec, Dec] }
  | { readonly how: 'parts'; readonly column: string; readonly figures: readonly [Dec, Dec] }
  | { readonly how: 'indicator'; readonly name: string; readonly typed: string; readonly executed: Dec };

export const unitScale: Check<UnitScale> = {
  code: 'unit-scale',
  title: '金额单位混用',
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
    return `年度资金总额的${what}（${place}）相差约一万倍，疑似元与万元混用。请核实并统一金额单位。`;
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

function* columns({ scoreTable, doubted }: CheckContext): Iterable<Raw<UnitScale>> {
  const total = fundingTotal(scoreTable);
  if (total === null) return;
  const known = AMOUNTS.filter((amount) => total[amount]?.value != null && !doubted(total[amount].at));
  for (const [index, one] of known.entries()) {
    const other = known.slice(index + 1).find((amount) => isScaleSlip(total[one]!.value!, total[amount]!.value!));
    if (other === undefined) continue;
    const figures = [total[one]!.value!, total[other]!.value!] as const;
    const key = fundingKey(scoreTable.funding!.total!);
    const accountsFor: Accused[] = [
      accused(fundingRowKey(scoreTable, scoreTable.funding!.total!), 'rate'),
      accused(`${key}:adjusted`, 'money'),
    ];
    const data: UnitScale = { how: 'columns', one: AMOUNT_NAMES[one], other: AMOUNT_NAMES[other], figures };
    yield {
      severity: 'advisory',
      accused: accused(`${key}:scale`, 'money'),
      accountsFor,
      cell: total[other]!.at,
      related: [total[one]!.at],
      indicator: total.label.value,
      data,
      actual: figures[1],
    };
    return;
  }
}

function* parts({ scoreTable, doubted }: CheckContext): Iterable<Raw<UnitScale>> {
  const total = fundingTotal(scoreTable);
  if (total === null) return;
  const index = scoreTable.funding!.total!;
  const sources = scoreTable.funding!.rows.filter((row) => row.kind === 'part' && row.parent === index);
  for (const amount of AMOUNTS) {
    const [stated, sum] = [total[amount], sumOf(sources.map((row) => row[amount]))];
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

function* indicators({ scoreTable, doubted }: CheckContext): Iterable<Raw<UnitScale>> {
  const total = fundingTotal(scoreTable);
  const unit = scoreTable.funding?.unit ?? scoreTable.money;
  const executed = total?.executed?.value == null ? null : inYuan(total.executed.value, unit);
  if (executed === null) return;
  for (const row of scoreTable.rows) {
    const actual = row.actual?.value ?? null;
    if (row.role !== 'indicator' || actual === null || doubted(row.actual!.at) || !/成本|投资|支出|经费/.test(row.path.join('/'))) continue;
    const [spent, second] = moneyReadings(actual, row.target?.value ?? null, unit);
    if (spent === undefined || second !== undefined || !isExactSlip(spent, executed)) continue;
    const data: UnitScale = { how: 'indicator', name: row.name.value, typed: actual.text, executed: total!.executed!.value! };
    yield {
      severity: 'advisory',
      accused: accused(row.id, 'actual'),
      cell: row.actual!.at,
      related: [total!.executed!.at],
      indicator: row.name.value,
      data,
      actual: actual.text,
    };
  }
}
