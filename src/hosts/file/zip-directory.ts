import { UnreadableError } from '../../workbook';
import type { Limits } from './limits';

/** One member of the archive as the central directory describes it. */
export interface ZipEntry {
  /** With forward slashes and without a leading one. */
  readonly name: string;
  readonly encrypted: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  /** As declared: checked against, never allocated from. */
  readonly size: number;
  /** Of the local header, from the start of the file. */
  readonly offset: number;
  /** Of its own entry in the directory. */
  readonly listedAt: number;
}

const END = 0x06054b50;
const END64 = 0x06064b50;
const END64_LOCATOR = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const CENTRAL_SIZE = 46;
const LOCAL_SIZE = 30;
const MAX_COMMENT = 0xffff;
const FULL_16 = 0xffff;
const FULL_32 = 0xffffffff;

/**
 * The members of a zip archive, read from its central directory alone.
 * @throws UnreadableError `truncated`, `damaged`, `too-many-parts`
 */
export function readDirectory(bytes: Uint8Array, limits: Pick<Limits, 'parts'>): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const { count, size, offset, before } = directoryPlace(view, end);
  if (count > limits.parts) throw new UnreadableError('too-many-parts', String(count));
  // An archive with something put in front of it keeps offsets relative to its own start.
  const base = before - size - offset;
  if (base < 0) throw new UnreadableError('damaged', 'zip');
  const entries: ZipEntry[] = [];
  let at = base + offset;
  for (let n = 0; n < count; n += 1) {
    if (at + CENTRAL_SIZE > before || view.getUint32(at, true) !== CENTRAL) throw new UnreadableError('damaged', 'zip');
    const next = at + CENTRAL_SIZE + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > before) throw new UnreadableError('damaged', 'zip');
    entries.push(readEntry(bytes, view, at, base));
    at = next;
  }
  return entries;
}

/** The packed bytes of a member. @throws UnreadableError `damaged` when they do not lie inside the file */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = entry.offset;
  if (at < 0 || at + LOCAL_SIZE > bytes.length || view.getUint32(at, true) !== LOCAL) throw new UnreadableError('damaged', entry.name);
  const from = at + LOCAL_SIZE + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + entry.packedSize > bytes.length) throw new UnreadableError('damaged', entry.name);
  return bytes.subarray(from, from + entry.packedSize);
}

/**
 * Names met walking the local headers from the front, as far as that goes: all that a cut archive still tells.
 */
export function localNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names: string[] = [];
  let at = 0;
  while (at + LOCAL_SIZE <= bytes.length && view.getUint32(at, true) === LOCAL && names.length < 1000) {
    const nameEnd = at + LOCAL_SIZE + view.getUint16(at + 26, true);
    names.push(cleanName(bytes.subarray(at + LOCAL_SIZE, nameEnd)));
    const sizeComesLater = (view.getUint16(at + 6, true) & 8) !== 0;
    if (sizeComesLater) break;
    at = nameEnd + view.getUint16(at + 28, true) + view.getUint32(at + 18, true);
  }
  return names;
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_SIZE - MAX_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === END && at + END_SIZE + view.getUint16(at + 20, true) <= view.byteLength) return at;
  }
  throw new UnreadableError('truncated');
}

interface DirectoryPlace {
  readonly count: number;
  readonly size: number;
  readonly offset: number;
  /** Where the directory must have ended. */
  readonly before: number;
}

function directoryPlace(view: DataView, end: number): DirectoryPlace {
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const offset = view.getUint32(end + 16, true);
  if (count !== FULL_16 && size !== FULL_32 && offset !== FULL_32) return { count, size, offset, before: end };
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== END64_LOCATOR) return { count, size, offset, before: end };
  const at = uint64(view, locator + 8);
  if (at + 56 > locator || view.getUint32(at, true) !== END64) throw new UnreadableError('damaged', 'zip64');
  return { count: uint64(view, at + 32), size: uint64(view, at + 40), offset: uint64(view, at + 48), before: at };
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, base: number): ZipEntry {
  const nameEnd = at + CENTRAL_SIZE + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  let packedSize = view.getUint32(at + 20, true);
  let size = view.getUint32(at + 24, true);
  let offset = view.getUint32(at + 42, true);
  if (packedSize === FULL_32 || size === FULL_32 || offset === FULL_32) {
    // ZIP64 extra: only the fields that are full in the entry, in this order.
    let field = findExtra(view, nameEnd, extraEnd, 1);
    const take = (value: number): number => {
      if (value !== FULL_32) return value;
      if (field < 0 || field + 8 > extraEnd) throw new UnreadableError('damaged', 'zip64');
      field += 8;
      return uint64(view, field - 8);
    };
    size = take(size);
    packedSize = take(packedSize);
    offset = take(offset);
  }
  return {
    name: cleanName(bytes.subarray(at + CENTRAL_SIZE, nameEnd)),
    encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize,
    size,
    offset: offset + base,
    listedAt: at,
  };
}

function findExtra(view: DataView, from: number, end: number, id: number): number {
  for (let at = from; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === id) return at + 4;
  }
  return -1;
}

function uint64(view: DataView, at: number): number {
  return view.getUint32(at + 4, true) * 0x1_0000_0000 + view.getUint32(at, true);
}

const utf8 = new TextDecoder('utf-8');

function cleanName(raw: Uint8Array): string {
  return utf8.decode(raw).replace(/\\/g, '/').replace(/^\/+/, '');
}
