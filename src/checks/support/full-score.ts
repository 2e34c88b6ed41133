/** The full score of a table: what it states, else the usual hundred where its 分值 look like that. */
import { type ScoreTable, sumOfCells, weightCells, weightedRows } from '../../score-table';
import { DEFAULT_PARAMETERS } from '../../standards';
import { Dec, oncePerObject } from '../../workbook';

/** Farther from the usual full score than this, a table without a stated one has another (10, 120, 1000). */
const FROM = new Dec('0.7');
const TO = new Dec('1.3');

/**
 * Forms of 整体/项目/转移支付 self-evaluation have 100 points unless they say otherwise; of other tables that is only said
 * where their 分值 come to it. null: it cannot be told.
 */
export const fullScoreOf = oncePerObject((scoreTable: ScoreTable): Dec | null => {
  if (scoreTable.fullScore !== null) return scoreTable.fullScore.value;
  const usual = DEFAULT_PARAMETERS.fullScore.value;
  const cells = weightCells(scoreTable, weightedRows(scoreTable)).filter((cell) => cell.slot.value !== null);
  const sum = sumOfCells(cells);
  // The funding row may state the whole table's 分值 instead of its own.
  const indicators = sumOfCells(cells.filter((cell) => cell.rows[0]!.role !== 'execution'));
  if (cells.length === 0 || sum.eq(usual) || indicators.eq(usual)) return usual;
  const near = (one: Dec): boolean => one.gte(usual.times(FROM)) && one.lte(usual.times(TO));
  return scoreTable.kind !== null && (near(sum) || near(indicators)) ? usual : null;
});
