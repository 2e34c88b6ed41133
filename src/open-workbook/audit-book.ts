/** One workbook from snapshot to receipt: the road that the command line, the workbench and the pane's export go. */
import { answeredTables, writtenReplies, type WrittenReply } from '../answers';
import { type Assessment, type Messages, spoken } from '../assessment';
import { type EntryJson, tableJson, unrecognisedJson } from '../receipt';
import type { Review } from '../results';
import { UnreadableError, type WorkbookSnapshot } from '../workbook';
import { unrecognisedReason } from '../words';
import { MESSAGES, withoutOurs, type Judge } from './judge';

export interface AuditedBook {
  /** One a table, in workbook order; one that says why where there is none. */
  readonly entries: readonly EntryJson[];
  /** What they were made of; null where no table was audited. */
  readonly review: Review | null;
}

/**
 * `file`: as the receipt names it. `replies`: what was written elsewhere to findings of this workbook; it counts before what stands in
 * the workbook's own 审核结果. @throws UnreadableError where a sheet that may hold the table was not read
 */
export function auditBook(file: string, given: WorkbookSnapshot, judge: Judge, replies: readonly WrittenReply[] = []): AuditedBook {
  const book = withoutOurs(given);
  const recognised = judge.recognise(book);
  const { tables, doubts } = recognised;
  if (tables.length === 0) {
    // Nobody knows whether a sheet that was not read holds one.
    const unread = book.sheets.find((sheet) => sheet.unread !== undefined);
    if (unread?.unread !== undefined) throw new UnreadableError(unread.unread, unread.name);
    return { entries: [unrecognisedJson(file, unrecognisedReason(doubts, book))], review: null };
  }
  const review = reviewOf(book, judge.assess(book, recognised), judge.messages, [...writtenReplies(given), ...replies]);
  return { entries: review.tables.map((one) => tableJson(file, one, book)), review };
}

/** Assessments with the sentences of their findings and what was replied to them. */
export function reviewOf(
  book: WorkbookSnapshot,
  assessments: readonly Assessment[],
  messages: Messages = MESSAGES,
  replies: readonly WrittenReply[] = [],
): Review {
  const told = assessments.map(({ findings, scoreTable }) => spoken(findings, scoreTable.table.sheet, book, messages));
  const answers = answeredTables({ book, assessments, sentences: told.map(({ sentences }) => sentences), messages }, replies);
  const tables = assessments.map((assessment, index) => ({ assessment, spoken: told[index]!, answers: answers[index]! }));
  return { book, tables, messages, replies };
}
