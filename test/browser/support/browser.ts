/**
 * Pages of ours in a real browser. `inBrowser(title, tests)` is a describe: one browser and one server for the tests of a file. Where no
 * browser is found the tests are skipped with a notice; with CI they fail.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { serveFolder, type Served } from '../../../scripts/web/static-server.cjs';
import { FONT_ANSWERS, FONT_MOUNTS } from './fonts';

export const ROOT = path.resolve(__dirname, '../../..');
// Without a graphics processor Chromium's own painter takes a fifth of what one put on by software does.
const FLAGS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--font-render-hinting=none'];
/** In a page that lives for seconds, optimising its scripts costs more than it gives: a quarter of what opening one takes. */
const BRIEF = '--js-flags=--no-opt --no-maglev';

interface Found {
  readonly executable: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A page under watch: what it logged, threw and asked for beyond its own origin. */
export interface Watched {
  readonly page: Page;
  readonly origin: string;
  /** Errors and warnings of the console, exceptions, refused policies. */
  readonly complaints: readonly string[];
  /** Addresses beyond the own origin; blob: and data: stay on the machine. */
  readonly foreign: readonly string[];
}

export interface BrowserKit {
  /** A fresh page of a fresh profile at `address` (relative to the served folder), Chinese, 1440 × 860 unless told. */
  open(address: string, options?: OpenOptions): Promise<Watched>;
  /** The served folder's address, once the tests run. */
  origin(): string;
}

export interface OpenOptions extends BrowserContextOptions {
  /** Runs in every document before its own scripts. */
  readonly before?: (page: Page) => Promise<void>;
  /** Loads the faces for pictures; on unless told. */
  readonly fonts?: boolean;
  /** Outlives the test that opened it: for tests that begin by opening a file of their own in it. */
  readonly stays?: boolean;
}

export interface KitOptions {
  /** The folder served, relative to the repository; or made before the tests. */
  readonly folder: string | (() => Promise<string>);
  /** Each page lives for seconds, and nobody looks how long anything takes. */
  readonly brief?: boolean;
}

let found: Found | null | undefined;

function browserHere(): Found | null {
  if (found === undefined) {
    const { stdout } = spawnSync(process.execPath, [path.join(ROOT, 'scripts/browser/find-browser.mjs')], {
      encoding: 'utf8',
      timeout: 240_000,
    });
    found = stdout === '' ? null : (JSON.parse(stdout) as Found | null);
  }
  return found;
}

/** A describe whose tests run in a browser. */
export function inBrowser(title: string, options: KitOptions, tests: (kit: BrowserKit) => void): void {
  const here = browserHere();
  if (here === null) {
    if (!['', '0', 'false'].includes(process.env['CI'] ?? '')) it(`${title}: a browser is found`, () => expect(here).not.toBeNull());
    else {
      process.stderr.write(`没有找到浏览器，跳过浏览器测试：${title}。可用环境变量 JIHE_BROWSER 指定。\n`);
      describe.skip(title, () => tests({ open: nowhere, origin: () => '' }));
    }
    return;
  }
  describe(title, () => tests(startKit(here, options)));
}

function nowhere(): Promise<never> {
  return Promise.reject(new Error('no browser'));
}

function startKit(here: Found, options: KitOptions): BrowserKit {
  let browser: Browser | undefined;
  let served: Served | undefined;
  beforeAll(async () => {
    const folder = typeof options.folder === 'string' ? path.join(ROOT, options.folder) : await options.folder();
    served = await serveFolder(folder, { mounts: FONT_MOUNTS, answers: FONT_ANSWERS });
    browser = await launch(here, options.brief === true ? [...FLAGS, BRIEF] : FLAGS);
  }, 300_000);
  // A page left open goes on working beside the next test's.
  const closeAllBut = async (left: ReadonlySet<BrowserContext>): Promise<void> => {
    for (const profile of browser?.contexts() ?? []) if (!left.has(profile)) await profile.close();
  };
  const kept = new Set<BrowserContext>();
  afterEach(() => closeAllBut(kept));
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });
  return {
    open: async (address, { stays = false, ...wanted } = {}) => {
      const watched = await openPage(browser!, served!.origin, address, wanted);
      if (stays) kept.add(watched.page.context());
      return watched;
    },
    origin: () => served!.origin,
  };
}

function launch(here: Found, args: readonly string[]): Promise<Browser> {
  const env = Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
  return chromium.launch({ executablePath: here.executable, args: [...args], env: { ...env, ...here.env }, timeout: 120_000 });
}

async function openPage(browser: Browser, origin: string, address: string, wanted: OpenOptions): Promise<Watched> {
  const { before, fonts = true, ...context } = wanted;
  const profile = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 860 }, acceptDownloads: true, ...context });
  profile.setDefaultTimeout(60_000);
  const page = await profile.newPage();
  const complaints: string[] = [];
  const foreign: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(?:blob|data):/.test(url) && !(address.startsWith('file:') && url.startsWith('file:')))
      foreign.push(url);
  });
  await before?.(page);
  await page.goto(/^(?:file|https?):/.test(address) ? address : `${origin}/${address.replace(/^\//, '')}`);
  if (fonts && !address.startsWith('file:')) await page.addStyleTag({ url: '/test-fonts.css' });
  return { page, origin, complaints, foreign };
}

/** Asks the page again and again until it says yes; page.waitForFunction of a text does not live under our policy. */
export async function until<T>(
  page: Page,
  ask: (given: T) => boolean | Promise<boolean>,
  given: T,
  what = 'the page is ready',
  patienceMs = 60_000,
): Promise<void> {
  for (const end = Date.now() + patienceMs; Date.now() < end; await page.waitForTimeout(40)) {
    if (await page.evaluate(ask as (given: unknown) => boolean | Promise<boolean>, given as unknown)) return;
  }
  throw new Error(`not within ${patienceMs} ms: ${what}`);
}

export interface AxeOptions {
  /** Selectors of what is looked at; the whole page unless told. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

/** What axe-core finds, one line for each element; Fluent's focus sentinels are left out. */
export async function axe(page: Page, options: AxeOptions = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(
    async ({ include, exclude }) => {
      interface Result {
        violations: { id: string; help: string; nodes: { target: unknown; failureSummary: string }[] }[];
      }
      const { axe: engine } = globalThis as unknown as { axe: { run(context: unknown, options: unknown): Promise<Result> } };
      const context = { ...(include.length === 0 ? {} : { include }), exclude };
      const { violations } = await engine.run(context, { resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id} ${JSON.stringify(node.target)}: ${node.failureSummary.replace(/\s+/g, ' ')}`),
      );
    },
    { include: [...(options.include ?? [])], exclude: ['[data-tabster-dummy]', ...(options.exclude ?? [])] },
  );
}

/** A picture under .tmp/shots/, for people to look at; fonts are there first. */
export async function shot(
  page: Page,
  name: string,
  options: { readonly fullPage?: boolean; readonly selector?: string } = {},
): Promise<string> {
  const folder = path.join(ROOT, '.tmp/shots');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.png`);
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  if (options.selector !== undefined) await page.locator(options.selector).screenshot({ path: file });
  else await page.screenshot({ path: file, fullPage: options.fullPage ?? false });
  return file;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds, of the processor alone. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** The longest task of the page's main thread while `work` runs, in milliseconds of processor time: other work on the machine does not count. */
export async function longestTask(page: Page, work: () => Promise<void>): Promise<number> {
  const browser = page.context().browser()!;
  await browser.startTracing(page, { categories: ['toplevel'] });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  const tasks = traceEvents.filter(({ name, pid, tid }) => name.includes('RunTask') && main.has(`${pid}/${tid}`));
  if (tasks.length === 0) throw new Error('no tasks were traced');
  return Math.max(...tasks.map(({ tdur }) => (tdur ?? 0) / 1000));
}
