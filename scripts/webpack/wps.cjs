/** The pane of the WPS add-in: opened from a folder, so everything is in classic scripts beside the page. Only what is there is built. */
const { existsSync } = require('node:fs');
const path = require('node:path');
const { ROOT, webConfig } = require('./web.cjs');

const WORKERS = {
  'legacy-worker': './src/entries/legacy-worker.web.ts',
  'audit-worker': './src/entries/audit-worker.web.ts',
};

module.exports = (folder) =>
  webConfig({
    name: 'wps',
    folder,
    entries: { taskpane: './src/entries/wps.tsx' },
    workers: Object.fromEntries(Object.entries(WORKERS).filter(([, file]) => existsSync(path.join(ROOT, file)))),
    pages: [{ file: 'taskpane.html', title: '绩核', chunks: ['taskpane'] }],
  });
