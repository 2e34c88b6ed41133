/** The whole page, sheet and pane together, in every size, theme and screen: nothing for axe to find, one button to press. */
import type { Page } from 'playwright-core';
import { axe, inBrowser, shot, type OpenOptions } from './support/browser';
import { inWholeRuns } from '../support/whole-run';
import { primaries } from './support/primaries';
import { builtWorkbench, openBench, sample, type Bench } from './support/workbench';

const FAULTY = '项目自评_有误.xlsx';
/** Many looks of axe, on a machine that may be busy. */
const LONGEST_MS = 600_000;
const MANY = [FAULTY, '项目自评_正确.xlsx', '部门整体自评_湛江2024.xlsx'];

interface Place {
  readonly width: number;
  readonly height: number;
  /** Of the pane; the page itself says where it lies below the sheet. */
  readonly pane: number;
}

const wide = (pane: number, height = 860): Place => ({ width: 1440, height, pane });

/** Usual, narrow and broad panes; a screen of 500 px; a pane and a page at 200 % zoom. */
const PLACES: readonly Place[] = [
  wide(270),
  wide(320),
  wide(320, 500),
  ...inWholeRuns(wide(450)),
  { width: 800, height: 500, pane: 160 },
  { width: 640, height: 430, pane: 320 },
];

/** Beside each screen of the pane lie the same cells: they are looked at with the first. */
const SAME_SHEET = { exclude: ['.sheet-canvas'] };

const THEMES: readonly (readonly [string, OpenOptions])[] = [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ...inWholeRuns<readonly [string, OpenOptions]>(['forced colours', { colorScheme: 'light', forcedColors: 'active' }]),
];

async function put(page: Page, { width, height, pane }: Place): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.evaluate((px) => {
    document.querySelector<HTMLElement>('.page-pane')!.style.width = `${px}px`;
  }, pane);
  await page.waitForTimeout(80);
}

/** What axe finds on the page as it stands, what scrolls sideways that should not, and what there is to press, in every place. */
async function wrongIn(page: Page, what: string): Promise<string[]> {
  const wrong: string[] = [];
  // What fits does not hang on the colours: all sizes once, in light.
  const places = what.startsWith('light') ? PLACES : PLACES.slice(1, 2);
  for (const place of places) {
    await put(page, place);
    const where = `${what} ${place.width}×${place.height}, pane ${place.pane}`;
    for (const one of await axe(page, what.endsWith('问题') ? {} : SAME_SHEET)) wrong.push(`${where}: ${one}`);
    for (const one of await sideways(page)) wrong.push(`${where}: scrolls sideways: ${one}`);
    // 设置 takes effect at once: there is nothing to press.
    const pressed = what.endsWith('设置') ? 0 : 1;
    const primary = await primaries(page);
    if (primary.length !== pressed && !what.startsWith('forced')) wrong.push(`${where}: primary buttons ${primary.join(' ')}`);
    if (process.env['JIHE_SHOTS'] === '1') await shot(page, `page-${what}-${place.width}x${place.height}-${place.pane}`);
  }
  await put(page, wide(320));
  return wrong;
}

const sideways = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    ['body', '.page', '.page-head', '.jh-pane', '.jh-panel', '.jh-plan', '.jh-settings', '.jb-batch']
      .filter((name) => [...document.querySelectorAll(name)].some((one) => one.scrollWidth > one.clientWidth + 1))
      .map(String),
  );

async function chooseMany(bench: Bench): Promise<void> {
  const { page } = bench;
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '打开', exact: true }).click()]);
  await chooser.setFiles(MANY.map((name) => ({ name, mimeType: 'application/octet-stream', buffer: sample(name) })));
  await page.getByRole('button', { name: '另存汇总' }).waitFor({ timeout: 60_000 });
}

inBrowser('the whole page', { folder: builtWorkbench }, (kit) => {
  test.each(THEMES)(
    '%s: 问题, 得分, 小结, 设置, 写入, 审核, 反馈, 复核打分, 多份 in every size',
    async (theme, options) => {
      const bench = await openBench(kit, options);
      const { page } = bench;
      await page.getByText('我填的表').click();
      await bench.file(FAULTY, sample(FAULTY));
      await page.getByText('6 项需更正或补填').waitFor();
      const wrong = await wrongIn(page, `${theme} 问题`);
      await page.getByRole('tab', { name: '得分' }).click();
      await page.locator('.jh-score > .jh-row-head').nth(2).click();
      wrong.push(...(await wrongIn(page, `${theme} 得分`)));
      await page.getByRole('tab', { name: '小结' }).click();
      await page.locator('.jh-box').first().waitFor();
      wrong.push(...(await wrongIn(page, `${theme} 小结`)));
      await page.getByRole('tab', { name: /问题/ }).click();
      await page.getByRole('button', { name: '更多' }).click();
      await page.getByRole('menuitem', { name: '设置' }).click();
      wrong.push(...(await wrongIn(page, `${theme} 设置`)));
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: '运算', exact: true }).click();
      await page.getByRole('button', { name: /^写入 \d+ 处$/ }).waitFor();
      wrong.push(...(await wrongIn(page, `${theme} 写入`)));
      await page.getByRole('button', { name: '暂不写入' }).click();
      await page.getByRole('button', { name: '模式：填报' }).click();
      await page.getByRole('menuitemradio', { name: /收到的表/ }).click();
      await page.getByText('建议退回修改').first().waitFor();
      await page.getByLabel('列入反馈意见').waitFor();
      wrong.push(...(await wrongIn(page, `${theme} 审核`)));
      await page.getByRole('tab', { name: '得分' }).click();
      await page.getByLabel('复核分').fill('四分');
      await page.getByRole('tab', { name: /反馈/ }).click();
      await page.getByRole('button', { name: '添加意见' }).click();
      await page.locator('.jh-desk-add textarea').fill('请附台账');
      await page.getByRole('button', { name: '添加', exact: true }).click();
      await page.getByRole('button', { name: '添加意见' }).click();
      await page.getByRole('combobox', { name: '位置' }).getByText('H14', { exact: false }).waitFor({ state: 'attached' });
      await page.locator('.jh-desk-add textarea').blur();
      wrong.push(...(await wrongIn(page, `${theme} 反馈`)));
      await page.getByRole('tab', { name: '得分' }).click();
      wrong.push(...(await wrongIn(page, `${theme} 复核打分`)));
      await chooseMany(bench);
      wrong.push(...(await wrongIn(page, `${theme} 多份`)));
      const [letters] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '生成全部反馈意见' }).click()]);
      expect(letters.suggestedFilename()).toBe('审核反馈意见_零散文件.zip');
      await page.getByText('已生成 2 个单位的反馈意见。').waitFor();
      expect(wrong).toEqual([]);
      expect([bench.complaints, bench.foreign]).toEqual([[], []]);
      await page.context().close();
    },
    LONGEST_MS,
  );
});
