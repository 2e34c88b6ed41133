/** Folders in the workbench: dropped or chosen, their spreadsheets stand in one table; and a workbook of an old format beside them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { read, write } from '@e965/xlsx';
import type { Page } from 'playwright-core';
import { budgetFile, type CountyFile, countyOf, handedIn, listFile, plainWorkbook, targetsFile } from '../support/county';
import { docxOf } from '../report/written/docx';
import { isWholeRun } from '../support/whole-run';
import { axe, inBrowser } from './support/browser';
import { builtWorkbench, idOf, openBench, sample, type Bench } from './support/workbench';

const FAULTY = '项目自评_有误.xlsx';

let root = '';
let folder = '';

/** As people have them: folders in folders, lock files, and things that are no spreadsheets. */
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'jihe-'));
  folder = path.join(root, '送审 2024');
  mkdirSync(path.join(folder, '甲局', '附件'), { recursive: true });
  writeFileSync(path.join(folder, '甲局', '附件', '附件2.xlsx'), sample(FAULTY));
  writeFileSync(path.join(folder, '甲局', '~$附件2.xlsx'), 'lock');
  writeFileSync(path.join(folder, '说明.docx'), 'text');
  writeFileSync(path.join(folder, '乙局.xlsx'), sample('项目自评_正确.xlsx'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Drops what lies at a path on the page, as a hand would. */
async function drop(page: Page, file: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
}

const picture = async (page: Page, name: string): Promise<unknown> =>
  process.env['PICTURES'] === undefined ? null : page.screenshot({ path: path.join(process.env['PICTURES'], `${name}.png`) });

const REPORT = [
  '示例市政务服务中心',
  '政务服务大厅运行维护经费2024年度项目支出绩效自评报告',
  '一、项目基本情况',
  '全年预算数480万元，全年执行数454.69万元，预算执行率94.73%。',
  '二、自评情况',
  '项目自评得分91.73分，评价等级为“优”。',
  '三、存在问题',
  '市级专网系统未完成对接。',
  '四、改进措施',
  '尽快完成对接。',
].join('\n');

const PATHS = ['送审 2024/甲局/附件/附件2.xlsx', '送审 2024/乙局.xlsx'];

async function table(bench: Bench): Promise<string[]> {
  await bench.page.getByRole('button', { name: '另存汇总' }).waitFor({ timeout: 60_000 });
  expect(await bench.page.locator('.jb-head h1').textContent()).toBe('共 2 份：需更正 1，需说明 0，未发现问题 1');
  return bench.page.locator('.jb-table tbody tr td:first-child').allTextContents();
}

/** A report dropped beside the opened file: what differs, at its words and its cell; a copy with comments. */
async function reportBeside({ page, text }: Bench): Promise<void> {
  const report = path.join(root, '自评报告.docx');
  writeFileSync(report, docxOf(REPORT));
  await drop(page, report);
  const finding = page.locator('.jb-report > li');
  await finding.filter({ hasText: '项目自评得分91.73分' }).waitFor();
  expect(await finding.first().textContent()).toMatch(/自评情况 › 第 6 段.*相差2分.*对照「.*」H25.*编号/s);
  expect(await page.locator('.jb-roster-line').filter({ hasText: '自评报告 1 份' }).textContent()).toMatch(
    /强制性 1 项、提示性 0 项；已核对 (\d+) 处数字，\d+ 处与表中对上/,
  );
  expect(await axe(page)).toEqual([]);
  await picture(page, 'report-beside');
  const copy = page.getByRole('button', { name: '下载带批注的副本：自评报告.docx' });
  await copy.focus();
  const [handed] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(handed.suggestedFilename()).toBe('自评报告_审核批注.docx');
  await finding.getByRole('button').focus();
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.querySelector('td.sel')?.id)).toBe(idOf('H25'));
  expect(await text('H25')).toBe('89.73');
}

/** The opened file against what was handed in before, by keyboard: every changed cell, and a workbook of it. */
async function compared({ page }: Bench): Promise<void> {
  const earlier = path.join(root, '上一次.xlsx');
  writeFileSync(earlier, sample('项目自评_正确.xlsx'));
  await page.getByRole('button', { name: '核对', exact: true }).click();
  const start = page.getByRole('button', { name: '上一次报送…' });
  await start.focus();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
  await chooser.setFiles(earlier);
  const line = page.locator('.jb-roster-line').filter({ hasText: '修改情况核对，与「上一次.xlsx」比对' });
  await line.waitFor();
  expect(await line.textContent()).toMatch(/改动 \d+ 处；上次的问题 0 项；新增 \d+ 项。/);
  for (const kind of ['批复目标', '自评报告', '公开前检查']) await page.getByRole('button', { name: `去掉${kind}` }).click();
  expect(await axe(page)).toEqual([]);
  await picture(page, 'compared');
  const book = page.getByRole('button', { name: '下载比对结果：上一次.xlsx' });
  await book.focus();
  const [handed] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(handed.suggestedFilename()).toBe('修改情况核对.xlsx');
  await page.locator('.jb-compared').getByRole('button', { name: /!H24$/ }).first().click();
  expect(await page.evaluate(() => document.querySelector('td.sel')?.id)).toBe(idOf('H24'));
}

inBrowser('folders in the workbench', { folder: builtWorkbench, brief: true }, (kit) => {
  test('a folder dropped on the page: its spreadsheets and no others, with their paths', async () => {
    const bench = await openBench(kit);
    await bench.page.getByText('我填的表').click();
    await drop(bench.page, folder);
    expect(await table(bench)).toEqual(PATHS);
    expect([bench.complaints, bench.foreign]).toEqual([[], []]);
    await bench.page.context().close();
  });

  test('one file dropped is opened', async () => {
    const bench = await openBench(kit);
    await bench.page.getByText('我填的表').click();
    await drop(bench.page, path.join(folder, '乙局.xlsx'));
    await bench.page.getByText('未发现问题', { exact: true }).first().waitFor();
    expect(await bench.page.locator('.page-file').textContent()).toBe('乙局.xlsx');
    await bench.page.context().close();
  });

  test('a folder chosen by keyboard is the same', async () => {
    const bench = await openBench(kit);
    await bench.page.getByText('我填的表').click();
    await bench.page.locator('.jh-verdict').waitFor();
    // Browsers open a chooser only shortly after something was pressed, and a shortcut is not always taken for it.
    await bench.click('A1');
    const [chooser] = await Promise.all([bench.page.waitForEvent('filechooser'), bench.press('Control+Shift+O')]);
    await chooser.setFiles(folder);
    expect(await table(bench)).toEqual(PATHS);
    expect(bench.complaints).toEqual([]);
    await bench.page.context().close();
  });

  test('an old format is audited and said to be only for looking at; nothing offers to change it', async () => {
    const bench = await openBench(kit);
    const { page } = bench;
    await page.getByText('我填的表').click();
    const old = write(read(sample(FAULTY)), { type: 'buffer', bookType: 'biff8' }) as Buffer;
    await bench.file('旧表.xls', old);
    await page.getByText('项需更正或补填').waitFor();
    expect(await page.locator('.page-note').textContent()).toContain('旧格式只能查看，请另存为 .xlsx 后修改。');
    expect(await page.locator('.jh-bar').textContent()).toBe('这是 .xls 文件：可以审核；要运算和写入，请先另存为 .xlsx。');
    // Its looks cannot be kept here, so that no .xlsx is offered that would have lost them.
    for (const name of [/^改为/, /^运算$/, /另存为 .xlsx/]) expect(await page.getByRole('button', { name }).count()).toBe(0);
    const before = await bench.text('I6');
    await bench.click('I6');
    await bench.type('9');
    await bench.press('Enter');
    expect(await bench.text('I6')).toBe(before);
    expect(bench.complaints).toEqual([]);
    await page.context().close();
  });

  test('the opened file is held against approved targets and looked through before it goes public, over its own sheet', async () => {
    const approved = path.join(root, '批复目标.xlsx');
    const lines = [
      ['项目支出绩效目标表', null, null, null],
      ['项目名称', '政务服务大厅运行维护经费', null, null],
      ['一级指标', '二级指标', '三级指标', '指标值'],
      ['产出指标', '数量指标', '窗口服务事项办件量', '≥120000件'],
      [null, null, '大厅设备巡检次数', '≥60次'],
    ];
    writeFileSync(approved, plainWorkbook([{ name: '目标', rows: lines }]));
    const bench = await openBench(kit);
    const { page } = bench;
    await page.getByText('我填的表').click();
    await bench.file(FAULTY, sample(FAULTY));
    await page.getByText('项需更正或补填').waitFor();
    await page.getByRole('button', { name: '核对', exact: true }).click();
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '放入批复目标…' }).click()]);
    await chooser.setFiles(approved);
    const differing = page.locator('.jb-held-group li').filter({ hasText: '≥60次' });
    await differing.waitFor();
    expect(await differing.textContent()).toContain('大厅设备巡检次数');
    await page.getByRole('button', { name: '公开前检查' }).click();
    await page.getByRole('heading', { name: '公开前检查' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await picture(page, 'held');
    await differing.getByRole('button').click();
    expect(await page.evaluate(() => document.querySelector('td.sel')?.id)).toBe(idOf('E14'));
    // What is typed now counts when it is looked at again.
    await bench.type('≥60次');
    await bench.press('Enter');
    await page.getByRole('button', { name: '核对', exact: true }).click();
    await differing.waitFor({ state: 'detached' });
    expect(await page.locator('.jb-held-group li').filter({ hasText: '政策宣传活动场次' }).count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await page.locator('.jb-held-page').count()).toBe(0);
    await reportBeside(bench);
    await compared(bench);
    expect([bench.foreign, bench.complaints]).toEqual([[], []]);
    await page.context().close();
  });

  /** The county of 320 takes most of a minute: a tenth of it in ordinary runs. */
  const countySize = isWholeRun ? 320 : 32;
  test(`a county of ${countySize}: list, targets, budget, publication and letters, by keyboard, within a minute`, async () => {
    const county = countyOf({ units: countySize });
    const size = county.units.length;
    const place = path.join(root, '县');
    const put = ({ path: name, bytes }: CountyFile): string => {
      const at = path.join(place, name);
      mkdirSync(path.dirname(at), { recursive: true });
      writeFileSync(at, bytes);
      return at;
    };
    for (const file of handedIn(county)) put({ ...file, path: `送审/${file.path}` });
    const [list, targets, budget] = [listFile(county), targetsFile(county), budgetFile(county)].map(put);
    const bench = await openBench(kit);
    const { page } = bench;
    await page.getByText('收到的表').click();
    /** By keyboard alone: the focus on a link, and Enter. */
    const enter = async (name: string): Promise<void> => {
      await page.getByRole('button', { name, exact: true }).focus();
      await page.keyboard.press('Enter');
    };
    const choose = async (name: string, file: string): Promise<void> => {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), enter(name)]);
      await chooser.setFiles(file);
    };
    const line = async (text: string | RegExp): Promise<string> => {
      const found = page.locator('.jb-roster-line').filter({ hasText: text });
      await found.waitFor({ timeout: 60_000 });
      return (await found.textContent()) ?? '';
    };
    const took: string[] = [];
    const began = performance.now();
    const lap = (what: string): number => took.push(`${what} ${Math.round(performance.now() - began)}`);
    await drop(page, path.join(place, '送审'));
    await choose('放入应报名单…', list!);
    await page.getByRole('tab', { name: '报送情况' }).waitFor({ timeout: 60_000 });
    lap('list');
    const missing = county.units.filter(({ handed }) => !handed).length;
    const without = county.units.filter(({ handed, needsReport, report }) => handed && needsReport && !report).length;
    expect(await line('应报')).toContain(`应报 ${size} 个项目，已报 ${size - missing}，未报 ${missing}；`);
    expect(await line('应报')).toContain(`缺报告 ${without}，`);
    expect(await page.locator('.jb-roster li').first().textContent()).toContain('清河县');
    await choose('批复目标…', targets!);
    expect(await line('与批复目标核对')).toMatch(/请核对 [1-9]/);
    lap('targets');
    await choose('预算导出…', budget!);
    expect(await line('与「指标执行表.xlsx」核对')).toMatch(/对应 [1-9]\d* 张评分表/);
    expect(await page.getByRole('heading', { name: /^与预算执行表不一致 [1-9]/ }).count()).toBe(1);
    lap('budget');
    await enter('公开前检查');
    const publication = await line(/^公开前检查 \d+ 个文件/);
    expect(publication).toMatch(/需要确认的 \d+ 个/);
    expect(publication).not.toContain('读不了');
    lap('publication');
    const [letters] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), enter('生成全部反馈意见')]);
    expect(letters.suggestedFilename()).toMatch(/\.zip$/);
    lap('letters');
    process.stdout.write(`a county of ${size}, milliseconds since it was dropped: ${took.join(', ')}\n`);
    expect(performance.now() - began).toBeLessThan(60_000);
    expect(await axe(page)).toEqual([]);
    await picture(page, 'county');
    expect([bench.foreign, bench.complaints]).toEqual([[], []]);
    await page.context().close();
  });
});
