/** 预算执行: amounts with their unit, the rate with its denominator named. */
import { type FundingRow, fundingTotal, type ScoreTable } from '../score-table';
import { figure, joined, line, quote, words, type Pieces } from './pieces';
import { filledSlot, rateSentence } from './rate';
import type { Model } from './model';
import { settled } from './settle';
import { moneyUnit } from './subject';
import { yearlySpending } from './yearly-spending';

type Amount = 'initial' | 'budget' | 'arrived' | 'executed';

const AMOUNTS: readonly (readonly [Amount, string])[] = [
  ['initial', '年初预算数'],
  ['budget', '全年预算数'],
  ['arrived', '到位数'],
  ['executed', '全年执行数'],
];

const MOST_PARTS = 6;

/** One paragraph; null where the sheet says nothing of money. */
export function spendingParagraph(model: Model): Pieces | null {
  const { scoreTable } = model;
  const total = fundingTotal(scoreTable);
  if (total === null) return yearlySpending(scoreTable);
  const { unit, doubt } = moneyUnit(scoreTable);
  const amounts = amountsOf(total, unit);
  const rate = rateSentence(scoreTable);
  if (amounts.length === 0 && rate.length === 0) return null;
  const head = joined([...amounts, ...(rate.length === 0 ? [] : [rate])], '，');
  const score = scorePieces(model);
  const parts = partsPieces(scoreTable, unit);
  return line(settled(line(head, doubt), [], model.findings), '。', parts, score);
}

function amountsOf(row: FundingRow, unit: string): readonly Pieces[] {
  return AMOUNTS.flatMap(([key, name]) => {
    const slot = filledSlot(row[key]);
    return slot === null ? [] : [line(name, figure(slot.value, unit, { of: 'cell', cells: [slot.at] }))];
  });
}

/** 「其中：当年财政拨款全年预算数440万元，全年执行数425.7万元；……。」 */
function partsPieces(scoreTable: ScoreTable, unit: string): Pieces {
  const parts = (scoreTable.funding?.rows ?? []).filter((row) => row.kind === 'part');
  const told = parts.flatMap((row) => {
    const amounts = amountsOf(row, unit).slice(-2);
    const spent = [row.budget, row.executed].some((slot) => slot?.value != null && !slot.value.isZero());
    if (!spent) return [];
    const name = row.label.value
      .replace(/^其中[:：]?/, '')
      .replace(/\s+/g, '')
      .replace(/[:：]$/, '');
    return name === '' ? [] : [line(quote(name, [row.label.at]), joined(amounts, '，'))];
  });
  return told.length === 0 || told.length > MOST_PARTS ? [] : line('其中，', joined(told, '；'), '。');
}

function scorePieces(model: Model): Pieces {
  const item = model.items.find((one) => one.rows[0]!.role === 'execution');
  if (item === undefined || item.score === null) return [];
  const weight = item.weight === null ? [] : line('（分值', figure(item.weight, '分', { of: 'sum', cells: item.weightAt }), '）');
  const score = line('该项得分', figure(item.score, '分', { of: 'sum', cells: item.scoreAt }), weight);
  return line(
    settled(
      score,
      item.rows.map((row) => row.id),
      model.findings,
    ),
    words('。'),
  );
}
