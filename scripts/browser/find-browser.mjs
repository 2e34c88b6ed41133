/**
 * Which browser the browser tests and the pictures run in: the one named by JIHE_BROWSER, else the Chromium that comes with the
 * development packages (Linux, unpacked once for this user), else an Edge, Chrome or Chromium that is installed.
 * As a script it prints what was found as JSON: { executable, env } or null.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { withLock } from '../build/lock.mjs';

const require = createRequire(import.meta.url);
const PATIENCE_MS = 180_000;

/** Where browsers are usually installed, by platform; Edge first, it is on every Windows. */
const INSTALLED = {
  win32: ['ProgramFiles(x86)', 'ProgramFiles', 'LocalAppData'].flatMap((root) =>
    ['Microsoft\\Edge\\Application\\msedge.exe', 'Google\\Chrome\\Application\\chrome.exe'].map((file) =>
      path.join(process.env[root] ?? 'C:\\', file),
    ),
  ),
  darwin: ['Google Chrome', 'Microsoft Edge', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  linux: ['microsoft-edge', 'google-chrome', 'chromium', 'chromium-browser'].map((name) => `/usr/bin/${name}`),
};

/** { executable, env } or null where there is no browser. */
export async function findBrowser() {
  const named = process.env.JIHE_BROWSER;
  if (named !== undefined && named !== '') return existsSync(named) ? { executable: named, env: {} } : null;
  const bundled = await bundledChromium().catch(() => null);
  if (bundled !== null) return bundled;
  const installed = (INSTALLED[process.platform] ?? []).find((file) => existsSync(file));
  return installed === undefined ? null : { executable: installed, env: {} };
}

async function bundledChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  let version;
  try {
    version = readVersion();
  } catch {
    return null;
  }
  const folder = path.join(cacheFolder(), `chromium-${version}`);
  if (!existsSync(path.join(folder, 'chromium'))) await unpackInto(folder);
  const fonts = existsSync('/etc/fonts') ? '/etc/fonts' : path.join(folder, 'fonts');
  const found = { executable: path.join(folder, 'chromium'), env: { FONTCONFIG_PATH: fonts, LD_LIBRARY_PATH: libraries(folder) } };
  return starts(found) ? found : null;
}

function readVersion() {
  const entry = require.resolve('@sparticuz/chromium');
  const root = entry.slice(0, entry.lastIndexOf(`chromium${path.sep}build`) + 'chromium'.length);
  return JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version;
}

function cacheFolder() {
  const own = process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache');
  return path.join(own, 'jihe');
}

/** Libraries of the package come last: those of the machine fit it better. */
function libraries(folder) {
  return [process.env.LD_LIBRARY_PATH, path.join(folder, 'al2023', 'lib')].filter((one) => one !== undefined && one !== '').join(':');
}

function starts({ executable, env }) {
  return spawnSync(executable, ['--version'], { env: { ...process.env, ...env }, timeout: 30_000 }).status === 0;
}

/** Two at once wait for each other. */
async function unpackInto(folder) {
  const done = await withLock(`${folder}.lock`, PATIENCE_MS, async () => existsSync(path.join(folder, 'chromium')) || unpack(folder));
  if (done !== true) throw new Error('not unpacked');
}

/** Unpacks beside the folder and renames, so that nobody ever starts half a browser. */
function unpack(folder) {
  const fresh = `${folder}-${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  // The package unpacks into the folder for temporary files and takes VERCEL for the sign to bring its libraries too.
  const env = { ...process.env, TMPDIR: fresh, VERCEL: '1', FONTCONFIG_PATH: '/etc/fonts' };
  const script = `require(${JSON.stringify(require.resolve('@sparticuz/chromium'))}).executablePath().then(() => process.exit(0), () => process.exit(1));`;
  const { status } = spawnSync(process.execPath, ['-e', script], { env, timeout: PATIENCE_MS });
  if (status === 0) renameSync(fresh, folder);
  else rmSync(fresh, { recursive: true, force: true });
  return status === 0;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.stdout.write(JSON.stringify(await findBrowser()));
}
