/** The pane as it is installed: opened from its folder, in a browser, with the fake WPS as `window.Application`. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { FileHost, readXlsx } from '../../src/hosts/file';
import { openWorkbook } from '../../src/open-workbook';
import { plainOf } from '../support/wps/plain-book';
import type { PageWorld } from '../support/wps/in-page';
import { axe, inBrowser, ROOT, until, type Watched } from './support/browser';
import { withWps } from './support/wps-page';

const NAME = '项目自评_有误.xlsx';
const SHEET = '项目支出绩效自评表';
const BYTES = new Uint8Array(readFileSync(path.join(ROOT, 'samples', NAME)));
const BOOK = plainOf(readXlsx(BYTES), NAME);
const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };
const PAGE = `file://${path.join(ROOT, `dist/wps/jihe_${version}/ui/taskpane.html`)}`;

async function built(): Promise<string> {
  const { status, stderr } = spawnSync(process.execPath, [path.join(ROOT, 'scripts/wps.mjs')], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return path.join(ROOT, 'dist/wps');
}

/** What the command line finds, by cell. */
async function expected(): Promise<readonly string[]> {
  const open = openWorkbook(new FileHost(BYTES, { name: NAME }));
  await open.start();
  const entries = JSON.parse(open.exportJson()) as readonly {
    readonly findings: readonly { readonly severity: string; readonly cell: { readonly address: string } }[];
  }[];
  return entries.flatMap(({ findings }) => findings.filter(({ severity }) => severity !== 'info').map(({ cell }) => cell.address));
}

/** What a cell of the workbook holds. */
const cell = (page: Page, row: number, col: number): Promise<unknown> =>
  page.evaluate(
    ([sheet, at, across]) => {
      const found = (globalThis as unknown as PageWorld).jiheFake.sheet(sheet).peek(at, across);
      return found?.formula ?? found?.value ?? null;
    },
    [SHEET, row, col] as const,
  );
const marks = (page: Page): Promise<number> =>
  page.evaluate((sheet) => (globalThis as unknown as PageWorld).jiheFake.sheet(sheet).marks.length, SHEET);
const says = (page: Page, text: string): Promise<void> => until(page, (wanted) => document.body.textContent.includes(wanted), text, text);
const menu = async (page: Page, item: string): Promise<void> => {
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name: item }).click();
};

inBrowser('the pane in WPS', { folder: built, brief: true }, (kit) => {
  const open = async (modes = {}): Promise<Watched> => {
    const watched = await kit.open(PAGE, { viewport: { width: 360, height: 860 }, before: (page) => withWps(page, BOOK, modes) });
    await watched.page.getByText('我填的表').click();
    await says(watched.page, '项需更正或补填');
    return watched;
  };

  it('audits, locates, corrects, recalculates, takes back, marks and leaves no trace', async () => {
    const { page, complaints, foreign } = await open();
    const rows = await page.evaluate(() => [...document.querySelectorAll('.jh-row-head .jh-gutter')].map((one) => one.textContent));
    expect([...rows].sort()).toEqual([...(await expected())].sort());
    await page.getByRole('button', { name: '定位' }).first().click();
    await until(page, (sheet) => (globalThis as unknown as PageWorld).jiheFake.world.selection === `${sheet}!I6`, SHEET, 'I6 is selected');

    expect(await cell(page, 5, 8)).toBe(9.8);
    await page.getByRole('button', { name: '改为 9.47' }).click();
    await says(page, '已复查，少 1 项');
    expect(await cell(page, 5, 8)).toBe(9.47);

    const before = [await cell(page, 24, 7), await cell(page, 24, 8)];
    await page.getByRole('button', { name: '运算' }).click();
    await page.getByRole('button', { name: '写入 2 处' }).click();
    await says(page, '已写入 2 处');
    expect([await cell(page, 24, 7), await cell(page, 24, 8)]).toEqual([88.9, '良']);
    await page.getByRole('button', { name: '撤销写入' }).click();
    await until(
      page,
      ([sheet, was]) => (globalThis as unknown as PageWorld).jiheFake.sheet(sheet).peek(24, 8)?.value === was,
      [SHEET, '优'] as const,
      'taken back',
    );
    expect([await cell(page, 24, 7), await cell(page, 24, 8)]).toEqual(before);

    await menu(page, '标注到表内');
    await until(page, (sheet) => (globalThis as unknown as PageWorld).jiheFake.sheet(sheet).marks.length > 0, SHEET, 'marked');
    await menu(page, '清除绩核痕迹…');
    await page.getByRole('button', { name: '清除绩核痕迹' }).click();
    await page.getByRole('button', { name: '清除', exact: true }).click();
    await until(page, (sheet) => (globalThis as unknown as PageWorld).jiheFake.sheet(sheet).marks.length === 0, SHEET, 'no trace');
    expect(await marks(page)).toBe(0);
    expect(await cell(page, 5, 8)).toBe(9.47);
    expect([complaints, foreign]).toEqual([[], []]);
  });

  it('hears what is typed in the sheet, and the commands of the ribbon', async () => {
    const { page, complaints } = await open({ events: 'late', storage: 'strings' });
    await page.evaluate((sheet) => (globalThis as unknown as PageWorld).jiheFake.type(sheet, 5, 8, 9.47), SHEET);
    await says(page, '已复查，少 1 项');
    await page.evaluate(() =>
      (globalThis as unknown as PageWorld).jiheFake.world.pluginStorage.set('jihe_command_et', `recalc ${Date.now()}`),
    );
    await says(page, '暂不写入');
    expect(complaints).toEqual([]);
  });

  it('works where WPS is at its worst', async () => {
    const { page, complaints } = await open({
      shape: 'wrapper',
      bulkWrite: 'throws',
      errors: 'nothing',
      members: 'methods',
      events: 'late',
      general: 'G/通用格式',
      files: 'silent',
    });
    await page.getByRole('button', { name: '改为 9.47' }).click();
    await says(page, '已复查，少 1 项');
    expect(await cell(page, 5, 8)).toBe(9.47);
    expect(complaints).toEqual([]);
  });

  it('tests itself on a workbook of its own and says where the report lies', async () => {
    const { page, complaints } = await open();
    await menu(page, '设置');
    await page.getByRole('button', { name: '自检', exact: true }).click();
    await says(page, '自检结果保存在 /home/u/桌面/绩核WPS自检_12.1.0.28043.json');
    expect(await page.evaluate(() => document.body.textContent.includes('一切正常'))).toBe(true);
    const report = await page.evaluate(
      () => [...(globalThis as unknown as PageWorld).jiheFake.world.files].find(([file]) => file.includes('自检'))![1],
    );
    expect(JSON.parse(report)).toMatchObject({ form: 'jihe-wps-selftest/1', page: { protocol: 'file:', workers: true } });
    expect(await page.evaluate(() => (globalThis as unknown as PageWorld).jiheFake.world.books.length)).toBe(1);
    expect(complaints).toEqual([]);
  });

  it('is taken away from below; another workbook brings its own audit', async () => {
    const { page } = await open();
    await page.evaluate(() => {
      const { world } = (globalThis as unknown as PageWorld).jiheFake;
      world.panes.push({ ID: 1, url: '', Visible: true } as never);
      world.pluginStorage.set('jihe_pane_et', 1);
    });
    await page.getByRole('button', { name: '收起面板' }).click();
    expect(await page.evaluate(() => (globalThis as unknown as PageWorld).jiheFake.world.panes[0]!.Visible)).toBe(false);
    await page.evaluate(() => (globalThis as unknown as PageWorld).jiheFake.app.ActiveWorkbook);
    await page.evaluate(() => {
      const app = (globalThis as unknown as PageWorld).jiheFake.app as unknown as { Workbooks: { Add(): unknown } };
      app.Workbooks.Add();
    });
    await until(page, () => !document.body.textContent.includes('项需更正或补填'), null, 'the empty workbook is shown');
    expect(await axe(page)).toEqual([]);
  });
});
