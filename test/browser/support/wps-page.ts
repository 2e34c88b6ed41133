/** The fake WPS as a script for a page. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import webpack from 'webpack';
import type { PlainBook } from '../../support/wps/plain-book';
import type { Modes } from '../../support/wps/modes';
import { ROOT } from './browser';

let script: Promise<string> | undefined;

function bundled(): Promise<string> {
  script ??= new Promise((resolve, reject) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'jihe-fake-wps-'));
    const compiler = webpack({
      mode: 'development',
      target: 'web',
      context: ROOT,
      entry: './test/support/wps/in-page.ts',
      output: { path: folder, filename: 'fake.js' },
      resolve: { extensions: ['.ts', '.js'] },
      module: {
        rules: [
          {
            test: /\.ts$/,
            loader: path.join(ROOT, 'scripts/webpack/typescript.cjs'),
            exclude: /node_modules/,
            options: { config: path.join(ROOT, 'tsconfig.json') },
          },
        ],
      },
      devtool: false,
    });
    compiler.run((error, stats) => {
      if (error !== null || stats === undefined || stats.hasErrors()) reject(error ?? new Error(stats?.toString('errors-only')));
      else resolve(readFileSync(path.join(folder, 'fake.js'), 'utf8'));
      compiler.close(() => undefined);
    });
  });
  return script;
}

/** Puts WPS with this workbook into a page before its own scripts run. */
export async function withWps(page: Page, book: PlainBook, modes: Partial<Modes> = {}): Promise<void> {
  const given = `globalThis.jiheBook=${JSON.stringify(book)};globalThis.jiheModes=${JSON.stringify(modes)};`;
  await page.addInitScript({ content: `${given}${await bundled()}` });
}
