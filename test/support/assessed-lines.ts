/** Every finding in a workbook with its sentence, and the totals they rest on; a line a finding. */
import { messagesOf, spoken } from '../../src/assessment/sentences';
import { CHECKS } from '../../src/checks';
import type { WorkbookSnapshot } from '../../src/workbook';
import { assessAll } from '../right-numbers/support';
import { cellName, shown } from './pinned';

const MESSAGES = messagesOf(CHECKS);

export const assessedLines = (book: WorkbookSnapshot): readonly string[] =>
  assessAll(book).flatMap(({ findings, scoreTable, totals }) => {
    const { sentences } = spoken(findings, scoreTable.table.sheet, book, MESSAGES);
    return [
      `totals ${shown(totals)}`,
      ...findings.map(
        ({ severity, code, cell, related, accused }, n) =>
          `${severity} ${code} ${cellName(cell)} [${related.map(cellName).join(' ')}] ${accused.aspect}: ${sentences[n]}`,
      ),
    ];
  });
