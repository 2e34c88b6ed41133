/** The pane of the WPS add-in: opened from a folder, so everything is in classic scripts beside the page. Only what is there is built. */
const { existsSync } = require('node:fs');
const path = require('node:path');
const { ROOT, webConfig } = require('./web.cjs');

const WORKERS = {
  'core-worker': './src/entries/core-worker.web.ts',
  'legacy-worker': './src/entries/legacy-worker.web.ts',
};
const present = Object.entries(WORKERS).filter(([, file]) => existsSync(path.join(ROOT, file)));

module.exports = (folder) =>
  webConfig({
    name: 'wps',
    whole: true,
    served: false,
    folder,
    entries: { taskpane: './src/entries/wps.tsx' },
    workers: Object.fromEntries(present),
    // A page from a folder may load nothing later on: the texts of its workers come before it.
    pages: [
      {
        file: 'taskpane.html',
        title: '绩核',
        chunks: ['taskpane'],
        scripts: [...present.map(([name]) => `${name}.text.js`), 'licences.js'],
      },
    ],
  });
