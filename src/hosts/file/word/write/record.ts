/**
 * What a document of ours says of itself, in its custom properties (they survive saving in Word's formats): which blocks were
 * written into it, so that one that somebody took out stays out; and a checksum over its parts, by which a file is known that
 * nobody has saved since.
 */
import { partOutline } from '../../editor/outline';
import { Appendix } from '../../editor/package-list';
import { PartPatch } from '../../editor/part-patch';
import { escapeAttr, escapeText, utf8 } from '../../editor/xml-write';
import { DEFAULT_LIMITS } from '../../limits';
import type { PartSource } from '../../package-parts';
import { EOF, START, XmlScanner } from '../../xml-scanner';
import { toUtf8 } from '../../encoding';
import { ZipContainer } from '../../zip-container';
import { shortCode } from '../../../../workbook';
import { XML_HEAD } from './styles-part';

export const CUSTOM_PART = 'docProps/custom.xml';
const FORMAT_ID = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';
const SUM = 'jihe';
const SLOTS = /^jihe_\d+$/;
/** Word keeps no longer texts. */
const MOST_CODES = 20;
const SUM_LETTERS = 10;
const FIRST_NUMBER = 2;

interface Property {
  readonly name: string;
  readonly text: string;
}

const PROPERTIES = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';

/** Names its own namespaces, so that it fits into a list of anybody's. */
const property = ({ name, text }: Property, pid: number): string =>
  `<property xmlns="${PROPERTIES}" fmtid="${FORMAT_ID}" pid="${pid}" name="${escapeAttr(name)}">` +
  `<vt:lpwstr xmlns:vt="${TYPES}">${escapeText(text)}</vt:lpwstr></property>`;

function slotProperties(codes: readonly string[]): readonly Property[] {
  const groups = Array.from({ length: Math.ceil(codes.length / MOST_CODES) }, (_, at) =>
    codes.slice(at * MOST_CODES, (at + 1) * MOST_CODES),
  );
  return groups.map((group, at) => ({ name: `jihe_${at + 1}`, text: group.join(' ') }));
}

/** All parts but the one that holds the sum, by name and checksum. */
function sumOf(parts: PartSource, holder: string): string {
  const stamps = parts.names
    .filter((name) => name.toLowerCase() !== holder.toLowerCase())
    .map((name) => `${name}:${parts.stampOf?.(name) ?? ''}`)
    .sort();
  return shortCode(stamps.join('\n'), SUM_LETTERS);
}

const listed = (codes: readonly string[], sum: string, from: number): string =>
  [{ name: SUM, text: sum }, ...slotProperties(codes)].map((one, at) => property(one, from + at)).join('');

/** The properties of a new document. */
export function recordPart(codes: readonly string[], sum: string): Uint8Array {
  return utf8(`${XML_HEAD}<Properties xmlns="${PROPERTIES}">${listed(codes, sum, FIRST_NUMBER)}</Properties>`);
}

/** The same list with our properties written anew; those of others stay as they are. */
export function renewedRecord(part: Uint8Array, codes: readonly string[], sum: string): Uint8Array {
  const patch = new PartPatch(part, CUSTOM_PART);
  const numbers: number[] = [];
  const ours = new Set<number>();
  const outline = partOutline(patch.text, CUSTOM_PART, (xml, from) => {
    const name = xml.attr('name') ?? '';
    if (name === SUM || SLOTS.test(name)) ours.add(from);
    else numbers.push(Number(xml.attr('pid') ?? 0) || 0);
  });
  for (const { from, to } of outline.children) if (ours.has(from)) patch.replace(from, to, '', false);
  const appendix = new Appendix(patch, outline);
  appendix.add(listed(codes, sum, Math.max(FIRST_NUMBER - 1, ...numbers) + 1), false);
  appendix.finish();
  return patch.render().bytes;
}

export interface DocumentRecord {
  readonly sum: string;
  readonly slots: ReadonlySet<string>;
}

/** null where a file has none. */
export function readDocumentRecord(zip: PartSource): DocumentRecord | null {
  const part = zip.part(CUSTOM_PART);
  if (part === undefined) return null;
  const xml = new XmlScanner(toUtf8(part, CUSTOM_PART), CUSTOM_PART);
  const slots = new Set<string>();
  let sum: string | null = null;
  let name = '';
  for (let token = xml.next(); token !== EOF; token = xml.next()) {
    if (token !== START) continue;
    if (xml.is('property')) name = xml.attr('name') ?? '';
    else if (xml.is('lpwstr') && name === SUM) sum = xml.readText();
    else if (xml.is('lpwstr') && SLOTS.test(name)) for (const code of xml.readText().split(' ')) slots.add(code);
  }
  return sum === null ? null : { sum, slots };
}

/** The checksum of a package, but for the part it will be written into. */
export function packageSum(bytes: Uint8Array, holder = CUSTOM_PART): string {
  return sumOf(new ZipContainer(bytes, DEFAULT_LIMITS), holder);
}

/** In a copy with comments of ours the sum stands in their part, where every other program leaves it out. */
export const sumRemark = (sum: string): string => `<!--${SUM} ${sum}-->`;
const REMARK = /<!--jihe ([0-9A-Z]{10})-->/;

function isAnnotatedHere(zip: ZipContainer): boolean {
  const name = zip.names.find((one) => /(?:^|\/)comments\d*\.xml$/i.test(one));
  const sum = name === undefined ? null : REMARK.exec(new TextDecoder().decode(zip.part(name)));
  return sum !== null && sum[1] === sumOf(zip, name!);
}

/** Whether we wrote this document and nobody has saved it since. Never throws. */
export function documentWrittenHere(bytes: Uint8Array): boolean {
  try {
    const zip = new ZipContainer(bytes, DEFAULT_LIMITS);
    return readDocumentRecord(zip)?.sum === sumOf(zip, CUSTOM_PART) || isAnnotatedHere(zip);
  } catch {
    return false;
  }
}
