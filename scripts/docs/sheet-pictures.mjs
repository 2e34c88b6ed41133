/**
 * Pictures of a marked sample and of its 审核结果 sheet, printed by LibreOffice. Where LibreOffice, pdftoppm or a Chinese
 * font is missing, the pictures that are there stay.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, ensureBuilt } from '../build.mjs';
import { smallPng } from './png.mjs';

const SAMPLE = 'samples/项目自评_有误.xlsx';
/** Page of the printed workbook → picture. */
export const SHEET_PICTURES = { 1: 'docs/annotated-sheet.png', 2: 'docs/result-sheet.png' };
const DPI = 96;
/** The page without most of its margins, in pixels: A4 across is 1123 × 794. */
const CROP = ['-x', '30', '-y', '45', '-W', '1063', '-H', '720'];

const runs = (command, args) => spawnSync(command, args, { encoding: 'utf8' });
const isThere = (command, args) => runs(command, args).error === undefined;

/** What cannot be done here, in words; null when all is there. */
function lacking() {
  if (!isThere('soffice', ['--version'])) return 'LibreOffice';
  if (!isThere('pdftoppm', ['-v'])) return 'pdftoppm';
  const fonts = runs('fc-list', [':lang=zh-cn', 'family']);
  return fonts.error === undefined && fonts.stdout.trim() === '' ? 'a Chinese font' : null;
}

function must(command, args) {
  const { status, error, stderr } = runs(command, args);
  if (status === null || status > 1) throw new Error(`${command}: ${error ?? stderr}`);
}

/** Writes the pictures; returns what is missing for that, or null. */
export function writeSheetPictures() {
  const missing = lacking();
  if (missing !== null) return missing;
  const folder = mkdtempSync(path.join(tmpdir(), 'jihe-docs-'));
  try {
    must(process.execPath, [
      path.join(ROOT, 'dist/jihe.js'),
      'check',
      path.join(ROOT, SAMPLE),
      '--annotate',
      folder,
      '--quiet',
      '--out',
      path.join(folder, 'r.txt'),
    ]);
    const copy = path.join(folder, 'sample.xlsx');
    copyFileSync(path.join(folder, path.basename(SAMPLE)), copy);
    must('soffice', [
      `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile'))}`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      copy,
    ]);
    for (const [page, picture] of Object.entries(SHEET_PICTURES)) {
      const stem = path.join(folder, `page-${page}`);
      must('pdftoppm', ['-r', String(DPI), ...CROP, '-f', page, '-l', page, '-singlefile', path.join(folder, 'sample.pdf'), stem]);
      mkdirSync(path.join(ROOT, path.dirname(picture)), { recursive: true });
      writeFileSync(path.join(ROOT, picture), smallPng(readFileSync(`${stem}.ppm`)));
    }
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const failure = await ensureBuilt();
  if (failure !== null) throw new Error(failure);
  const missing = writeSheetPictures();
  console.log(missing === null ? `written: ${Object.values(SHEET_PICTURES).join(', ')}` : `kept: ${missing} is not here`);
}
