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

  it('a list: its tab is opened, grouped, copied and walked by keyboard; files open, the list is dropped', async () => {
    const { page } = await kit.open('index.html', { viewport: { width: 1280, height: 760 } });
    await page.getByRole('button', { name: '放入应报名单…' }).focus();
    await page.keyboard.press('Enter');
    expect((await calls(page)).at(-1)).toBe('roster');
    await show(page, 'waiting', 'light');
    expect(await page.locator('.jb-roster-line').textContent()).toContain('名单「应报名单.xlsx」：审核完后核对。');
    await show(page, 'roster', 'light');
    expect(await page.locator('.jb-roster-line').textContent()).toMatch(
      /^应报 46 家，已报 5，未报 41；缺数据表 \d，重复报送 \d，未能对应 2。/,
    );
    // It is opened once the list is drawn.
    await page.getByRole('tab', { name: '报送情况', selected: true }).waitFor();
    expect(await page.locator('.jb-roster h2').first().textContent()).toBe('未报 41');
    expect(await page.locator('.jb-roster h3').allTextContents()).toContain('主管部门未写明（1）');
    await page.getByRole('radio', { name: '主管部门' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('.jb-roster h3').first().textContent()).toMatch(/^社会保障科（\d+）$/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const copied = (await calls(page)).at(-1)!;
    expect(copied).toContain('copy 应报 46 家，已报 5，未报 41');
    expect(copied).toContain('市第7中学（收到的文件打不开，请重新报送）');
    expect(await page.locator('.jb-roster-bar [role=status]').textContent()).toBe('已复制');
    await page.locator('.jb-roster td .jb-file').first().click();
    await page.getByRole('button', { name: '去掉名单' }).click();
    expect((await calls(page)).slice(-2).map((call) => call.split(' ')[0])).toEqual(['open', 'drop']);
    await page.context().close();
  });
});
