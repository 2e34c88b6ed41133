/** A target of the build: made when it is missing or does not match its sources, by their content and not by their dates. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';

export const ROOT = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
export const DIST = path.join(ROOT, 'dist');
/** Targets with a folder of their own inside dist/; the command line's files lie in dist/ itself. */
const LOCKS = path.join(ROOT, 'node_modules');
const STAMP = '.sources';
const PATIENCE_MS = 300_000;

function* files(at, leftOut) {
  if (!existsSync(at) || leftOut.includes(at)) return;
  if (!statSync(at).isDirectory()) {
    yield at;
    return;
  }
  for (const name of readdirSync(at).sort()) yield* files(path.join(at, name), leftOut);
}

/** One hash over the contents of all sources (files or folders, relative to the repository) but those left out. */
export function sourcesHash(sources, leftOut = []) {
  const hash = createHash('sha256');
  const absent = leftOut.map((one) => path.join(ROOT, one));
  for (const source of sources) {
    for (const file of files(path.join(ROOT, source), absent)) {
      hash.update(path.relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

/**
 * Makes sure a target is there and current. Two at once wait for each other; different targets do not.
 * @param target { name, folder (absolute), proof (a file in it), sources, leftOut, make(fresh folder): Promise<string | null> }
 * @returns null, or what went wrong, for people
 */
export async function ensureTarget(target, always, begins = () => undefined) {
  if (!existsSync(path.join(ROOT, 'node_modules', 'webpack'))) return '尚未安装依赖，请先运行 npm ci。\n';
  const hash = sourcesHash(target.sources, target.leftOut);
  if (!always && isFresh(target, hash)) return null;
  const lock = path.join(LOCKS, `.jihe-build-${target.name}.lock`);
  const failure = await withLock(lock, PATIENCE_MS, async () => {
    if (!always && isFresh(target, hash)) return null;
    begins();
    return build(target, hash);
  });
  return failure === undefined ? `等待另一次构建超时；如果没有其他构建在运行，请删除 ${path.relative(ROOT, lock)}。\n` : failure;
}

function isFresh({ folder, proof }, hash) {
  const stamp = path.join(folder, STAMP);
  return existsSync(path.join(folder, proof)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
}

/** Builds beside dist/ and swaps, so that nobody ever runs half a build. */
async function build(target, hash) {
  const fresh = path.join(ROOT, `dist-${target.name}-${process.pid}`);
  const failure = await target.make(fresh);
  if (failure !== null) {
    rmSync(fresh, { recursive: true, force: true });
    return failure;
  }
  writeFileSync(path.join(fresh, STAMP), hash);
  const swapped = await withLock(path.join(LOCKS, '.jihe-swap.lock'), PATIENCE_MS, async () => swap(fresh, target.folder));
  return swapped === undefined ? '等待另一次构建超时。\n' : null;
}

/** The command line's folder holds those of other targets: they move along. */
function swap(fresh, folder) {
  const old = `${fresh}-old`;
  mkdirSync(path.dirname(folder), { recursive: true });
  if (existsSync(folder)) {
    renameSync(folder, old);
    for (const entry of folder === DIST ? readdirSync(old, { withFileTypes: true }) : []) {
      if (entry.isDirectory() && !existsSync(path.join(fresh, entry.name)))
        renameSync(path.join(old, entry.name), path.join(fresh, entry.name));
    }
  }
  renameSync(fresh, folder);
  rmSync(old, { recursive: true, force: true });
  return true;
}
