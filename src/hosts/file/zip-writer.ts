import { deflateSync } from 'fflate';
import { checksumOf } from './crc32';
import { DEFAULT_LIMITS } from './limits';
import { packedBytes, readDirectory, type ZipEntry } from './zip-directory';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL_SIZE = 30;
const CENTRAL_SIZE = 46;
const END_SIZE = 22;
const STORED = 0;
const DEFLATED = 8;
/** Below this, packing costs more than it saves. */
const SMALLEST = 700;
/** 1 January 1980, midnight: no clock, so that the same input gives the same bytes. */
const FIXED_TIME = 0x00210000;
const SIZES_FOLLOW = 0x0008;
const NAMES_ARE_UTF8 = 0x0800;
const MADE_BY = 20;
/** The old form of the archive holds no more; the reader's limits stay far below it. */
const MOST_BYTES = 0xffffffff;

/** A member as it will be written. */
interface Member {
  readonly name: Uint8Array;
  readonly madeBy: number;
  readonly flags: number;
  readonly method: number;
  readonly time: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array;
  readonly attributes: number;
}

/**
 * An archive with some parts replaced (null: left out) and others added at the end. Every other member keeps its
 * packed bytes, its name as written, its time and its place. Sizes always stand in the headers, so data descriptors
 * and ZIP64 fields are not needed; exact doubles of a replaced part are left out.
 * @param changed by lower-case name
 */
export function rewriteZip(
  original: Uint8Array,
  changed: ReadonlyMap<string, Uint8Array | null>,
  added: readonly (readonly [name: string, bytes: Uint8Array])[],
): Uint8Array {
  const entries = readDirectory(original, DEFAULT_LIMITS);
  const last = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const members: Member[] = [];
  for (const entry of entries) {
    const key = entry.name.toLowerCase();
    const bytes = changed.get(key);
    if (bytes === undefined) members.push(copied(original, entry));
    else if (bytes !== null && last.get(key) === entry)
      members.push(packedAnew(bytes, rawName(original, entry), flagsOf(original, entry) & NAMES_ARE_UTF8));
  }
  for (const [name, bytes] of added) members.push(packedAnew(bytes, new TextEncoder().encode(name), isAscii(name) ? 0 : NAMES_ARE_UTF8));
  return assemble(members);
}

/** An archive of these parts alone. */
export function writeZip(parts: readonly (readonly [name: string, bytes: Uint8Array])[]): Uint8Array {
  return assemble(parts.map(([name, bytes]) => packedAnew(bytes, new TextEncoder().encode(name), isAscii(name) ? 0 : NAMES_ARE_UTF8)));
}

function isAscii(name: string): boolean {
  for (let at = 0; at < name.length; at += 1) if (name.charCodeAt(at) > 0x7f) return false;
  return true;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function rawName(original: Uint8Array, entry: ZipEntry): Uint8Array {
  const from = entry.listedAt + CENTRAL_SIZE;
  return original.subarray(from, from + viewOf(original).getUint16(entry.listedAt + 28, true));
}

function flagsOf(original: Uint8Array, entry: ZipEntry): number {
  return viewOf(original).getUint16(entry.listedAt + 8, true);
}

function copied(original: Uint8Array, entry: ZipEntry): Member {
  const view = viewOf(original);
  const at = entry.listedAt;
  return {
    name: rawName(original, entry),
    madeBy: view.getUint16(at + 4, true),
    flags: view.getUint16(at + 8, true) & ~SIZES_FOLLOW,
    method: entry.method,
    time: view.getUint32(at + 12, true),
    crc: entry.crc,
    size: entry.size,
    packed: packedBytes(original, entry),
    attributes: view.getUint32(at + 38, true),
  };
}

function packedAnew(bytes: Uint8Array, name: Uint8Array, flags: number): Member {
  const stored = bytes.length < SMALLEST;
  // A third faster than the usual level, and 3 % larger.
  const packed = stored ? bytes : deflateSync(bytes, { level: 4 });
  return {
    name,
    madeBy: MADE_BY,
    flags,
    method: stored ? STORED : DEFLATED,
    time: FIXED_TIME,
    crc: checksumOf(bytes),
    size: bytes.length,
    packed,
    attributes: 0,
  };
}

function assemble(members: readonly Member[]): Uint8Array {
  let total = END_SIZE;
  for (const member of members) total += LOCAL_SIZE + CENTRAL_SIZE + 2 * member.name.length + member.packed.length;
  if (total > MOST_BYTES) throw new RangeError('the archive would be larger than 4 GB');
  const out = new Uint8Array(total);
  const view = viewOf(out);
  const offsets: number[] = [];
  let at = 0;
  for (const member of members) {
    offsets.push(at);
    view.setUint32(at, LOCAL, true);
    writeCommon(view, at + 4, member);
    out.set(member.name, at + LOCAL_SIZE);
    at += LOCAL_SIZE + member.name.length;
    out.set(member.packed, at);
    at += member.packed.length;
  }
  const directory = at;
  members.forEach((member, index) => {
    view.setUint32(at, CENTRAL, true);
    view.setUint16(at + 4, member.madeBy, true);
    writeCommon(view, at + 6, member);
    view.setUint32(at + 38, member.attributes, true);
    view.setUint32(at + 42, offsets[index]!, true);
    out.set(member.name, at + CENTRAL_SIZE);
    at += CENTRAL_SIZE + member.name.length;
  });
  view.setUint32(at, END, true);
  view.setUint16(at + 8, members.length, true);
  view.setUint16(at + 10, members.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return out;
}

/** The fields that the local header and the directory share; extra fields are never written. */
function writeCommon(view: DataView, at: number, member: Member): void {
  view.setUint16(at, MADE_BY, true);
  view.setUint16(at + 2, member.flags, true);
  view.setUint16(at + 4, member.method, true);
  view.setUint32(at + 6, member.time, true);
  view.setUint32(at + 10, member.crc, true);
  view.setUint32(at + 14, member.packed.length, true);
  view.setUint32(at + 18, member.size, true);
  view.setUint16(at + 22, member.name.length, true);
}
