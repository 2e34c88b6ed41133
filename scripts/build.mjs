/**
 * Builds dist/ with webpack when it is missing or does not match the sources, by their content and not by their dates.
 * `node scripts/build.mjs` does so always, `--if-stale` only when needed. Two at once wait for each other.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const DIST = path.join(ROOT, 'dist');
const STAMP = path.join(DIST, '.sources');
const LOCK = path.join(ROOT, 'node_modules', '.jihe-build.lock');
const SOURCES = ['src', 'scripts', 'package.json', 'package-lock.json', 'tsconfig.json', 'webpack.config.js'];
const WAIT_MS = 100;
const PATIENCE_MS = 300_000;

function* files(at) {
  if (!existsSync(at)) return;
  if (!statSync(at).isDirectory()) {
    yield at;
    return;
  }
  for (const name of readdirSync(at).sort()) yield* files(path.join(at, name));
}

function sourcesHash() {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of files(path.join(ROOT, source))) {
      hash.update(path.relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

function isFresh(hash) {
  return existsSync(path.join(DIST, 'jihe.js')) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash;
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** True when the lock is ours now. A lock whose owner is gone is taken over. */
function takeLock() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  try {
    const owner = Number(readFileSync(LOCK, 'utf8'));
    if (owner > 0 && !alive(owner)) rmSync(LOCK, { force: true });
  } catch {
    // released meanwhile: try again
  }
  return false;
}

/** Builds beside dist/ and swaps, so that nobody ever runs half a build. */
function build(hash) {
  const fresh = path.join(ROOT, `dist-${process.pid}`);
  const old = `${fresh}-old`;
  const webpack = path.join(ROOT, 'node_modules', 'webpack', 'bin', 'webpack.js');
  const result = spawnSync(process.execPath, [webpack, '--output-path', fresh], { cwd: ROOT, encoding: 'utf8' });
  if (result.status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    return `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ?? ''}`;
  }
  chmodSync(path.join(fresh, 'jihe.js'), 0o755);
  writeFileSync(path.join(fresh, '.sources'), hash);
  if (existsSync(DIST)) renameSync(DIST, old);
  renameSync(fresh, DIST);
  rmSync(old, { recursive: true, force: true });
  return null;
}

/** Resolves to null when dist/ is there and current, else to what went wrong. */
export async function ensureBuilt({ always = false } = {}) {
  if (!existsSync(path.join(ROOT, 'node_modules', 'webpack'))) return '尚未安装依赖，请先运行 npm ci。\n';
  const hash = sourcesHash();
  if (!always && isFresh(hash)) return null;
  mkdirSync(path.dirname(LOCK), { recursive: true });
  const until = Date.now() + PATIENCE_MS;
  while (!takeLock()) {
    if (Date.now() > until) return `等待另一次构建超时；如果没有其他构建在运行，请删除 ${path.relative(ROOT, LOCK)}。\n`;
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  }
  try {
    return !always && isFresh(hash) ? null : build(hash);
  } finally {
    rmSync(LOCK, { force: true });
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const failure = await ensureBuilt({ always: !process.argv.includes('--if-stale') });
  if (failure !== null) {
    process.stderr.write(failure);
    process.exitCode = 1;
  }
}
