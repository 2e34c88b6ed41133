/** The workbench: one page with everything in it, the readers of old formats apart. Only what is there is built. */
const { existsSync, readdirSync } = require('node:fs');
const path = require('node:path');
const { FilesPlugin, ROOT, webConfig } = require('./web.cjs');

const WORKERS = {
  'legacy-worker': './src/entries/legacy-worker.web.ts',
  'core-worker': './src/entries/core-worker.web.ts',
  'batch-worker': './src/entries/batch-worker.web.ts',
};

module.exports = (folder) =>
  webConfig({
    name: 'workbench',
    folder,
    entries: { ahead: './src/entries/ahead.web.ts', workbench: './src/entries/workbench.tsx' },
    workers: Object.fromEntries(Object.entries(WORKERS).filter(([, file]) => existsSync(path.join(ROOT, file)))),
    plugins: [
      new FilesPlugin(
        'samples.js',
        readdirSync(path.join(ROOT, 'samples'))
          .filter((name) => name.endsWith('.xlsx'))
          .map((name) => `samples/${name}`),
      ),
    ],
    pages: [{ file: 'index.html', title: '绩核', first: 'ahead', scripts: ['samples.js'], chunks: ['workbench'] }],
  });
