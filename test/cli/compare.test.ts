import { readFileSync } from 'node:fs';
import { Workbook } from 'exceljs';
import sheet from '../../src/checks/example-sheet.json';
import type { ComparisonJson } from '../../src/receipt';
import { build, jihe, Place, type Ran } from './program';

let place: Place;
/** The example's sheet with some cells changed, under a name of its own. */
async function form(cells: Readonly<Record<string, string | number>> = {}, name = '评分表'): Promise<Uint8Array> {
  const book = new Workbook();
  const page = book.addWorksheet(name);
  for (const row of sheet) page.addRow(row);
  for (const [at, value] of Object.entries(cells)) page.getCell(at).value = value;
  return new Uint8Array(await book.xlsx.writeBuffer());
}

beforeAll(() => {
  build();
});
beforeEach(() => {
  place = new Place();
});
afterEach(() => {
  place.remove();
});

const compare = (...args: readonly string[]): Ran => jihe(['compare', ...args], place.folder);

it('tells what was corrected and every changed cell, on the screen, as JSON and as a workbook', async () => {
  place.put('一稿.xlsx', await form({ H13: '客观原因' }));
  place.put('二稿.xlsx', await form({ H13: '制度修订列入2025年2月局务会议题' }, '重报'));
  const { stdout, status } = compare('一稿.xlsx', '二稿.xlsx');
  expect(status).toBe(0);
  expect(stdout).toContain('修改情况核对：一稿.xlsx → 二稿.xlsx');
  expect(stdout).toContain('上次的问题 1 项：已更正 1；新增 0 项');
  expect(stdout).toContain('原因说明 H13：客观原因 → 制度修订列入2025年2月局务会议题。原因说明改写了');
  expect(compare('一稿.xlsx', '二稿.xlsx', '--format', 'xlsx', '--out', '比对.xlsx').status).toBe(0);
  const book = new Workbook();
  await book.xlsx.load(readFileSync(place.at('比对.xlsx')) as never);
  expect(book.worksheets.map(({ name }) => name)).toEqual(['比对', '问题办理', '改动']);
});

it('tells whether what was made public agrees', async () => {
  place.put('报送.xlsx', await form());
  place.put('公开.xlsx', await form({ G13: 1 }));
  expect(compare('报送.xlsx', '报送.xlsx', '--as', 'published').stdout).toContain('公开的与报送的一致。');
  const { stdout, status } = compare('报送.xlsx', '公开.xlsx', '--as', 'published');
  expect([status, stdout.includes('公开的少12分')]).toEqual([1, true]);
});

it('matches the files of two folders by name, else by the unit inside, and names what is left', async () => {
  place.put('一稿/甲.xlsx', await form());
  place.put('一稿/旧名.xlsx', await form({ B2: '乙单位' }));
  place.put('一稿/佐证.xlsx', await form({ A1: '无' }).then(() => blank()));
  place.put('一稿/报告.docx', new Uint8Array([80, 75, 3, 4]));
  place.put('二稿/甲.xlsx', await form({ H13: '补充说明' }));
  place.put('二稿/下级/新名.xlsx', await form({ B2: '乙单位' }));
  place.put('二稿/丙.xlsx', await form({ B2: '丙单位' }));
  const { stdout, stderr } = compare('一稿', '二稿', '--format', 'json');
  const all = JSON.parse(stdout) as readonly ComparisonJson[];
  expect(all.map(({ before, after, status }) => [before, after, status])).toEqual([
    ['一稿/甲.xlsx', '二稿/甲.xlsx', 'ok'],
    ['一稿/旧名.xlsx', '二稿/下级/新名.xlsx', 'ok'],
    [null, '二稿/丙.xlsx', 'unmatched'],
  ]);
  expect(stderr).toContain('已比对 2 对文件，只在一边有的 1 个。');
});

it('two submissions: what became of what was sent back, by unit; whose a file is counts before what it is called', async () => {
  place.put('一轮/01/附件2.xlsx', await form({ H13: '客观原因', B2: '清河县教育局' }));
  place.put('一轮/02/附件2.xlsx', await form({ H13: '客观原因', B2: '清河县民政局' }));
  place.put('一轮/03/附件2.xlsx', await form({ H13: '客观原因', B2: '清河县水利局' }));
  place.put('一轮/04/附件2.xlsx', await form({ B2: '清河县林业局' }));
  // The folders were numbered anew.
  place.put('二轮/01/附件2.xlsx', await form({ H13: '制度修订列入2025年2月局务会议题', B2: '县民政局' }));
  place.put('二轮/02/附件2.xlsx', await form({ H13: '客观原因', G15: 99, B2: '清河县教育局' }));
  const line = '反馈 3 家：已重报 2（改完 1，仍有问题 1），未重报 1；新增问题 1 家。';
  const { stdout, stderr, status } = compare('一轮', '二轮');
  expect([status, stderr.includes(line)]).toEqual([1, true]);
  const block = stdout.slice(stdout.indexOf('重报情况：'));
  expect(block.split('\n').slice(0, 5)).toEqual([
    `重报情况：${line}`,
    '  仍有问题 1',
    '     1. 清河县教育局：上次 1 项，仍存在 1',
    '  未重报 1',
    '     1. 清河县水利局：上次 1 项',
  ]);
  expect(block).toContain('新增问题 1\n     1. 清河县教育局：二轮/02/附件2.xlsx「评分表」G15');
  const objects = JSON.parse(compare('一轮', '二轮', '--as', 'resubmitted', '--format', 'json').stdout) as readonly { is: string }[];
  expect(objects.map(({ is }) => is)).toEqual(['comparison', 'comparison', 'comparison', 'comparison', 'round']);
  compare('一轮', '二轮', '--format', 'xlsx', '--out', '比对.xlsx');
  const book = new Workbook();
  await book.xlsx.load(readFileSync(place.at('比对.xlsx')) as never);
  expect([book.worksheets[0]!.name, book.worksheets[0]!.getCell('A2').value]).toEqual(['重报情况', line]);
});

async function blank(): Promise<Uint8Array> {
  const book = new Workbook();
  book.addWorksheet('清单').addRow(['序号', '材料名称']);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

it('holds a folder of sheets against one list of approved goals, and names what has no counterpart', async () => {
  const goals = new Workbook();
  const page = goals.addWorksheet('批复');
  page.addRow(['预算单位', '项目名称', '一级指标', '二级指标', '三级指标', '指标值']);
  page.addRow(['某某局', '培训', '产出', '数量', '培训人次', '≥240人次']);
  page.addRow(['某某局', '培训', '产出', '质量', '验收合格率', '≥95%']);
  page.addRow(['某某局', '修路', '产出', '数量', '里程', '≥3公里']);
  place.put('批复.xlsx', new Uint8Array(await goals.xlsx.writeBuffer()));
  place.put('自评/甲.xlsx', await form({ A3: '项目名称', B3: '培训' }));
  place.put('自评/乙.xlsx', await form({ B2: '乙单位' }));
  const { stdout, stderr, status } = compare('批复.xlsx', '自评', '--as', 'target');
  expect(status).toBe(0);
  expect(stdout).toContain('批复目标核对：批复.xlsx → 自评/甲.xlsx');
  expect(stdout).toContain('D9 「培训人次」：指标值由批复的≥240人次改为≥200人次，请提供目标调整批复');
  expect(stdout).toContain('项目「修路」（某某局）：批复了绩效目标，没有找到自评表。');
  expect(stdout).toContain('「乙单位」：没有找到这个项目批复的绩效目标。');
  expect(stderr).toContain('已比对 1 对文件，只在一边有的 2 个。');
  const { tables } = (JSON.parse(compare('批复.xlsx', '自评', '--as', 'target', '--format', 'json').stdout) as ComparisonJson[])[0]!;
  expect(tables[0]!.rows[0]).toMatchObject({ indicator: '培训人次', state: 'changed', severity: 'advisory' });
});

it('holds the amounts of a folder of sheets against an export of the budget system', async () => {
  const list = new Workbook();
  const page = list.addWorksheet('执行');
  page.addRow(['单位：元']);
  page.addRow(['项目名称', '全年预算数', '执行数']);
  page.addRow(['培训', 1000000, 960000]);
  page.addRow(['修路', 1, 1]);
  place.put('送审/执行.xlsx', new Uint8Array(await list.xlsx.writeBuffer()));
  place.put('送审/甲.xlsx', await form({ A3: '项目名称', B3: '培训' }));
  place.put('送审/乙.xlsx', await form({ B2: '乙单位' }));
  const { stdout, stderr } = jihe(['check', '送审', '--budget', '送审/执行.xlsx'], place.folder);
  expect(stdout).toContain('全年执行数（E5）为100，「执行.xlsx」中该项目的执行数（执行!C3）为960000元');
  expect(stderr.split('\n').slice(0, 5)).toEqual([
    '与「执行.xlsx」核对预算数、执行数：对应 1 张评分表，没有对应项目的 1 张，没有评分表的项目 1 个。',
    '没有核对的评分表（「执行.xlsx」中没有这个项目，或同名的不止一个）：',
    '  送审/乙.xlsx：乙单位',
    '「执行.xlsx」中没有评分表的项目：',
    '  修路',
  ]);
  const { status, stderr: refused } = jihe(['check', '送审', '--budget', '送审/甲.xlsx'], place.folder);
  expect([status, refused.includes('没有找到预算执行表')]).toEqual([2, true]);
});

it('refuses with a sentence what cannot be compared', async () => {
  place.put('甲.xlsx', await form());
  place.put('清单.xlsx', await blank());
  place.put('夹/甲.xlsx', await form());
  for (const [args, said] of [
    [['甲.xlsx', '夹'], '「甲.xlsx」是文件，「夹」是文件夹，不能比对'],
    [['甲.xlsx', '清单.xlsx'], '「清单.xlsx」：没有找到评分表，不能比对'],
    [['甲.xlsx', '甲.xlsx', '--out', '甲.xlsx'], '--out 指向送审文件'],
  ] as const) {
    const { status, stderr } = compare(...args);
    expect([args, status, stderr.includes(said) ? said : stderr]).toEqual([args, 2, said]);
  }
});
