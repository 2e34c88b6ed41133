/** Four tables, so that four bytes are taken at a time. */
const TABLES = makeTables();

function makeTables(): readonly [Int32Array, Int32Array, Int32Array, Int32Array] {
  const tables = [new Int32Array(256), new Int32Array(256), new Int32Array(256), new Int32Array(256)] as const;
  for (let byte = 0; byte < 256; byte += 1) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    tables[0][byte] = crc;
  }
  for (let byte = 0; byte < 256; byte += 1) {
    for (let n = 1; n < 4; n += 1) {
      const before = tables[n - 1]![byte]!;
      tables[n]![byte] = (before >>> 8) ^ tables[0][before & 0xff]!;
    }
  }
  return tables;
}

/** The checksum that zip archives keep of each member, as an unsigned number. */
export function crc32(bytes: Uint8Array): number {
  const [t0, t1, t2, t3] = TABLES;
  const whole = bytes.length & ~3;
  let crc = -1;
  let at = 0;
  for (; at < whole; at += 4) {
    crc ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    crc = t3[crc & 0xff]! ^ t2[(crc >>> 8) & 0xff]! ^ t1[(crc >>> 16) & 0xff]! ^ t0[crc >>> 24]!;
  }
  for (; at < bytes.length; at += 1) crc = (crc >>> 8) ^ t0[(crc ^ bytes[at]!) & 0xff]!;
  return ~crc >>> 0;
}

const known = new WeakMap<Uint8Array, number>();

/** As crc32, remembered for these very bytes, which must not change any more. */
export function checksumOf(bytes: Uint8Array): number {
  let checksum = known.get(bytes);
  if (checksum === undefined) known.set(bytes, (checksum = crc32(bytes)));
  return checksum;
}
