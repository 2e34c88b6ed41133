/** Builds one of the pages of the browser tests into .tmp/page-NAME: pane, batch, or real (the pane over the real core, to look at). */
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const { ROOT, webConfig } = require('../../../scripts/webpack/web.cjs');
const webpack = require('webpack');

const SOURCES = {
  pane: './test/taskpane/support/page.tsx',
  real: './test/taskpane/support/real-page.tsx',
  batch: './test/workbench/batch/page.tsx',
};
const name = process.argv[2] ?? 'pane';

const config = webConfig({
  name: `page-${name}`,
  folder: path.join(ROOT, `.tmp/page-${name}`),
  entries: { [name]: SOURCES[name] },
  pages: [{ file: 'index.html', title: '绩核', chunks: [name] }],
});
config.optimization.minimize = false;
webpack(config, (error, stats) => {
  if (error) throw error;
  if (stats.hasErrors()) {
    process.stderr.write(stats.toString('errors-only'));
    process.exitCode = 1;
  }
});
