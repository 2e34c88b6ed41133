/** The worker's side: one pair of files held against each other, and what a file of a folder is about. */
import { type ComparisonKind, type WithheldAnswer, withheldAnswers } from '../../comparison';
import { comparedBooks, type ComparedFile, type Judge } from '../../open-workbook';
import { type AskedTable, askedTables, type ComparisonJson } from '../../receipt';
import { type ReceivedBook, receivedBook } from '../../roster';
import { normal } from '../../workbook';
import { auditFile, bookAndTables, bookOf, tablesIn } from '../audit/file';
import { FILES } from '../audit/file-functions-here';
import type { FileEntry } from '../files/entry';
import { answersUnread, noWithheldIn } from '../texts/compare';

/** What a file of a folder is known by where its name tells nothing: its units or projects; null: it holds no table. */
export type FileSubject = string | null;

export async function subjectOf(entry: FileEntry): Promise<FileSubject> {
  const tables = await tablesIn(entry, FILES);
  if (tables.length === 0) return null;
  const names = tables.map(({ kind, unit, project }) => `${kind ?? ''} ${normal(unit?.value ?? '')} ${normal(project?.value ?? '')}`);
  return [...new Set(names)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).join('\n');
}

/** Whose the tables of a file are; null: it holds none. Never throws. */
export async function identityOf(entry: FileEntry): Promise<ReceivedBook | null> {
  const found = await bookAndTables(entry, FILES);
  return found === null || found.tables.length === 0 ? null : receivedBook(entry.label, found.book, found.tables);
}

/** Never throws. */
export async function askedOf(entry: FileEntry, judge: Judge): Promise<readonly AskedTable[]> {
  const audited = await auditFile({ ...entry, named: true }, FILES, judge);
  return typeof audited === 'string' ? [] : askedTables(audited.entries);
}

async function read(entry: FileEntry, judge: Judge): Promise<ComparedFile> {
  const audited = await auditFile({ ...entry, named: true }, FILES, judge);
  return { file: entry.label, audited: typeof audited === 'string' ? null : audited };
}

export interface PairAsked {
  readonly before: FileEntry;
  readonly after: FileEntry;
  readonly as: ComparisonKind | null;
  /** What was answered to differences of what was made public. */
  readonly withheld?: readonly WithheldAnswer[];
}

/** What a workbook says was withheld lawfully; a sentence: why it cannot be used. Never throws for what a file holds. */
export async function withheldIn(file: string): Promise<readonly WithheldAnswer[] | string> {
  const book = await bookOf({ path: file, label: file, named: true }, FILES);
  if (typeof book === 'string') return noWithheldIn(file);
  if ('status' in book) return answersUnread(file, book.reason);
  const answers = withheldAnswers(book);
  return answers.length === 0 ? noWithheldIn(file) : answers;
}

/** Never throws. */
export async function comparePair({ before, after, as, withheld = [] }: PairAsked, judge: Judge): Promise<ComparisonJson> {
  return comparedBooks([await read(before, judge), await read(after, judge)], as, withheld);
}
