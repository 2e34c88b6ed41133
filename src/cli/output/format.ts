import { NOTICE } from '../../words';
import { type Digest, digestsOf } from '../../results';
import type { AuditedBook } from '../../open-workbook';
import type { EntryJson, RefusedJson } from '../../receipt';
import { jsonText, type TextLook } from '../text/look';
import { entryText } from '../text/table';
import type { Document } from './document';
import { SummaryDocument } from './summary';

export const FORMATS = ['text', 'json', 'ndjson', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];

export const isFormat = (text: string): text is Format => (FORMATS as readonly string[]).includes(text);

/** What the summary keeps of a file, as JSON. */
function digests({ entries, review }: AuditedBook): readonly Digest[] {
  if (review !== null) return digestsOf(entries[0]!.file, review);
  return entries
    .filter((entry): entry is RefusedJson => entry.status !== 'ok')
    .map(({ status, file, reason }) => ({ status, file, reason }));
}

/** A file's entries in a format, as a worker hands them over; what joins the entries is the document's. */
export function renderEntries(audited: AuditedBook, format: Format, look: TextLook): readonly string[] {
  if (format === 'xlsx') return digests(audited).map((digest) => JSON.stringify(digest));
  return audited.entries.map((entry: EntryJson) => (format === 'text' ? entryText(entry, look) : jsonText(entry)));
}

/** An array with one object a line. */
class JsonDocument implements Document {
  private first = true;
  open(): string {
    return '[';
  }
  entry(piece: string): string {
    const before = this.first ? '\n' : ',\n';
    this.first = false;
    return before + piece;
  }
  close(): string {
    return this.first ? ']\n' : '\n]\n';
  }
}

class NdjsonDocument implements Document {
  open(): string {
    return '';
  }
  entry(piece: string): string {
    return `${piece}\n`;
  }
  close(): string {
    return '';
  }
}

/** Unrecognised files are kept for the end. */
class TextDocument implements Document {
  private readonly last: string[] = [];
  open(): string {
    return '';
  }
  entry(piece: string, unrecognised: boolean): string {
    if (!unrecognised) return piece;
    this.last.push(piece);
    return '';
  }
  close(): string {
    return `${this.last.join('')}${NOTICE}\n`;
  }
}

export function documentOf(format: Format): Document {
  if (format === 'xlsx') return new SummaryDocument();
  if (format === 'json') return new JsonDocument();
  return format === 'ndjson' ? new NdjsonDocument() : new TextDocument();
}
