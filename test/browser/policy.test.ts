/** Each directive of the content security policy stops what it is there for. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import policy from '../../scripts/web/policy.json';
import { inBrowser, until } from './support/browser';

const PAGE = `<!doctype html><html lang="zh-CN"><head><title>页</title><link rel="icon" href="data:,"></head><body><main><h1>页</h1><script src="watch.js"></script></main></body></html>`;
/** The page keeps the directive of every violation. */
const WATCH = `window.stopped = []; document.addEventListener('securitypolicyviolation', (event) => window.stopped.push(event.effectiveDirective));`;

type Watching = Window & { stopped: string[] };

/** What is tried under each directive, run inside the page. Text of a workbook that became markup could do no more than this. */
const TRIED: Readonly<Record<keyof typeof policy, () => void>> = {
  'default-src': () => {
    document.body.append(Object.assign(document.createElement('video'), { src: 'https://example.invalid/a.mp4' }));
  },
  'script-src': () => {
    document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.obeyed = true' }));
  },
  'style-src': () => {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: 'https://example.invalid/a.css' }));
  },
  'img-src': () => {
    document.body.append(Object.assign(document.createElement('img'), { src: 'https://example.invalid/a.png', alt: '' }));
  },
  'font-src': () => {
    const style = document.createElement('style');
    style.textContent = "@font-face { font-family: x; src: url('https://example.invalid/a.woff2'); } h1 { font-family: x; }";
    document.head.append(style);
  },
  'worker-src': () => {
    // Of another origin none would start anyway.
    new Worker('data:text/javascript,');
  },
  'connect-src': () => {
    fetch('https://example.invalid/').catch(() => undefined);
  },
  'object-src': () => {
    document.body.append(Object.assign(document.createElement('object'), { data: '/other.html', type: 'text/html' }));
  },
  'base-uri': () => {
    document.head.append(Object.assign(document.createElement('base'), { href: 'https://example.invalid/' }));
  },
  'form-action': () => {
    const form = Object.assign(document.createElement('form'), { action: 'https://example.invalid/', method: 'post' });
    document.body.append(form);
    form.submit();
  },
};

/** Directives under which a violation is reported where it is a finer one. */
const FINER: Readonly<Record<string, string>> = {
  'script-src': 'script-src-elem',
  'style-src': 'style-src-elem',
  'default-src': 'media-src',
};

function folder(): Promise<string> {
  const made = mkdtempSync(path.join(tmpdir(), 'jihe-policy-'));
  writeFileSync(path.join(made, 'page.html'), PAGE);
  writeFileSync(path.join(made, 'watch.js'), WATCH);
  return Promise.resolve(made);
}

inBrowser('the content security policy', { folder }, (kit) => {
  test.each(Object.keys(policy) as (keyof typeof policy)[])('%s', async (directive) => {
    const { page, foreign } = await kit.open('page.html', { fonts: false });
    await page.evaluate(TRIED[directive]);
    await until(page, (wanted) => (window as unknown as Watching).stopped.includes(wanted), FINER[directive] ?? directive);
    expect(await page.evaluate(() => 'obeyed' in window)).toBe(false);
    // Where a browser lists what it stopped as a request, nothing was answered.
    expect(foreign.every((url) => url.startsWith('https://example.invalid/'))).toBe(true);
  });
});
