/**
 * Draws assets/icons/*.svg as PNG of the sizes Office asks for, in a browser (`node scripts/icons.mjs`, after changing a drawing).
 * The pictures are committed; made.json keeps a hash of the drawing behind each, so that a test sees when one is out of date.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from './browser/find-browser.mjs';

const FOLDER = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), 'assets', 'icons');
const NAMES = ['jihe', 'panel', 'recalc', 'audit', 'clear'];
/** Pixels; the first are drawn from the plainer drawing. */
const SMALL = [16, 20, 24];
const LARGE = [32, 40, 48, 64, 80, 128];

const found = await findBrowser();
if (found === null) {
  process.stderr.write('没有找到浏览器，不能生成图标。可用环境变量 JIHE_BROWSER 指定。\n');
  process.exit(1);
}
const browser = await chromium.launch({ executablePath: found.executable, args: ['--no-sandbox'], env: { ...process.env, ...found.env } });
const page = await browser.newPage();
const made = {};
for (const name of NAMES) {
  for (const size of [...SMALL, ...LARGE]) {
    const svg = readFileSync(path.join(FOLDER, `${name}${SMALL.includes(size) ? '-small' : ''}.svg`), 'utf8');
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    writeFileSync(path.join(FOLDER, `${name}-${size}.png`), await page.screenshot({ omitBackground: true }));
    made[`${name}-${size}.png`] = createHash('sha256').update(svg).digest('hex').slice(0, 16);
  }
}
await browser.close();
writeFileSync(path.join(FOLDER, 'made.json'), `${JSON.stringify(made, null, 1)}\n`);
process.stdout.write(`${Object.keys(made).length} 个图标已生成。\n`);
