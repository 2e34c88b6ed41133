/** «Agile encryption» the other way round, for tests: what spreadsheet programs write for a password. */
import { createCipheriv, createHash } from 'node:crypto';
import { compoundOf } from './legacy-bytes';

const SPINS = 1000;
const hash = (...parts: readonly Uint8Array[]): Buffer =>
  parts.reduce((digest, part) => digest.update(part), createHash('sha512')).digest();
const number = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

function cbc(key: Buffer, start: Buffer, data: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-cbc', key, start).setAutoPadding(false);
  const padded = Buffer.concat([data, Buffer.alloc((16 - (data.length % 16)) % 16)]);
  return Buffer.concat([cipher.update(padded), cipher.final()]);
}

/** The bytes of a workbook as a container that opens with `password`. */
export function encrypted(plain: Uint8Array, password: string): Uint8Array {
  const keySalt = Buffer.from('0123456789abcdef');
  const dataSalt = Buffer.from('fedcba9876543210');
  const secret = hash(Buffer.from('secret')).subarray(0, 32);
  let base = hash(keySalt, Buffer.from(password, 'utf16le'));
  for (let spin = 0; spin < SPINS; spin += 1) base = hash(number(spin), base);
  const locked = (purpose: string, data: Uint8Array): string =>
    cbc(hash(base, Buffer.from(purpose, 'hex')).subarray(0, 32), keySalt, data).toString('base64');
  const input = Buffer.from('verifier-input-1');
  const described =
    'saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512"';
  const xml =
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData ${described} saltValue="${dataSalt.toString('base64')}"/>` +
    `<keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><p:encryptedKey spinCount="${SPINS}" ${described} saltValue="${keySalt.toString('base64')}" encryptedVerifierHashInput="${locked('fea7d2763b4b9e79', input)}" encryptedVerifierHashValue="${locked('d7aa0f6d3061344e', hash(input))}" encryptedKeyValue="${locked('146e0be7abacd0d6', secret)}"/></keyEncryptor></keyEncryptors></encryption>`;
  const size = Buffer.alloc(8);
  size.writeBigUInt64LE(BigInt(plain.length));
  const segments: Buffer[] = [size];
  for (let at = 0, n = 0; at < plain.length; at += 4096, n += 1)
    segments.push(cbc(secret, hash(dataSalt, number(n)).subarray(0, 16), plain.subarray(at, at + 4096)));
  return compoundOf({
    EncryptionInfo: Buffer.concat([Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]), Buffer.from(xml)]),
    EncryptedPackage: Buffer.concat(segments),
  });
}
