/** The workbench with its pane: the way of an accountant, from the file to the corrected file. */
import { writeFileSync } from 'node:fs';
import { FileHost, readXlsx } from '../../src/hosts/file';
import { openWorkbook } from '../../src/open-workbook';
import { unzipParts } from '../support/unzip';
import { inBrowser, until } from './support/browser';
import { builtWorkbench, openBench, sample, type Bench } from './support/workbench';

const FAULTY = '项目自评_有误.xlsx';

async function opened(bench: Bench): Promise<void> {
  await bench.file(FAULTY, sample(FAULTY));
  await bench.page.getByText('项目自评 · 2024').waitFor();
}

inBrowser('the workbench with its pane', { folder: builtWorkbench }, (kit) => {
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
});
