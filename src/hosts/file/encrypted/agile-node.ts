/** «Agile encryption» ([MS-OFFCRYPTO] 2.3.4.10 to 2.3.4.15): what is used stands in XML; AES in CBC mode, in segments. */
import { createDecipheriv, createHash } from 'node:crypto';
import { EOF, START, XmlScanner } from '../xml-scanner';
import type { PackageKeys } from './keys';

const SEGMENT = 4096;
/** Programs write 100,000. */
const MOST_SPINS = 1_000_000;
const HASHES: Readonly<Partial<Record<string, string>>> = {
  SHA1: 'sha1',
  'SHA-1': 'sha1',
  SHA256: 'sha256',
  SHA384: 'sha384',
  SHA512: 'sha512',
};
const FILLER = 0x36;

/** What each derived key is for: bytes of the specification. */
const FOR_INPUT = Buffer.from('fea7d2763b4b9e79', 'hex');
const FOR_HASH = Buffer.from('d7aa0f6d3061344e', 'hex');
const FOR_KEY = Buffer.from('146e0be7abacd0d6', 'hex');

/** One cipher as the XML describes it. */
interface Described {
  readonly hash: string;
  readonly salt: Buffer;
  readonly block: number;
  readonly keyBytes: number;
  readonly spins: number;
  readonly value: (name: string) => Buffer;
}

/** null where the password is another or the file states something unknown. */
export function agileKeys(xml: Uint8Array, password: string): PackageKeys | null {
  const { data, key } = described(xml);
  if (data === null || key === null || key.spins > MOST_SPINS) return null;
  const base = spun(key, password);
  const opened = (name: string, purpose: Buffer): Buffer =>
    decrypt(derived(key, base, purpose), fitted(key.salt, key.block), key.value(name));
  const input = opened('encryptedVerifierHashInput', FOR_INPUT);
  const expected = opened('encryptedVerifierHashValue', FOR_HASH);
  const stated = createHash(key.hash).update(input).digest();
  if (!stated.equals(expected.subarray(0, stated.length))) return null;
  const secret = opened('encryptedKeyValue', FOR_KEY).subarray(0, data.keyBytes);
  return { decrypt: (packed) => inSegments(packed, data, secret) };
}

function described(xml: Uint8Array): { readonly data: Described | null; readonly key: Described | null } {
  const scanner = new XmlScanner(xml, 'EncryptionInfo');
  let data: Described | null = null;
  let key: Described | null = null;
  for (let token = scanner.next(); token !== EOF; token = scanner.next()) {
    if (token !== START) continue;
    if (scanner.is('keyData')) data = describe(scanner);
    else if (scanner.is('encryptedKey')) key ??= describe(scanner);
  }
  return { data, key };
}

function describe(xml: XmlScanner): Described | null {
  const hash = HASHES[xml.attr('hashAlgorithm') ?? ''];
  if (hash === undefined || xml.attr('cipherAlgorithm') !== 'AES' || xml.attr('cipherChaining') !== 'ChainingModeCBC') return null;
  const values = new Map(
    ['encryptedVerifierHashInput', 'encryptedVerifierHashValue', 'encryptedKeyValue'].map((name) => [name, base64(xml.attr(name))]),
  );
  return {
    hash,
    salt: base64(xml.attr('saltValue')),
    block: Number(xml.attr('blockSize')),
    keyBytes: Number(xml.attr('keyBits')) / 8,
    spins: Number(xml.attr('spinCount') ?? 0),
    value: (name) => values.get(name)!,
  };
}

const base64 = (text: string | undefined): Buffer => Buffer.from(text ?? '', 'base64');

function littleEndian(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return bytes;
}

function spun(key: Described, password: string): Buffer {
  let hash = createHash(key.hash).update(key.salt).update(Buffer.from(password, 'utf16le')).digest();
  const counter = Buffer.alloc(4);
  for (let spin = 0; spin < key.spins; spin += 1) {
    counter.writeUInt32LE(spin);
    hash = createHash(key.hash).update(counter).update(hash).digest();
  }
  return hash;
}

const derived = (key: Described, base: Buffer, purpose: Buffer): Buffer =>
  fitted(createHash(key.hash).update(base).update(purpose).digest(), key.keyBytes);

/** Cut to a length, or filled up to it. */
const fitted = (bytes: Buffer, length: number): Buffer =>
  Buffer.concat([bytes, Buffer.alloc(Math.max(0, length - bytes.length), FILLER)]).subarray(0, length);

function decrypt(key: Buffer, start: Buffer, data: Uint8Array): Buffer {
  const cipher = createDecipheriv(`aes-${key.length * 8}-cbc`, key, start).setAutoPadding(false);
  return Buffer.concat([cipher.update(data.subarray(0, data.length - (data.length % start.length))), cipher.final()]);
}

function inSegments(packed: Uint8Array, data: Described, secret: Buffer): Buffer {
  const pieces: Buffer[] = [];
  for (let at = 0, segment = 0; at < packed.length; at += SEGMENT, segment += 1) {
    const start = fitted(createHash(data.hash).update(data.salt).update(littleEndian(segment)).digest(), data.block);
    pieces.push(decrypt(secret, start, packed.subarray(at, at + SEGMENT)));
  }
  return Buffer.concat(pieces);
}
