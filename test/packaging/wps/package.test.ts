/** The archive as it is handed out: complete, classic scripts an old Chromium reads, nothing from anywhere else, and it installs. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { parse } from 'acorn';
import { unzipSync } from 'fflate';

const ROOT = path.join(__dirname, '../../..');
const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };
const ADDIN = `jihe_${version}`;
const DIST = path.join(ROOT, 'dist/wps');
const unpacked = mkdtempSync(path.join(tmpdir(), 'jihe 包 '));
let members: Readonly<Record<string, Uint8Array>> = {};

beforeAll(() => {
  const { status, stderr } = spawnSync(process.execPath, [path.join(ROOT, 'scripts/wps.mjs')], { encoding: 'utf8' });
  expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
  members = unzipSync(new Uint8Array(readFileSync(path.join(DIST, `jihe-wps_${version}.zip`))));
  for (const [name, bytes] of Object.entries(members)) {
    mkdirSync(path.dirname(path.join(unpacked, name)), { recursive: true });
    writeFileSync(path.join(unpacked, name), bytes);
  }
}, 900_000);

afterAll(() => rmSync(unpacked, { recursive: true, force: true }));

const text = (name: string): string => Buffer.from(members[name]!).toString('utf8');
const within = (folder: string): string[] => Object.keys(members).filter((name) => name.startsWith(`${folder}/`));

test('it holds the add-in, what installs it, and nothing of the machine that built it', () => {
  const top = new Set(Object.keys(members).map((name) => name.split('/')[0]));
  expect([...top].sort()).toEqual(['install.cmd', 'install.sh', ADDIN, 'setup', 'uninstall.cmd', 'uninstall.sh', '说明.txt'].sort());
  for (const name of ['index.html', 'main.js', 'ribbon.xml', 'manifest.xml', 'ui/taskpane.html', 'ui/taskpane.js', 'LICENSE']) {
    expect(Object.keys(members)).toContain(`${ADDIN}/${name}`);
  }
  for (const name of Object.keys(members)) expect([name, Buffer.from(members[name]!).includes(ROOT)]).toEqual([name, false]);
});

test('scripts are classic, in ES2018, and pages load only what lies beside them', () => {
  const scripts = within(ADDIN).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThanOrEqual(3);
  for (const name of scripts) expect([name, syntaxOf(text(name))]).toEqual([name, 'ES2018']);
  for (const name of scripts.filter((one) => one.endsWith('.text.js'))) {
    const self: { jiheScripts?: Record<string, string> } = {};
    runInContext(text(name), createContext({ self }));
    for (const inner of Object.values(self.jiheScripts!)) expect([name, syntaxOf(inner)]).toEqual([name, 'ES2018']);
  }
  for (const name of within(ADDIN).filter((one) => one.endsWith('.html'))) {
    expect([name, /type\s*=\s*["']?module|crossorigin|<base/i.test(text(name))]).toEqual([name, false]);
    const loaded = [...text(name).matchAll(/\s(?:src|href)=["']?([^"'\s>]+)/g)].map((found) => found[1]!);
    for (const address of loaded.filter((one) => one !== 'data:,')) {
      expect(within(ADDIN)).toContain(path.posix.join(path.posix.dirname(name), address));
    }
  }
  for (const name of within(ADDIN).filter((one) => one.endsWith('.css'))) expect(text(name)).not.toMatch(/@import|url\((?!["']?data:)/);
});

function syntaxOf(script: string): string {
  try {
    parse(script, { ecmaVersion: 2018, sourceType: 'script' });
    return 'ES2018';
  } catch (error) {
    return (error as Error).message;
  }
}

test('nothing is asked of a network', () => {
  const script = text(`${ADDIN}/ui/taskpane.js`);
  expect(script).not.toMatch(/\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts/);
});

test('the script for Windows is in the encoding its host reads', () => {
  const bytes = members['setup/setup.js']!;
  expect([bytes[0], bytes[1]]).toEqual([0xff, 0xfe]);
  const script = Buffer.from(bytes).toString('utf16le').slice(1);
  expect(script).toContain('function mergePublish');
  expect(script).toContain('绩核已卸载');
  expect(() => parse(script, { ecmaVersion: 3, sourceType: 'script' })).not.toThrow();
  for (const name of ['install.cmd', 'uninstall.cmd']) expect(text(name)).toMatch(/^@echo off\r\n[\x20-\x7e\r\n]*$/);
});

test('unpacked it installs: folder, url and name_version are one', () => {
  const home = path.join(unpacked, 'home');
  mkdirSync(home);
  const run = spawnSync('sh', [path.join(unpacked, 'install.sh')], { env: { PATH: process.env['PATH'], HOME: home }, encoding: 'utf8' });
  expect([run.status, run.stderr]).toEqual([0, '']);
  const jsaddons = path.join(home, '.local/share/Kingsoft/wps/jsaddons');
  expect(readdirSync(jsaddons).sort()).toEqual([ADDIN, 'publish.xml']);
  const entry = /<jsplugin name="([^"]*)" type="et" url="([^"]*)" version="([^"]*)"/.exec(
    readFileSync(path.join(jsaddons, 'publish.xml'), 'utf8'),
  )!;
  expect([entry[2], `${entry[1]}_${entry[3]}`]).toEqual([ADDIN, ADDIN]);
  expect(readdirSync(path.join(jsaddons, ADDIN)).sort()).toEqual([
    'LICENSE',
    'images',
    'index.html',
    'main.js',
    'manifest.xml',
    'ribbon.xml',
    'ui',
  ]);
});
