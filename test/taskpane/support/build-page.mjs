/** Builds test/taskpane/support/page.tsx into .tmp/pane-page. */
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const { ROOT, webConfig } = require('../../../scripts/webpack/web.cjs');
const webpack = require('webpack');

const config = webConfig({
  name: 'pane-page',
  folder: path.join(ROOT, '.tmp/pane-page'),
  entries: { pane: './test/taskpane/support/page.tsx', real: './test/taskpane/support/real-page.tsx' },
  pages: [
    { file: 'index.html', title: '绩核面板', chunks: ['pane'] },
    { file: 'real.html', title: '绩核面板', chunks: ['real'] },
  ],
});
webpack({ ...config, ...(process.env.PANE_DEV ? { mode: 'development' } : {}) }, (error, stats) => {
  if (error) throw error;
  if (stats.hasErrors()) {
    process.stderr.write(stats.toString('errors-only'));
    process.exitCode = 1;
  }
});
