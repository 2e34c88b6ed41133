/** Income and spending of the year as the data sheet states them, for forms without a funding table. */
import { normal, withoutBrackets } from '../workbook';
import type { Figure, ScoreTable } from '../score-table';
import { figure, joined, line, percentage, toFill, type Pieces } from './pieces';

const RATE = /^(?:预算|支出)(?:执行|完成)率$/;
const TERMS: readonly RegExp[] = [
  /^(?:本年|全年|年度)?(?:总)?收入(?:合计|总计|总额|数)?$/,
  /^(?:本年|全年|年度)?(?:总)?支出(?:合计|总计|总额|数)?$/,
  /^基本支出(?:合计|小计)?$/,
  /^项目支出(?:合计|小计)?$/,
];

/** 「本年收入合计……元，本年支出合计……元，基本支出……元」, each label as written; null where none is there or one stands twice. */
export function yearlySpending(scoreTable: ScoreTable): Pieces | null {
  const found = TERMS.flatMap((term) => {
    const figures = scoreTable.data.filter((one) => labelOf(one, term) !== null && one.value.value !== null && isThisYear(one, scoreTable));
    return figures.length === 1 ? [{ figure: figures[0]!, label: labelOf(figures[0]!, term)! }] : [];
  });
  if (found.length === 0) return null;
  return line(joined(found.map(told), '，'), rate(scoreTable), '。');
}

/** The label that fits, without numbering; null where none does. */
function labelOf(one: Figure, term: RegExp): string | null {
  const labels = one.path.map((label) => withoutBrackets(normal(label)).replace(/^(?:其中[:：]?|[一二三四五六七八九十]+、|\d+[.、])+/, ''));
  return labels.find((label) => term.test(label)) ?? null;
}

/** What came in and was spent in the year, not what was planned. */
function isThisYear(one: Figure, scoreTable: ScoreTable): boolean {
  if (one.basis === '预算' || one.basis === '年初预算' || one.basis === '调整预算') return false;
  return one.period === 'this' || one.period === null || (scoreTable.year !== undefined && one.period === scoreTable.year.value);
}

function told({ figure: one, label }: { readonly figure: Figure; readonly label: string }): Pieces {
  const unit = one.unit === '元' || one.unit === '万元' ? [] : [toFill('金额单位', [one.value.at])];
  return line(label, figure(one.value.value!, unit.length === 0 ? one.unit! : '', { of: 'cell', cells: [one.value.at] }), unit);
}

/** A rate the data sheet states itself, under its own name. */
function rate(scoreTable: ScoreTable): Pieces {
  const rates = scoreTable.data.filter((one) => labelOf(one, RATE) !== null && one.value.value !== null && isThisYear(one, scoreTable));
  const [only, second] = rates;
  if (only === undefined || second !== undefined || only.unit !== '率') return [];
  return line('，', labelOf(only, RATE)!, percentage(only.value.value!, { of: 'cell', cells: [only.value.at] }));
}
