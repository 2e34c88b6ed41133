import { normal } from '../../workbook';
import { type IndicatorRow, scoredRows } from '../../score-table';
import { accused } from '../support/accused';
import { OWN_LIMITS } from '../support/basis';
import type { Check, Raw } from '../types';

export interface CriterionNotUnderstood {
  readonly name: string;
  readonly how: 'part' | 'none';
  /** The part that was not read, as written. */
  readonly text: string;
  readonly rows: number;
}

const MOST_LETTERS = 40;

export const criterionNotUnderstood: Check<CriterionNotUnderstood> = {
  code: 'criterion-not-understood',
  title: '评分标准未能识别',
  headline: '评分标准未能识别',
  severities: ['info'],
  basis: { ...OWN_LIMITS, article: '评分标准的文字未全部识别' },
  needs: [],
  explain: {
    looksFor: '评分标准的文字没有全部读懂，相应得分未按其核对。这是本工具的局限，不是填报差错；相同的文字只列一次。',
    howToFix: '不需处理；请人工核对这些指标的得分。',
  },
  *run(context) {
    const { scoreTable } = context;
    const byText = new Map<string, { readonly row: IndicatorRow; readonly rows: IndicatorRow[] }>();
    for (const row of scoredRows(scoreTable)) {
      const { rule } = context.expected(row.id);
      if (rule === null || rule.from === 'general' || rule.at === undefined || rule.parsed.understood === 'whole') continue;
      const key = normal(rule.text);
      const known = byText.get(key);
      if (known === undefined) byText.set(key, { row, rows: [row] });
      else known.rows.push(row);
    }
    for (const { row, rows } of byText.values()) {
      const rule = context.expected(row.id).rule!;
      const raw: Raw<CriterionNotUnderstood> = {
        severity: 'info',
        accused: accused(row.id, 'text'),
        cell: rule.at!,
        related: rows.slice(1).flatMap((one) => context.expected(one.id).rule?.at ?? []),
        indicator: row.name.value,
        data: {
          name: row.name.value,
          how: rule.parsed.understood === 'part' ? 'part' : 'none',
          text: unread(rule.text, rule.parsed.opaque),
          rows: rows.length,
        },
      };
      yield raw;
    }
  },
  message(data, words, finding) {
    const more = data.rows > 1 ? `（另有${data.rows - 1}项文字相同）` : '';
    const what = data.how === 'none' ? '的评分标准' : '评分标准中的一部分';
    return `${words.name(data.name)}${what}（${words.cell(finding.cell)}）未能识别：「${data.text}」${more}。该项得分未按其核对，请人工核对。`;
  },
};

function unread(text: string, spans: readonly (readonly [from: number, to: number])[]): string {
  const parts = spans.map(([from, to]) => text.slice(from, to).replace(/\s+/g, ' ').trim()).filter((part) => part !== '');
  const letters = [...(parts.length === 0 ? text.replace(/\s+/g, ' ').trim() : parts.join('…'))];
  return letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS).join('')}…` : letters.join('');
}
