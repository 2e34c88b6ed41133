import { halfUp, type Addr, addrKey, Dec } from '../../workbook';
import { accused, fundingKey, headKey, totalKey } from '../support/accused';
import { PRACTICE } from '../support/basis';
import { fundingTotal, isUnfilled, rowsOwingScore, selfScore } from '../../score-table';
import { AMOUNTS, AMOUNT_NAMES, denominator, rateOn } from '../support/money';
import { formulaTextAt, rateAsTyped } from '../support/typed';
import type { Check, CheckContext, Raw } from '../types';

export type MissingBlock = 'head' | 'funding' | 'indicators';

export interface ValueMissing {
  readonly block: MissingBlock;
  readonly what: string;
}

const BLANK_YEAR = /[(（][\s_＿]*年度?[)）]|20[\s_＿×xX]+年|^[\s_＿]+年度/;
const ADVICE: Readonly<Record<MissingBlock, string>> = {
  head: '请补填单位名称和评价年度',
  funding: '请按预算批复和决算数补填；确为零的请填0',
  indicators: '请核实后补填：有指标值的行应填实际完成值，表尾应填总分',
};

export const valueMissing: Check<ValueMissing> = {
  code: 'value-missing',
  title: '数据漏填',
  headline: '数据漏填',
  severities: ['advisory'],
  basis: PRACTICE,
  needs: [],
  explain: {
    looksFor: '有指标值而没有完成值，资金情况中预算数、执行数、执行率空着，单位、年度或总分没有填；每个区块只报一处。',
    howToFix: '逐格补填；确为零的填0，不适用的写明「不适用」。',
  },
  *run(context) {
    if (isUnfilled(context.scoreTable)) return;
    yield* head(context);
    yield* funding(context);
    yield* actuals(context);
    yield* total(context);
  },
  message(data, words, finding) {
    if (finding.related.length < 2)
      return `${data.what}（${words.cell(finding.cell)}）没有填写。${oneAdvice(data.block, finding.expected ?? null)}。`;
    const where = data.block === 'funding' ? '资金情况' : data.block === 'head' ? '表头' : '指标表';
    return `${where}中有${finding.related.length}处没有填写：${words.cells(finding.related)}。${ADVICE[data.block]}。`;
  },
};

function oneAdvice(block: MissingBlock, rate: Dec | string | null): string {
  if (block !== 'funding') return '请核实后补填';
  return rate instanceof Dec ? `按所填金额应为${rate.times(100).toFixed()}%，请核实后补填` : ADVICE.funding;
}

function missing(
  row: string,
  aspect: 'money' | 'rate' | 'actual' | 'total' | 'text',
  cell: Addr,
  block: MissingBlock,
  what: string,
  indicator: string | null = null,
): Raw<ValueMissing> {
  return { severity: 'advisory', accused: accused(row, aspect), cell, indicator, data: { block, what }, actual: null };
}

function* head({ scoreTable, book }: CheckContext): Iterable<Raw<ValueMissing>> {
  if (scoreTable.unit?.state === 'blank') yield missing(headKey('unit'), 'text', scoreTable.unit.at, 'head', '单位名称');
  if (scoreTable.year !== undefined) return;
  const { sheet, range } = scoreTable.table;
  const grid = book.sheets[sheet];
  for (let row = Math.max(0, range.top - 6); grid !== undefined && row < scoreTable.headerRows.top; row += 1) {
    for (const [col, cell] of grid.cellsOfRow(row)) {
      if (typeof cell.value !== 'string' || !BLANK_YEAR.test(cell.value)) continue;
      yield missing(headKey('year'), 'text', { sheet, row, col }, 'head', '评价年度');
      return;
    }
  }
}

function* funding({ scoreTable, book }: CheckContext): Iterable<Raw<ValueMissing>> {
  const row = fundingTotal(scoreTable);
  if (row === null) return;
  const key = fundingKey(scoreTable.funding!.total!);
  for (const amount of AMOUNTS) {
    if (row[amount]?.state === 'blank')
      yield missing(
        `${key}:${amount}`,
        'money',
        row[amount].at,
        'funding',
        `${row.label.value.replace(/[:：]$/, '')}的${AMOUNT_NAMES[amount]}`,
      );
  }
  if (row.rate?.state !== 'blank') return;
  const rate = rateOn(row, denominator(scoreTable.funding!));
  const fix =
    rate === null || formulaTextAt(book, row.rate.at) !== undefined
      ? {}
      : { fix: { cell: row.rate.at, to: { value: rateAsTyped(row.rate, book, rate) } } };
  yield {
    ...missing(`${key}:rate`, 'rate', row.rate.at, 'funding', '预算执行率'),
    expected: rate === null ? null : halfUp(rate, 4),
    ...fix,
  };
}

function* actuals({ scoreTable }: CheckContext): Iterable<Raw<ValueMissing>> {
  const seen = new Set<string>();
  for (const row of scoreTable.rows) {
    if (row.role === 'placeholder' || row.role === 'execution' || row.applies === false) continue;
    if (row.target?.state !== 'value' || row.actual?.state !== 'blank' || row.completion?.state === 'value') continue;
    const place = addrKey(row.actual.at);
    if (seen.has(place)) continue;
    seen.add(place);
    yield missing(row.id, 'actual', row.actual.at, 'indicators', `「${row.name.value.replace(/\s+/g, '')}」的实际完成值`, row.name.value);
  }
}

/** A total nobody stated although every score it adds up is there. */
function* total({ scoreTable }: CheckContext): Iterable<Raw<ValueMissing>> {
  const { self, totals } = scoreTable;
  if (self === null) return;
  const places = totals.map((one, index) => ({ one, index })).filter(({ one }) => one.kind === 'total' && one.scores[self] != null);
  const blank = places.find(({ one }) => one.scores[self]!.state === 'blank');
  if (blank === undefined || places.some(({ one }) => one.scores[self]!.state !== 'blank')) return;
  const owing = rowsOwingScore(scoreTable);
  if (owing.length === 0 || !owing.every((row) => selfScore(scoreTable, row)?.state === 'value')) return;
  yield missing(totalKey(blank.index, self), 'total', blank.one.scores[self]!.at, 'indicators', blank.one.label.value.replace(/\s+/g, ''));
}
