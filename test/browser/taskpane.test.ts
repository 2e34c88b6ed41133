import type { Page } from 'playwright-core';
import { buildPage } from '../taskpane/support/build-page';
import { inWholeRuns } from '../support/whole-run';
import { primaries } from './support/primaries';
import { axe, inBrowser, longestTask, shot, until, type OpenOptions } from './support/browser';

interface TestPage {
  jihe: {
    open: { calls: string[]; set(change: unknown): void };
    show(name: string, theme: string): void;
    scenes: string[];
  };
}

type Theme = 'light' | 'dark';
const size = (width: number, height: number, more: OpenOptions = {}): OpenOptions => ({ viewport: { width, height }, ...more });

/** Every size, theme and setting in which the pane has to stand: each once, and more of them together in a whole run. */
const PLACES: readonly (readonly [string, Theme, OpenOptions])[] = [
  ['320 px, dark', 'dark', size(320, 840)],
  ['270 px, 500 px high', 'light', size(270, 500)],
  ['200 % zoom', 'light', size(160, 420)],
  ['forced colours', 'light', size(320, 840, { forcedColors: 'active' })],
  ...inWholeRuns<readonly [string, Theme, OpenOptions]>(
    ['320 px', 'light', size(320, 840)],
    ['450 px, dark', 'dark', size(450, 700)],
    ['200 % zoom, dark', 'dark', size(160, 420)],
  ),
];

/** Two choices of equal weight; only 取消 while it works. */
const NOTHING_TO_PRESS = new Set(['ask', 'busy']);

const show = async (page: Page, scene: string, theme: Theme) => {
  await page.evaluate(([name, look]) => (window as unknown as TestPage).jihe.show(name!, look!), [scene, theme]);
  await page.waitForTimeout(scene === 'busy' ? 400 : 60);
};
const scenes = (page: Page): Promise<string[]> => page.evaluate(() => (window as unknown as TestPage).jihe.scenes);
const calls = (page: Page): Promise<string[]> => page.evaluate(() => (window as unknown as TestPage).jihe.open.calls);

/** What stands beyond the pane, is cut off, or is set too tight for Chinese. */
function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const pane = document.querySelector('.jh-pane')!;
    const bounds = pane.getBoundingClientRect();
    const found: string[] = [];
    if (pane.scrollWidth > pane.clientWidth) found.push(`the pane scrolls sideways: ${pane.scrollWidth}`);
    for (const element of pane.querySelectorAll<HTMLElement>('*')) {
      if (element.closest('.jh-unseen, svg, [data-tabster-dummy]') !== null) continue;
      const box = element.getBoundingClientRect();
      if (box.width === 0) continue;
      const name = `${element.tagName.toLowerCase()}.${element.className} 「${element.textContent.slice(0, 20)}」`;
      if (box.right > bounds.right + 0.5 || box.left < bounds.left - 0.5) found.push(`beyond the pane: ${name}`);
      const style = getComputedStyle(element);
      if (style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1 && !element.matches('input, textarea, select'))
        found.push(`cut off: ${name}`);
      const text = [...element.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '');
      const ratio = parseFloat(style.lineHeight) / parseFloat(style.fontSize);
      if (text && (element.textContent ?? '').length > 6 && !element.matches('input, .jh-verdict-sentence, h1, option') && ratio < 1.33)
        found.push(`line height ${ratio.toFixed(2)}: ${name}`);
    }
    return found;
  });
}

inBrowser('the pane', { folder: () => buildPage('pane') }, (kit) => {
  it.each(PLACES)('every state at %s: nothing cut, nothing for axe to find, one button to press', async (place, theme, options) => {
    const { page, complaints, foreign } = await kit.open('index.html', options);
    const wrong: string[] = [];
    for (const scene of await scenes(page)) {
      await show(page, scene, theme);
      for (const one of await misfits(page)) wrong.push(`${scene}: ${one}`);
      for (const one of await axe(page)) wrong.push(`${scene}: ${one}`);
      const buttons = await primaries(page);
      if (place !== 'forced colours' && buttons.length !== (NOTHING_TO_PRESS.has(scene) ? 0 : 1))
        wrong.push(`${scene}: primary buttons ${buttons.join(' ')}`);
      if (process.env['JIHE_SHOTS'] === '1') await shot(page, `pane-${place.replace(/\W+/g, '-')}-${scene}`);
    }
    expect(wrong).toEqual([]);
    expect(complaints).toEqual([]);
    expect(foreign).toEqual([]);
    await page.context().close();
  });

  it('menus, search and 设置 as well', async () => {
    for (const theme of ['light', 'dark'] as const) {
      const { page } = await kit.open('index.html', size(320, 840));
      await show(page, 'many', theme);
      await page.getByRole('button', { name: '查找和筛选' }).click();
      expect([theme, await axe(page), await misfits(page)]).toEqual([theme, [], []]);
      for (const name of ['更多', '模式：填报', '全部检查项']) {
        await page.getByRole('button', { name }).click();
        await page.waitForTimeout(200);
        expect([name, theme, await axe(page)]).toEqual([name, theme, []]);
        await page.keyboard.press('Escape');
      }
      await page.getByRole('button', { name: '更多' }).click();
      await page.getByRole('menuitem', { name: '设置' }).click();
      for (const width of [320, 160]) {
        await page.setViewportSize({ width, height: 500 });
        expect([width, theme, await axe(page), await misfits(page)]).toEqual([width, theme, [], []]);
      }
      await page.context().close();
    }
  });

  it('500 px high: the first finding with its button is seen without scrolling', async () => {
    const { page } = await kit.open('index.html', size(320, 500));
    const button = await page.getByRole('button', { name: '改为 9.47' }).boundingBox();
    const foot = await page.locator('.jh-foot').boundingBox();
    expect(button!.y + button!.height).toBeLessThanOrEqual(foot!.y);
    expect((await page.locator('.jh-figures').boundingBox())!.height).toBeLessThan(36);
    expect(await page.locator('.jh-note').isVisible()).toBe(false);
    await page.context().close();
  });

  it('the keyboard alone: into the list, along it, into the open row, out of it', async () => {
    const { page } = await kit.open('index.html', size(320, 840));
    const focus = () =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
    await page.keyboard.press('Tab');
    expect(await focus()).toBe('模式：填报');
    await page.keyboard.press('Tab');
    expect(await focus()).toBe('更多');
    await page.keyboard.press('Tab');
    expect(await focus()).toContain('问题 8');
    await page.keyboard.press('ArrowRight');
    expect(await focus()).toContain('得分');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Tab');
    expect(await focus()).toContain('I6');
    await page.keyboard.press('ArrowDown');
    expect(await focus()).toContain('H14');
    await page.keyboard.press('Tab');
    expect(await focus()).toBe('改为 5.5');
    await page.keyboard.press('Tab');
    expect(await focus()).toBe('定位');
    await page.keyboard.press('Tab');
    expect(await focus()).toBe('查看依据');
    await page.keyboard.press('Tab');
    expect(await focus()).toBe('写说明');
    await page.keyboard.press('Tab');
    expect(await focus()).toContain('参考');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    expect(await focus()).toBe('查看依据');
    await page.keyboard.press('Control+Enter');
    await until(page, () => (document.activeElement?.textContent ?? '').includes('I18'), null, 'the next row has the keyboard');
    expect(await calls(page)).toContain('change missed-target-full-score 0!H14');
    await until(page, () => document.querySelector('.jh-row.is-leaving') === null, null, 'the settled row is gone');
    await page.keyboard.press('F8');
    expect(await focus()).toContain('H19');
    await page.keyboard.press('Enter');
    expect((await calls(page)).at(-1)).toBe('locate 0:18:7 focus');
    await page.keyboard.press('Escape');
    expect(await page.locator('.jh-row.is-open').count()).toBe(0);
    await page.context().close();
  });

  it('the settled row folds away in 150 ms; at once where motion is reduced', async () => {
    for (const reducedMotion of ['no-preference', 'reduce'] as const) {
      const { page } = await kit.open('index.html', size(320, 840, { reducedMotion }));
      await page.getByRole('button', { name: '改为 9.47' }).click();
      const took = await page.evaluate(() => {
        const leaving = document.querySelector('.jh-row.is-leaving');
        return leaving === null ? '' : getComputedStyle(leaving).transitionDuration;
      });
      if (took !== '') expect(took).toBe(reducedMotion === 'reduce' ? '0s' : '0.15s, 0.1s');
      await until(page, () => document.querySelector('.jh-row.is-leaving') === null, null, 'the row is gone');
      expect(await page.locator('.jh-row-head').first().textContent()).toContain('H14');
      await page.context().close();
    }
  });

  it('two thousand findings are drawn without a long task, and the last is reached by End', async () => {
    let longest = Infinity;
    // Processor time grows with what else the machine does, too: the best of three counts.
    for (let attempt = 0; attempt < 3 && longest >= 100; attempt += 1) {
      const { page } = await kit.open('index.html', size(320, 840));
      const task = await longestTask(page, async () => {
        await show(page, 'thousands', 'light');
        await page.locator('.jh-row-head').first().focus();
        await until(page, () => document.querySelectorAll('.jh-row').length >= 2000, null, 'all rows are there', 60_000);
        await page.keyboard.press('End');
        await until(page, () => (document.activeElement?.textContent ?? '').includes('H2009'), null, 'the last row has the keyboard');
      });
      longest = Math.min(longest, task);
      await page.context().close();
    }
    process.stdout.write(`longest task over 2,000 findings: ${Math.round(longest)} ms of processor time\n`);
    expect(longest).toBeLessThan(100);
  });
});
