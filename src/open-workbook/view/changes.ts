/** 改为: what a press of the button writes into a finding's cell. */
import type { Assessment } from '../../assessment';
import type { Finding, Fix } from '../../checks';
import { addrKey, type CellEdit, type Content, contentOf, Dec, evaluatorOf, parseFormula, type WorkbookSnapshot } from '../../workbook';
import { shortContentText } from './texts';
import { plainEdit } from './plain';
import type { ChangeView } from './types';

/** Checks whose finding speaks of the table's total. */
const TOTALS: ReadonlySet<string> = new Set(['total-score', 'total-impossible', 'subtotal-score']);

/** What 运算 would write, by cell: with every correction it offers. */
export type Offered = ReadonlyMap<string, CellEdit>;

export function offeredBy(edits: readonly CellEdit[]): Offered {
  return new Map(edits.map((edit) => [addrKey(edit.at), edit]));
}

export function changeView(edit: CellEdit): ChangeView {
  return { label: edit.after.kind === 'formula' ? '改为公式' : `改为 ${shortContentText(edit.after)}`, edit: plainEdit(edit) };
}

/** The change a finding offers, and why not yet where another must come first. */
export function changeFor(
  finding: Finding,
  assessment: Assessment,
  book: WorkbookSnapshot,
  offered: Offered,
): { readonly change: ChangeView | null; readonly first: string | null } {
  const edit = finding.fix === undefined ? (offered.get(addrKey(finding.cell)) ?? null) : editOf(finding.fix, finding, book);
  if (edit === null) return { change: null, first: null };
  const waits = waitsFor(finding, assessment, offered);
  return waits === null ? { change: changeView(edit), first: null } : { change: null, first: waits };
}

/** Totals follow from scores, and the grade from the total: the cause is corrected first. */
function waitsFor(finding: Finding, { scoreTable, findings }: Assessment, offered: Offered): string | null {
  if (TOTALS.has(finding.code)) {
    const scores = new Set(scoreTable.rows.flatMap((row) => row.scores.map((slot) => addrKey(slot.at))));
    return [...offered.keys()].some((key) => scores.has(key)) ? '先更正得分，再更正总分' : null;
  }
  if (finding.code !== 'grade') return null;
  const total = findings.some((one) => TOTALS.has(one.code));
  const planned = offered.get(addrKey(finding.cell));
  const same = planned === undefined || (planned.after.kind === 'value' && planned.after.value === finding.expected);
  return total && !same ? '先更正总分，再更正等级' : null;
}

function editOf(fix: Fix, finding: Finding, book: WorkbookSnapshot): CellEdit | null {
  const before = contentOf(book, fix.cell);
  const after: Content = 'formula' in fix.to ? formulaContent(fix.to.formula, fix, book) : { kind: 'value', value: fix.to.value };
  if (after.kind === 'value' && typeof after.value === 'string' && after.value === '') return null;
  return { at: fix.cell, before, after, reason: `按审核结果更正（${finding.code}）` };
}

function formulaContent(written: string, fix: Fix, book: WorkbookSnapshot): Content {
  const formula = written.replace(/^=/, '');
  const result = evaluatorOf(book, { deep: true })(parseFormula(formula), fix.cell);
  const known = result !== 'unknown' && !('error' in result);
  return {
    kind: 'formula',
    formula,
    stored: known && (result.value instanceof Dec || typeof result.value !== 'object') ? result.value : '',
  };
}
