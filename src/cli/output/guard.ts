import { closeSync, openSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs';
import { writtenHere } from '../../hosts/file/index';
import { statOrNull } from '../files/stat';
import { outIsFolder, outIsInput, outNotOurs } from '../texts/usage';
import { isOurs } from './ours';

const HEAD = 8192;

/** The same file under any name: by device and number. */
function sameFile(a: string, b: string): boolean {
  try {
    const one = statSync(a);
    const two = statSync(b);
    return one.dev === two.dev && one.ino === two.ino && one.isFile();
  } catch {
    return false;
  }
}

function within(path: string, folder: string): boolean {
  const [inner, outer] = [realpathSync.native(path), realpathSync.native(folder)];
  return inner.startsWith(outer.endsWith('/') ? outer : `${outer}${process.platform === 'win32' ? '\\' : '/'}`);
}

function holdsSpreadsheet(path: string, maybeSpreadsheet: (head: Uint8Array) => boolean): boolean {
  const fd = openSync(path, 'r');
  try {
    const head = Buffer.alloc(HEAD);
    const count = readSync(fd, head, 0, HEAD, 0);
    return count > 0 && maybeSpreadsheet(head.subarray(0, count));
  } finally {
    closeSync(fd);
  }
}

function isInput(out: string, arg: string, maybeSpreadsheet: (head: Uint8Array) => boolean): boolean {
  if (!statSync(arg).isDirectory()) return sameFile(out, arg);
  // A summary of a former run may stand in the folder; nobody handed that in.
  return within(out, arg) && holdsSpreadsheet(out, maybeSpreadsheet) && writtenHere(readFileSync(out))?.is !== 'new';
}

/**
 * Why `--out` may not be written there, or null: never over a file that was handed in; over one that is not a result of ours as we
 * left it only where the user said --overwrite.
 */
export function outRefused(
  { out, overwrite }: { readonly out: string; readonly overwrite: boolean },
  args: readonly string[],
  maybeSpreadsheet: (head: Uint8Array) => boolean,
): string | null {
  const stat = statOrNull(out);
  if (stat === null) return null;
  if (stat.isDirectory()) return outIsFolder(out);
  if (!stat.isFile()) return null;
  if (args.some((arg) => isInput(out, arg, maybeSpreadsheet))) return outIsInput(out);
  return overwrite || isOurs(out) ? null : outNotOurs(out);
}
