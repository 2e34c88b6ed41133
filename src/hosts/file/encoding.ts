import { UnreadableError } from '../../workbook';

const encoder = new TextEncoder();

/**
 * A part's bytes as UTF-8 without a byte order mark, whatever it was written in (UTF-16 with or without a mark, or
 * an encoding named in its first line).
 */
export function toUtf8(bytes: Uint8Array, part: string): Uint8Array {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return bytes.subarray(3);
  if (a === 0xff && b === 0xfe) return encoder.encode(decodeUtf16(bytes.subarray(2), true));
  if (a === 0xfe && b === 0xff) return encoder.encode(decodeUtf16(bytes.subarray(2), false));
  if (a === 0x3c && b === 0) return encoder.encode(decodeUtf16(bytes, true));
  if (a === 0 && b === 0x3c) return encoder.encode(decodeUtf16(bytes, false));
  const named = declaredEncoding(bytes);
  if (named === null || named === 'utf-8' || named === 'utf8' || named === 'us-ascii' || named.startsWith('utf-16')) return bytes;
  try {
    return encoder.encode(new TextDecoder(named).decode(bytes));
  } catch {
    throw new UnreadableError('damaged', part);
  }
}

/** Text of UTF-16 bytes of either byte order. */
export function decodeUtf16(bytes: Uint8Array, littleEndian: boolean): string {
  if (littleEndian) return new TextDecoder('utf-16le').decode(bytes);
  const swapped = new Uint8Array(bytes.length & ~1);
  for (let at = 0; at < swapped.length; at += 2) {
    swapped[at] = bytes[at + 1]!;
    swapped[at + 1] = bytes[at]!;
  }
  return new TextDecoder('utf-16le').decode(swapped);
}

function declaredEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] !== 0x3c || bytes[1] !== 0x3f) return null;
  let line = '';
  for (let at = 0; at < bytes.length && at < 200 && bytes[at] !== 0x3e; at += 1) line += String.fromCharCode(bytes[at]!);
  const match = /encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(line);
  return match === null ? null : match[1]!.toLowerCase();
}
