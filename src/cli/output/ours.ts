import { readFileSync, statSync } from 'node:fs';
import { documentWrittenHere, writtenHere } from '../../hosts/file';
import { NOTICE } from '../../words';
import { SHARD_BEGINS } from '../shard';

/** Beyond this nothing of ours is so large that it would be worth reading to find out. */
const LARGEST = 512 * 1024 * 1024;
const TAIL = 2048;
/** How our JSON and NDJSON begin. */
const DOCUMENT = /^(?:\[\s*(?:\]|\{"contract":\d))|^\{"contract":\d/;

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** A result of this program as it left it (or an empty file): a new result may take its place. Never throws. */
export function isOurs(path: string): boolean {
  try {
    const { size } = statSync(path);
    if (size === 0) return true;
    if (size > LARGEST) return false;
    const bytes = readFileSync(path);
    const tail = text(bytes.subarray(Math.max(0, bytes.length - TAIL)));
    const head = text(bytes.subarray(0, 64));
    return (
      DOCUMENT.test(head) || SHARD_BEGINS.test(head) || tail.includes(NOTICE) || writtenHere(bytes) !== null || documentWrittenHere(bytes)
    );
  } catch {
    return false;
  }
}
