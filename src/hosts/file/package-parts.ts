import { UnreadableError } from '../../workbook';
import { toUtf8 } from './encoding';
import { DEFAULT_LIMITS } from './limits';
import { EOF, START, XmlScanner } from './xml-scanner';

/** Parts by name, whoever holds them; names are compared without regard to case. */
export interface PartSource {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** undefined where there is none. */
  part(name: string): Uint8Array | undefined;
  /** Bytes of a part where that is known without unpacking it. */
  sizeOf?(name: string): number;
  /** Size and checksum of a part, one text for one content, where they are known without unpacking it. */
  stampOf?(name: string): string | undefined;
}

/** One relationship of a part, its target resolved to a part name unless it points outside. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type: "worksheet", "sharedStrings"; the same in transitional and strict files. */
  readonly kind: string;
  readonly target: string;
  readonly external: boolean;
}

/** A scanner over a part; undefined where the package has no such part. */
export function openPart(zip: PartSource, name: string): XmlScanner | undefined {
  const bytes = zip.part(name);
  return bytes === undefined ? undefined : new XmlScanner(toUtf8(bytes, name), name);
}

/** As openPart, for parts a workbook cannot do without. @throws UnreadableError `damaged` */
export function requirePart(zip: PartSource, name: string): XmlScanner {
  const part = openPart(zip, name);
  if (part === undefined) throw new UnreadableError('damaged', name);
  return part;
}

/** The relationships of a part ('' for the package itself); none where it has no such list. @throws UnreadableError `too-many-relations` */
export function relationshipsOf(zip: PartSource, part: string): Relationship[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const xml = openPart(zip, relationshipsPart(part));
  const found: Relationship[] = [];
  if (xml === undefined) return found;
  for (let token = xml.next(); token !== EOF; token = xml.next()) {
    if (token !== START || !xml.is('Relationship')) continue;
    if (found.length >= DEFAULT_LIMITS.relations) throw new UnreadableError('too-many-relations', xml.part);
    const type = xml.attr('Type') ?? '';
    const written = xml.attr('Target') ?? '';
    const external = (xml.attr('TargetMode') ?? '').toLowerCase() === 'external';
    found.push({
      id: xml.attr('Id') ?? '',
      kind: type.slice(type.lastIndexOf('/') + 1),
      target: external ? written : resolveTarget(zip, folder, written),
      external,
    });
  }
  return found;
}

/** The name of the part that lists a part's relationships. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/');
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

/** Relative to the folder of the part that points, or absolute; `%20` tried as a blank when the plain name is not there. */
function resolveTarget(zip: PartSource, folder: string, written: string): string {
  const target = written.replace(/\\/g, '/');
  const name = normalise(target.startsWith('/') ? target : folder + target);
  if (zip.has(name) || !name.includes('%')) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function normalise(path: string): string {
  const kept: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') kept.pop();
    else if (step !== '' && step !== '.') kept.push(step);
  }
  return kept.join('/');
}

/** The workbook part: as the package says, else by its content type, else by its usual name. */
export function findWorkbookPart(zip: PartSource): string {
  const stated = relationshipsOf(zip, '').find((rel) => rel.kind === 'officeDocument' && !rel.external);
  const types = readContentTypes(zip);
  if (stated !== undefined && zip.has(stated.target)) {
    const type = types.get(stated.target.toLowerCase());
    if (type === undefined || isWorkbookType(type)) return stated.target;
    throw new UnreadableError('not-spreadsheet');
  }
  for (const [name, type] of types) if (isWorkbookType(type) && zip.has(name)) return name;
  if (zip.has('xl/workbook.xml')) return 'xl/workbook.xml';
  throw stated === undefined ? new UnreadableError('not-spreadsheet') : new UnreadableError('damaged', stated.target);
}

function isWorkbookType(type: string): boolean {
  // Plain XML is what some writers declare for every part.
  return /(?:sheet|template|addin)(?:\.macroenabled)?\.main\+xml/i.test(type) || /^(?:application|text)\/xml$/i.test(type);
}

/** Content types stated part by part, by lower-case name. */
export function readContentTypes(zip: PartSource): Map<string, string> {
  const types = new Map<string, string>();
  const xml = openPart(zip, '[Content_Types].xml');
  if (xml === undefined) return types;
  for (let token = xml.next(); token !== EOF; token = xml.next()) {
    if (token === START && xml.is('Override')) {
      types.set(normalise((xml.attr('PartName') ?? '').replace(/\\/g, '/')).toLowerCase(), xml.attr('ContentType') ?? '');
    }
  }
  return types;
}
