/**
 * Refreshes what the documentation shows of the program, from the program: docs/checks.md, docs/criteria.md, the line of a new check in
 * docs/contract.md, the output in README.md and its picture, the pictures of a marked sample. `--check` changes nothing and fails when something is stale.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, ensureBuilt } from './build.mjs';
import { picture } from './docs/picture.mjs';
import { SHEET_PICTURES, writeSheetPictures } from './docs/sheet-pictures.mjs';

const SAMPLE = 'samples/项目自评_有误.xlsx';
const COLUMNS = 104;
const BLOCK = /(<!-- sample -->\n```text\n)[\s\S]*?(```\n<!-- \/sample -->)/;

function output(script, args, env = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(ROOT, 'dist', script), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '', ...env },
  });
  if (status === null || status > 1) throw new Error(`${script}: ${stderr}`);
  return stdout;
}

function readme() {
  const text = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
  if (!BLOCK.test(text)) throw new Error('README.md has no sample block');
  const shown = output('jihe.js', ['check', SAMPLE]);
  return text.replace(BLOCK, (_, before, after) => before + shown + after);
}

function pages() {
  return {
    'docs/checks.md': output('docs.js', []),
    'docs/contract.md': output('docs.js', ['contract']),
    'docs/criteria.md': output('docs.js', ['criteria']),
    'README.md': readme(),
    'assets/check.svg': picture(
      `npm run check -- ${SAMPLE}`,
      output('jihe.js', ['check', SAMPLE], { FORCE_COLOR: '1', COLUMNS: String(COLUMNS) }),
      COLUMNS,
    ),
  };
}

const failure = await ensureBuilt();
if (failure !== null) throw new Error(failure);
const stale = Object.entries(pages()).filter(([file, text]) => {
  const at = path.join(ROOT, file);
  return !existsSync(at) || readFileSync(at, 'utf8') !== text;
});
// Pictures of sheets differ from machine to machine, so they are only asked to be there.
const absent = Object.values(SHEET_PICTURES).filter((file) => !existsSync(path.join(ROOT, file)));
if (process.argv.includes('--check')) {
  for (const file of absent) console.error(`missing: ${file} (npm run docs)`);
  for (const [file] of stale) console.error(`stale: ${file} (npm run docs)`);
  process.exitCode = stale.length + absent.length === 0 ? 0 : 1;
} else {
  for (const [file, text] of stale) {
    mkdirSync(path.dirname(path.join(ROOT, file)), { recursive: true });
    writeFileSync(path.join(ROOT, file), text);
    console.log(`written: ${file}`);
  }
  const missing = writeSheetPictures();
  console.log(
    missing === null ? `written: ${Object.values(SHEET_PICTURES).join(', ')}` : `pictures of sheets kept: ${missing} is not here`,
  );
}
