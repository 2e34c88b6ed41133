/**
 * `npm run build:workbench`: builds the workbench into dist/workbench/, a folder for any static server,
 * and 绩核_VERSION.zip in dist/release/, to be opened by a double click without a server. Built only when it is missing or does not match
 * its sources; `--always` builds anyway.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { packWorkbench } from './build/release.mjs';
import { DIST, ROOT, ensureTarget } from './build/target.mjs';

const require = createRequire(import.meta.url);
export const FOLDER = path.join(DIST, 'workbench');

const target = (report) => ({
  name: 'workbench',
  folder: FOLDER,
  proof: 'index.html',
  sources: [
    'src',
    'samples',
    'scripts/standards',
    'scripts/web',
    'scripts/webpack',
    'scripts/workbench.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'tsconfig.web.json',
  ],
  leftOut: ['src/cli', 'src/hosts/excel', 'src/hosts/wps'],
  make: (fresh) => bundle(fresh, report),
});

/** `report(share)` is told, now and then, which share of the work is done (0 to 1). */
function bundle(fresh, report) {
  const webpack = require('webpack');
  const config = require(path.join(ROOT, 'scripts/webpack/workbench.cjs'))(fresh);
  config.plugins.push(new webpack.ProgressPlugin({ handler: (share) => report(share) }));
  return new Promise((resolve) => {
    const compiler = webpack(config);
    compiler.run((error, stats) => {
      const failure =
        error !== null && error !== undefined
          ? `${error.stack ?? error}\n`
          : stats.hasErrors()
            ? `${stats.toString('errors-only')}\n`
            : null;
      compiler.close(() => resolve(failure));
    });
  });
}

/** Resolves to null when dist/workbench/ is there and current, else to what went wrong. */
export function ensureWorkbench({ always = false, report = () => undefined } = {}) {
  return ensureTarget(target(report), always);
}

/** Progress on a line of its own where somebody is watching, else by quarters. */
export function progressOn(stream, label) {
  let shown = -1;
  return (share) => {
    const percent = Math.round(share * 100);
    const due = stream.isTTY
      ? percent !== shown
      : percent === 100
        ? shown !== 100
        : Math.floor(percent / 25) > Math.floor(Math.max(shown, 0) / 25);
    if (!due || percent < shown) return;
    shown = percent;
    stream.write(stream.isTTY ? `\r${label} ${percent}%${percent === 100 ? '\n' : ''}` : `${label} ${percent}%\n`);
  };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const failure = await ensureWorkbench({ always: process.argv.includes('--always'), report: progressOn(process.stderr, '构建工作台') });
  if (failure !== null) {
    process.stderr.write(`${failure}构建失败。\n`);
    process.exitCode = 1;
  } else {
    const at = (place) => path.relative(process.cwd(), place) || '.';
    process.stdout.write(`工作台在 ${at(FOLDER)}，可放到任何静态服务器上。\n`);
    process.stdout.write(`免安装的压缩包：${at(packWorkbench(FOLDER))}，解压后双击「打开绩核.html」。\n`);
  }
}
