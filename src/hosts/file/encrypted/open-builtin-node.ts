/**
 * Workbooks encrypted with the password that spreadsheet programs try by themselves ([MS-OFFCRYPTO] 2.4.2.3): they
 * open without a question, so their owners do not know that they are encrypted. For Node alone.
 */
import { CompoundFile, isCompoundFile } from '../compound-file';
import { agileKeys } from './agile-node';
import type { PackageKeys } from './keys';
import { standardKeys } from './standard-node';

const PASSWORD = 'VelvetSweatshop';
/** More is no file anybody would send; every byte is held three times meanwhile. */
const LARGEST = 64 * 1024 * 1024;
const SIZE = 8;

/** The package inside; null where the bytes are no such file, have a password of their own or are broken. Never throws. */
export function openBuiltIn(bytes: Uint8Array): Uint8Array | null {
  if (!isCompoundFile(bytes) || bytes.length > LARGEST) return null;
  try {
    const file = new CompoundFile(bytes);
    const info = file.find('EncryptionInfo');
    const content = file.find('EncryptedPackage');
    if (info === undefined || content === undefined) return null;
    const stated = file.content(info);
    const keys = stated[0] === 4 && stated[2] === 4 ? agileKeys(stated.subarray(8), PASSWORD) : standardKeys(stated, PASSWORD);
    return keys === null ? null : unpacked(file.content(content), keys);
  } catch {
    return null;
  }
}

function unpacked(stream: Uint8Array, keys: PackageKeys): Uint8Array {
  const size = Number(new DataView(stream.buffer, stream.byteOffset, SIZE).getBigUint64(0, true));
  return keys.decrypt(stream.subarray(SIZE)).subarray(0, size);
}
