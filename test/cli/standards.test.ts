/** --standard, --template and `jihe standards`, as users run them. */
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { EntryJson, TableJson } from '../../src/receipt/types';
import ExcelJS from 'exceljs';
import { Place, ROOT, build, jihe } from './program';

const SAMPLES = path.join(ROOT, 'samples');
let place: Place;

beforeAll(build);
beforeEach(() => {
  place = new Place();
});
afterEach(() => {
  place.remove();
});

const tables = (stdout: string): TableJson[] => (JSON.parse(stdout) as EntryJson[]).filter((one): one is TableJson => one.status === 'ok');
const changed = (table: TableJson): string[] =>
  table.findings.filter((one) => one.code === 'template-changed').map((one) => `${one.severity} ${one.cell.address}`);

/** The blank form of the project sample. */
async function blankForm(): Promise<void> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path.join(SAMPLES, '项目自评_正确.xlsx'));
  const sheet = book.worksheets[0]!;
  for (const address of ['C3', 'C4', 'H4', 'B11', 'F11', 'I25']) sheet.getCell(address).value = null;
  for (let row = 6; row <= 9; row += 1) for (const column of 'DEF') sheet.getCell(`${column}${row}`).value = null;
  for (let row = 13; row <= 24; row += 1) for (const column of 'FHI') sheet.getCell(`${column}${row}`).value = null;
  mkdirSync(place.at('送审'), { recursive: true });
  await book.xlsx.writeFile(place.at('送审', '空白表.xlsx'));
}

describe('--template', () => {
  it('serves the whole folder, is not audited itself, and gives the same with one worker and with three', async () => {
    await blankForm();
    copyFileSync(path.join(SAMPLES, '项目自评_正确.xlsx'), place.at('送审', '甲.xlsx'));
    copyFileSync(path.join(SAMPLES, '项目自评_有误.xlsx'), place.at('送审', '乙.xlsx'));
    const run = (workers: string) =>
      jihe(['check', '送审', '--template', '送审/空白表.xlsx', '--format', 'json', '--workers', workers], place.folder);
    const one = run('1');
    expect(run('3').stdout).toBe(one.stdout);
    const found = tables(one.stdout);
    expect(found.map((table) => [table.file, table.standard?.status, table.standard?.how, changed(table)])).toEqual([
      ['送审/乙.xlsx', 'template', 'from-template', ['mandatory H6', 'mandatory I6', 'mandatory H25', 'advisory E19']],
      ['送审/甲.xlsx', 'template', 'from-template', []],
    ]);
  });

  it('says what is wrong with a form that cannot be used', () => {
    place.put('说明.txt', '见附件');
    expect(jihe(['check', SAMPLES, '--template', '没有.xlsx'], place.folder)).toMatchObject({
      status: 2,
      stdout: '',
      stderr: '找不到空白表「没有.xlsx」，请核对路径。\n',
    });
    expect(jihe(['check', SAMPLES, '--template', '说明.txt'], place.folder)).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('--standard', () => {
  it('takes a built-in one by its id and names it in the result', () => {
    const { stdout, status } = jihe(
      ['check', path.join(SAMPLES, '部门整体自评_湛江2024.xlsx'), '--standard', 'zhanjiang-whole', '--format', 'json'],
      place.folder,
    );
    expect(tables(stdout)[0]!.standard).toMatchObject({ id: 'zhanjiang-whole', status: 'reconstructed', how: 'chosen' });
    expect(status).toBe(1);
  });

  it('takes a file of one’s own, over another file', () => {
    place.put('市.yaml', '编号: city-a\n名称: 某市评分表\n状态: 重构\n效力: 约束\n沿用: national-project\n依据: 某市通知\n起: 2024\n');
    place.put(
      '县.yaml',
      '编号: county-a\n名称: 某县评分表\n状态: 重构\n效力: 约束\n沿用: 市.yaml\n依据: 某县通知\n起: 2024\n指标:\n  - {名称: 产出指标, 分值: 40}\n  - {名称: 效益指标, 分值: 40}\n',
    );
    const { stdout, stderr } = jihe(
      ['check', path.join(SAMPLES, '项目自评_正确.xlsx'), '--standard', '县.yaml', '--format', 'json', '--quiet'],
      place.folder,
    );
    expect(stderr).toBe('');
    const [table] = tables(stdout);
    expect(table!.standard).toMatchObject({ id: 'county-a', how: 'chosen' });
    expect(
      table!.findings
        .filter((one) => one.code === 'weight-vs-standard')
        .map((one) => `${one.severity} ${one.indicator} ${String(one.actual)}→${String(one.expected)}`),
    ).toEqual(['mandatory 产出指标 50→40', 'mandatory 效益指标 30→40']);
  });

  it('tells what is wrong in a file, by line, and audits nothing', () => {
    place.put('错.yaml', '编号: a-b\n名称: 甲\n状态: 重构\n效力: 约束\n依据: 乙\n指标:\n  - {名称: 丙, 分值: 5分}\n');
    expect(jihe(['check', SAMPLES, '--standard', '错.yaml'], place.folder)).toMatchObject({
      status: 2,
      stdout: '',
      stderr: '错.yaml 第 7 行（指标 › 第1项 › 分值）：写的是「5分」，应为不带单位的数字。请改为 5。\n',
    });
    expect(jihe(['check', SAMPLES, '--standard', 'yueyang'], place.folder).stderr).toMatch(
      /^没有「yueyang」这个标准，也没有这个文件。内置标准中相近的有：yueyang-whole、/,
    );
  });
});

describe('jihe standards', () => {
  it('lists them, and shows one with what it lacks', () => {
    const list = jihe(['standards'], place.folder);
    expect(list.status).toBe(0);
    expect(list.stdout).toContain(
      'yueyang-whole\n    岳阳市部门整体支出绩效评价评分表（投入—过程—产出及效率）\n    整体 · 2016—2020 · 依公开资料整理，非官方文本 · 效力：约束',
    );
    expect(jihe(['standards', 'yueyang-whole'], place.folder).stdout).toContain(
      '成为官方标准还需要\n  岳阳市财政局印发该表的通知和文号、执行年度',
    );
  });

  it('writes a blank form as a standard that is good, and fits what was made from it', async () => {
    await blankForm();
    const made = jihe(['standards', '--from', '送审/空白表.xlsx'], place.folder);
    expect(made.status).toBe(0);
    place.put('我的.yaml', made.stdout);
    expect(jihe(['standards', '我的.yaml'], place.folder).status).toBe(0);
    const { stdout } = jihe(
      ['check', path.join(SAMPLES, '项目自评_正确.xlsx'), '--standard', '我的.yaml', '--format', 'json'],
      place.folder,
    );
    expect(tables(stdout)[0]!.findings).toEqual([]);
  });

  it('tells two years apart in plain words', () => {
    place.put('去年.yaml', readFileSync(path.join(ROOT, 'src/standards/builtin/yueyang-whole.yaml'), 'utf8'));
    place.put(
      '今年.yaml',
      readFileSync(path.join(ROOT, 'src/standards/builtin/yueyang-whole.yaml'), 'utf8')
        .replace('扣0.5分，扣完为止。', '扣1分，扣完为止。')
        .replace('名称: 支付进度\n            分值: 3', '名称: 支付进度\n            分值: 2')
        .replace('名称: 资金结余\n            分值: 3', '名称: 资金结余\n            分值: 4'),
    );
    expect(jihe(['standards', '--diff', '去年.yaml', '今年.yaml'], place.folder).stdout).toBe(
      [
        '从「岳阳市部门整体支出绩效评价评分表（投入—过程—产出及效率）」到「岳阳市部门整体支出绩效评价评分表（投入—过程—产出及效率）」：共 3 处不同',
        '  1. 「投入 › 预算配置」下的「财政供养人员控制率」的评分标准由「以100%为标准。在职人员控制率≤100%，计5分；每超过一个百分点扣0.5分，扣完为止。」改为「以100%为标准。在职人员控制率≤100%，计5分；每超过一个百分点扣1分，扣完为止。」。',
        '  2. 「过程 › 预算执行」下的「支付进度」的分值由3分改为2分。',
        '  3. 「过程 › 预算执行」下的「资金结余」的分值由3分改为4分。',
        '',
      ].join('\n'),
    );
  });
});
