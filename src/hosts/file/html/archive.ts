/**
 * «Single file web pages»: a page and what belongs to it as one message of several parts (MIME, RFC 2557), as Excel
 * and WPS save it. Only the pages in it are of interest.
 */
import { pageText } from './decode';

const HEAD = 4096;
const MOST_PARTS = 1000;

const latin1 = new TextDecoder('latin1');

/** Whether the beginning of a file says that it is such an archive. */
export function isArchive(head: string): boolean {
  return /^(?:[\w-]+:[^\n]*\n|[ \t]+[^\n]*\n){0,30}?content-type:\s*multipart\/related/i.test(head.slice(0, HEAD));
}

/** Its pages as text, in their order; none where it is broken. */
export function archivePages(bytes: Uint8Array): string[] {
  // Latin 1 keeps every byte, so that parts can be cut out and decoded each by its own encoding.
  const all = latin1.decode(bytes);
  const boundary = /boundary\s*=\s*(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/i.exec(all.slice(0, HEAD));
  if (boundary === null) return [];
  const parts = all.split(`--${boundary[1] ?? boundary[2]!}`, MOST_PARTS);
  return parts.slice(1).flatMap((part) => pageOf(part) ?? []);
}

function pageOf(part: string): string | null {
  const head = /^\s*([^]*?\n)\r?\n/.exec(part.slice(0, HEAD));
  if (head === null) return null;
  const fields = head[1]!.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const field = (name: string): string =>
    fields
      .find((line) => line.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim() ?? '';
  if (!/^text\/html\b/i.test(field('content-type'))) return null;
  const charset = /charset\s*=\s*["']?([A-Za-z0-9._-]+)/i.exec(field('content-type'))?.[1];
  return pageText(decodeBody(part.slice(head[0].length), field('content-transfer-encoding').toLowerCase()), charset);
}

function decodeBody(body: string, encoding: string): Uint8Array {
  if (encoding === 'base64') return bytesOf(unbase64(body));
  if (encoding === 'quoted-printable') {
    const text = body.replace(/=[ \t]*\r?\n/g, '').replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
    return bytesOf(text);
  }
  return bytesOf(body);
}

function unbase64(body: string): string {
  try {
    return atob(body.replace(/[^A-Za-z0-9+/]/g, ''));
  } catch {
    return '';
  }
}

/** The bytes that Latin 1 letters stand for. Windows-1252, as decoders read Latin 1, moves some of 0x80 to 0x9f. */
function bytesOf(text: string): Uint8Array {
  const out = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    out[at] = code < 0x100 ? code : (MOVED.get(code) ?? 0x3f);
  }
  return out;
}

const MOVED: ReadonlyMap<number, number> = new Map(
  Array.from({ length: 32 }, (_, n) => 0x80 + n).map((byte) => [latin1.decode(Uint8Array.of(byte)).charCodeAt(0), byte]),
);
