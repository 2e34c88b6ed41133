/** A large folder in shares: put together again, they are what one run would have given. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build, jihe, Place, ROOT, type Ran } from './program';

const sample = (name: string): Uint8Array => readFileSync(path.join(ROOT, 'samples', name));

let place: Place;
beforeAll(() => {
  build();
  place = new Place();
  place.put('材料/甲/附件2.xlsx', sample('项目自评_有误.xlsx'));
  place.put('材料/甲/附件3.xlsx', sample('项目自评_正确.xlsx'));
  place.put('材料/乙/附件2.xlsx', sample('部门整体自评_湛江2024.xlsx'));
  place.put('材料/乙/坏了.xlsx', 'PK\u0003\u0004 half a file');
  place.put('材料/佐证.xls', '<table><tr><td>发票</td><td>12</td></tr></table>');
  place.put('材料/说明.txt', '各单位报送材料');
  place.put('材料/~$附件2.xlsx', 'lock');
  for (const part of [1, 2, 3]) {
    const { status, stderr } = check('材料', part, 3);
    if (status === 2) throw new Error(stderr);
  }
});
afterAll(() => place.remove());

const run = (...args: readonly string[]): Ran => jihe(args, place.folder);
const check = (folder: string, part: number, of: number, out = `${part}.ndjson`): Ran =>
  run('check', folder, '--shard', `${part}/${of}`, '--format', 'ndjson', '--out', out, '--workers', '1');
const SHARES = ['3.ndjson', '1.ndjson', '2.ndjson'];

it.each(['text', 'json', 'ndjson'])('as %s: the same words, counts and exit status', (format) => {
  expect(run('merge', ...SHARES, '--format', format)).toEqual({
    ...run('check', '材料', '--format', format),
    // What to do next is said after an audit.
    stderr: expect.stringMatching(/^已审核 3 张评分表（3 个文件），无法读取 1 个，未识别 1 个，跳过非表格文件 2 个。\n$/),
  });
});

it('as a workbook: the same bytes', () => {
  run('merge', ...SHARES, '--format', 'xlsx', '--out', '合并.xlsx');
  run('check', '材料', '--format', 'xlsx', '--out', '一次.xlsx');
  expect(readFileSync(place.at('合并.xlsx')).equals(readFileSync(place.at('一次.xlsx')))).toBe(true);
});

it('a budget list: what has no counterpart is told of the whole, in the objects and beside them', () => {
  place.put(
    '执行.csv',
    '项目编码,项目名称,单位名称,全年预算数（万元）,全年执行数（万元）\n51000024T000001,别的项目,某局,10,10\n51000024T000002,又一个项目,某局,10,10\n',
  );
  const budget = ['--budget', '执行.csv'];
  for (const part of [1, 2]) {
    const out = ['--format', 'ndjson', '--out', `b${part}.ndjson`];
    const { stderr } = run('check', '材料', '--shard', `${part}/2`, ...out, ...budget);
    expect(stderr).toContain('没有评分表的项目在合并各份后列出。');
    expect(stderr).not.toContain('又一个项目');
  }
  const whole = run('check', '材料', '--format', 'json', ...budget);
  const merged = run('merge', 'b2.ndjson', 'b1.ndjson', '--format', 'json');
  expect(merged).toEqual(whole);
  expect(whole.stderr).toContain('没有评分表的项目 2 个');
  expect((JSON.parse(whole.stdout) as readonly unknown[]).at(-1)).toMatchObject({
    is: 'budget',
    file: '执行.csv',
    counts: { held: 0, withoutTable: 2 },
    withoutTable: [{ project: '别的项目', unit: '某局', code: '51000024T000001' }, { project: '又一个项目' }],
  });
  expect(run('merge', 'b1.ndjson', '2.ndjson').stderr).toContain('不是同一次审核的结果');
});

it('more shares than files: the empty ones are whole too', () => {
  place.put('一份/附件2.xlsx', sample('项目自评_正确.xlsx'));
  expect([check('一份', 1, 2, 'a.ndjson').status, check('一份', 2, 2, 'b.ndjson').status]).toEqual([0, 0]);
  expect(run('merge', 'b.ndjson', 'a.ndjson', '--format', 'json').stdout).toBe(run('check', '一份', '--format', 'json').stdout);
});

const whole = (name: string): string => readFileSync(place.at(name), 'utf8');

it.each<[string, (text: string) => string, string]>([
  ['not finished', (text) => text.slice(0, text.lastIndexOf('{')), '「坏.ndjson」没有写完，请重新审核这一份再合并。'],
  ['cut within a line', (text) => text.slice(0, -20), '「坏.ndjson」没有写完，请重新审核这一份再合并。'],
  ['empty', () => '', '「坏.ndjson」没有写完，请重新审核这一份再合并。'],
  ['of another run', (text) => text.replace('"files":', '"files":1'), '「1.ndjson」与「坏.ndjson」不是同一次审核的结果'],
  ['with a strange line', (text) => `{"contract":1}\n${text}`, '「坏.ndjson」第 1 行不是 jihe check --shard'],
  ['of a share that is there', () => whole('1.ndjson'), '「坏.ndjson」和「1.ndjson」都是第 1 份，请只写一个。'],
  ['with a place that is none of its own', (text) => text.replace(/"at":\d+/, '"at":99'), '不是同一次审核的结果'],
])('a share %s is refused with a sentence, and nothing is written', (_, spoil, said) => {
  place.put('坏.ndjson', spoil(whole('2.ndjson')));
  const { status, stdout, stderr } = run('merge', '坏.ndjson', '1.ndjson', '3.ndjson', '--format', 'json', '--out', '没有.json');
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(said);
  expect(() => whole('没有.json')).toThrow();
});

it('says which shares are lacking, and writes over no share', () => {
  expect(run('merge', '1.ndjson').stderr).toContain('共 3 份，缺第 2、3 份，没有合并。');
  expect(run('merge', '1.ndjson', '没有.ndjson').stderr).toContain('找不到「没有.ndjson」');
  expect(run('merge', ...SHARES, '--out', '2.ndjson', '--overwrite').status).toBe(2);
  expect(run('check', '材料', '--shard', '4/3').stderr).toContain('--shard 应写成「第几份/共几份」');
});

it('a share may be made again over the one before', () => {
  const before = whole('2.ndjson');
  expect(check('材料', 2, 3).status).not.toBe(2);
  expect(whole('2.ndjson')).toBe(before);
});
