/** Many files in the workbench: from the chooser to the table, into a file and back, and what is handed out. */
import { readXlsx } from '../../src/hosts/file';
import { readFileSync } from 'node:fs';
import { axe, inBrowser } from './support/browser';
import { builtWorkbench, openBench, sample } from './support/workbench';

const NAMES = ['项目自评_有误.xlsx', '项目自评_正确.xlsx', '部门整体自评_湛江2024.xlsx'];

inBrowser('many files in the workbench', { folder: builtWorkbench, brief: true }, (kit) => {
  test('chosen together they stand in one table; a row opens, and there is a way back', async () => {
    const bench = await openBench(kit);
    const { page } = bench;
    await page.getByText('我填的表').click();
    expect(await axe(page, { include: ['.page-pane'] })).toEqual([]);
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: '打开', exact: true }).click(),
    ]);
    const broken = { name: '坏.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3, 4]) };
    await chooser.setFiles([...NAMES.map((name) => ({ name, mimeType: 'application/octet-stream', buffer: sample(name) })), broken]);
    await page.getByRole('button', { name: '另存汇总' }).waitFor({ timeout: 60_000 });
    expect(await page.locator('.jb-head h1').textContent()).toBe('共 4 份：需更正 2，需说明 0，未发现问题 1，未能读取 1');
    expect(await page.locator('.jb-table tbody tr').first().textContent()).toBe(
      '项目自评_有误.xlsx示例市政务服务中心项目支出绩效自评表89.7388.40−1.3362',
    );
    expect(await axe(page, { include: ['.jb-batch'] })).toEqual([]);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '另存汇总' }).click()]);
    expect(readXlsx(new Uint8Array(readFileSync(await download.path()))).sheets.length).toBeGreaterThan(1);
    await page.getByRole('button', { name: '项目自评_有误.xlsx' }).click();
    await page.getByText('6 项需更正或补填').waitFor();
    await page.getByRole('button', { name: '返回 4 份' }).click();
    expect(await page.locator('.jb-table').isVisible()).toBe(true);
    // From the table to the workbook that lies beneath, and to the table again.
    await page.getByRole('button', { name: '返回「项目自评_有误.xlsx」' }).click();
    expect(await page.locator('.jb-table').count()).toBe(0);
    await page.getByRole('button', { name: '返回 4 份' }).click();
    // One file chosen instead: it is shown, and there is a way back to the table.
    const [again] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '换一批文件' }).click()]);
    await again.setFiles([{ name: '单份.xlsx', mimeType: '', buffer: sample('项目自评_正确.xlsx') }]);
    await page.getByText('未发现问题', { exact: true }).first().waitFor();
    expect(await page.locator('.page-file').textContent()).toBe('单份.xlsx');
    await page.getByRole('button', { name: '返回 4 份' }).click();
    expect(await page.locator('.jb-table').isVisible()).toBe(true);
    expect(bench.foreign).toEqual([]);
    expect(bench.complaints).toEqual([]);
  });
});
