import { deflateSync } from 'fflate';

/** A member of a hand-made archive; what is declared may be made to lie. */
export interface ZipMember {
  readonly name: string;
  readonly data: string | Uint8Array;
  readonly stored?: boolean;
  /** Sizes follow the data instead of standing in the local header, as streaming writers do. */
  readonly descriptor?: boolean;
  readonly encrypted?: boolean;
  readonly method?: number;
  readonly declaredSize?: number;
  readonly declaredPackedSize?: number;
  readonly crc?: number;
}

export interface ZipOptions {
  readonly zip64?: boolean;
  /** Bytes in front of the archive. */
  readonly prefix?: Uint8Array;
  readonly comment?: string;
  /** Number of members as the end record states it. */
  readonly declaredCount?: number;
}

const encoder = new TextEncoder();

/** Builds a zip archive byte by byte. */
export function zipOf(members: readonly ZipMember[], options: ZipOptions = {}): Uint8Array {
  const out = new ByteWriter();
  const central = new ByteWriter();
  for (const member of members) writeMember(out, central, member, options);
  const offset = out.length;
  out.bytes(central.take());
  const size = out.length - offset;
  const count = options.declaredCount ?? members.length;
  if (options.zip64 === true) writeZip64End(out, offset, size, count);
  const comment = encoder.encode(options.comment ?? '');
  const full = options.zip64 === true;
  out
    .u32(0x06054b50)
    .u16(0)
    .u16(0)
    .u16(full ? 0xffff : count)
    .u16(full ? 0xffff : count);
  out
    .u32(full ? 0xffffffff : size)
    .u32(full ? 0xffffffff : offset)
    .u16(comment.length)
    .bytes(comment);
  const archive = out.take();
  return options.prefix === undefined ? archive : concat([options.prefix, archive]);
}

function writeMember(out: ByteWriter, central: ByteWriter, member: ZipMember, options: ZipOptions): void {
  const raw = typeof member.data === 'string' ? encoder.encode(member.data) : member.data;
  const packed = member.stored === true ? raw : deflateSync(raw);
  const name = encoder.encode(member.name);
  const method = member.method ?? (member.stored === true ? 0 : 8);
  const flags = (member.encrypted === true ? 1 : 0) | (member.descriptor === true ? 8 : 0) | 0x800;
  const crc = member.crc ?? crc32(raw);
  const size = member.declaredSize ?? raw.length;
  const packedSize = member.declaredPackedSize ?? packed.length;
  const later = member.descriptor === true;
  const at = out.length;
  out
    .u32(0x04034b50)
    .u16(20)
    .u16(flags)
    .u16(method)
    .u32(0)
    .u32(later ? 0 : crc)
    .u32(later ? 0 : packedSize)
    .u32(later ? 0 : size);
  out.u16(name.length).u16(0).bytes(name).bytes(packed);
  if (later) out.u32(0x08074b50).u32(crc).u32(packedSize).u32(size);
  const full = options.zip64 === true;
  central.u32(0x02014b50).u16(20).u16(20).u16(flags).u16(method).u32(0).u32(crc);
  central
    .u32(full ? 0xffffffff : packedSize)
    .u32(full ? 0xffffffff : size)
    .u16(name.length)
    .u16(full ? 28 : 0)
    .u16(0)
    .u16(0)
    .u16(0)
    .u32(0);
  central.u32(full ? 0xffffffff : at).bytes(name);
  if (full) central.u16(1).u16(24).u64(size).u64(packedSize).u64(at);
}

function writeZip64End(out: ByteWriter, offset: number, size: number, count: number): void {
  const at = out.length;
  out.u32(0x06064b50).u64(44).u16(45).u16(45).u32(0).u32(0).u64(count).u64(count).u64(size).u64(offset);
  out.u32(0x07064b50).u32(0).u64(at).u32(1);
}

class ByteWriter {
  private readonly chunks: Uint8Array[] = [];
  length = 0;

  bytes(chunk: Uint8Array): this {
    this.chunks.push(chunk);
    this.length += chunk.length;
    return this;
  }

  u16(value: number): this {
    return this.bytes(Uint8Array.of(value & 0xff, (value >>> 8) & 0xff));
  }

  u32(value: number): this {
    return this.u16(value & 0xffff).u16((value >>> 16) & 0xffff);
  }

  u64(value: number): this {
    return this.u32(value % 0x1_0000_0000).u32(Math.floor(value / 0x1_0000_0000));
  }

  take(): Uint8Array {
    return concat(this.chunks);
  }
}

/** Joins byte arrays. */
export function concat(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  return crc;
});

function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (let at = 0; at < bytes.length; at += 1) crc = (crc >>> 8) ^ CRC_TABLE[(crc ^ bytes[at]!) & 0xff]!;
  return ~crc >>> 0;
}
