import { NOTICE } from '../../words';
import { type Digest, digestsOf, reportDigest } from '../../results';
import type { AuditedBook } from '../../open-workbook';
import type { BudgetJson, EntryJson, RefusedJson, ReportJson, RosterJson } from '../../receipt';
import { jsonText, type TextLook } from '../text/look';
import { reportText } from '../text/report';
import { rosterText } from '../text/roster';
import { entryText } from '../text/table';
import type { EndLine, KeptEntry, PassedFiles, Shard } from '../shard';
import type { Document, Passing, Whole } from './document';

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

/** What stands after all entries. */
const objectsOf = (whole: Whole | undefined): readonly (BudgetJson | RosterJson)[] =>
  whole === undefined ? [] : [whole.budget?.json ?? null, whole.roster].filter((one) => one !== null);

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
  close(_: PassedFiles, whole?: Whole): string {
    const told = objectsOf(whole).map((one) => this.entry(jsonText(one)));
    return `${told.join('')}${this.first ? ']' : '\n]'}\n`;
  }
}

class NdjsonDocument implements Document {
  open(): string {
    return '';
  }
  entry(piece: string): string {
    return `${piece}\n`;
  }
  close(_: PassedFiles, whole?: Whole): string {
    return objectsOf(whole)
      .map((one) => `${jsonText(one)}\n`)
      .join('');
  }
}

/** Unrecognised files are kept for the end. */
class TextDocument implements Document {
  private readonly last: string[] = [];
  open(): string {
    return '';
  }
  entry(piece: string, { unrecognised }: Passing): string {
    if (!unrecognised) return piece;
    this.last.push(piece);
    return '';
  }
  close(_: PassedFiles, whole?: Whole): string {
    const roster = whole?.roster == null ? '' : rosterText(whole.roster);
    return `${this.last.join('')}${roster}${NOTICE}\n`;
  }
}

/** What a format makes of an entry, and the document these are joined into. A new format is one entry here. */
interface Renderer {
  /** An entry as text, or the digest where the format is made of that. As a worker hands it over: only text crosses between threads. */
  readonly piece: { readonly of: 'entry'; as(entry: EntryJson, look: TextLook): string } | { readonly of: 'digest' };
  readonly report: (report: ReportJson, look: TextLook) => string;
  readonly document: () => Document | Promise<Document>;
}

const RENDERERS: Readonly<Record<Format, Renderer>> = {
  text: { piece: { of: 'entry', as: entryText }, report: reportText, document: () => new TextDocument() },
  json: { piece: { of: 'entry', as: jsonText }, report: jsonText, document: () => new JsonDocument() },
  ndjson: { piece: { of: 'entry', as: jsonText }, report: jsonText, document: () => new NdjsonDocument() },
  xlsx: {
    piece: { of: 'digest' },
    report: (report) => JSON.stringify(reportDigest(report)),
    // What writes workbooks is loaded only where one is wanted.
    document: async () => new (await import(/* webpackChunkName: "summary" */ './summary')).SummaryDocument(),
  },
};

/** A format people ask for, or a share of a run, from which `merge` makes any of them. */
export type Rendering = Format | 'shard';

/** A file's entries as pieces of a document. */
export function renderEntries(audited: AuditedBook, rendering: Rendering, look: TextLook): readonly string[] {
  if (rendering === 'shard') return keptOf(audited).map(jsonText);
  const { piece } = RENDERERS[rendering];
  if (piece.of === 'digest') return digests(audited).map((digest) => JSON.stringify(digest));
  return audited.entries.map((entry) => piece.as(entry, look));
}

function keptOf(audited: AuditedBook): readonly KeptEntry[] {
  const kept = digests(audited);
  return audited.entries.map((entry, at) => ({ entry, digest: kept[at]! }));
}

/** What `renderEntries` would have made of an entry that was kept. */
export function renderKept({ entry, digest }: KeptEntry, format: Format, look: TextLook): string {
  const { piece } = RENDERERS[format];
  return piece.of === 'digest' ? JSON.stringify(digest) : piece.as(entry, look);
}

/** Shares are not taken of runs with reports. */
export const renderReport = (report: ReportJson, rendering: Rendering, look: TextLook): string =>
  RENDERERS[rendering === 'shard' ? 'ndjson' : rendering].report(report, look);

export const documentOf = (format: Format): Document | Promise<Document> => RENDERERS[format].document();

/** The results of one share of a walk. */
export async function shardDocument(shard: Shard, walk: EndLine['walk']): Promise<Document> {
  return new (await import(/* webpackChunkName: "shard" */ './shard')).ShardDocument(shard, walk);
}
