import { NOTICE } from '../../messages/severity';
import type { EntryJson } from '../contract/types';
import type { Look } from '../text/look';
import { entryText } from '../text/table';

export const FORMATS = ['text', 'json', 'ndjson'] as const;
export type Format = (typeof FORMATS)[number];

export const isFormat = (text: string): text is Format => (FORMATS as readonly string[]).includes(text);

/** One entry in a format, as a worker hands it over; what joins the entries is the document's. */
export function renderEntry(entry: EntryJson, format: Format, look: Look): string {
  return format === 'text' ? entryText(entry, look) : JSON.stringify(entry);
}

/** A document in one format, put together piece by piece: what to write before, for and after the entries. */
export interface Document {
  open(): string;
  entry(piece: string, unrecognised: boolean): string;
  close(): string;
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
  if (format === 'json') return new JsonDocument();
  return format === 'ndjson' ? new NdjsonDocument() : new TextDocument();
}
