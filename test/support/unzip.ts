import { inflateRawSync } from 'node:zlib';

/** One member of an archive: unpacked, and as it lies there. */
export interface Unzipped {
  readonly name: string;
  readonly data: Uint8Array;
  readonly packed: Uint8Array;
  readonly time: number;
}

/** The members of an archive in the order of its directory, read apart from the program's own code. Old form only. */
export function unzipMembers(bytes: Uint8Array): Unzipped[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0) throw new Error('no end of directory');
  const count = view.getUint16(end + 10, true);
  const base = end - view.getUint32(end + 12, true) - view.getUint32(end + 16, true);
  let at = base + view.getUint32(end + 16, true);
  const found: Unzipped[] = [];
  for (let n = 0; n < count; n += 1) {
    const nameLength = view.getUint16(at + 28, true);
    const name = Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength))
      .toString('utf8')
      .replace(/\\/g, '/')
      .replace(/^\/+/, '');
    const local = base + view.getUint32(at + 42, true);
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const packed = bytes.subarray(from, from + view.getUint32(at + 20, true));
    const data = view.getUint16(at + 10, true) === 0 ? packed : new Uint8Array(inflateRawSync(packed));
    found.push({ name, data, packed, time: view.getUint32(at + 12, true) });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return found;
}

/** The parts of an archive by name. */
export function unzipParts(bytes: Uint8Array): Map<string, Uint8Array> {
  return new Map(unzipMembers(bytes).map(({ name, data }) => [name, data]));
}
