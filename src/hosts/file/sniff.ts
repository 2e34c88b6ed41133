import { UnreadableError } from '../../workbook';
import { CompoundFile, hasFilePass, isCompoundFile } from './compound-file';
import { decodeUtf16 } from './encoding';
import { isArchive } from './html/archive';
import { DEFAULT_LIMITS } from './limits';
import { localNames, readDirectory } from './zip-directory';

/**
 * What a file is by its content. 'xls' is every binary workbook (.xls, .et, .xlsb); 'html' and 'xml' the tables
 * that web systems name .xls; 'web-archive' a page saved with all that belongs to it in one file; 'encrypted'
 * anything that opens with a password.
 */
export type FileKind =
  'xlsx' | 'xls' | 'html' | 'web-archive' | 'xml' | 'ods' | 'encrypted' | 'docx' | 'pdf' | 'image' | 'archive' | 'text' | 'empty' | 'other';

const HEAD = 4096;

/** Tells a file by its first bytes and its directories; inflates nothing, never throws. */
export function sniff(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) return sniffZip(bytes);
  if (isCompoundFile(bytes)) return sniffCompound(bytes);
  return sniffSignature(bytes) ?? sniffText(bytes);
}

function startsWith(bytes: Uint8Array, text: string, at = 0): boolean {
  for (let i = 0; i < text.length; i += 1) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

function sniffZip(bytes: Uint8Array): FileKind {
  try {
    const entries = readDirectory(bytes, DEFAULT_LIMITS);
    const kind = kindOfNames(entries.map((entry) => entry.name));
    if (kind === null && isOpenDocument(bytes)) return 'ods';
    return kind === 'xlsx' && entries.some((entry) => entry.encrypted) ? 'encrypted' : (kind ?? 'archive');
  } catch (error) {
    if (!(error instanceof UnreadableError)) return 'archive';
    // Cut off or broken: the parts at its front still say what it was.
    const names = localNames(bytes);
    const office = names.some((name) => name === '[Content_Types].xml' || name.startsWith('_rels/'));
    return kindOfNames(names) ?? (office ? 'xlsx' : 'archive');
  }
}

/** An OpenDocument package begins with its type, packed as it is. */
function isOpenDocument(bytes: Uint8Array): boolean {
  return startsWith(bytes, 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 30);
}

function kindOfNames(names: readonly string[]): FileKind | null {
  const lower = names.map((name) => name.toLowerCase());
  if (lower.some((name) => name.endsWith('xl/workbook.bin'))) return 'xls';
  const office = lower.includes('[content_types].xml') || lower.includes('_rels/.rels');
  if (lower.some((name) => name.startsWith('xl/') || (office && /(?:^|\/)(?:workbook|worksheet|sheet)s?[^/]*(?:\/|\.xml$)/.test(name))))
    return 'xlsx';
  if (lower.some((name) => name.startsWith('word/'))) return 'docx';
  return null;
}

function sniffCompound(bytes: Uint8Array): FileKind {
  const file = new CompoundFile(bytes);
  if (file.find('EncryptedPackage') !== undefined || file.find('EncryptionInfo') !== undefined) return 'encrypted';
  const book = file.find('Workbook') ?? file.find('Book');
  if (book === undefined) return file.find('WordDocument') === undefined ? 'other' : 'docx';
  return hasFilePass(file.head(book, HEAD)) ? 'encrypted' : 'xls';
}

const SIGNATURES: readonly (readonly [start: string, kind: FileKind])[] = [
  ['%PDF', 'pdf'],
  ['\x89PNG', 'image'],
  ['\xff\xd8\xff', 'image'],
  ['GIF8', 'image'],
  ['BM', 'image'],
  ['II*\0', 'image'],
  ['MM\0*', 'image'],
  ['Rar!', 'archive'],
  ['7z\xbc\xaf\x27\x1c', 'archive'],
  ['\x1f\x8b', 'archive'],
  // BIFF 2 to 5 without a container around it.
  ['\x09\x00\x04\x00', 'xls'],
  ['\x09\x02\x06\x00', 'xls'],
  ['\x09\x04\x06\x00', 'xls'],
  ['\x09\x08\x08\x00', 'xls'],
  ['\x09\x08\x10\x00', 'xls'],
];

function sniffSignature(bytes: Uint8Array): FileKind | null {
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return 'image';
  for (const [start, kind] of SIGNATURES) if (startsWith(bytes, start)) return start === 'BM' && !isBitmap(bytes) ? null : kind;
  return null;
}

/** Two letters are not enough: a bitmap has zeros in its reserved bytes. */
function isBitmap(bytes: Uint8Array): boolean {
  return bytes.length > 14 && bytes[6] === 0 && bytes[7] === 0 && bytes[8] === 0 && bytes[9] === 0;
}

function sniffText(bytes: Uint8Array): FileKind {
  const head = headText(bytes);
  if (head === null) return 'other';
  const start = head.trimStart().toLowerCase();
  if (!start.startsWith('<')) return isArchive(start) ? 'web-archive' : 'text';
  if (start.includes('urn:schemas-microsoft-com:office:spreadsheet') || start.includes('progid="excel.sheet"')) return 'xml';
  return /<(?:!doctype\s+html|html|head|body|meta|table|style|div|tr)[\s>/]/.test(start) ? 'html' : 'text';
}

/** The beginning as text; null where control characters say that it is none. */
function headText(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, HEAD);
  const [a, b, c, d] = head;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0 && d === 0)) return decodeUtf16(head, true).replace(/^\uFEFF/, '');
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c && c === 0)) return decodeUtf16(head, false).replace(/^\uFEFF/, '');
  let text = '';
  for (let at = a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0; at < head.length; at += 1) {
    const byte = head[at]!;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1a) return null;
    text += String.fromCharCode(byte);
  }
  return text;
}
