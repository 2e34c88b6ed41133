import { UnreadableError } from '../../workbook';
import { countBiff } from './biff-census';
import { CompoundFile, isCompoundFile } from './compound-file';
import { toUtf8 } from './encoding';
import type { Limits } from './limits';
import { EOF, START, XmlScanner } from './xml-scanner';
import { countXmlTable } from './xml-table-census';
import { ZipContainer } from './zip-container';

const MEGABYTE = 1024 * 1024;

/**
 * Looks through a file of an old format before any library sees it: sizes, cells and merged areas are counted on the
 * bytes, broken directories are refused, and of a container only the stream of the workbook goes on.
 * @returns the binary records without their container; the whole package (.xlsb); or the XML as UTF-8
 * @throws UnreadableError
 */
export function oldWorkbook(bytes: Uint8Array, kind: 'xls' | 'xml', limits: Limits): Uint8Array {
  if (kind === 'xml') return xmlTable(bytes, limits);
  if (bytes[0] === 0x50) return binaryPackage(bytes, limits);
  const stream = isCompoundFile(bytes) ? workbookStream(bytes) : bytes;
  refuseLarge(stream.length, limits);
  countBiff(stream, limits);
  return stream;
}

function refuseLarge(size: number, limits: Limits): void {
  if (size > limits.oldBytes) throw new UnreadableError('legacy-too-large', `${Math.round(size / MEGABYTE)} MB`);
}

function workbookStream(bytes: Uint8Array): Uint8Array {
  const file = new CompoundFile(bytes);
  if (file.broken) throw new UnreadableError('damaged');
  const book = file.find('Workbook') ?? file.find('Book');
  if (book === undefined) throw new UnreadableError('not-spreadsheet');
  const stream = file.content(book);
  if (stream.length === 0) throw new UnreadableError('damaged', book.name);
  return stream;
}

/** A binary workbook in a zip package (.xlsb): what its directory says is held against the limits. */
function binaryPackage(bytes: Uint8Array, limits: Limits): Uint8Array {
  refuseLarge(new ZipContainer(bytes, limits).declaredBytes, limits);
  return bytes;
}

function xmlTable(bytes: Uint8Array, limits: Limits): Uint8Array {
  refuseLarge(bytes.length, limits);
  const xml = toUtf8(bytes, 'xml');
  // An XML spreadsheet needs no DTD; one that brings it wants entities expanded.
  const scanner = new XmlScanner(xml, 'xml');
  for (let token = scanner.next(); token !== START && token !== EOF; token = scanner.next());
  countXmlTable(xml, limits);
  return xml;
}
