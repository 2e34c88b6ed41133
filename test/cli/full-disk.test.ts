/** A disk that is full says so in Chinese, from every command and on every way out; nothing half-written stays. */
import { closeSync, existsSync, openSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build, Place, PROGRAM, ROOT } from './program';

const FULL = '/dev/full';
const SAMPLE = path.join(ROOT, 'samples/项目自评_有误.xlsx');
const place = new Place();

beforeAll(build);
afterAll(() => place.remove());

/** The program with its standard output on a device that is always full. */
function intoTheFull(args: readonly string[]): { status: number | null; stderr: string } {
  const full = openSync(FULL, 'w');
  try {
    const { status, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
      cwd: place.folder,
      env: { ...process.env, INIT_CWD: '' },
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    return { status, stderr };
  } finally {
    closeSync(full);
  }
}

const here = existsSync(FULL) ? test : test.skip;

const COMMANDS: readonly (readonly string[])[] = [
  ['check', SAMPLE],
  ['check', SAMPLE, '--format', 'json'],
  ['recalc', SAMPLE, '--out', 'a.xlsx'],
  ['narrative', SAMPLE],
  ['standards'],
  ['explain'],
  ['--help'],
];

here.each(COMMANDS.map((args) => [args.map((arg) => path.basename(arg)).join(' '), args] as const))('%s', (_, args) => {
  const { status, stderr } = intoTheFull(args);
  expect(status).toBe(2);
  expect(stderr.split('\n').filter((line) => line.includes('磁盘空间不足'))).toEqual(['结果没有写完：磁盘空间不足。']);
  expect(stderr).not.toMatch(/ENOSPC|at \w+ \(/);
});
