import type { WorkbookSnapshot } from '../../workbook/types';
import { UnreadableError } from '../../workbook/unreadable';
import { toUtf8 } from './encoding';
import { limitsOf, type Limits } from './limits';
import { readXlsx } from './read-xlsx';
import { sniff } from './sniff';
import { EOF, START, XmlScanner } from './xml-scanner';
import { ZipContainer } from './zip-container';

export interface ReadOptions {
  /** Reads what is no zip package: .xls, .et, HTML and XML tables. Without it such files are refused. */
  readonly legacy?: (bytes: Uint8Array) => Promise<WorkbookSnapshot>;
  readonly limits?: Partial<Limits>;
}

/**
 * Reads a workbook of any kind we know, told by its content and never by its name.
 * @throws UnreadableError with the reason; nothing else
 */
export async function readWorkbook(bytes: Uint8Array, options: ReadOptions = {}): Promise<WorkbookSnapshot> {
  const kind = sniff(bytes);
  if (kind === 'empty') throw new UnreadableError('empty-file');
  if (kind === 'encrypted') throw new UnreadableError('encrypted');
  if (kind === 'xlsx') return readXlsx(bytes, options.limits);
  if (kind !== 'xls' && kind !== 'html' && kind !== 'xml') throw new UnreadableError('not-spreadsheet');
  if (kind === 'xml') refuseDoctype(bytes);
  // A binary workbook in a zip package (.xlsb): its directory is held against the limits before anyone unpacks it.
  if (bytes[0] === 0x50) new ZipContainer(bytes, limitsOf(options.limits));
  if (options.legacy === undefined) throw new UnreadableError('legacy-unreadable');
  return options.legacy(bytes);
}

/** An XML spreadsheet needs no DTD; one that brings it wants entities expanded. */
function refuseDoctype(bytes: Uint8Array): void {
  const xml = new XmlScanner(toUtf8(bytes, 'xml'), 'xml');
  for (let token = xml.next(); token !== START && token !== EOF; token = xml.next());
}
