/** The Excel add-in: the pane, the ribbon's functions and their dialog, with Microsoft's library unmodified beside them. */
const { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { ROOT, webConfig } = require('./web.cjs');

const LIBRARY = path.join(ROOT, 'node_modules/@microsoft/office-js');
/** Of the library what Excel on Windows, Mac and the web loads, Chinese and English; its loader finds it by these paths. */
const LIBRARY_FILES = [
  'office.js',
  'excel-win32-16.00.js',
  'excel-win32-16.01.js',
  'excel-win32-16.01-core.js',
  'excel-mac-16.00.js',
  'excel-mac-16.00-core.js',
  'excel-web-16.00.js',
  'excel-web-16.00-core.js',
  'o15apptofilemappingtable.js',
  'zh-cn/office_strings.js',
  'en-us/office_strings.js',
  'telemetry/oteljs_agave.js',
];
const WORKERS = { 'core-worker': './src/entries/core-worker.web.ts' };
/** Where manifest.xml in the repository says the add-in is served from. */
const PLACEHOLDER = 'https://localhost:3000';
const OFFICE = 'office/office.js';

/** Files that are only copied: [name in the folder, content]. */
function* copies(origin) {
  for (const file of LIBRARY_FILES) yield [`office/${file}`, readFileSync(path.join(LIBRARY, 'dist', file))];
  yield ['office/LICENSE.md', readFileSync(path.join(LIBRARY, 'LICENSE.md'))];
  const icons = path.join(ROOT, 'assets/icons');
  for (const file of readdirSync(icons).filter((name) => name.endsWith('.png')))
    yield [`assets/${file}`, readFileSync(path.join(icons, file))];
  yield ['too-old.js', readFileSync(path.join(ROOT, 'assets/too-old.js'))];
  yield ['manifest.xml', readFileSync(path.join(ROOT, 'manifest.xml'), 'utf8').replaceAll(PLACEHOLDER, origin)];
}

/**
 * Puts them into the built folder; after webpack, whose minimiser would change the library, which may be handed on only as it is.
 * @param origin where the add-in will be served from, without a slash at its end
 */
function copyInto(folder, origin = PLACEHOLDER) {
  for (const [name, content] of copies(origin)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

const WAITING = '<div id="root"><p class="waiting">正在打开绩核…</p></div>';
const HELP = readFileSync(path.join(__dirname, 'excel-help.html'), 'utf8');

module.exports = (folder) =>
  webConfig({
    name: 'excel',
    folder,
    copied: [LIBRARY],
    entries: {
      taskpane: './src/entries/excel.tsx',
      commands: './src/entries/excel-commands.web.ts',
      dialog: './src/entries/excel-dialog.web.ts',
    },
    workers: Object.fromEntries(Object.entries(WORKERS).filter(([, file]) => existsSync(path.join(ROOT, file)))),
    pages: [
      { file: 'taskpane.html', title: '绩核', chunks: ['taskpane'], scripts: ['too-old.js', OFFICE], body: WAITING },
      { file: 'commands.html', title: '绩核', chunks: ['commands'], scripts: [OFFICE], body: '' },
      { file: 'dialog.html', title: '绩核', chunks: ['dialog'], scripts: [OFFICE] },
      { file: 'help.html', title: '绩核：帮助', chunks: [], body: HELP },
    ],
  });

module.exports.copyInto = copyInto;
module.exports.PLACEHOLDER = PLACEHOLDER;
module.exports.LIBRARY_FILES = LIBRARY_FILES;
