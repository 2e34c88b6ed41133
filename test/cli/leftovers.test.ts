/** What is at a place where a result shall go, and what a run leaves that ends early. */
import { once } from 'node:events';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, jihe, Place, ROOT, start } from './program';

const SAMPLE = '项目自评_有误.xlsx';
const sample = readFileSync(path.join(ROOT, 'samples', SAMPLE));
let place: Place;

beforeAll(build);
beforeEach(() => {
  place = new Place();
  place.put('表.xlsx', sample);
});
afterEach(() => {
  place.remove();
});

const text = (name: string): string => readFileSync(place.at(name), 'utf8');
const check = (...args: string[]) => jihe(['check', '表.xlsx', '--quiet', ...args], place.folder);

describe('a file that stands where a result shall go', () => {
  const refused = (out: string): string =>
    `「${out}」已经存在，它不是本程序写出的结果，或者写出后又改动过，没有覆盖；请换一个文件名，确要替换请加 --overwrite。\n`;

  test.each([
    ['text', '意见.txt'],
    ['json', '结果.json'],
    ['ndjson', '结果.ndjson'],
    ['xlsx', '汇总.xlsx'],
  ])('of somebody else is kept (%s); a former result is replaced', (format, out) => {
    place.put(out, '张三的笔记');
    const { status, stderr } = check('--format', format, '--out', out);
    expect([status, stderr]).toEqual([2, refused(out)]);
    expect(text(out)).toBe('张三的笔记');

    expect(check('--format', format, '--out', out, '--overwrite').status).toBe(1);
    expect(text(out)).not.toContain('张三');
    expect(check('--format', format, '--out', out).status).toBe(1);
  });

  test('an empty file is nobody’s', () => {
    place.put('结果.json', '');
    expect(check('--format', 'json', '--out', '结果.json').status).toBe(1);
  });

  test('a workbook of others is kept by recalc too, and a file handed in even with --overwrite', () => {
    place.put('另一张.xlsx', readFileSync(path.join(ROOT, 'samples', '项目自评_正确.xlsx')));
    const recalc = (...args: string[]) => jihe(['recalc', '表.xlsx', ...args], place.folder);
    expect(recalc('--out', '另一张.xlsx')).toMatchObject({ status: 2, stderr: refused('另一张.xlsx') });
    expect(recalc('--out', '表.xlsx', '--overwrite').status).toBe(2);
    expect(readFileSync(place.at('表.xlsx')).equals(sample)).toBe(true);
    expect(recalc('--out', '新.xlsx').status).toBe(0);
    expect(recalc('--out', '新.xlsx').status).toBe(0);
    expect(recalc('--out', '另一张.xlsx', '--overwrite').status).toBe(0);
  });
});

describe('half-written files', () => {
  const left = (): string[] => readdirSync(place.folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tmp'));

  test('of runs that are no longer alive are swept, others’ files are not', () => {
    // No process has this number: it is above every system's highest.
    for (const name of ['.jihe-99999999-0.tmp', '副本/.jihe-99999999-3.tmp', '副本/.jihe-甲.tmp', '副本/我的.tmp']) place.put(name, '半');
    check('--annotate', '副本', '--out', '结果.txt');
    expect(left().sort()).toEqual(['副本/.jihe-甲.tmp', '副本/我的.tmp'].sort());
  });

  test.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
    ['SIGHUP', 129],
  ] as const)('of a run ended by %s are gone, and what is there is whole', async (signal, status) => {
    for (let index = 0; index < 30; index++) writeFileSync(place.at(`表${index}.xlsx`), sample);
    const run = start(['check', '.', '--annotate', '副本', '--format', 'ndjson', '--out', '结果.ndjson'], place.folder);
    const gone = once(run, 'exit');
    const until = Date.now() + 60_000;
    const copies = (): string[] => {
      try {
        return readdirSync(place.at('副本'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xlsx'));
      } catch {
        return [];
      }
    };
    while (copies().length === 0 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 5));
    run.kill(signal);
    expect((await gone)[0]).toBe(status);
    expect(left()).toEqual([]);
    expect(readdirSync(place.folder)).not.toContain('结果.ndjson');
    for (const name of copies()) expect(jihe(['check', `副本/${name}`, '--quiet'], place.folder).stderr).not.toContain('无法读取');
  });
});
