/** Builds test/taskpane/support/page.tsx into .tmp/pane-page. */
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const { ROOT, webConfig } = require('../../../scripts/webpack/web.cjs');
const webpack = require('webpack');

// The page over the real core is for people to look at: `node test/taskpane/support/build-page.mjs --real`.
const real = process.argv.includes('--real');
const config = webConfig({
  name: 'pane-page',
  folder: path.join(ROOT, real ? '.tmp/real-pane' : '.tmp/pane-page'),
  entries: real ? { real: './test/taskpane/support/real-page.tsx' } : { pane: './test/taskpane/support/page.tsx' },
  pages: [{ file: 'index.html', title: '绩核面板', chunks: [real ? 'real' : 'pane'] }],
});
config.optimization.minimize = false;
webpack(config, (error, stats) => {
  if (error) throw error;
  if (stats.hasErrors()) {
    process.stderr.write(stats.toString('errors-only'));
    process.exitCode = 1;
  }
});
