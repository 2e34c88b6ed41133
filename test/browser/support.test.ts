import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CSP } from '../../scripts/web/static-server.cjs';
import { axe, inBrowser, shot, until } from './support/browser';

/** A page that does what ours must not. */
const BAD = `<!doctype html><html lang="zh-CN"><head><title>坏页</title><link rel="icon" href="data:,"></head><body><main><h1>坏页</h1>
<img src="https://example.invalid/a.png"><script src="bad.js"></script></main></body></html>`;
const GOOD = `<!doctype html><html lang="zh-CN" style="font-family: 'Segoe UI', 'Microsoft YaHei'"><head><title>好页</title><link rel="icon" href="data:,"></head><body><main><h1>绩效自评</h1>
<p id="said"></p><script src="good.js"></script></main></body></html>`;

async function folder(): Promise<string> {
  const made = mkdtempSync(path.join(tmpdir(), 'jihe-pages-'));
  writeFileSync(path.join(made, 'bad.html'), BAD);
  writeFileSync(
    path.join(made, 'bad.js'),
    "console.error('oh'); fetch('https://example.invalid/').catch(() => undefined); throw new Error('thrown');",
  );
  writeFileSync(path.join(made, 'good.html'), GOOD);
  writeFileSync(path.join(made, 'good.js'), "setTimeout(() => { document.getElementById('said').textContent = '好'; }, 50);");
  writeFileSync(path.join(made, '.hidden'), 'secret');
  return made;
}

inBrowser('the support of the browser tests', { folder }, (kit) => {
  it('sees console errors, exceptions, foreign requests and what axe finds', async () => {
    const { page, complaints, foreign } = await kit.open('bad.html');
    await until(page, () => true, null);
    expect(complaints).toContain('error: oh');
    expect(complaints).toContain('exception: thrown');
    // The policy stops them before they leave, and says so on the console.
    expect(complaints.filter((one) => one.includes('Content Security Policy')).length).toBeGreaterThanOrEqual(2);
    expect(foreign.every((url) => url.startsWith('https://example.invalid/'))).toBe(true);
    expect((await axe(page)).some((one) => one.startsWith('image-alt'))).toBe(true);
  });

  it('a good page gives nothing to complain of, in Chinese type', async () => {
    const { page, complaints, foreign } = await kit.open('good.html');
    await until(page, () => document.getElementById('said')?.textContent === '好', null);
    expect(await axe(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(foreign).toEqual([]);
    expect(await shot(page, 'support')).toMatch(/support\.png$/);
    expect(await page.evaluate(() => document.fonts.check('16px "Segoe UI"', '绩效'))).toBe(true);
  });

  it('serves the folder with the policy, and neither hidden files nor what lies outside', async () => {
    const page = await fetch(`${kit.origin()}/good.html`);
    expect(page.headers.get('content-security-policy')).toBe(CSP);
    for (const address of ['/.hidden', '/../package.json', '/%2e%2e/package.json', '/nothing.html', '/%00']) {
      expect((await fetch(kit.origin() + address)).status).toBe(404);
    }
    expect((await fetch(`${kit.origin()}/good.html`, { method: 'POST' })).status).toBe(405);
  });
});
