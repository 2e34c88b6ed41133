/**
 * Just enough of the OLE compound file format ([MS-CFB]) to tell what is inside: the names of the streams and the
 * first bytes of one. Everything is bounded by the file's own length; broken files give what could be read.
 */

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const LAST_SECTOR = 0xfffffffa;
const HEADER_SIZE = 512;
const HEADER_FAT_SECTORS = 109;
const DIRECTORY_ENTRY = 128;
const MINI_SECTOR = 64;
const MINI_LIMIT = 4096;

export interface CompoundStream {
  readonly name: string;
  /** 1 storage, 2 stream, 5 root. */
  readonly type: number;
  readonly start: number;
  readonly size: number;
}

export function isCompoundFile(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, at) => bytes[at] === byte);
}

export class CompoundFile {
  readonly streams: readonly CompoundStream[];
  /** A chain of sectors ran in a circle. */
  broken = false;
  private readonly view: DataView;
  private readonly sectorSize: number;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = bytes.length >= HEADER_SIZE ? this.view.getUint16(30, true) : 0;
    this.sectorSize = shift === 12 ? 4096 : 512;
    this.streams = bytes.length >= HEADER_SIZE ? this.readNames() : [];
  }

  find(name: string): CompoundStream | undefined {
    return this.streams.find((stream) => stream.type !== 1 && stream.name.toLowerCase() === name.toLowerCase());
  }

  /** The first `length` bytes of a stream, or fewer. */
  head(stream: CompoundStream, length: number): Uint8Array {
    const wanted = Math.min(length, stream.size);
    const root = this.streams.find((one) => one.type === 5);
    if (stream.size >= MINI_LIMIT || root === undefined) return this.readChain(stream.start, wanted);
    return this.readMini(root, stream.start, wanted);
  }

  /** A stream whole, or as much of it as is there. */
  content(stream: CompoundStream): Uint8Array {
    return this.head(stream, stream.size);
  }

  private readNames(): CompoundStream[] {
    const found: CompoundStream[] = [];
    for (const sector of this.chain(this.view.getUint32(48, true))) {
      const from = this.offsetOf(sector);
      for (let at = from; at < from + this.sectorSize && at + DIRECTORY_ENTRY <= this.bytes.length; at += DIRECTORY_ENTRY) {
        const type = this.bytes[at + 66]!;
        if (type === 1 || type === 2 || type === 5) found.push(this.readName(at, type));
      }
    }
    return found;
  }

  private readName(at: number, type: number): CompoundStream {
    const length = Math.min(64, this.view.getUint16(at + 64, true));
    let name = '';
    for (let i = 0; i + 2 < length; i += 2) name += String.fromCharCode(this.view.getUint16(at + i, true));
    return { name, type, start: this.view.getUint32(at + 116, true), size: this.view.getUint32(at + 120, true) };
  }

  private offsetOf(sector: number): number {
    return (sector + 1) * this.sectorSize;
  }

  private *chain(start: number): Iterable<number> {
    // No chain is longer than the file has sectors, unless it runs in a circle.
    let left = Math.ceil(this.bytes.length / this.sectorSize);
    for (let sector = start; sector < LAST_SECTOR; sector = this.nextSector(sector)) {
      left -= 1;
      if (left < 0) this.broken = true;
      if (left < 0 || this.offsetOf(sector) >= this.bytes.length) return;
      yield sector;
    }
  }

  private nextSector(sector: number): number {
    const perSector = this.sectorSize / 4;
    const fat = this.fatSector(Math.floor(sector / perSector));
    return fat === undefined ? LAST_SECTOR : this.uint32(this.offsetOf(fat) + (sector % perSector) * 4);
  }

  /** Where the n-th sector of the allocation table is; those beyond the header's list are found in chained lists. */
  private fatSector(n: number): number | undefined {
    if (n < HEADER_FAT_SECTORS) return this.uint32(76 + n * 4);
    const perList = this.sectorSize / 4 - 1;
    let list = this.uint32(68);
    let left = n - HEADER_FAT_SECTORS;
    for (; left >= perList && list < LAST_SECTOR; left -= perList) list = this.uint32(this.offsetOf(list) + perList * 4);
    return list < LAST_SECTOR ? this.uint32(this.offsetOf(list) + left * 4) : undefined;
  }

  private uint32(at: number): number {
    return at >= 0 && at + 4 <= this.bytes.length ? this.view.getUint32(at, true) : LAST_SECTOR;
  }

  private readChain(start: number, length: number): Uint8Array {
    const out = new Uint8Array(Math.min(length, this.bytes.length));
    let filled = 0;
    for (const sector of this.chain(start)) {
      if (filled >= out.length) break;
      const from = this.offsetOf(sector);
      const piece = this.bytes.subarray(from, Math.min(from + this.sectorSize, from + out.length - filled));
      out.set(piece, filled);
      filled += piece.length;
    }
    return out.subarray(0, filled);
  }

  /** Small streams lie in 64-byte sectors of the root's own stream, with an allocation table of their own. */
  private readMini(root: CompoundStream, start: number, length: number): Uint8Array {
    const store = this.readChain(root.start, root.size);
    const table = this.readChain(this.uint32(60), this.uint32(64) * this.sectorSize);
    const tableView = new DataView(table.buffer, table.byteOffset, table.byteLength);
    const out = new Uint8Array(Math.min(length, store.length));
    let filled = 0;
    for (let sector = start; sector < LAST_SECTOR && filled < out.length;) {
      const from = sector * MINI_SECTOR;
      const piece = store.subarray(from, Math.min(from + MINI_SECTOR, from + out.length - filled));
      if (piece.length === 0) break;
      out.set(piece, filled);
      filled += piece.length;
      sector = sector * 4 + 4 <= table.length ? tableView.getUint32(sector * 4, true) : LAST_SECTOR;
    }
    return out.subarray(0, filled);
  }
}

const FILE_PASS = 0x2f;
const END_OF_SUBSTREAM = 0x0a;

/** Whether a BIFF stream says that it is encrypted: a FilePass record among its first. */
export function hasFilePass(biff: Uint8Array): boolean {
  for (let at = 0; at + 4 <= biff.length;) {
    const id = biff[at]! | (biff[at + 1]! << 8);
    if (id === FILE_PASS) return true;
    if (id === END_OF_SUBSTREAM) return false;
    at += 4 + (biff[at + 2]! | (biff[at + 3]! << 8));
  }
  return false;
}
