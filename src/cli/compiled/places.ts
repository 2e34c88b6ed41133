/** Where compiled code lies, each piece with a digest of itself: V8 does not look whether what it is given is damaged. */
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

const DIGEST_BYTES = 32;
const OWNER_ONLY = 0o700;
const OTHERS_MAY_WRITE = 0o022;
/** Files of this kind end so; the others in the folder are nobody's business here. */
const ENDING = '.compiled';
const BEGUN = '.begun';

/** The user's own cache; null where there is no home. */
function userCache(): string | null {
  const { env, platform } = process;
  const home = homedir();
  if (platform === 'win32') return env['LOCALAPPDATA'] === undefined ? null : path.join(env['LOCALAPPDATA'], 'jihe');
  if (home === '' || home === '/') return null;
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches', 'jihe');
  const given = env['XDG_CACHE_HOME'];
  return path.join(given !== undefined && path.isAbsolute(given) ? given : path.join(home, '.cache'), 'jihe');
}

/** Folders in which compiled code of the scripts of a folder may lie. JIHE_COMPILED=0: none. */
export function placesFor(folder: string): readonly string[] {
  if (process.env['JIHE_COMPILED'] === '0') return [];
  const own = userCache();
  return [path.join(folder, 'compiled'), ...(own === null ? [] : [own])];
}

const digest = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

/** Compiled code is run as it is: only what the owner of this process, or of the machine, put there is taken. */
function isOwn(at: string): boolean {
  const { mode, uid } = lstatSync(at);
  if (process.getuid === undefined) return true;
  return (uid === process.getuid() || uid === 0) && (mode & OTHERS_MAY_WRITE) === 0;
}

/** What is kept by this name and is whole; null where nothing is. */
export function keptIn(places: readonly string[], name: string): Buffer | null {
  for (const place of places) {
    try {
      const file = path.join(place, name + ENDING);
      if (!isOwn(place) || !isOwn(file)) continue;
      const bytes = readFileSync(file);
      const code = bytes.subarray(DIGEST_BYTES);
      if (code.length > 0 && Buffer.compare(digest(code), bytes.subarray(0, DIGEST_BYTES)) === 0) return code;
    } catch {
      // Not there, or not for us.
    }
  }
  return null;
}

/** Nobody writes a piece for so long: what is left of one was broken off. */
const STALE_MS = 3_600_000;

/** Pieces for other scripts of that name, other versions of this one and pieces that were broken off take room for nothing. */
function dropOthers(place: string, name: string): void {
  const kind = name.slice(0, name.indexOf('-') + 1);
  for (const other of readdirSync(place)) {
    if (!other.startsWith(kind) || other === name + ENDING) continue;
    const at = path.join(place, other);
    if (other.endsWith(ENDING) || (other.endsWith(BEGUN) && Date.now() - lstatSync(at).mtimeMs > STALE_MS)) rmSync(at, { force: true });
  }
}

/** Whole or not at all, also where the disk is full. */
function writeWhole(place: string, name: string, code: Uint8Array): void {
  const fresh = path.join(place, `${name}.${process.pid}.${Math.random().toString(36).slice(2)}${BEGUN}`);
  try {
    writeFileSync(fresh, Buffer.concat([digest(code), code]), { mode: 0o600 });
    renameSync(fresh, path.join(place, name + ENDING));
  } finally {
    rmSync(fresh, { force: true });
  }
}

/** Keeps a piece in the first folder that takes it, whole or not at all. */
export function keepIn(places: readonly string[], name: string, make: () => Uint8Array): void {
  for (const place of places) {
    try {
      mkdirSync(place, { recursive: true, mode: OWNER_ONLY });
      if (!isOwn(place)) continue;
      writeWhole(place, name, make());
      dropOthers(place, name);
      return;
    } catch {
      // A folder that is full or not ours: the next one, or none.
    }
  }
}
