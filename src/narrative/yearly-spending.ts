/** Income and spending of the year as the data sheet states them, for forms without a funding table. */
import { normal, withoutBrackets } from '../recognition/text';
import type { Figure, Submission } from '../recognition/types';
import { figure, joined, line, percentage, quote, toFill, type Pieces } from './pieces';

const TERMS: readonly RegExp[] = [
  /^(?:本年|全年|年度)?(?:总)?收入(?:合计|总计|总额|数)?$/,
  /^(?:本年|全年|年度)?(?:总)?支出(?:合计|总计|总额|数)?$/,
  /^基本支出(?:合计|小计)?$/,
  /^项目支出(?:合计|小计)?$/,
];

/** 「本年收入合计……元，本年支出合计……元，基本支出……元」, each label as written; null where none is there or one stands twice. */
export function yearlySpending(submission: Submission): Pieces | null {
  const found = TERMS.flatMap((term) => {
    const figures = submission.data.filter((one) => term.test(labelOf(one)) && one.value.value !== null && one.period !== 'last');
    return figures.length === 1 ? [figures[0]!] : [];
  });
  if (found.length === 0) return null;
  return line(joined(found.map(told), '，'), rate(submission), '。');
}

function labelOf(one: Figure): string {
  return withoutBrackets(normal(one.path[one.path.length - 1] ?? '')).replace(/^(?:其中[:：]?|[一二三四五六七八九十]+、|\d+[.、])+/, '');
}

function told(one: Figure): Pieces {
  const unit = one.unit === '元' || one.unit === '万元' ? [] : [toFill('金额单位', [one.value.at])];
  return line(quote(labelOf(one), [one.value.at]), figure(one.value.value!, unit.length === 0 ? one.unit! : '', { of: 'cell', cells: [one.value.at] }), unit);
}

/** A rate the data sheet states itself, under its own name. */
function rate(submission: Submission): Pieces {
  const rates = submission.data.filter((one) => /^(?:预算|支出)(?:执行|完成)率$/.test(labelOf(one)) && one.value.value !== null && one.period !== 'last');
  const [only, second] = rates;
  if (only === undefined || second !== undefined || only.unit !== '率') return [];
  return line('，', quote(labelOf(only), [only.value.at]), percentage(only.value.value!, { of: 'cell', cells: [only.value.at] }));
}
