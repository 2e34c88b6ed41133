import { type Digest, digestsOf } from '../../results';
import type { AuditedBook } from '../../open-workbook';
import type { EntryJson, RefusedJson } from '../../receipt';
import { jsonText, type TextLook } from '../text/look';
import { entryText } from '../text/table';

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

/** What a format makes of a file's entries, as a worker hands them over: only text crosses between threads. A new format is an entry here and in DOCUMENTS. */
type Pieces = (audited: AuditedBook, look: TextLook) => readonly string[];

const perEntry =
  (one: (entry: EntryJson, look: TextLook) => string): Pieces =>
  ({ entries }, look) =>
    entries.map((entry) => one(entry, look));

const PIECES: Readonly<Record<Format, Pieces>> = {
  text: perEntry(entryText),
  json: perEntry(jsonText),
  ndjson: perEntry(jsonText),
  xlsx: (audited) => digests(audited).map((digest) => JSON.stringify(digest)),
};

export const renderEntries = (audited: AuditedBook, format: Format, look: TextLook): readonly string[] => PIECES[format](audited, look);
