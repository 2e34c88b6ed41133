/** The documents that the entries of all files are joined into, one a format. */
import { NOTICE } from '../../words';
import type { Document } from './document';
import type { Format } from './format';

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

/** What writes workbooks is loaded only where one is wanted. */
const DOCUMENTS: Readonly<Record<Format, () => Document | Promise<Document>>> = {
  text: () => new TextDocument(),
  json: () => new JsonDocument(),
  ndjson: () => new NdjsonDocument(),
  xlsx: async () => new (await import(/* webpackChunkName: "summary" */ './summary')).SummaryDocument(),
};

export const documentOf = (format: Format): Document | Promise<Document> => DOCUMENTS[format]();
