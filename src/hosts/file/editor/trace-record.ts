import { Dec, type Mark, type Note, type SheetCell, type SheetEdit } from '../../../workbook';
import { checksumOf } from '../crc32';
import { openPart, relationshipsOf, type PartSource } from '../package-parts';
import { EOF, START } from '../xml-scanner';
import { Overlay } from './draft';
import { takeOut, type Removal } from './part-patch';
import { escapeText, utf8 } from './xml-write';

/** Everything of ours that is no content of the user's. */
export interface Traces {
  readonly sheets: readonly SheetEdit[];
  readonly marks: readonly Mark[];
  readonly notes: readonly Note[];
}

export const NO_TRACES: Traces = { sheets: [], marks: [], notes: [] };

/** One part we wrote to: its checksum as written, and the way back. */
interface RecordedPart {
  readonly crc: number;
  readonly removals: readonly Removal[];
  /** The part as it was, byte by byte in two hexadecimal digits, where it was in another encoding. */
  readonly whole?: string;
}

interface RecordData {
  readonly plan: unknown;
  readonly parts: Readonly<Record<string, RecordedPart>>;
  /** Parts of ours with their checksums. */
  readonly made: Readonly<Record<string, number>>;
  /** Checksum over the parts that are not ours and that we did not write to. */
  readonly rest?: number;
}

const NAMESPACE = 'urn:jihe:traces:1';

/** Where the record lies: custom XML, the place the format has for data of programs. */
export const RECORD_BEFORE = 'customXml/item';
export const RECORD_AFTER = '.xml';
export const RECORD_TYPE = 'application/xml';

/**
 * What a workbook says of our traces in it. As long as nobody else has saved the file, the parts carry the checksums
 * noted here and go back to what they were, byte for byte. Otherwise the record is void, and traces are found by
 * their tags (see strip.ts).
 */
export interface TraceRecord {
  readonly part: string;
  readonly traces: Traces;
  /** The parts without our traces; null when the record is void. */
  restore(source: PartSource): Overlay | null;
  /** Whether the parts we did not write to are as they were, too. */
  untouched(source: PartSource): boolean;
}

/** The record of a workbook, if it has one that can be read. */
export function readRecord(source: PartSource, workbookPart: string): TraceRecord | null {
  for (const relation of relationshipsOf(source, workbookPart)) {
    if (relation.kind !== 'customXml' || relation.external) continue;
    const text = recordText(source, relation.target);
    const data = text === null ? null : parse(text);
    if (data === null) continue;
    const part = relation.target;
    return {
      part,
      traces: decodePlan(data.plan),
      restore: (over) => restore(over, part, data),
      untouched: (over) => data.rest === restChecksum(over, [part, ...Object.keys(data.parts), ...Object.keys(data.made)]),
    };
  }
  return null;
}

/** Whether a part is such a record, be it readable or not. */
export function isRecord(source: PartSource, part: string): boolean {
  return recordText(source, part) !== null;
}

function recordText(source: PartSource, part: string): string | null {
  const xml = openPart(source, part);
  if (xml === undefined) return null;
  let token = xml.next();
  while (token !== START && token !== EOF) token = xml.next();
  if (token === EOF || !xml.is('traces')) return null;
  // Namespace declarations are no attributes for the scanner, so the form is stated once more.
  return xml.attr('form') === NAMESPACE ? xml.readText() : null;
}

function parse(text: string): RecordData | null {
  try {
    const data = JSON.parse(text) as RecordData;
    return typeof data === 'object' && typeof data.parts === 'object' && typeof data.made === 'object' ? data : null;
  } catch {
    return null;
  }
}

function restore(source: PartSource, record: string, data: RecordData): Overlay | null {
  const overlay = new Overlay(source);
  for (const [name, { crc, removals, whole }] of Object.entries(data.parts)) {
    const bytes = source.part(name);
    if (bytes === undefined || checksumOf(bytes) !== crc) return null;
    overlay.put(name, whole === undefined ? takeOut(bytes, removals) : fromHex(whole));
  }
  for (const [name, crc] of Object.entries(data.made)) {
    const bytes = source.part(name);
    if (bytes === undefined || checksumOf(bytes) !== crc) return null;
    overlay.drop(name);
  }
  overlay.drop(record);
  return overlay;
}

/** One number for all parts but these. */
function restChecksum(source: PartSource, without: readonly string[]): number {
  const left = new Set(without.map((name) => name.toLowerCase()));
  const lines = source.names
    .filter((name) => !left.has(name.toLowerCase()))
    .map((name) => `${name.toLowerCase()} ${source.stampOf?.(name) ?? ''}`);
  return checksumOf(utf8(lines.sort().join('\n')));
}

/** The record as a part. `source`: the package as it will be; `own`: the record's name in it. */
export function recordXml(
  source: PartSource,
  own: string,
  traces: Traces,
  parts: readonly {
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly removals: readonly Removal[];
    readonly whole: Uint8Array | null;
  }[],
  made: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Uint8Array {
  const data: RecordData = {
    plan: encodePlan(traces),
    parts: Object.fromEntries(
      byName(parts).map((part) => [
        part.name,
        { crc: checksumOf(part.bytes), removals: part.removals, ...(part.whole === null ? {} : { whole: toHex(part.whole) }) },
      ]),
    ),
    made: Object.fromEntries(byName(made).map((part) => [part.name, checksumOf(part.bytes)])),
    rest: restChecksum(source, [own, ...parts.map((part) => part.name), ...made.map((part) => part.name)]),
  };
  return utf8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<traces xmlns="${NAMESPACE}" form="${NAMESPACE}">${escapeText(JSON.stringify(data))}</traces>`,
  );
}

/** The same traces give the same record, whichever part was written first. */
function byName<T extends { readonly name: string }>(parts: readonly T[]): T[] {
  return [...parts].sort((a, b) => (a.name < b.name ? -1 : 1));
}

type Encoded = Omit<SheetCell, 'value'> & { readonly value: string | boolean | null | { readonly number: string } };

function encodePlan(traces: Traces): unknown {
  return {
    ...traces,
    sheets: traces.sheets.map((sheet) => ({
      ...sheet,
      content: { ...sheet.content, rows: sheet.content.rows.map((row) => ({ ...row, cells: row.cells.map(encodeCell) })) },
    })),
  };
}

function encodeCell(cell: SheetCell): Encoded {
  const { value } = cell;
  return { ...cell, value: value !== null && typeof value === 'object' ? { number: value.toString() } : value };
}

function decodePlan(plan: unknown): Traces {
  const { sheets, marks, notes } = plan as Traces;
  const decoded = sheets.map((sheet) => ({
    ...sheet,
    content: {
      ...sheet.content,
      rows: sheet.content.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => decodeCell(cell as Encoded)) })),
    },
  }));
  return { sheets: decoded, marks, notes };
}

function decodeCell(cell: Encoded): SheetCell {
  const { value } = cell;
  return { ...cell, value: value !== null && typeof value === 'object' ? new Dec(value.number) : value };
}

function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}

function fromHex(text: string): Uint8Array {
  return Uint8Array.from({ length: text.length / 2 }, (_, n) => parseInt(text.slice(n * 2, n * 2 + 2), 16));
}
