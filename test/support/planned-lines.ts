/** What 运算 would write into a workbook, cell by cell, and what it leaves and why; a line each. */
import { DEFAULT_OPTIONS, keptText, planRecalc, type RecalcOptions } from '../../src/recalc';
import type { WorkbookSnapshot } from '../../src/workbook';
import { wordsFor } from '../../src/words/words';
import { text } from '../recalc/support';
import { assessAll } from '../right-numbers/support';
import { cellName } from './pinned';

export function plannedLines(book: WorkbookSnapshot, options: Partial<RecalcOptions>): readonly string[] {
  const { cells, tables } = planRecalc(book, assessAll, { ...DEFAULT_OPTIONS, ...options });
  return [
    ...cells.map(({ at, before, after }) => `${cellName(at)}: ${text(before)} → ${text(after)}`),
    ...tables.flatMap(({ kept, before }) => kept.map((one) => `kept ${keptText(one, wordsFor(book, before.scoreTable.table.sheet))}`)),
  ];
}
