/**
 * Builds the command line into dist/ with webpack when it is missing or does not match its sources.
 * `node scripts/build.mjs` does so always, `--if-stale` only when needed. Two at once wait for each other.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DIST, ROOT, ensureTarget } from './build/target.mjs';

export { ROOT };

/** Rooms that only pages use: changing them leaves the command line as it is. */
const PAGES = [
  'src/taskpane',
  'src/workbench',
  'src/commands',
  'src/entries',
  'src/hosts/excel',
  'src/hosts/wps',
  'src/hosts/workbench',
  'scripts/browser',
];

/** What webpack is told of other targets. */
function otherTargets() {
  return readdirSync(path.join(ROOT, 'scripts/webpack'))
    .filter((name) => name !== 'cli.cjs')
    .map((name) => `scripts/webpack/${name}`);
}

const TARGET = {
  name: 'cli',
  folder: DIST,
  proof: 'jihe.js',
  sources: ['src', 'scripts', 'package.json', 'package-lock.json', 'tsconfig.json', 'webpack.config.js'],
  leftOut: [...PAGES, ...otherTargets()],
  async make(fresh) {
    const webpack = path.join(ROOT, 'node_modules', 'webpack', 'bin', 'webpack.js');
    const result = spawnSync(process.execPath, [webpack, '--output-path', fresh], { cwd: ROOT, encoding: 'utf8' });
    if (result.status !== 0) return `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ?? ''}`;
    chmodSync(path.join(fresh, 'jihe.js'), 0o755);
    return null;
  },
};

/** Resolves to null when dist/ is there and current, else to what went wrong. `begins` is called when building takes place. */
export function ensureBuilt({ always = false, begins } = {}) {
  return ensureTarget(TARGET, always, begins);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const failure = await ensureBuilt({ always: !process.argv.includes('--if-stale') });
  if (failure !== null) {
    process.stderr.write(failure);
    process.exitCode = 1;
  }
}
