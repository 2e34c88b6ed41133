import { Dec } from '../../workbook';
import { accused } from '../support/accused';
import { EVALUATION_RULES } from '../support/basis';
import { type ScoreCell, scoreCells, weightCells, weightedRows } from '../../score-table';
import type { Check, CheckContext } from '../types';

export interface ScoreOutOfRange {
  readonly name: string;
  readonly column: string;
  readonly score: Dec;
  readonly cap: Dec | null;
}

export const scoreOutOfRange: Check<ScoreOutOfRange> = {
  code: 'score-out-of-range',
  title: '得分超出分值范围',
  headline: '得分超出分值',
  severities: ['mandatory'],
  basis: { ...EVALUATION_RULES, article: '单项得分不超过该项分值' },
  needs: ['scores'],
  explain: {
    looksFor: '得分小于0，或大于该指标的分值；加分项、扣分项除外。',
    howToFix: '核对分值和得分是否填错行、填错小数点，得分应在0与分值之间。',
  },
  *run(context) {
    const { scoreTable } = context;
    const order = [scoreTable.self!, ...scoreTable.scoreColumns.keys()].filter((column, index, all) => all.indexOf(column) === index);
    for (const column of order) {
      const cells = scoreCells(scoreTable, weightedRows(scoreTable), column).filter(
        (cell) => cell.slot.value !== null && !context.doubted(cell.slot.at),
      );
      const out = cells
        .map((cell) => ({ cell, cap: capOf(context, cell) }))
        .filter(({ cell, cap }) => cell.slot.value!.lt(0) || (cap !== null && cell.slot.value!.gt(cap)));
      // Most scores above their 分值: they are points out of a hundred, and the column is no score in points.
      if (out.length > 3 && out.length * 5 > cells.length * 3) continue;
      for (const { cell, cap } of out) {
        const row = cell.rows[0]!;
        const { header } = scoreTable.scoreColumns[column]!;
        yield {
          severity: 'mandatory',
          accused: accused(row.id, 'score'),
          cell: cell.slot.at,
          indicator: row.name.value,
          data: { name: row.name.value, column: header.value.replace(/\s+/g, ''), score: cell.slot.value!, cap },
          actual: cell.slot.value,
        };
      }
    }
  },
  message(data, words, finding) {
    const limits = data.cap === null ? '得分不应小于0' : `分值为${words.number(data.cap)}分，得分应在0至${words.number(data.cap)}之间`;
    return `${words.name(data.name)}的${data.column}（${words.cell(finding.cell)}）为${words.number(data.score)}分，${limits}。请核实分值与得分。`;
  },
};

/** The points this cell can reach: the 分值 of all rows whose score it is; null where one of them is not known. */
function capOf({ scoreTable, doubted }: CheckContext, cell: ScoreCell): Dec | null {
  if (cell.rows.some((row) => row.role === 'bonus')) return null;
  const weights = weightCells(scoreTable, cell.rows);
  if (weights.length === 0 || weights.some(({ slot }) => slot.value === null || doubted(slot.at))) return null;
  if (weights.length === 1) return weights[0]!.slot.value;
  return weights.reduce((all, { slot }) => all.plus(slot.value!), new Dec(0));
}
