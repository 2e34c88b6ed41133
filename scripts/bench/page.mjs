/**
 * What people wait for in the workbench, in a real browser: from `npm ci` to the page, from the page to the verdict, from an edit to its
 * re-check. By the clock, so a busy machine shows; the goal stands beside each figure.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { FOLDER, ensureWorkbench } from '../workbench.mjs';
import { makeBook } from './books.mjs';
import { figure } from './goals.mjs';
import { median } from './race.mjs';

const { serveFolder } = createRequire(import.meta.url)('../web/static-server.cjs');
const FINDER = fileURLToPath(new URL('../browser/find-browser.mjs', import.meta.url));
const FLAGS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'];
const ROUNDS = 5;
/** The pause after an edit before anything is checked again. */
const PAUSE = 300;
/** From opening a sheet to the first edit: somebody looks at it first, or types at once. */
const LOOKING = 6000;
/** Rows of the sheet → milliseconds from the end of the pause to the new verdict. */
const GOALS = new Map([
  [80, 30],
  [2000, 200],
]);
const READY_S = 60;
const VERDICT_MS = 1000;

async function opened(browser, origin) {
  const profile = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 860 } });
  const page = await profile.newPage();
  await page.goto(`${origin}/`);
  await page.getByText('我填的表').click();
  return page;
}

/** Milliseconds from the beginning of the page to its verdict; the mode was chosen at an earlier time. */
async function verdictTime(browser, origin) {
  const page = await opened(browser, origin);
  await page.locator('.jh-verdict').waitFor();
  await page.reload();
  const time = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const look = () => (document.querySelector('.jh-verdict') === null ? requestAnimationFrame(look) : resolve(performance.now()));
        look();
      }),
  );
  await page.context().close();
  return time;
}

/** Asks the page again and again: waiting by a text does not live under its policy. */
async function until(page, ask, given) {
  for (const end = Date.now() + 120_000; Date.now() < end; await page.waitForTimeout(50)) if (await page.evaluate(ask, given)) return;
  throw new Error('not within two minutes');
}

/** Milliseconds from each edit to the verdict that follows, the pause left out. */
async function recheckTimes(page, rows, looking) {
  const name = `${rows}.xlsx`;
  const buffer = Buffer.from(await makeBook(1, rows));
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '打开', exact: true }).click()]);
  await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer });
  await until(
    page,
    (wanted) => {
      const foot = document.querySelector('.jh-foot')?.textContent ?? '正在';
      return (
        document.querySelector('.page-file')?.textContent === wanted &&
        document.querySelector('.jh-verdict') !== null &&
        !foot.includes('正在')
      );
    },
    name,
  );
  await page.waitForTimeout(looking);
  const times = [];
  for (let round = 0; round < ROUNDS * 2; round += 1) {
    await page.locator('#cell-5-7').click({ position: { x: 6, y: 6 } });
    await page.keyboard.type(round % 2 === 0 ? '999' : '5');
    const waiting = page.evaluate(
      () =>
        new Promise((resolve) => {
          const said = () => document.querySelector('.jh-pane')?.textContent ?? '';
          const before = said();
          let from = null;
          document.addEventListener('keydown', () => (from = performance.now()), { once: true, capture: true });
          const look = () => {
            const now = said();
            if (from !== null && now !== before && !now.includes('正在复查')) resolve(performance.now() - from);
            else requestAnimationFrame(look);
          };
          look();
        }),
    );
    await page.waitForTimeout(50);
    await page.keyboard.press('Enter');
    times.push((await waiting) - PAUSE);
    await page.waitForTimeout(300);
  }
  return times;
}

export async function benchPage() {
  const { stdout } = spawnSync(process.execPath, [FINDER], { encoding: 'utf8', timeout: 240_000 });
  const found = stdout === '' ? null : JSON.parse(stdout);
  console.log('\nthe workbench in a browser');
  const begun = Date.now();
  const failure = await ensureWorkbench({ always: true });
  if (failure !== null) throw new Error(failure);
  figure('from npm ci to the page being served', (Date.now() - begun) / 1000, { goal: READY_S, unit: 's' });
  if (found === null) {
    console.log('no browser was found: the rest is left out');
    return;
  }
  const served = await serveFolder(FOLDER);
  const browser = await chromium.launch({ executablePath: found.executable, args: FLAGS, env: { ...process.env, ...found.env } });
  try {
    const times = [];
    for (let round = 0; round < ROUNDS; round += 1) times.push(await verdictTime(browser, served.origin));
    figure('from the page’s first byte to the verdict', median(times), { goal: VERDICT_MS, unit: 'ms' });
    for (const [rows, goal] of GOALS) {
      const [atOnce] = await recheckTimes(await opened(browser, served.origin), rows, 0);
      const [first, ...later] = await recheckTimes(await opened(browser, served.origin), rows, LOOKING);
      figure(`first re-check, ${rows} rows, typed at once`, atOnce, { goal, unit: 'ms' });
      figure(`first re-check, ${rows} rows, typed after a look`, first, { goal, unit: 'ms' });
      figure(`later re-checks, ${rows} rows`, median(later), { goal, unit: 'ms' });
    }
  } finally {
    await browser.close();
    await served.close();
  }
}
