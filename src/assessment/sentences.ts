/** Findings put into words, once for the command line, the marked copy and the summary. */
import type { NotRun } from './types';
import type { Check, Finding } from '../checks';
import type { WorkbookSnapshot } from '../workbook';
import { wordsFor } from '../words';

/** Checks by code: their sentences and titles. A finding whose check is unknown here is our own mistake and is not hidden. */
export type Messages = ReadonlyMap<string, Check>;

export function messagesOf(checks: readonly Check[]): Messages {
  return new Map(checks.map((check) => [check.code, check]));
}

/** The sentences of one table's findings, in their order. */
export interface Spoken {
  readonly sentences: readonly string[];
  /** Checks whose sentence could not be made: the finding stands, with its title, and the check counts as failed. */
  readonly failed: readonly NotRun[];
}

/** `sheet` is the table's own: its cells go without the sheet's name. Never throws. */
export function spoken(findings: readonly Finding[], sheet: number, book: WorkbookSnapshot, messages: Messages): Spoken {
  const words = wordsFor(book, sheet);
  const failed = new Map<string, NotRun>();
  const sentences = findings.map((finding) => {
    const check = messages.get(finding.code);
    try {
      if (check === undefined) throw new Error('no such check');
      return check.message(finding.data, words, finding);
    } catch (error) {
      failed.set(finding.code, { code: finding.code, why: `未能写出说明（${error instanceof Error ? error.message : String(error)}）` });
      return `${words.cell(finding.cell)}：${check?.title ?? finding.code}，请核实。`;
    }
  });
  return { sentences, failed: [...failed.values()] };
}
