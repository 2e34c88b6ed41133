/** Installing and taking away: one entry of publish.xml, one folder, nothing of anybody else. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { parse } from 'acorn';
import { ENTRY, PUBLISH_CASES } from './publish';

const SETUP = path.join(__dirname, '../../../packaging/wps/setup');
const read = (name: string): string => readFileSync(path.join(SETUP, name), 'utf8');
const MERGE = read('publish-merge.js');

type Merge = (text: string, name: string, entry: string | null) => string | null;
const merge = runInContext(`${MERGE}\nmergePublish`, createContext({})) as Merge;

/** What awk makes of it; null where it refuses. */
function byAwk(text: string, entry: string | null): string | null {
  const asked = spawnSync('awk', ['-v', 'name=jihe', '-v', `entry=${entry ?? ''}`, '-f', path.join(SETUP, 'publish-merge.awk'), '-'], {
    input: text,
    env: { ...process.env, LC_ALL: 'C' },
    encoding: 'utf8',
  });
  expect([asked.stderr, [0, 3]]).toEqual(['', expect.arrayContaining([asked.status])]);
  return asked.status === 0 ? asked.stdout : null;
}

describe.each(PUBLISH_CASES)('$title', ({ before, after, without }) => {
  test('with our entry', () => expect(merge(before, 'jihe', ENTRY)).toBe(after));
  test('without it', () => expect(merge(before, 'jihe', null)).toBe(without));
  test('awk does the same', () => expect([byAwk(before, ENTRY), byAwk(before, null)]).toEqual([after, without]));
  test('once more changes nothing', () => {
    if (after === null) return;
    expect([merge(after, 'jihe', ENTRY), byAwk(after, ENTRY)]).toEqual([after, after]);
  });
});

test('the scripts for Windows are ES3, as cscript wants them', () => {
  expect(() => parse(`${MERGE}\n${read('windows.js')}`, { ecmaVersion: 3, sourceType: 'script' })).not.toThrow();
});

const made: string[] = [];
afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** An unpacked package of this version in a folder whose name has blanks and Chinese in it. */
function unpacked(version: string): {
  readonly root: string;
  readonly jsaddons: string;
  readonly run: (script: string) => { status: number | null; out: string };
} {
  const root = mkdtempSync(path.join(tmpdir(), 'jihe 安装 '));
  made.push(root);
  const folder = path.join(root, `jihe_${version}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'ribbon.xml'), '<customUI/>');
  mkdirSync(path.join(root, 'setup'));
  for (const name of ['common.sh', 'publish-merge.awk']) cpSync(path.join(SETUP, name), path.join(root, 'setup', name));
  for (const name of ['install.sh', 'uninstall.sh']) cpSync(path.join(SETUP, name), path.join(root, name));
  const home = path.join(root, 'home');
  mkdirSync(home);
  return {
    root,
    jsaddons: path.join(home, '.local/share/Kingsoft/wps/jsaddons'),
    run: (script) => {
      const { status, stdout, stderr } = spawnSync('sh', [path.join(root, script)], {
        cwd: '/',
        env: { PATH: process.env['PATH'], HOME: home },
        encoding: 'utf8',
      });
      return { status, out: stdout + stderr };
    },
  };
}

test('install.sh on a machine that had nothing, then a newer one, then uninstall.sh', () => {
  const { root, jsaddons, run } = unpacked('0.1.0');
  expect(run('install.sh')).toMatchObject({ status: 0, out: expect.stringContaining('允许') });
  expect(readdirSync(jsaddons).sort()).toEqual(['jihe_0.1.0', 'publish.xml']);
  expect(readFileSync(path.join(jsaddons, 'publish.xml'), 'utf8')).toBe(PUBLISH_CASES[0]!.after);
  cpSync(path.join(root, 'jihe_0.1.0'), path.join(root, 'jihe_0.2.0'), { recursive: true });
  rmSync(path.join(root, 'jihe_0.1.0'), { recursive: true });
  expect(run('install.sh').status).toBe(0);
  expect(readFileSync(path.join(jsaddons, 'publish.xml'), 'utf8')).toContain('url="jihe_0.2.0"');
  expect(readFileSync(path.join(jsaddons, 'publish.xml'), 'utf8')).not.toContain('jihe_0.1.0');
  expect(existsSync(path.join(jsaddons, 'jihe_0.1.0'))).toBe(false);
  expect(run('uninstall.sh').status).toBe(0);
  expect(existsSync(path.join(jsaddons, 'jihe_0.2.0'))).toBe(false);
  expect(readFileSync(path.join(jsaddons, 'publish.xml'), 'utf8')).not.toContain('jihe');
});

test('install.sh leaves the add-ins of others and keeps a copy of the list', () => {
  const { jsaddons, run } = unpacked('0.1.0');
  const { before, after } = PUBLISH_CASES[4]!;
  mkdirSync(path.join(jsaddons, 'other_1.0.0'), { recursive: true });
  mkdirSync(path.join(jsaddons, 'jihe_notes'));
  writeFileSync(path.join(jsaddons, 'publish.xml'), before);
  expect(run('install.sh').status).toBe(0);
  expect(readFileSync(path.join(jsaddons, 'publish.xml'), 'utf8')).toBe(after);
  const names = readdirSync(jsaddons);
  expect(names).toEqual(expect.arrayContaining(['other_1.0.0', 'jihe_notes', 'jihe_0.1.0']));
  const backup = names.find((name) => name.endsWith('.jihe-backup'));
  expect(readFileSync(path.join(jsaddons, backup!), 'utf8')).toBe(before);
});

test('a list that is none is left as it is, and nothing is installed', () => {
  const { jsaddons, run } = unpacked('0.1.0');
  mkdirSync(jsaddons, { recursive: true });
  writeFileSync(path.join(jsaddons, 'publish.xml'), 'hello\n');
  expect(run('install.sh')).toMatchObject({ status: 1, out: expect.stringContaining('没有改动') });
  expect(readdirSync(jsaddons)).toEqual(['publish.xml']);
  expect(readFileSync(path.join(jsaddons, 'publish.xml'), 'utf8')).toBe('hello\n');
});

test('a package without its folder says so', () => {
  const { root, run } = unpacked('0.1.0');
  rmSync(path.join(root, 'jihe_0.1.0'), { recursive: true });
  expect(run('install.sh')).toMatchObject({ status: 1, out: expect.stringContaining('不完整') });
});
