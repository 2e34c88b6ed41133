import { DEFAULT_LIMITS } from '../limits';
import { findWorkbookPart } from '../package-parts';
import { ZipContainer } from '../zip-container';
import { BLANK_BOOK_HEAD } from './blank-workbook';
import { readRecord } from './trace-record';

/** What of ours is in a file that nobody has saved since. */
export interface WrittenHere {
  /** new: a workbook of ours alone, whose workbook part every other program would write anew · edited: a file received. */
  readonly is: 'new' | 'edited';
  /** Sheets added to a file received, by the names wanted for them. */
  readonly sheets: readonly string[];
}

/** Whether this editor wrote a file and nobody has saved it since; null where somebody has, or where it did not. Never throws. */
export function writtenHere(bytes: Uint8Array): WrittenHere | null {
  try {
    const zip = new ZipContainer(bytes, DEFAULT_LIMITS);
    const book = findWorkbookPart(zip);
    if (new TextDecoder().decode(zip.part(book)).startsWith(BLANK_BOOK_HEAD)) return { is: 'new', sheets: [] };
    const record = readRecord(zip, book);
    if (record === null || record.restore(zip) === null || !record.untouched(zip)) return null;
    return { is: 'edited', sheets: record.traces.sheets.map((sheet) => sheet.name) };
  } catch {
    return null;
  }
}
