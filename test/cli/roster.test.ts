/** `check --roster` as users run it; what belongs to whom is in test/roster. */
import { readFileSync } from 'node:fs';
import { Workbook } from 'exceljs';
import type { RosterJson } from '../../src/receipt';
import { countyOf, handedIn, listFile, plainWorkbook } from '../support/county';
import { inWholeRuns } from '../support/whole-run';
import { build, jihe, Place, type Ran } from './program';

let place: Place;
beforeAll(build);
beforeEach(() => {
  place = new Place();
});
afterEach(() => {
  place.remove();
});

const check = (...args: readonly string[]): Ran => jihe(['check', ...args], place.folder);

function puts(size: number): void {
  const county = countyOf({ units: size });
  for (const { path, bytes } of handedIn(county)) place.put(`送审/${path}`, bytes);
  place.put('送审/应报名单.xlsx', listFile(county).bytes);
}

/** The county of the issue takes some ten seconds. */
const COUNTIES: readonly (readonly [number, string])[] = [
  [20, '应报 20 个项目，已报 18，未报 2；缺数据表 2，缺报告 2，重复报送 2，未能对应 2。'],
  ...inWholeRuns([320, '应报 320 个项目，已报 312，未报 8；缺数据表 5，缺报告 11，重复报送 3，未能对应 2。'] as const),
];

it.each(COUNTIES)('a county of %i: one more object, and nothing else is other than without the list', (size, line) => {
  puts(size);
  const args = ['送审', '--reports', '--format', 'ndjson'];
  const without = check(...args);
  const { stdout, stderr, status } = check(...args, '--roster', '送审/应报名单.xlsx');
  const objects = stdout.trimEnd().split('\n');
  const plain = without.stdout.trimEnd().split('\n');
  // The list itself is no file to be audited.
  expect(objects.slice(0, -1)).toEqual(plain.filter((one) => !one.includes('应报名单.xlsx')));
  expect([status, stderr.includes(line) ? line : stderr]).toEqual([without.status, line]);
  const roster = JSON.parse(objects.at(-1)!) as RosterJson;
  expect([roster.is, roster.file, roster.entries.length, roster.unassigned.length]).toEqual(['roster', '送审/应报名单.xlsx', size, 2]);
  expect(roster.reminder).toContain('未报送');
});

it('as text, as JSON and as sheets of the summary', async () => {
  puts(20);
  place.put('名单.csv', '单位名称,归口科室\n县教育局,教科文科\n县科技局,教科文科\n');
  const { stdout } = check('送审', '--roster', '名单.csv');
  const block = stdout.slice(stdout.indexOf('应报名单：'));
  expect(block).toContain('应报名单：名单.csv\n  应报 2 家，已报 1，未报 1；');
  expect(block).toContain('未报 1\n     1. 县科技局（教科文科）');
  expect(block).toContain('没有核对自评报告，没有统计缺报告；加上 --reports 即可统计。');
  const all = JSON.parse(check('送审', '--format', 'json', '--roster', '名单.csv').stdout) as readonly { readonly is?: string }[];
  expect(all.at(-1)!.is).toBe('roster');
  expect(check('送审', '--format', 'xlsx', '--out', '汇总.xlsx', '--roster', '名单.csv').status).not.toBe(2);
  const book = new Workbook();
  await book.xlsx.load(readFileSync(place.at('汇总.xlsx')) as never);
  expect(book.worksheets.map(({ name }) => name).slice(-2)).toEqual(['报送情况', '未能对应']);
  expect(book.getWorksheet('报送情况')!.getCell('A2').value).toContain('应报 2 家，已报 1，未报 1');
});

it('refuses with a sentence what cannot be a list', () => {
  place.put(
    'a.xlsx',
    plainWorkbook([
      {
        name: '清单',
        rows: [
          ['序号', '材料'],
          [1, '合同'],
        ],
      },
    ]),
  );
  for (const [args, said] of [
    [['a.xlsx', '--roster', '没有.xlsx'], '没有找到名单「没有.xlsx」。'],
    [['a.xlsx', '--roster', '.'], '--roster 要写一个名单文件'],
    [['a.xlsx', '--roster', 'a.xlsx'], '名单「a.xlsx」：没有找到「单位名称」或「项目名称」这一列'],
    [['a.xlsx', '--roster', 'a.xlsx', '--shard', '1/2'], '--shard 和 --roster 不能同用'],
  ] as const) {
    const { status, stderr } = check(...args);
    expect([status, stderr.includes(said) ? said : stderr]).toEqual([2, said]);
  }
});
