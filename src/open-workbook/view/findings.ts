/** Findings as the rows of the list. */
import { factsCode, type FindingAnswer, STATE_NAMES, type TableAnswers } from '../../answers';
import { type Assessment, findingArithmetic, type Messages } from '../../assessment';
import type { Finding } from '../../checks';
import { a1, addrKey, Dec, type WorkbookSnapshot } from '../../workbook';
import { basisText, labelled, numberText } from '../../words';
import { isDetermined, wrongCells } from '../../results';
import { changeFor, type Offered } from './changes';
import { HEADLINES } from './headlines';
import { findingSubject } from './subject';
import { ownContent } from './plain';
import { cellViews, shortContentText } from './texts';
import type { ChangeView, FindingView, ReplyView } from './types';

/** Longer than this and a value belongs into the sentence, not beside the headline. */
const LONGEST_VALUE = 10;

export interface Told {
  readonly assessment: Assessment;
  readonly sentences: readonly string[];
  readonly book: WorkbookSnapshot;
  readonly messages: Messages;
  readonly offered: Offered;
  readonly answers: TableAnswers;
}

/** The same code and cell give the same id, whatever else changed; doubles are counted. */
export function findingId(finding: Pick<Finding, 'code' | 'cell'>, sheetKey: string): string {
  return `${finding.code} ${sheetKey}!${a1(finding.cell.row, finding.cell.col)}`;
}

export function findingViews(told: Told): readonly FindingView[] {
  const seen = new Map<string, number>();
  return told.assessment.findings.map((finding, index) => {
    const view = findingView(finding, told.sentences[index]!, told, replyView(told.answers.findings[index]!));
    const count = seen.get(view.id) ?? 0;
    seen.set(view.id, count + 1);
    return count === 0 ? view : { ...view, id: `${view.id} ${count + 1}` };
  });
}

function replyView({ id, state, reply, values }: FindingAnswer): ReplyView {
  const { text = '', department = '', finance = '' } = reply ?? {};
  return { id, state: reply === null ? null : STATE_NAMES[state], text, department, finance, facts: factsCode(values, reply) };
}

function findingView(finding: Finding, sentence: string, told: Told, reply: ReplyView): FindingView {
  const { assessment, book, messages, offered } = told;
  const cell = cellViews(book, assessment.scoreTable.table.sheet);
  const check = messages.get(finding.code);
  const title = check?.title ?? finding.code;
  const wrong = wrongCells(finding);
  const repeated = wrong.length > 1 ? wrong : [];
  const marked = new Set(wrong.map(addrKey));
  const offer = changeFor(finding, assessment, book, offered);
  return {
    id: findingId(finding, book.sheets[finding.cell.sheet]?.key ?? ''),
    code: finding.code,
    severity: finding.severity,
    cell: cell(finding.cell),
    repeated: repeated.map(cell),
    related: finding.related.filter((at) => !marked.has(addrKey(at))).map(cell),
    subject: findingSubject(finding, assessment.scoreTable),
    headline: HEADLINES[finding.code],
    title,
    about: check?.explain ?? { looksFor: '', howToFix: '' },
    sentence,
    arithmetic: findingArithmetic(finding, assessment),
    basis: labelled(basisText(finding.basis, assessment.scoreTable.kind)),
    reply,
    values: valuesOf(finding) ?? changedValues(offer.change),
    ...offer,
  };
}

/** 「9.8 → 9.47」: only where the finding determines what should stand there, and both are short. */
function valuesOf(finding: Finding): FindingView['values'] {
  if (!isDetermined(finding)) return null;
  const { actual, expected } = finding;
  const [from, to] = [valueText(actual), valueText(expected)];
  if (to === null || to === '' || from === to) return null;
  const shown = from === null || from === '' ? '空白' : from;
  return [...shown].length > LONGEST_VALUE || [...to].length > LONGEST_VALUE ? null : { from: shown, to };
}

/** Where the finding itself determines nothing, what 改为 would write. */
function changedValues(change: ChangeView | null): FindingView['values'] {
  if (change === null) return null;
  const [from, to] = [shortContentText(ownContent(change.edit.before)), shortContentText(ownContent(change.edit.after))];
  return [...from].length > LONGEST_VALUE || [...to].length > LONGEST_VALUE ? null : { from, to };
}

function valueText(value: Dec | string | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  return value instanceof Dec ? numberText(value) : value.replace(/\s+/g, ' ').trim();
}
