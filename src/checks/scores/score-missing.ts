import { type IndicatorRow, isUnfilled, rowsOwingScore, selfScore } from '../../score-table';
import { accused, TABLE } from '../support/accused';
import { PRACTICE } from '../support/basis';
import { allOfForm } from '../support/unfilled-form';
import type { Check, CheckContext, Raw } from '../types';

export interface ScoreMissing {
  readonly name: string;
  /** Rows without a score where the whole column is blank; null for a single row. */
  readonly column: { readonly rows: number; readonly header: string } | null;
  readonly placeholder: string | null;
  /** Header of the reviewer's column it is missing in; null for the self-score. */
  readonly review: string | null;
}

export const scoreMissing: Check<ScoreMissing> = {
  code: 'score-missing',
  title: '得分未填',
  headline: '得分未填',
  severities: ['mandatory', 'advisory'],
  basis: PRACTICE,
  needs: ['scores'],
  explain: {
    looksFor: '有分值的指标没有填自评得分；整列都没有填时只报一处「尚未填写」。复核、财政审核得分列已填其余各项而个别空白的，作提示。',
    howToFix: '按评分标准补填得分；不适用的指标请写明「不适用」及处理方式。',
  },
  *run(context) {
    const { scoreTable } = context;
    const owing = rowsOwingScore(scoreTable);
    const missing = owing.filter((row) => isMissing(context, row));
    const indicators = owing.filter((row) => row.role === 'indicator');
    const unused = missing.length > 0 && isUnfilled(scoreTable);
    const whole = unused || (indicators.length > 1 && indicators.every((row) => missing.includes(row)));
    if (whole) yield wholeColumn(context, missing);
    else for (const row of missing) yield oneRow(context, row);
    yield* inReview(context, owing);
  },
  message(data, words, finding) {
    if (data.review !== null)
      return `${words.name(data.name)}的「${data.review}」（${words.cell(finding.cell)}）空白，而该列其余各项均已填写。请核实是否漏填。`;
    if (data.column !== null) {
      return `「${data.column.header}」一列尚未填写（${words.cell(finding.cell)}起共${data.column.rows}处），暂无法核对得分。请填写后再审核。`;
    }
    const place = `${words.name(data.name)}（${words.cell(finding.cell)}）`;
    return data.placeholder === null
      ? `${place}有分值而没有填得分。请补填得分；该项不适用的，请写明处理方式。`
      : `${place}有分值，得分处写的是「${data.placeholder}」。请核实：应计分的请补填得分，不适用的请写明处理方式。`;
  },
};

/** A blank here and there in a 复核 or 财政审核 column that is filled otherwise. A column that is still being filled in says nothing. */
function* inReview({ scoreTable, doubted }: CheckContext, owing: readonly IndicatorRow[]): Iterable<Raw<ScoreMissing>> {
  for (const [index, column] of scoreTable.scoreColumns.entries()) {
    if (index === scoreTable.self || (column.kind !== 'review' && column.kind !== 'finance')) continue;
    const cells = owing.filter((row) => row.role === 'indicator' && row.shares === undefined && row.applies !== false);
    const blank = cells.filter((row) => row.scores[index]?.state === 'blank' && !doubted(row.scores[index].at));
    if (cells.length < 4 || blank.length * 4 > cells.length) continue;
    for (const row of blank) {
      yield {
        severity: 'advisory',
        accused: accused(`${row.id}:${index}`, 'score'),
        cell: row.scores[index]!.at,
        indicator: row.name.value,
        data: { name: row.name.value, column: null, placeholder: null, review: column.header.value.replace(/\s+/g, '') },
        actual: null,
      };
    }
  }
}

function isMissing({ scoreTable }: CheckContext, row: IndicatorRow): boolean {
  const state = selfScore(scoreTable, row)?.state;
  return state === 'blank' || state === 'placeholder';
}

function wholeColumn({ scoreTable }: CheckContext, rows: readonly IndicatorRow[]): Raw<ScoreMissing> {
  const cells = rows.map((row) => selfScore(scoreTable, row)!.at);
  const header = scoreTable.scoreColumns[scoreTable.self!]?.header.value ?? '得分';
  return {
    severity: 'mandatory',
    accused: accused(TABLE, 'score'),
    accountsFor: (isUnfilled(scoreTable) ? allOfForm(scoreTable) : rows.map((row) => accused(row.id, 'score'))).filter(
      (one) => one.row !== TABLE || one.aspect !== 'score',
    ),
    cell: cells[0]!,
    related: cells.slice(1),
    indicator: null,
    data: { name: header, column: { rows: rows.length, header: header.replace(/\s+/g, '') }, placeholder: null, review: null },
    actual: null,
  };
}

function oneRow({ scoreTable }: CheckContext, row: IndicatorRow): Raw<ScoreMissing> {
  const slot = selfScore(scoreTable, row)!;
  const placeholder = slot.state === 'placeholder' ? String(slot.raw).trim() : null;
  const scoredAbove = scoreTable.groups.some((group) => group.rows.includes(row.id) && group.scores[scoreTable.self!]?.state === 'value');
  return {
    severity: placeholder !== null || scoredAbove ? 'advisory' : 'mandatory',
    accused: accused(row.id, 'score'),
    cell: slot.at,
    indicator: row.name.value,
    data: { name: row.name.value, column: null, placeholder, review: null },
    actual: placeholder,
  };
}
