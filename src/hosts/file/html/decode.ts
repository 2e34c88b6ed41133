import { decodeUtf16 } from '../encoding';

/** Encodings of Chinese pages; GB 18030 holds all that GBK and GB 2312 have. */
const TRIED = ['utf-8', 'gb18030'];
/** One letter in so many may be broken before an encoding is held to be another. */
const BROKEN = 200;
/** Letters after which a valid text is not valid by chance. */
const ENOUGH = 12;
const REPLACEMENT = '\ufffd';
/** What is shown in place of a letter that cannot be read. */
const UNREADABLE = '□';

/**
 * The text of a page of any encoding met in practice: by its byte order mark, else as it says itself where that
 * decodes it, else UTF-8, else GB 18030, which old systems write without saying so.
 * @param stated an encoding named outside the page
 */
export function pageText(bytes: Uint8Array, stated?: string): string {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return decodeUtf16(bytes.subarray(2), true);
  if (a === 0xfe && b === 0xff) return decodeUtf16(bytes.subarray(2), false);
  if (a === 0x3c && b === 0) return decodeUtf16(bytes, true);
  const marked = a === 0xef && b === 0xbb && c === 0xbf;
  const body = marked ? bytes.subarray(3) : bytes;
  const named = marked ? 'utf-8' : (stated ?? namedEncoding(bytes));
  return best(body, named === undefined ? TRIED : [named, ...TRIED]).replaceAll(REPLACEMENT, UNREADABLE);
}

function namedEncoding(bytes: Uint8Array): string | undefined {
  let head = '';
  for (let at = 0; at < bytes.length && at < 2048; at += 1) head += String.fromCharCode(bytes[at]! & 0x7f);
  return (/charset\s*=\s*["']?\s*([A-Za-z0-9._-]+)/i.exec(head) ??
    /^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([A-Za-z0-9._-]+)/i.exec(head))?.[1];
}

/**
 * The first encoding that decodes the bytes, a stray broken letter aside; else that with the fewest broken ones. A
 * longer Chinese text that is valid UTF-8 is nothing else, whatever the page says.
 */
function best(bytes: Uint8Array, encodings: readonly string[]): string {
  const utf8 = validUtf8(bytes);
  if (utf8 !== null && wide(utf8) >= ENOUGH) return utf8;
  let found = { text: '', broken: Infinity };
  for (const encoding of encodings) {
    const text = decoded(bytes, encoding);
    if (text === null) continue;
    const broken = text.split(REPLACEMENT).length - 1;
    if (broken * BROKEN <= wide(text)) return text;
    if (broken < found.broken) found = { text, broken };
  }
  return found.text;
}

function validUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Letters that are no ASCII. */
function wide(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) count += 1;
  return count;
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return null;
  }
}
