/**
 * `npm run build:wps`: builds the WPS 表格 add-in into dist/wps/: the folder jihe_<version>/, the scripts that install and take it away,
 * and all of it as one archive. Built only when it is missing or does not match its sources; `--always` builds anyway.
 */
import { zipSync } from 'fflate';
import { cpSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DIST, ROOT, ensureTarget } from './build/target.mjs';
import { progressOn } from './workbench.mjs';

const require = createRequire(import.meta.url);
export const FOLDER = path.join(DIST, 'wps');
export const VERSION = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')).version;
/** WPS takes a folder away whose name is not name_version, as the entry in publish.xml says. */
export const ADDIN = `jihe_${VERSION}`;
export const ARCHIVE = `jihe-wps_${VERSION}.zip`;

const PACKAGING = path.join(ROOT, 'packaging', 'wps');
/** Beside the add-in's folder in the archive. */
const FOR_PEOPLE = ['install.cmd', 'uninstall.cmd', 'install.sh', 'uninstall.sh', '说明.txt'];
const FOR_SCRIPTS = ['common.sh', 'publish-merge.awk'];
/** The same content gives the same archive: times of members are fixed (the first the format has). */
const FIXED_TIME = new Date(1980, 0, 1);
const UNIX = 3;
const FILE_MODE = 0o100644;
const SCRIPT_MODE = 0o100755;

const target = (report) => ({
  name: 'wps',
  folder: FOLDER,
  proof: ARCHIVE,
  sources: [
    'src',
    'packaging/wps',
    'scripts/standards',
    'scripts/web',
    'scripts/webpack',
    'scripts/wps.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'tsconfig.web.json',
    'LICENSE',
  ],
  leftOut: ['src/cli', 'src/hosts/excel'],
  make: (fresh) => make(fresh, report),
});

async function make(fresh, report) {
  const addin = path.join(fresh, ADDIN);
  mkdirSync(addin, { recursive: true });
  const failure = await bundle(path.join(addin, 'ui'), report);
  if (failure !== null) return failure;
  cpSync(path.join(PACKAGING, 'addin'), addin, { recursive: true });
  cpSync(path.join(ROOT, 'LICENSE'), path.join(addin, 'LICENSE'));
  const setup = path.join(PACKAGING, 'setup');
  for (const name of FOR_PEOPLE) cpSync(path.join(setup, name), path.join(fresh, name));
  mkdirSync(path.join(fresh, 'setup'));
  for (const name of FOR_SCRIPTS) cpSync(path.join(setup, name), path.join(fresh, 'setup', name));
  writeFileSync(
    path.join(fresh, 'setup', 'setup.js'),
    windowsScript(['publish-merge.js', 'windows.js'].map((name) => path.join(setup, name))),
  );
  writeFileSync(path.join(fresh, ARCHIVE), archiveOf(fresh));
  return null;
}

/** `report(share)` is told, now and then, which share of the work is done (0 to 1). */
function bundle(folder, report) {
  const webpack = require('webpack');
  const config = require(path.join(ROOT, 'scripts/webpack/wps.cjs'))(folder);
  config.plugins.push(new webpack.ProgressPlugin({ handler: (share) => report(share) }));
  return new Promise((resolve) => {
    const compiler = webpack(config);
    compiler.run((error, stats) => {
      const broke = error !== null && error !== undefined;
      const failure = broke ? `${error.stack ?? error}\n` : stats.hasErrors() ? `${stats.toString('errors-only')}\n` : null;
      compiler.close(() => resolve(failure));
    });
  });
}

/** The script host of Windows reads its files in the machine's code page, or in UTF-16 with a mark in front. */
function windowsScript(files) {
  const text = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  return Buffer.from(`\uFEFF${text.replace(/\r?\n/g, '\r\n')}`, 'utf16le');
}

function archiveOf(folder) {
  const members = {};
  for (const file of filesIn(folder)) {
    const name = path.relative(folder, file).split(path.sep).join('/');
    const mode = name.endsWith('.sh') ? SCRIPT_MODE : FILE_MODE;
    members[name] = [readFileSync(file), { mtime: FIXED_TIME, os: UNIX, attrs: mode << 16, level: 9 }];
  }
  return zipSync(members);
}

function filesIn(folder) {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => (statSync(path.join(folder, name)).isDirectory() ? filesIn(path.join(folder, name)) : [path.join(folder, name)]));
}

/** Resolves to null when dist/wps/ is there and current, else to what went wrong. */
export function ensureWps({ always = false, report = () => undefined } = {}) {
  return ensureTarget(target(report), always);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const failure = await ensureWps({ always: process.argv.includes('--always'), report: progressOn(process.stderr, '构建 WPS 加载项') });
  if (failure !== null) {
    process.stderr.write(`${failure}构建失败。\n`);
    process.exitCode = 1;
  } else {
    process.stdout.write(`加载项在 ${path.relative(process.cwd(), path.join(FOLDER, ADDIN))}，安装包是 ${ARCHIVE}。\n`);
  }
}
