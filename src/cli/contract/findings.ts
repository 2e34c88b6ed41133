import { wordsFor } from '../../messages/words';
import { basisText } from '../../messages/basis';
import type { Check, Finding, Fix } from '../../checks/types';
import type { WorkbookSnapshot } from '../../workbook/types';
import { errorText } from '../error-text';
import { cellRef, num, scalar } from './plain';
import type { FindingJson, FixJson, NotRunJson } from './types';

/** Messages by code. A finding whose check is unknown here is our own mistake and is not hidden. */
export type Messages = ReadonlyMap<string, Check>;

export function messagesOf(checks: readonly Check[]): Messages {
  return new Map(checks.map((check) => [check.code, check]));
}

function fixOf(fix: Fix | undefined, book: WorkbookSnapshot): FixJson | null {
  if (fix === undefined) return null;
  const cell = cellRef(book, fix.cell);
  if ('formula' in fix.to) return { cell, formula: fix.to.formula };
  const { value } = fix.to;
  return { cell, value: typeof value === 'string' ? value : (num(value) ?? value.toFixed()) };
}

export interface Rendered {
  readonly findings: readonly FindingJson[];
  /** Checks whose sentence could not be made: the finding stands, with its title, and the check counts as failed. */
  readonly failed: readonly NotRunJson[];
}

function findingOf(finding: Finding, message: string, book: WorkbookSnapshot): FindingJson {
  return {
    code: finding.code,
    severity: finding.severity,
    cell: cellRef(book, finding.cell),
    related: finding.related.map((at) => cellRef(book, at)),
    indicator: finding.indicator,
    message,
    actual: scalar(finding.actual),
    expected: scalar(finding.expected),
    basis: basisText(finding.basis),
    fix: fixOf(finding.fix, book),
  };
}

/** Findings in the order of the assessment, their sentences rendered. */
export function findingsOf(findings: readonly Finding[], sheet: number, book: WorkbookSnapshot, messages: Messages): Rendered {
  const words = wordsFor(book, sheet);
  const failed = new Map<string, string>();
  const rendered = findings.map((finding) => {
    const check = messages.get(finding.code);
    try {
      if (check === undefined) throw new Error('no such check');
      return findingOf(finding, check.message(finding.data, words, finding), book);
    } catch (error) {
      failed.set(finding.code, `未能写出说明（${errorText(error)}）`);
      return findingOf(finding, `${words.cell(finding.cell)}：${check?.title ?? finding.code}，请核实。`, book);
    }
  });
  return { findings: rendered, failed: [...failed].map(([code, why]) => ({ code, why })) };
}
