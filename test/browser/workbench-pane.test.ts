/** The workbench with its pane: the way of an accountant, from the file to the corrected file. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { FileHost, readDocument, readXlsx } from '../../src/hosts/file';
import { openWorkbook } from '../../src/open-workbook';
import { docxOf } from '../report/written/docx';
import { unzipParts } from '../support/unzip';
import { axe, inBrowser, until } from './support/browser';
import { builtWorkbench, openBench, sample, type Bench } from './support/workbench';

const FAULTY = '项目自评_有误.xlsx';

async function opened(bench: Bench): Promise<void> {
  await bench.file(FAULTY, sample(FAULTY));
  await bench.page.getByText('项目自评 · 2024').waitFor();
}

const REPORT = [
  '示例市政务服务中心',
  '政务服务大厅运行维护经费2024年度项目支出绩效自评报告',
  '一、项目基本情况',
  '（一）资金使用情况',
  '全年预算数480万元，全年执行数464.69万元，其中当年财政拨款420.69万元、上年结转资金34万元。',
  '二、自评情况',
  '（一）自评结果',
  '自评得分91.73分，评价等级为“优”。',
  '（二）指标完成情况',
  '大厅设备巡检次数44次，群众办事平均等候时间20分钟，办事群众满意度81%。',
  '三、存在问题',
  '部分事项仍在专窗受理，办事群众等候偏长。',
  '四、改进措施',
  '完成市级专网系统对接，增设潮汐窗口。',
];

/** 核对: the finding of a report is in the letter by itself, and gets the reviewer's words, by keyboard. */
async function reportTicked(page: Page): Promise<void> {
  await page.getByRole('button', { name: '核对', exact: true }).click();
  const start = page.getByRole('button', { name: '放入自评报告…' });
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), start.click()]);
  await chooser.setFiles({ name: '自评报告.docx', mimeType: 'application/octet-stream', buffer: Buffer.from(docxOf(REPORT.join('\n'))) });
  const finding = page.locator('.jb-report > li').filter({ hasText: '91.73' });
  await finding.waitFor();
  expect(await finding.getByLabel('列入反馈意见').isChecked()).toBe(true);
  await finding.getByRole('button', { name: /^写意见/ }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('请更正总分');
  expect(await axe(page)).toEqual([]);
  if (process.env['PICTURES'] !== undefined) writeFileSync(`${process.env['PICTURES']}/workbench-held.png`, await page.screenshot());
  await finding.getByRole('button', { name: /^写意见/ }).click();
  await finding.getByText('反馈意见：请更正总分').waitFor();
  await page.getByRole('heading', { name: /^自评报告 [12] 项$/ }).waitFor();
  await page.keyboard.press('Escape');
}

inBrowser('the workbench with its pane', { folder: builtWorkbench, brief: true }, (kit) => {
  test('opens with the sample and its verdict, asks nobody but itself, complains of nothing', async () => {
    const bench = await openBench(kit);
    await bench.page.getByText('我填的表').click();
    await bench.page.getByText('自评分', { exact: false }).first().waitFor();
    expect(bench.foreign).toEqual([]);
    expect(bench.complaints).toEqual([]);
    // The thread that was started ahead of the page's own script is the one that answers.
    expect(bench.page.workers()).toHaveLength(1);
  });

  test('drop → audit → fix → 运算 → 写入 → 撤销 → save: the saved file says what the pane showed', async () => {
    const bench = await openBench(kit);
    const { page } = bench;
    await page.getByText('我填的表').click();
    await opened(bench);
    await page.getByText('6 项需更正或补填').waitFor();
    if (process.env['PICTURES'] !== undefined) writeFileSync(`${process.env['PICTURES']}/workbench.png`, await page.screenshot());
    await page.getByRole('button', { name: '改为 9.47' }).click();
    await until(page, () => document.body.textContent!.includes('5 项需更正或补填'), null, 'the finding has folded away');
    expect(await bench.text('I6')).toContain('9.47');
    await page.getByRole('button', { name: '运算', exact: true }).click();
    await page.getByText('补填和合计', { exact: false }).waitFor();
    await page.getByRole('button', { name: /^写入 \d+ 处$/ }).click();
    await page.getByText('撤销写入').waitFor();
    const total = await bench.text('H25');
    await page.getByText('撤销写入').click();
    await until(page, (was) => document.querySelector('[data-at="24,7"]')?.textContent !== was, total, 'the total is as before');
    const { bytes } = await bench.saved();
    const before = unzipParts(sample(FAULTY));
    const after = unzipParts(bytes);
    const changed = [...before.keys()].filter(
      (name) => Buffer.compare(Buffer.from(before.get(name)!), Buffer.from(after.get(name) ?? [])) !== 0,
    );
    expect(changed.every((name) => /worksheets\/sheet1|workbook\.xml|styles|calcChain|Content_Types|rels/.test(name))).toBe(true);
    expect(readXlsx(bytes).sheets[0]!.valueAt(5, 8)).toBe(9.47);
    const open = openWorkbook(new FileHost(bytes, { name: FAULTY }));
    await open.start();
    const shown = await page.evaluate(() => [...document.querySelectorAll('.jh-row-head')].length, null);
    expect(open.state.audit!.tables[0]!.findings.filter((finding) => finding.severity !== 'info')).toHaveLength(shown);
    expect(bench.foreign).toEqual([]);
    expect(bench.complaints).toEqual([]);
  });

  test('审核 mode: no cell of the unit changes', async () => {
    const bench = await openBench(kit);
    await bench.page.getByText('收到的表').click();
    await opened(bench);
    expect(await bench.page.getByRole('button', { name: /^改为/ }).count()).toBe(0);
    expect(await bench.page.getByRole('button', { name: '运算', exact: true }).count()).toBe(0);
    await bench.page.getByRole('button', { name: '标注', exact: true }).click();
    expect(await bench.text('I6')).toContain('9.8');
  });

  test('审核: ticks, words and opinions of one’s own are there after a reload, in the letter and in a file; the unit’s workbook stays as it was', async () => {
    const bench = await openBench(kit);
    const { page } = bench;
    const download = async (name: string): Promise<{ readonly name: string; readonly bytes: Uint8Array }> => {
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name, exact: true }).click()]);
      return { name: file.suggestedFilename(), bytes: new Uint8Array(readFileSync(await file.path())) };
    };
    await page.getByText('收到的表').click();
    await opened(bench);
    expect(await page.getByLabel('列入反馈意见').isChecked()).toBe(true);
    await page.getByRole('button', { name: '写意见' }).click();
    await page.keyboard.type('请附会议纪要');
    await bench.click('E14');
    await page.getByRole('tab', { name: /反馈/ }).click();
    await page.getByRole('button', { name: '添加意见' }).click();
    await page.locator('.jh-desk-add textarea').fill('请附巡检台账');
    await page.getByRole('button', { name: '添加', exact: true }).click();
    await page.getByText('已自动留存在本机浏览器中', { exact: false }).waitFor();
    if (process.env['PICTURES'] !== undefined) writeFileSync(`${process.env['PICTURES']}/workbench-desk.png`, await page.screenshot());
    await reportTicked(page);
    const letter = await download('生成审核反馈意见…');
    const words = readDocument(letter.bytes)!
      .blocks.map((block) => (block.is === 'paragraph' ? block.text : ''))
      .join('\n');
    expect(letter.name).toBe('示例市政务服务中心审核反馈意见.docx');
    for (const said of [
      '审核意见：请附会议纪要',
      'E14',
      '请附巡检台账',
      '自评报告.docx第8段“自评得分91.73分，评价等级为“优”。”',
      '审核意见：请更正总分',
    ])
      expect(words).toContain(said);
    expect(readXlsx((await download('复核评分表')).bytes).sheets).toHaveLength(1);
    const own = await download('保存审核意见');
    expect(own.name).toBe('审核意见_零散文件.json');
    expect((await bench.saved()).bytes).toEqual(new Uint8Array(sample(FAULTY)));
    // As after a crash: another page, the same browser, the file under another name.
    await page.reload();
    await until(page, () => document.querySelector('td[data-at]') !== null, null, 'the sample is drawn');
    await bench.file('另一份.xlsx', sample(FAULTY));
    await page.getByText('项目自评 · 2024').waitFor();
    await page.getByText('反馈意见：请附会议纪要').waitFor();
    await page.getByRole('tab', { name: /反馈/ }).click();
    expect(await page.locator('.jh-desk-own textarea').inputValue()).toBe('请附巡检台账');
    expect(bench.foreign).toEqual([]);
    expect(bench.complaints).toEqual([]);
  });
});
