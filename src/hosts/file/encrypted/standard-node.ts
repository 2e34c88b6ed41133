/** «Standard encryption» ([MS-OFFCRYPTO] 2.3.4.5 to 2.3.4.9): AES in ECB mode, its key derived by SHA-1. */
import { createDecipheriv, createHash } from 'node:crypto';
import type { PackageKeys } from './keys';

const SPINS = 50_000;
const BLOCK = 16;
const HASH = 20;
const AES_BITS: ReadonlySet<number> = new Set([128, 192, 256]);

const sha1 = (...parts: readonly Uint8Array[]): Buffer => parts.reduce((hash, part) => hash.update(part), createHash('sha1')).digest();

/** null where the password is another or the file states something unknown. */
export function standardKeys(info: Uint8Array, password: string): PackageKeys | null {
  const bytes = Buffer.from(info.buffer, info.byteOffset, info.byteLength);
  const header = 12;
  const bits = bytes.readUInt32LE(header + 16);
  if (!AES_BITS.has(bits)) return null;
  const verifier = header + bytes.readUInt32LE(8);
  const salt = bytes.subarray(verifier + 4, verifier + 4 + BLOCK);
  const key = keyOf(salt, password, bits / 8);
  const expected = decrypt(key, bytes.subarray(verifier + 40, verifier + 72)).subarray(0, HASH);
  const right = sha1(decrypt(key, bytes.subarray(verifier + 20, verifier + 36))).equals(expected);
  return right ? { decrypt: (packed) => decrypt(key, packed) } : null;
}

function keyOf(salt: Uint8Array, password: string, length: number): Buffer {
  let hash = sha1(salt, Buffer.from(password, 'utf16le'));
  const counter = Buffer.alloc(4);
  for (let spin = 0; spin < SPINS; spin += 1) {
    counter.writeUInt32LE(spin);
    hash = sha1(counter, hash);
  }
  const last = sha1(hash, Buffer.alloc(4));
  return Buffer.concat([mixed(last, 0x36), mixed(last, 0x5c)]).subarray(0, length);
}

function mixed(hash: Buffer, filler: number): Buffer {
  const block = Buffer.alloc(64, filler);
  for (let at = 0; at < hash.length; at += 1) block[at]! ^= hash[at]!;
  return sha1(block);
}

function decrypt(key: Buffer, data: Uint8Array): Buffer {
  const cipher = createDecipheriv(`aes-${key.length * 8}-ecb`, key, null).setAutoPadding(false);
  return Buffer.concat([cipher.update(data.subarray(0, data.length - (data.length % BLOCK))), cipher.final()]);
}
