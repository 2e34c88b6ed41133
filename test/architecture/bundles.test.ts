import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { ROOT, build } from '../cli/program';

const bundle = (name: string): string => readFileSync(path.join(ROOT, 'dist', name), 'utf8');
/** How webpack names a module of a package, and something only SheetJS says. */
const SHEETJS = [/node_modules\/@e965\/xlsx\//, /XLSX\.read|make_xlsx_lib/];

/** The program, what it loads later on, and its workers. */
const scripts = (): string[] =>
  readdirSync(path.join(ROOT, 'dist')).filter((name) => /^(?:jihe(?:-[a-z]+)?|worker(?:-core)?|legacy-child)\.js$/.test(name));
const withoutOldFormats = (): string[] => scripts().filter((name) => name !== 'legacy-child.js');

beforeAll(build);

it('SheetJS stands in the script for old formats and nowhere else', () => {
  expect(SHEETJS.some((sign) => sign.test(bundle('legacy-child.js')))).toBe(true);
  expect(withoutOldFormats()).toEqual(expect.arrayContaining(['jihe.js', 'jihe-check.js', 'worker.js', 'worker-core.js']));
  for (const name of withoutOldFormats()) for (const sign of SHEETJS) expect(bundle(name)).not.toMatch(sign);
});

it('the program can be run as it is and carries no path of the machine that built it', () => {
  expect(bundle('jihe.js').startsWith('#!/usr/bin/env node\n')).toBe(true);
  if (process.platform !== 'win32') expect(statSync(path.join(ROOT, 'dist/jihe.js')).mode & 0o111).toBe(0o111);
  for (const name of scripts()) expect(bundle(name)).not.toContain(ROOT);
});

it('nothing in the bundles reaches for the network', () => {
  for (const name of withoutOldFormats())
    expect(bundle(name)).not.toMatch(/require\("(node:)?(https?|net|tls|dgram|dns|http2)"\)|\bfetch\(/);
});
