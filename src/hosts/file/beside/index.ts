/** What is in a file beside its cells and paragraphs. */
import type { BesideContent } from '../../../document';
import { UnreadableError } from '../../../workbook';
import { DEFAULT_LIMITS } from '../limits';
import { sniff } from '../sniff';
import { ZipContainer } from '../zip-container';
import { propertiesIn } from './properties';
import { besideSheets } from './sheets';
import { besideText } from './word';

/** null: a format of which only the content is read. @throws UnreadableError where it is damaged or beyond the limits */
export function besideContent(bytes: Uint8Array): BesideContent | null {
  const kind = sniff(bytes);
  if (kind !== 'xlsx' && kind !== 'docx') return null;
  const zip = new ZipContainer(bytes, DEFAULT_LIMITS);
  if (zip.encrypted) throw new UnreadableError('encrypted');
  const properties = propertiesIn(zip);
  return kind === 'xlsx' ? { ...besideSheets(bytes, zip), properties } : { ...besideText(zip), properties };
}
