/** The workbench as one archive for an office without npm: unpacked to any folder, opened by a double click, without a server. */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { DIST, ROOT } from './target.mjs';

const PAGE = '打开绩核.html';
const MANUAL = '使用说明.html';
const PROGRAM = 'app';
/** The same sources give the same archive. */
const TIME = new Date(2020, 0, 1);

/** Packs the built folder; answers the archive's path. */
export function packWorkbench(folder) {
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const top = `绩核_${version}`;
  const files = {};
  const names = readdirSync(folder).sort();
  for (const name of names) {
    if (name.startsWith('.') || name === 'index.html') continue;
    // The script of a worker, for pages that are served; from a folder its text is taken.
    if (name.endsWith('.js') && names.includes(`${name.slice(0, -3)}.text.js`)) continue;
    files[`${top}/${PROGRAM}/${name}`] = new Uint8Array(readFileSync(path.join(folder, name)));
  }
  files[`${top}/${PAGE}`] = strToU8(pageFor(readFileSync(path.join(folder, 'index.html'), 'utf8')));
  files[`${top}/${MANUAL}`] = strToU8(readFileSync(path.join(ROOT, 'scripts/web/manual.html'), 'utf8').replaceAll('{{version}}', version));
  const release = path.join(DIST, 'release');
  mkdirSync(release, { recursive: true });
  const archive = path.join(release, `${top}.zip`);
  writeFileSync(archive, zipSync(files, { level: 9, mtime: TIME }));
  return archive;
}

/** The page one folder above its program. */
function pageFor(html) {
  return html.replace(
    /(<link rel="?stylesheet"? href="?|<script (?:defer(?:="")? )?src="?)([\w.-]+)/g,
    (_, before, name) => `${before}${PROGRAM}/${name}`,
  );
}
