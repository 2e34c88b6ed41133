import { Inflate, inflateSync } from 'fflate';
import { UnreadableError } from '../../workbook';
import { crc32 } from './crc32';
import type { Limits } from './limits';
import { packedBytes, readDirectory, type ZipEntry } from './zip-directory';

const STORED = 0;
const DEFLATED = 8;
/** Packed bytes inflated between two looks at the limits: deflate makes at most 1,032 of one, so about 17 MB. */
const STEP = 16 * 1024;

/**
 * The parts of a package by name. Opening reads the central directory only and refuses what that shows; a part is
 * inflated when asked for, counted against the limits of the whole file while that happens.
 */
export class ZipContainer {
  /** By lower-case name: part names differ in more than case in no valid package, and writers mix case. */
  private readonly entries = new Map<string, ZipEntry>();
  private readonly clashes = new Set<string>();
  private inflated = 0;

  /** Of all members together when inflated, as the directory says. */
  readonly declaredBytes: number;

  /** @throws UnreadableError `truncated`, `damaged`, `too-many-parts`, `inflates-too-large` */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly limits: Limits,
  ) {
    let declared = 0;
    let packed = 0;
    for (const entry of readDirectory(bytes, limits)) {
      declared += entry.size;
      if (declared > limits.inflatedBytes || this.tooDense(entry.size, entry.packedSize))
        throw new UnreadableError('inflates-too-large', entry.name);
      packed += entry.packedSize;
      // Members that share their bytes: what is unpacked or copied would be many times the file.
      if (packed > bytes.length) throw new UnreadableError('damaged', 'zip');
      this.enter(entry);
    }
    this.declaredBytes = declared;
  }

  get names(): readonly string[] {
    return [...this.entries.values()].map((entry) => entry.name);
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** As the directory says; 0 where there is no such part. */
  sizeOf(name: string): number {
    return this.entries.get(name.toLowerCase())?.size ?? 0;
  }

  stampOf(name: string): string | undefined {
    const entry = this.entries.get(name.toLowerCase());
    return entry === undefined ? undefined : `${entry.size}:${entry.crc}`;
  }

  /** Whether any member needs a password. */
  get encrypted(): boolean {
    for (const entry of this.entries.values()) if (entry.encrypted) return true;
    return false;
  }

  /** The inflated bytes of a part; undefined where there is none. */
  part(name: string): Uint8Array | undefined {
    const key = name.toLowerCase();
    const entry = this.entries.get(key);
    if (entry === undefined) return undefined;
    if (entry.encrypted) throw new UnreadableError('encrypted');
    // Two different contents under one name: nobody can say which of them is meant.
    if (this.clashes.has(key)) throw new UnreadableError('damaged', entry.name);
    const bytes = this.unpack(entry, packedBytes(this.bytes, entry));
    if (bytes.length !== entry.size || !intact(bytes, entry)) throw new UnreadableError('damaged', entry.name);
    return bytes;
  }

  private enter(entry: ZipEntry): void {
    const key = entry.name.toLowerCase();
    const known = this.entries.get(key);
    if (known !== undefined && (known.crc !== entry.crc || known.size !== entry.size)) this.clashes.add(key);
    this.entries.set(key, entry);
  }

  private unpack(entry: ZipEntry, packed: Uint8Array): Uint8Array {
    if (entry.method === STORED) {
      this.count(entry, packed.length, packed.length);
      return packed;
    }
    if (entry.method !== DEFLATED) throw new UnreadableError('damaged', entry.name);
    try {
      return packed.length <= 2 * STEP ? this.inflateAtOnce(entry, packed) : this.inflateInSteps(entry, packed);
    } catch (error) {
      if (error instanceof UnreadableError) throw error;
      throw new UnreadableError('damaged', entry.name);
    }
  }

  private inflateAtOnce(entry: ZipEntry, packed: Uint8Array): Uint8Array {
    const bytes = (entry.size < scratch.length ? inflateToScratch(packed) : null) ?? inflateSync(packed);
    this.count(entry, bytes.length, packed.length);
    this.inflated += bytes.length;
    return bytes;
  }

  private inflateInSteps(entry: ZipEntry, packed: Uint8Array): Uint8Array {
    const chunks: Uint8Array[] = [];
    let size = 0;
    const stream = new Inflate((chunk) => {
      size += chunk.length;
      chunks.push(chunk);
    });
    for (let at = 0; at < packed.length; at += STEP) {
      const end = Math.min(at + STEP, packed.length);
      stream.push(packed.subarray(at, end), end === packed.length);
      this.count(entry, size, end);
    }
    this.inflated += size;
    return joinChunks(chunks, size);
  }

  private count(entry: ZipEntry, size: number, packed: number): void {
    if (this.inflated + size > this.limits.inflatedBytes || this.tooDense(size, packed))
      throw new UnreadableError('inflates-too-large', entry.name);
  }

  private tooDense(size: number, packed: number): boolean {
    return size > this.limits.ratioFloor && size > this.limits.ratio * packed;
  }
}

/**
 * Small parts are inflated into one kept buffer and copied out, which saves the growing buffers that come to a third
 * of the time. The library stops writing at the buffer's end without a word: a full one means that it was too small.
 */
const scratch = new Uint8Array(256 * 1024);

function inflateToScratch(packed: Uint8Array): Uint8Array | null {
  const bytes = inflateSync(packed, { out: scratch });
  return bytes.length < scratch.length ? bytes.slice() : null;
}

/** One changed bit may be another score. Writers that state no checksum leave zero. */
function intact(bytes: Uint8Array, entry: ZipEntry): boolean {
  return entry.crc === 0 || crc32(bytes) === entry.crc;
}

function joinChunks(chunks: readonly Uint8Array[], size: number): Uint8Array {
  if (chunks.length === 1) return chunks[0]!;
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
