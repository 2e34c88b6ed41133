import type { IndicatorRow } from '../../score-table';
import { accused } from '../support/accused';
import { PRACTICE } from '../support/basis';
import { scoredRowsRead } from '../support/deductions';
import { markedCells } from '../support/marked-cells';
import type { Check } from '../types';

export interface EvidenceMissing {
  readonly name: string;
}

/** One finding a cell; assessment makes one of them for the sheet. */
export const evidenceMissing: Check<EvidenceMissing> = {
  code: 'evidence-missing',
  title: '佐证材料未填',
  headline: '佐证材料未填',
  severities: ['advisory'],
  basis: { ...PRACTICE, article: '得分应有佐证材料' },
  needs: ['scores', 'evidence', 'pictures'],
  explain: {
    looksFor: '已有得分、佐证材料栏却为空的指标。整列都没有使用的表不查；得 0 分和不适用的指标不查。',
    howToFix: '在佐证材料栏写明文件名称或附件编号；确无材料的，说明理由。',
  },
  *run(context) {
    const scored = scoredRowsRead(context).filter(
      ({ row, score }) => row.role === 'indicator' && row.evidence !== undefined && score.gt(0),
    );
    if (!context.scoreTable.rows.some(hasEvidence)) return;
    for (const { row, members } of scored) {
      if (row.evidence === undefined || members.some(hasEvidence)) continue;
      yield {
        severity: 'advisory',
        accused: accused(row.id, 'evidence'),
        cell: row.evidence.at,
        indicator: row.name.value,
        data: { name: row.name.value },
      };
    }
  },
  message(data, words, finding) {
    const cells = markedCells(finding);
    if (cells.length === 1)
      return `${words.name(data.name)}已有得分，${words.cell(cells[0]!)} 的佐证材料为空。请补充佐证材料名称或附件编号。`;
    return `${cells.length}项指标已有得分而佐证材料为空（${words.cells(cells)}）。请补充佐证材料名称或附件编号。`;
  },
};

/** 「无」 and 「/」 name no material; a picture is one. */
function hasEvidence(row: IndicatorRow): boolean {
  return row.evidence?.state === 'value' || row.evidence?.state === 'picture';
}
