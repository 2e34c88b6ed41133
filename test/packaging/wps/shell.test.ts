/** The add-in's own page: what WPS finds in it, and what its buttons do. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { parse } from 'acorn';
import { collapsePane, COMMAND_KEY, PANE_KEY, watchCommands, type ShellApp } from '../../../src/hosts/wps/pane-shell';
import { bookOf, sheetOf } from '../../support/sheets';
import { FakeWps } from '../../support/wps/fake-wps';
import type { Modes } from '../../support/wps/modes';

const ADDIN = path.join(__dirname, '../../../packaging/wps/addin');
const read = (name: string): string => readFileSync(path.join(ADDIN, name), 'utf8');

interface Shell {
  readonly OnAddinLoad: (ribbon: unknown) => unknown;
  readonly OnAction: (control: { readonly Id: string }) => unknown;
  readonly GetImage: (control: { readonly Id: string }) => string;
  readonly [name: string]: unknown;
}

function shell(modes: Partial<Modes> = {}): { readonly wps: FakeWps; readonly app: ShellApp; readonly page: Shell } {
  const wps = new FakeWps(bookOf(sheetOf('评分表', [['x']])), modes);
  const window: Record<string, unknown> = {
    Application: wps.app,
    location: { href: 'file:///C:/Users/%E7%94%A8%E6%88%B7/jsaddons/jihe_0.1.0/index.html?a=1' },
    decodeURI,
  };
  window['window'] = window;
  runInContext(read('main.js'), createContext(window));
  return { wps, app: wps.app as unknown as ShellApp, page: window as unknown as Shell };
}

const ribbon = read('ribbon.xml');
const attributes = (name: string): string[] => [...ribbon.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map((found) => found[1]!);

test('the ribbon begins as WPS wants it, and its callbacks are plain functions of the page', () => {
  expect(ribbon.startsWith('<customUI')).toBe(true);
  const { page } = shell();
  const callbacks = [...attributes('onLoad'), ...attributes('onAction'), ...attributes('getImage')];
  expect(new Set(callbacks)).toEqual(new Set(['OnAddinLoad', 'OnAction', 'GetImage']));
  for (const name of callbacks) {
    expect(typeof page[name]).toBe('function');
    expect(String(page[name])).toMatch(/^function /);
  }
  for (const Id of attributes('id').filter((id) => ribbon.includes(`<button id="${id}"`)))
    expect(readdirSync(ADDIN)).toContain(page.GetImage({ Id }).split('/')[0]);
  const images = readdirSync(path.join(ADDIN, 'images'));
  for (const Id of ['jiheAudit', 'jiheRecalc', 'jiheMark', 'jihePane'])
    expect(images).toContain(page.GetImage({ Id }).replace('images/', ''));
});

test('the page is plain ES5, loads one classic script, and the manifest names the add-in', () => {
  expect(() => parse(read('main.js'), { ecmaVersion: 5, sourceType: 'script' })).not.toThrow();
  expect(read('index.html')).toContain('<script src="main.js"></script>');
  expect(read('manifest.xml')).toMatch(/^<JsPlugin>[\s\S]*<Name>jihe<\/Name>/);
  for (const name of ['index.html', 'main.js', 'manifest.xml', ...readdirSync(path.join(ADDIN, 'images')).map((one) => `images/${one}`)]) {
    expect([name, /https?:\/\/(?!www\.w3\.org\/2000\/svg|schemas\.microsoft\.com)/.test(read(name))]).toEqual([name, false]);
  }
});

test.each<[string, Partial<Modes>]>([
  ['as it should be', {}],
  ['storage gives texts', { storage: 'strings' }],
])('the pane is opened once and toggled: %s', (_, modes) => {
  const { wps, page } = shell(modes);
  expect(page.OnAddinLoad({})).toBe(true);
  expect(page.OnAction({ Id: 'jihePane' })).toBe(true);
  expect(wps.world.panes.map((pane) => [pane.url, pane.Visible])).toEqual([
    ['file:///C:/Users/用户/jsaddons/jihe_0.1.0/ui/taskpane.html', true],
  ]);
  page.OnAction({ Id: 'jihePane' });
  expect(wps.world.panes.map((pane) => pane.Visible)).toEqual([false]);
  page.OnAction({ Id: 'jiheAudit' });
  expect(wps.world.panes.map((pane) => pane.Visible)).toEqual([true]);
  expect(wps.world.pluginStorage.get(PANE_KEY)).toBe(1);
});

test('a pane of a window that is closed is made anew', () => {
  const { wps, page } = shell({ panes: 'stale' });
  page.OnAction({ Id: 'jihePane' });
  page.OnAction({ Id: 'jihePane' });
  expect(wps.world.panes.map((pane) => pane.Visible)).toEqual([true, true]);
});

test('commands reach the pane once; 收起 takes it away', async () => {
  const { wps, app, page } = shell({ storage: 'strings' });
  const heard: string[] = [];
  const end = watchCommands(app, (command) => heard.push(command));
  page.OnAction({ Id: 'jiheRecalc' });
  await new Promise((resolve) => setTimeout(resolve, 700));
  wps.world.pluginStorage.set(COMMAND_KEY, `audit ${Date.now() - 60_000}`);
  await new Promise((resolve) => setTimeout(resolve, 400));
  end();
  expect(heard).toEqual(['recalc']);
  expect(collapsePane(app)).toBe(true);
  expect(wps.world.panes[0]!.Visible).toBe(false);
  expect(collapsePane(shell().app)).toBe(false);
});
