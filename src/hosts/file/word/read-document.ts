/** Any document a report is kept in that can be read; what cannot is refused by its kind. */
import type { DocumentBlock, DocumentSnapshot } from '../../../document';
import { UnreadableError } from '../../../workbook';
import { CompoundFile, isCompoundFile } from '../compound-file';
import { pageText } from '../html/decode';
import { type FileKind, sniff } from '../sniff';
import { DEFAULT_LIMITS, DOCUMENT_TEXT, PARAGRAPH_TEXT } from '../limits';
import { readDirectory } from '../zip-directory';
import { readDocx } from './read-docx';
import { readPageText } from './read-page-text';

/** doc: Word's old format · odt, ofd, rtf, pdf: not read · sheet: a spreadsheet · other: nothing that is known. */
export type DocumentKind = 'docx' | 'html' | 'text' | 'doc' | 'odt' | 'ofd' | 'rtf' | 'pdf' | 'encrypted' | 'sheet' | 'empty' | 'other';

const startsWith = (bytes: Uint8Array, text: string): boolean => [...text].every((letter, at) => bytes[at] === letter.charCodeAt(0));

function packageKind(bytes: Uint8Array): DocumentKind {
  try {
    const names = readDirectory(bytes, DEFAULT_LIMITS).map(({ name }) => name.toLowerCase());
    if (names.includes('ofd.xml')) return 'ofd';
    return names.includes('content.xml') ? 'odt' : 'other';
  } catch {
    return 'other';
  }
}

/** What each kind of file is as a document; those that need a closer look are not here. */
const KINDS: Readonly<Partial<Record<FileKind, DocumentKind>>> = {
  docx: 'docx',
  html: 'html',
  'web-archive': 'html',
  text: 'text',
  pdf: 'pdf',
  empty: 'empty',
  encrypted: 'encrypted',
  xlsx: 'sheet',
  xls: 'sheet',
  xml: 'sheet',
  ods: 'sheet',
};

/** By its content, never by its name. Never throws. */
export function documentKind(bytes: Uint8Array): DocumentKind {
  if (startsWith(bytes, '{\\rtf')) return 'rtf';
  if (isCompoundFile(bytes)) return compoundKind(bytes);
  const kind = sniff(bytes);
  if (kind === 'archive') return packageKind(bytes);
  // Text without a mark of its encoding, GB 18030 mostly.
  return KINDS[kind] ?? (looksLikeText(bytes) ? 'text' : 'other');
}

function compoundKind(bytes: Uint8Array): DocumentKind {
  const kind = sniff(bytes);
  if (kind === 'encrypted') return 'encrypted';
  if (kind === 'xls') return 'sheet';
  return new CompoundFile(bytes).find('WordDocument') === undefined ? 'other' : 'doc';
}

function looksLikeText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  return head.length > 0 && head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}

/** Lines of a text as paragraphs: what somebody pasted, or saved as .txt. */
export function readPlainText(text: string): DocumentSnapshot {
  if (text.length > DOCUMENT_TEXT) throw new UnreadableError('too-much-text');
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  return {
    format: 'text',
    blocks: lines.map((line) => ({ is: 'paragraph', text: line, number: '', level: null })),
    revisions: 0,
    hidden: 0,
  };
}

function textOf(bytes: Uint8Array): string {
  if (bytes.length > DEFAULT_LIMITS.oldBytes) throw new UnreadableError('inflates-too-large');
  return pageText(bytes);
}

/** null: a kind that is not read (see documentKind). @throws UnreadableError where it is damaged or beyond the limits */
export function readDocument(bytes: Uint8Array): DocumentSnapshot | null {
  const document = readKind(bytes);
  for (const block of document?.blocks ?? []) if (isTooLong(block)) throw new UnreadableError('too-much-text');
  return document;
}

function isTooLong(block: DocumentBlock): boolean {
  if (block.is === 'paragraph') return block.text.length > PARAGRAPH_TEXT;
  return block.rows.some((row) => row.some(({ paragraphs }) => paragraphs.reduce((sum, { length }) => sum + length, 0) > PARAGRAPH_TEXT));
}

function readKind(bytes: Uint8Array): DocumentSnapshot | null {
  switch (documentKind(bytes)) {
    case 'docx':
      return readDocx(bytes);
    case 'html':
      return readPageText(textOf(bytes));
    case 'text':
      return readPlainText(textOf(bytes));
    default:
      return null;
  }
}
