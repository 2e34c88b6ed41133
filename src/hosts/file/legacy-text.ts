import { decodeUtf16 } from './encoding';

/**
 * The text of an HTML page of any encoding met in practice: by its byte order mark, else as it says itself, else
 * UTF-8 where it is valid, else GB 18030, which old systems write without saying so.
 */
export function htmlText(bytes: Uint8Array): string {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return decodeUtf16(bytes.subarray(2), true);
  if (a === 0xfe && b === 0xff) return decodeUtf16(bytes.subarray(2), false);
  if (a === 0x3c && b === 0) return decodeUtf16(bytes, true);
  if (a === 0xef && b === 0xbb && c === 0xbf) return new TextDecoder('utf-8').decode(bytes);
  const named = /charset\s*=\s*["']?\s*([A-Za-z0-9._-]+)/i.exec(asciiHead(bytes))?.[1];
  return (
    (named === undefined ? undefined : decode(bytes, named, false)) ?? decode(bytes, 'utf-8', true) ?? decode(bytes, 'gb18030', false) ?? ''
  );
}

function asciiHead(bytes: Uint8Array): string {
  let head = '';
  for (let at = 0; at < bytes.length && at < 2048; at += 1) head += String.fromCharCode(bytes[at]! & 0x7f);
  return head;
}

function decode(bytes: Uint8Array, encoding: string, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
}

export interface TypedText {
  readonly value: string | number | null;
  readonly format: string;
}

const PLAIN = /^-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?$/;
const GROUPED = /^-?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]{1,15})?$/;
const PERCENT = /^-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?%$/;

/**
 * What a cell of an HTML table holds. Only what can be nothing but a number becomes one: codes with leading zeros,
 * long identity numbers and dates stay the text they are.
 */
export function typedText(text: string): TypedText {
  const bare = text.replace(/^[\s\u00a0]+|[\s\u00a0]+$/g, '');
  if (bare === '') return { value: null, format: 'General' };
  const digits = bare.replace(/[^0-9]/g, '').length;
  if (digits > 15) return { value: bare, format: 'General' };
  if (PLAIN.test(bare)) return { value: Number(bare), format: 'General' };
  if (GROUPED.test(bare)) return { value: Number(bare.replace(/,/g, '')), format: bare.includes('.') ? '#,##0.00' : '#,##0' };
  if (PERCENT.test(bare)) return { value: Number(`${bare.slice(0, -1)}e-2`), format: bare.includes('.') ? '0.00%' : '0%' };
  return { value: bare, format: 'General' };
}
