import type { Page } from 'playwright-core';
import { buildPage } from '../taskpane/support/build-page';
import { inWholeRuns } from '../support/whole-run';
import { axe, inBrowser } from './support/browser';

interface TestPage {
  jihe: { calls: string[]; show(name: string, theme: string): void; states: string[] };
}

const show = (page: Page, name: string, theme: string) =>
  page.evaluate(([one, look]) => (window as unknown as TestPage).jihe.show(one!, look!), [name, theme]);
const calls = (page: Page) => page.evaluate(() => (window as unknown as TestPage).jihe.calls);
const sideways = (page: Page) =>
  page.evaluate(() => document.querySelector('.jb-batch')!.scrollWidth - document.querySelector('.jb-batch')!.clientWidth);

inBrowser('many files', { folder: () => buildPage('batch') }, (kit) => {
  it('every state, wide and narrow, light and dark: nothing for axe to find', async () => {
    const { page, complaints, foreign } = await kit.open('index.html', { viewport: { width: 1280, height: 760 } });
    for (const [theme, width] of [
      ['light', 1280],
      ['dark', 640],
      ...inWholeRuns<readonly [string, number]>(['dark', 1280], ['light', 640]),
    ] as const) {
      await page.setViewportSize({ width, height: 760 });
      for (const name of await page.evaluate(() => (window as unknown as TestPage).jihe.states)) {
        await show(page, name, theme);
        await page.waitForTimeout(150);
        expect([name, theme, width, await axe(page), await sideways(page)]).toEqual([name, theme, width, [], 0]);
      }
      await page.getByRole('tab', { name: '按检查项' }).click();
      expect(await axe(page)).toEqual([]);
    }
    expect([complaints, foreign]).toEqual([[], []]);
    await page.context().close();
  });

  it('bars filter, headings sort, a file opens; by keyboard too', async () => {
    const { page } = await kit.open('index.html', { viewport: { width: 1280, height: 760 } });
    await page.getByRole('button', { name: /^满分 / }).click();
    const shown = await page.locator('.jb-filter').textContent();
    expect(shown).toMatch(/^只看：自评得分 满分 · 显示 \d+ 份，共 312 份 全部显示$/);
    await page.getByRole('button', { name: '全部显示' }).click();
    expect(await page.locator('.jb-filter').count()).toBe(0);
    await page.getByRole('button', { name: '差额' }).click();
    expect(await page.locator('th[aria-sort=ascending]').textContent()).toContain('差额');
    const first = page.locator('.jb-file').first();
    await first.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const [opened] = await calls(page);
    expect(opened).toBe(`open ${await page.locator('.jb-file').nth(1).getAttribute('data-row')}`);
    await page.getByRole('tab', { name: '按检查项' }).click();
    await page.locator('.jb-checks .jb-file').first().click();
    expect(await page.locator('.jb-filter').textContent()).toContain('只看：');
    await page.getByRole('button', { name: '另存汇总' }).click();
    await page.getByRole('button', { name: '另存全部标注副本' }).click();
    expect((await calls(page)).slice(1)).toEqual(['summary', 'copies']);
    await show(page, 'running', 'light');
    expect(await page.locator('.jb-progress').textContent()).toContain('第 128 份，共 312 份');
    await page.getByRole('button', { name: '取消' }).click();
    expect((await calls(page)).at(-1)).toBe('cancel');
    await page.context().close();
  });
});
