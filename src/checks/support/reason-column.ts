/** The column a reason stands in: what its header asks for, and whether it is filled on every row as a description. */
import { normal, wordsPattern } from '../../workbook';
import { explanation, type IndicatorRow, saysNothing, type ScoreTable } from '../../score-table';
import type { ScoredRow } from './deductions';
import words from '../data/workbook.json';

const DESCRIBES = new RegExp(wordsPattern(words.describes));

/** The header over a row's reason cell, without line breaks; 「原因说明」 where it cannot be told. */
export function reasonHeader(scoreTable: ScoreTable, row: IndicatorRow): string {
  const col = row.reason?.at.col;
  const header =
    row.role === 'execution' ? scoreTable.funding?.columns.reason : scoreTable.columns.find((column) => column.col === col)?.header;
  return header === undefined ? '原因说明' : normal(header.value);
}

const REVIEWERS = new RegExp(wordsPattern(words.reviewersReason));
const UNITS = new RegExp(wordsPattern(words.unitsReason));
const ABOVE = new RegExp(wordsPattern(words.unitsAbove), 'g');

/** 「复核扣分原因」: the reviewer writes there, and what is blank in it is nothing the unit has left out. */
export function isReviewersColumn(header: string): boolean {
  const whose = header.replace(ABOVE, '主管部门');
  return REVIEWERS.test(whose) && !UNITS.test(whose);
}

/** 「备注」 alone asks for nothing: what is missing in it is never more than advisory. */
export function asksForReason(header: string): boolean {
  return !/^(?:备注|注)$/.test(header);
}

/** A 「自评说明/评分依据」 column that is filled for rows with full marks too. */
export function isDescription(header: string, scored: readonly ScoredRow[]): boolean {
  if (!DESCRIBES.test(header)) return false;
  const full = scored.filter(({ row, score, weight }) => row.reason !== undefined && row.role === 'indicator' && score.gte(weight));
  const filled = full.filter(({ row }) => !saysNothing(explanation(row.reason)));
  return filled.length * 2 >= full.length;
}
