/** The workbench as people use it, for tests: what is typed, clicked and read off the page. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { ROOT, until, type BrowserKit, type OpenOptions, type Watched } from './browser';

/** dist/workbench as the sources are now. */
export async function builtWorkbench(): Promise<string> {
  const { status, stderr } = spawnSync(process.execPath, [path.join(ROOT, 'scripts/workbench.mjs')], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`not built: ${stderr}`);
  return path.join(ROOT, 'dist/workbench');
}

export function sample(name: string): Buffer {
  return readFileSync(path.join(ROOT, 'samples', name));
}

export interface Bench extends Watched {
  /** Opens a file as the file chooser would hand it in. */
  file(name: string, bytes: Uint8Array): Promise<void>;
  /** Text of a cell of the sheet shown, by its A1. */
  text(a1: string): Promise<string>;
  click(a1: string): Promise<void>;
  /** A1 of the active cell. */
  active(): Promise<string>;
  /** Presses keys one after another. */
  press(...keys: string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** 已改动, 未改动. */
  state(): Promise<string>;
  /** Bytes of 另存副本. */
  saved(): Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
}

/** The page with its first sheet drawn. */
export async function openBench(kit: BrowserKit, options: OpenOptions & { readonly address?: string } = {}): Promise<Bench> {
  const { address = '', ...rest } = options;
  const watched = await kit.open(address, rest);
  const { page } = watched;
  // Asked for once and for all: a key is quicker than the browser is told to hand its dialogue over, and then there is none.
  page.on('filechooser', () => undefined);
  await until(page, () => document.querySelector('td[data-at]') !== null, null, 'the sample is drawn');
  const locator = (a1: string): ReturnType<Page['locator']> => page.locator(`#${idOf(a1)}`);
  return {
    ...watched,
    async file(name, bytes) {
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: '打开', exact: true }).click(),
      ]);
      await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
      await until(
        page,
        (wanted) => document.querySelector('.page-file')?.textContent === wanted && document.querySelector('td[data-at]') !== null,
        name,
        `${name} is drawn`,
      );
    },
    text: async (a1) => (await locator(a1).textContent()) ?? '',
    click: (a1) => locator(a1).click({ position: { x: 6, y: 6 } }),
    active: () => page.evaluate(() => a1Of(document.querySelector<HTMLElement>('td.sel')?.dataset['at'] ?? ''), null),
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    type: (text) => page.keyboard.type(text),
    state: async () => (await page.locator('.page-state').textContent()) ?? '',
    async saved() {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '另存副本' }).click()]);
      return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
    },
  };
}

/** Runs in the page. */
declare function a1Of(at: string): string;

/** Gives pages the helper above. */
export async function withHelpers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(globalThis, {
      a1Of: (at: string) => {
        const [row, col] = at.split(',').map(Number) as [number, number];
        return at === '' ? '' : `${String.fromCharCode(65 + col)}${row + 1}`;
      },
    });
  });
}

/** "H14" → the id of its element. */
export function idOf(a1: string): string {
  const [, letters = 'A', digits = '1'] = /^([A-Z]+)([0-9]+)$/.exec(a1) ?? [];
  let col = 0;
  for (const letter of letters) col = col * 26 + letter.charCodeAt(0) - 64;
  return `cell-${Number(digits) - 1}-${col - 1}`;
}
