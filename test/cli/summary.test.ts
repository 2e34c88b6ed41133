import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { Workbook, type Worksheet } from 'exceljs';
import { projectRows, xls, xlsx } from './fixtures/books';
import { Place, build, jihe } from './program';

let place: Place;
let good: Buffer;
let wrong: Buffer;
let foreign: Buffer;

beforeAll(async () => {
  build();
  good = await xlsx(projectRows());
  wrong = await xlsx(projectRows({ total: 99, lastScore: 8, unit: '某县林业局' }));
  foreign = await xlsx(
    [
      ['姓名', '电话'],
      ['甲', '1'],
    ],
    '通讯录',
  );
});
beforeEach(() => {
  place = new Place();
});
afterEach(() => {
  place.remove();
});

async function opened(name: string): Promise<Workbook> {
  const book = new Workbook();
  await book.xlsx.load(readFileSync(place.at(name)) as never);
  return book;
}

function rowsOf(sheet: Worksheet): string[][] {
  const rows: string[][] = [];
  sheet.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map((value) => String(value ?? ''))));
  return rows;
}

function received(): void {
  place.put('送审/甲/附件2.xlsx', wrong);
  place.put('送审/乙/附件2.xls', xls(projectRows()));
  place.put('送审/丙/附件2.xlsx', good);
  place.put('送审/名单.xlsx', foreign);
  place.put('送审/断.xlsx', wrong.subarray(0, wrong.length - 200));
}

describe('--format xlsx', () => {
  it('writes one row a table and what could not be audited last, in sheets that other programs read', async () => {
    received();
    const { status, stdout, stderr } = jihe(['check', '送审', '--format', 'xlsx', '--out', '汇总.xlsx'], place.folder);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toBe('已审核 3 张评分表（3 个文件），无法读取 1 个，未识别 1 个，跳过非表格文件 0 个。\n');
    const book = await opened('汇总.xlsx');
    expect(book.worksheets.map(({ name }) => name)).toEqual(['汇总', '图表', '按单位', '按检查项', '常见问题', '得分情况', '相同说明']);
    const rows = rowsOf(book.getWorksheet('汇总')!);
    const from = rows.findIndex((row) => row[0] === '序号') + 1;
    expect(rows.slice(from, from + 5).map((row) => [row[0], row[1], row[2], row[6], row[13]])).toEqual([
      ['1', '某县水务局', '送审/丙/附件2.xlsx', '100', '已审核'],
      ['2', '某县水务局', '送审/乙/附件2.xls', '100', '已审核'],
      ['3', '某县林业局', '送审/甲/附件2.xlsx', '99', '已审核'],
      ['4', '—', '送审/断.xlsx', '—', '无法读取'],
      ['5', '—', '送审/名单.xlsx', '—', '未识别'],
    ]);
    expect(rows[from + 2]![12]).toMatch(/^1\. 【强制性】.*[A-Z]\d+/);
  });

  it('gives the same bytes again, with one worker and with several', () => {
    received();
    for (const [out, workers] of [
      ['1.xlsx', '1'],
      ['2.xlsx', '3'],
      ['3.xlsx', '3'],
    ])
      jihe(['check', '送审', '--format', 'xlsx', '--out', out!, '--workers', workers!], place.folder);
    expect(readFileSync(place.at('2.xlsx')).equals(readFileSync(place.at('1.xlsx')))).toBe(true);
    expect(readFileSync(place.at('3.xlsx')).equals(readFileSync(place.at('1.xlsx')))).toBe(true);
  });

  it('is no score table itself', () => {
    received();
    jihe(['check', '送审', '--format', 'xlsx', '--out', '汇总.xlsx'], place.folder);
    expect(jihe(['check', '汇总.xlsx', '--format', 'json'], place.folder).stdout).toContain('"unrecognised"');
  });

  it('goes together with --annotate, and neither is an input of the next run', () => {
    place.put('送审/a.xlsx', wrong);
    const args = ['check', '送审', '--format', 'xlsx', '--out', '送审/汇总.xlsx', '--annotate', '送审/标注'];
    const first = jihe(args, place.folder);
    const bytes = readFileSync(place.at('送审/汇总.xlsx'));
    expect(jihe(args, place.folder)).toEqual(first);
    expect(readFileSync(place.at('送审/汇总.xlsx')).equals(bytes)).toBe(true);
    expect(readdirSync(place.at('送审')).sort()).toEqual(['a.xlsx', '标注', '汇总.xlsx'].sort());
  });

  it('wants a file to write to, and one that opens', () => {
    place.put('a.xlsx', wrong);
    expect(jihe(['check', 'a.xlsx', '--format', 'xlsx'], place.folder)).toEqual({
      status: 2,
      stdout: '',
      stderr: '--format xlsx 生成汇总工作簿，请用 --out 写明文件名，例如：--out 汇总.xlsx\n用法见 jihe --help。\n',
    });
    expect(jihe(['check', 'a.xlsx', '--format', 'xlsx', '--out', '汇总.xls'], place.folder).status).toBe(2);
    expect(existsSync(place.at('汇总.xls'))).toBe(false);
  });

  it('is there, and says so, when nothing could be audited', async () => {
    place.put('d/名单.xlsx', foreign);
    expect(jihe(['check', 'd', '--format', 'xlsx', '--out', '汇总.xlsx'], place.folder).status).toBe(2);
    expect(rowsOf((await opened('汇总.xlsx')).getWorksheet('汇总')!).flat()).toContain(
      '共审核 0 张评分表（0 个文件，0 个单位），其中 0 张有强制性问题。另有未识别的文件 1 个。',
    );
  });
});
