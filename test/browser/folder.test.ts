/** 绩核_VERSION.zip: unpacked to a plain folder and opened without a server. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { legacyBytes } from '../support/legacy-bytes';
import { inBrowser, ROOT, until } from './support/browser';
import { builtWorkbench, openBench, withHelpers } from './support/workbench';

let unpacked = '';

async function unpack(): Promise<string> {
  await builtWorkbench();
  const release = path.join(ROOT, 'dist/release');
  const archive = readdirSync(release).find((name) => name.endsWith('.zip'))!;
  // A folder as people have them: Chinese, with a blank.
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'jihe-')), '我的 文件');
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(path.join(release, archive))))) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  unpacked = path.join(folder, archive.replace(/\.zip$/, ''));
  return folder;
}

inBrowser('the workbench in a folder', { folder: unpack }, (kit) => {
  it('opens by a double click: sample, audit in a worker, an old format, nothing asked of anybody', async () => {
    expect(readdirSync(unpacked).sort()).toEqual(['app', '使用说明.html', '打开绩核.html'].sort());
    const one = await openBench(kit, {
      address: pathToFileURL(path.join(unpacked, '打开绩核.html')).href,
      before: withHelpers,
      fonts: false,
    });
    const { page } = one;
    expect(await page.locator('.page-file').textContent()).toBe('部门整体自评_湛江2024.xlsx');
    await page.getByRole('button', { name: /我填的表/ }).click();
    await until(page, () => document.querySelector('.page-pane')?.textContent?.includes('自评分') === true, null, 'the first audit');
    await one.file('旧.xls', legacyBytes('biff8'));
    expect(await page.locator('.page-state').textContent()).toBe('只读');
    expect(one.complaints).toEqual([]);
    expect(one.foreign).toEqual([]);
  });

  it('comes with a page that says how', async () => {
    const { page, complaints } = await kit.open(pathToFileURL(path.join(unpacked, '使用说明.html')).href, { fonts: false });
    expect(await page.locator('body').textContent()).toContain('双击「打开绩核.html」');
    expect(await page.locator('body').textContent()).not.toContain('{{');
    expect(complaints).toEqual([]);
  });
});
