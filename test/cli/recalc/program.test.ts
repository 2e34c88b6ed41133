import { createHash } from 'node:crypto';
import { existsSync, linkSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { readWorkbook } from '../../../src/hosts/file';
import { contentOf } from '../../../src/workbook/contents';
import type { WorkbookSnapshot } from '../../../src/workbook/types';
import { docx, projectRows, xls, xlsx } from '../fixtures/books';
import { Place, build, jihe } from '../program';
import { text } from '../../recalc/support';

let place: Place;
/** Total and execution rate blank, everything else right. */
let blank: Buffer;

beforeAll(async () => {
  build();
  const rows = projectRows();
  rows[4]![6] = null;
  rows[12]![6] = null;
  blank = await xlsx(rows);
});
beforeEach(() => {
  place = new Place();
  place.put('表.xlsx', blank);
});
afterEach(() => {
  // Nothing half-written is left, and the input never changes.
  expect(readdirSync(place.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  expect(digest('表.xlsx')).toBe(createHash('sha256').update(blank).digest('hex'));
  place.remove();
});

const digest = (name: string): string =>
  createHash('sha256')
    .update(readFileSync(place.at(name)))
    .digest('hex');
const book = (name: string): Promise<WorkbookSnapshot> => readWorkbook(new Uint8Array(readFileSync(place.at(name))));
const at = (row: number, col: number) => ({ sheet: 0, row: row - 1, col });
const recalc = (...args: string[]) => jihe(['recalc', ...args], place.folder);

test('writes a new file and lists what was filled', async () => {
  const { status, stdout, stderr } = recalc('表.xlsx', '--out', '新.xlsx');
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('已填写 2 处');
  expect(stdout).toContain('G5 「年度资金总额」执行率：空白 → 100%。全年执行数÷全年预算数：200÷200=100%');
  expect(stdout).toContain('G13 「总分」：空白 → 100。6项得分之和为100');
  expect(stdout).toContain('总分：未填 → 100（满分100）');
  expect(stdout).toContain('已写入「新.xlsx」，原文件未改动。');
  const written = await book('新.xlsx');
  expect([text(contentOf(written, at(5, 6))), text(contentOf(written, at(13, 6)))]).toEqual(['100%', '100']);
  expect(written.sheets.map((sheet) => sheet.name)).toEqual(['自评表', '自评小结', '运算记录']);
  const record = written.sheets[2]!;
  const rows = Array.from({ length: record.rows }, (_, row) => Array.from({ length: 7 }, (_cell, col) => record.valueAt(row, col)));
  expect(rows).toContainEqual(['2', '自评表', 'G13', '「总分」（填写）', '空白', '100', '6项得分之和为100']);
});

test('names every cell whose formula result changes, and reasons written for another score', async () => {
  const rows: Parameters<typeof xlsx>[0][number][] = projectRows({ lastScore: null, reason: '因管网抢修停水，满意度偏低' });
  rows.push([], ['备查得分', null, null, null, null, null, { formula: 'G13/100', result: 0.98 }]);
  rows[12]![6] = { formula: 'SUM(G8:G12,H5)', result: 90 };
  place.put('公式.xlsx', await xlsx(rows));
  const { stdout } = recalc('公式.xlsx', '--out', '新.xlsx');
  expect(stdout).toMatch(/公式不变、结果随之更新 \d 处\n(?: {4}.*\n)*? {4}G13 .*→ 99\.78/);
  expect(stdout).toContain('G15 0.98（公式 =G13/100） → ');
  expect(stdout).toMatch(/原因栏请核对 1 处\n {4}H12 「用水户满意度」：/);
});

test('without the summary no sheet is added; the same input gives the same bytes', async () => {
  expect(recalc('表.xlsx', '--out', '一.xlsx', '--no-summary').status).toBe(0);
  expect(recalc('表.xlsx', '--out', '二.xlsx', '--no-summary').status).toBe(0);
  expect((await book('一.xlsx')).sheets).toHaveLength(1);
  expect(digest('一.xlsx')).toBe(digest('二.xlsx'));
});

test('a sheet with nothing to do is copied as it is', async () => {
  const right = await xlsx(projectRows());
  place.put('对.xlsx', right);
  const { status, stdout } = recalc('对.xlsx', '--out', '新.xlsx', '--no-summary');
  expect(status).toBe(0);
  expect(stdout).toContain('没有需要填写或更正的。');
  expect(digest('新.xlsx')).toBe(digest('对.xlsx'));
});

test('then the audit has nothing arithmetic to say', () => {
  recalc('表.xlsx', '--out', '新.xlsx');
  const { stdout } = jihe(['check', '新.xlsx', '--format', 'json'], place.folder);
  const codes = (JSON.parse(stdout) as { findings: { code: string }[] }[]).flatMap((entry) =>
    entry.findings.map((finding) => finding.code),
  );
  expect(codes).toEqual(['all-full-marks']);
});

test('totals as a formula', async () => {
  recalc('表.xlsx', '--out', '新.xlsx', '--totals', 'formula');
  expect(text(contentOf(await book('新.xlsx'), at(13, 6)))).toBe('=ROUND(SUM(G8:G12,H5),2) [100]');
});

describe('nothing is written', () => {
  const refused = (...args: string[]): string => {
    const { status, stdout, stderr } = recalc(...args);
    expect([status, stdout]).toEqual([2, '']);
    return stderr;
  };

  it('over the input, by any name', () => {
    linkSync(place.at('表.xlsx'), place.at('硬.xlsx'));
    symlinkSync(place.at('表.xlsx'), place.at('软.xlsx'));
    for (const out of ['表.xlsx', './表.xlsx', '硬.xlsx', '软.xlsx'])
      expect(refused('表.xlsx', '--out', out)).toContain('为避免覆盖，没有写入');
  });

  it('into a folder, or one that is not there', () => {
    expect(refused('表.xlsx', '--out', '.')).toContain('指向文件夹');
    expect(refused('表.xlsx', '--out', '没有/新.xlsx')).toContain('所在的文件夹不存在');
  });

  it('under the name of another format', () => {
    expect(refused('表.xlsx', '--out', '新.xls')).toContain('应以 .xlsx 结尾');
    expect(existsSync(place.at('新.xls'))).toBe(false);
  });

  it('for old formats, with what to do', () => {
    place.put('旧.xls', xls(projectRows()));
    expect(refused('旧.xls', '--out', '新.xlsx')).toContain('另存为 .xlsx 后再运算');
  });

  it('for what is no score table, no spreadsheet, no file', async () => {
    place.put(
      '通讯录.xlsx',
      await xlsx(
        [
          ['姓名', '电话'],
          ['甲', '1'],
        ],
        '通讯录',
      ),
    );
    place.put('报告.docx', docx());
    place.put('空.xlsx', '');
    expect(refused('通讯录.xlsx', '--out', '新.xlsx')).toContain('没有找到绩效自评评分表');
    expect(refused('报告.docx', '--out', '新.xlsx')).toContain('不是电子表格文件');
    expect(refused('空.xlsx', '--out', '新.xlsx')).toContain('文件是空的');
    expect(refused('没有.xlsx', '--out', '新.xlsx')).toContain('找不到');
    expect(refused('.', '--out', '新.xlsx')).toContain('是文件夹');
    expect(refused('表.xlsx')).toContain('请用 --out 写明');
    expect(existsSync(place.at('新.xlsx'))).toBe(false);
  });
});
