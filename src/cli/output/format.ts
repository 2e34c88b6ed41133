import { NOTICE } from '../../words';
import { type Digest, digestsOf, reportDigest } from '../../results';
import type { AuditedBook } from '../../open-workbook';
import type { EntryJson, RefusedJson, ReportJson } from '../../receipt';
import { jsonText, type TextLook } from '../text/look';
import { reportText } from '../text/report';
import { entryText } from '../text/table';
import type { Document } from './document';

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

/** What a format makes of a file's entries, and the document they are joined into. A new format is one entry here. */
interface Renderer {
  /** As a worker hands them over: only text crosses between threads. */
  readonly pieces: (audited: AuditedBook, look: TextLook) => readonly string[];
  readonly report: (report: ReportJson, look: TextLook) => string;
  readonly document: () => Document | Promise<Document>;
}

const perEntry =
  (one: (entry: EntryJson, look: TextLook) => string): Renderer['pieces'] =>
  ({ entries }, look) =>
    entries.map((entry) => one(entry, look));

const RENDERERS: Readonly<Record<Format, Renderer>> = {
  text: { pieces: perEntry(entryText), report: reportText, document: () => new TextDocument() },
  json: { pieces: perEntry(jsonText), report: jsonText, document: () => new JsonDocument() },
  ndjson: { pieces: perEntry(jsonText), report: jsonText, document: () => new NdjsonDocument() },
  xlsx: {
    pieces: (audited) => digests(audited).map((digest) => JSON.stringify(digest)),
    report: (report) => JSON.stringify(reportDigest(report)),
    // What writes workbooks is loaded only where one is wanted.
    document: async () => new (await import(/* webpackChunkName: "summary" */ './summary')).SummaryDocument(),
  },
};

export const renderEntries = (audited: AuditedBook, format: Format, look: TextLook): readonly string[] =>
  RENDERERS[format].pieces(audited, look);

export const renderReport = (report: ReportJson, format: Format, look: TextLook): string => RENDERERS[format].report(report, look);

export const documentOf = (format: Format): Document | Promise<Document> => RENDERERS[format].document();
