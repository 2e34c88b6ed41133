import { UnreadableError } from '../../workbook';
import type { FilePath } from '../files/entry';
import { readAt, withRegular } from '../files/regular';

/** Enough to tell formats apart. */
const HEAD = 8192;
/** Enough of the end of a zip to see what its parts are called. */
const TAIL = 1 << 20;
/** A workbook within the reader's limits is never larger than this. */
const LARGEST = 256 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;

/** What a file turned out to be: its bytes; or no spreadsheet, by what its first bytes say. */
export type Taken = { readonly is: 'bytes'; readonly bytes: Uint8Array } | { readonly is: 'foreign' } | { readonly is: 'not-a-file' };

/** A very large archive is looked at from its end: is there a workbook inside? */
function endsLikeWorkbook(fd: number, size: number): boolean {
  const tail = readAt(fd, Math.min(TAIL, size), Math.max(0, size - TAIL));
  return tail.includes('xl/workbook');
}

function takeLarge(fd: number, size: number, named: boolean): Taken {
  if (!named && !endsLikeWorkbook(fd, size)) return { is: 'foreign' };
  throw new UnreadableError('inflates-too-large', `文件 ${Math.round(size / MEGABYTE)} MB`);
}

/**
 * Reads a file as far as needed: its head alone when that shows it is no spreadsheet and nobody named it.
 * @throws UnreadableError when it is too large · NodeJS.ErrnoException when the system refuses
 */
export function takeBytes(path: FilePath, named: boolean, maybeSpreadsheet: (head: Uint8Array) => boolean): Taken {
  const taken = withRegular(path, (fd, { size }): Taken => {
    const head = readAt(fd, Math.min(HEAD, size), 0);
    if (!named && head.length > 0 && !maybeSpreadsheet(head)) return { is: 'foreign' };
    if (size > LARGEST) return takeLarge(fd, size, named);
    return { is: 'bytes', bytes: size <= HEAD ? head : readAt(fd, size, 0) };
  });
  return taken ?? { is: 'not-a-file' };
}
