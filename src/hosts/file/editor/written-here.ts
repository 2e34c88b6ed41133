import { DEFAULT_LIMITS } from '../limits';
import { findWorkbookPart } from '../package-parts';
import { ZipContainer } from '../zip-container';
import { BLANK_BOOK_HEAD } from './blank-workbook';
import { readRecord } from './trace-record';

/**
 * Whether this editor wrote a file and nobody has saved it since. new: a workbook of ours alone, whose workbook part
 * every other program would write anew · edited: a file received, whose record of our traces still holds · null: neither.
 * Never throws.
 */
export function writtenHere(bytes: Uint8Array): 'new' | 'edited' | null {
  try {
    const zip = new ZipContainer(bytes, DEFAULT_LIMITS);
    const book = findWorkbookPart(zip);
    if (new TextDecoder().decode(zip.part(book)).startsWith(BLANK_BOOK_HEAD)) return 'new';
    return (readRecord(zip, book)?.restore(zip) ?? null) === null ? null : 'edited';
  } catch {
    return null;
  }
}
