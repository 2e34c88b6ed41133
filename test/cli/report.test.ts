import { Workbook } from 'exceljs';
import sheet from '../../src/checks/example-sheet.json';
import type { ReportJson } from '../../src/receipt';
import { build, jihe, Place } from './program';

let place: Place;

beforeAll(build);
beforeEach(async () => {
  place = new Place();
  const book = new Workbook();
  const page = book.addWorksheet('评分表');
  for (const row of sheet) page.addRow(row);
  place.put('送审/附件2.xlsx', new Uint8Array(await book.xlsx.writeBuffer()));
});
afterEach(() => {
  place.remove();
});

const REPORT =
  '某某局2024年度绩效自评报告\n一、自评情况\n自评得分98分，其中机制健全程度扣2分。\n二、存在问题\n制度修订滞后。\n三、改进措施\n尽快修订。';

it('finds the workbook beside the report, and says which number differs from which cell', () => {
  place.put('送审/自评报告.txt', REPORT.replace('自评得分98分', '自评得分99分'));
  place.put('送审/旧.rtf', '{\\rtf1 x}');
  const { stdout, stderr, status } = jihe(['report', '送审', '送审/旧.rtf'], place.folder);
  expect(status).toBe(1);
  expect(stdout).toContain('送审/自评报告.txt 对照 送审/附件2.xlsx · 某某局 · 强制性 1 项、提示性 0 项');
  expect(stdout).toContain('第3段「自评得分99分，其中机制健全程度扣2分。」');
  expect(stdout).toContain('报告写的总分是99分，评分表总分（「评分表」G15）是98分，相差1分。');
  expect(stdout).toContain('这是 .rtf 文件，请用 Word 或 WPS 打开后另存为 .docx 再核对。');
  expect(stderr).toContain('已核对 1 份报告，无法读取 1 个。');
});

it('a report that agrees is told so, as JSON too; one of another year is not held against it', () => {
  place.put('送审/自评报告.txt', REPORT);
  place.put('别处/自评报告.txt', REPORT.replace('2024', '2023').replace('98分', '88分'));
  const { stdout, status } = jihe(
    ['report', '送审/自评报告.txt', '别处/自评报告.txt', '--with', '送审/附件2.xlsx', '--format', 'json'],
    place.folder,
  );
  const [one, other] = JSON.parse(stdout) as readonly ReportJson[];
  expect([status, one!.findings.filter(({ severity }) => severity !== 'info'), one!.claims.tied]).toEqual([0, [], 1]);
  expect([other!.with, other!.findings, other!.reason]).toEqual([
    null,
    [],
    '报告是2023年度的，评分表是2024年度的，没有互相核对，只核对报告自身',
  ]);
});
