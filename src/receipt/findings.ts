import { basisText } from '../words';
import type { FindingAnswer } from '../answers';
import { answerJson } from './answers';
import { type Assessment, findingArithmetic } from '../assessment';
import type { Finding, Fix } from '../checks';
import type { WorkbookSnapshot } from '../workbook';
import { cellRef, num, scalar } from './plain';
import type { FindingJson, FixJson } from './types';

function fixOf(fix: Fix | undefined, book: WorkbookSnapshot): FixJson | null {
  if (fix === undefined) return null;
  const cell = cellRef(book, fix.cell);
  if ('formula' in fix.to) return { cell, formula: fix.to.formula };
  const { value } = fix.to;
  return { cell, value: typeof value === 'string' ? value : (num(value) ?? value.toFixed()) };
}

/** One finding with its sentence, as the contract writes it. */
export function findingJson(
  finding: Finding,
  { id, state, reply }: Pick<FindingAnswer, 'id' | 'state' | 'reply'>,
  message: string,
  assessment: Pick<Assessment, 'scoreTable' | 'derivations'>,
  book: WorkbookSnapshot,
): FindingJson {
  return {
    id,
    code: finding.code,
    severity: finding.severity,
    cell: cellRef(book, finding.cell),
    related: finding.related.map((at) => cellRef(book, at)),
    indicator: finding.indicator,
    message,
    actual: scalar(finding.actual),
    expected: scalar(finding.expected),
    basis: basisText(finding.basis, assessment.scoreTable.kind),
    fix: fixOf(finding.fix, book),
    arithmetic: findingArithmetic(finding, assessment),
    answer: answerJson(state, reply),
  };
}
