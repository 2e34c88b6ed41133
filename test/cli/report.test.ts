import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Workbook } from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import sheet from '../../src/checks/example-sheet.json';
import { readDocument, writeDocument } from '../../src/hosts/file';
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
  expect([status, one!.findings.filter(({ severity }) => severity !== 'info'), one!.claims.tied]).toEqual([0, [], 2]);
  expect([other!.with, other!.findings, other!.reason]).toEqual([
    null,
    [],
    '报告是2023年度的，评分表是2024年度的，没有互相核对，只核对报告自身',
  ]);
});

const SHEET = '临溪县教育局2024年度绩效自评表';

async function bookNamed(unit: string): Promise<Uint8Array> {
  const book = new Workbook();
  const page = book.addWorksheet(SHEET.slice(0, 20));
  for (const row of sheet) page.addRow(row.map((cell) => (typeof cell === 'string' ? cell.replaceAll('某某局', unit) : cell)));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

it('check --reports: each report after its workbook, matched by folder, by file name, by cover; never guessed', async () => {
  const say = (unit: string, score: number): string => REPORT.replace('某某局', unit).replace('98分', `${score}分`);
  place.put('送审/自评报告.txt', REPORT.replace('98分', '99分'));
  place.put('送审/会议通知.txt', '关于召开会议的通知');
  place.put('同夹/水利局评分表.xlsx', await bookNamed('东江县水利局'));
  place.put('同夹/附件2.xlsx', await bookNamed('东江县水利局灌区管理站'));
  place.put('同夹/2024年水利局绩效自评报告.txt', say('水利局', 97));
  place.put('同夹/绩效自评报告（灌区）.txt', say('东江县水利局灌区管理站', 96));
  place.put('同夹/自评报告3.txt', say('南江县林业局', 95));
  place.put('同夹/自评报告.pdf', '%PDF-1.4');
  const { stdout, stderr, status } = jihe(['check', '.', '--reports', '--format', 'ndjson'], place.folder);
  const objects = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { file: string; is?: string; with?: string | null; findings?: readonly { code: string }[] });
  const total = (one: (typeof objects)[number]): boolean => one.findings!.some(({ code }) => code === 'report-total');
  expect(objects.map((one) => (one.is === 'report' ? `${one.file} → ${one.with ?? '—'} ${String(total(one))}` : one.file))).toEqual([
    './同夹/水利局评分表.xlsx',
    './同夹/2024年水利局绩效自评报告.txt → ./同夹/水利局评分表.xlsx true',
    './同夹/自评报告.pdf → — false',
    './同夹/自评报告3.txt → — false',
    './同夹/附件2.xlsx',
    './同夹/绩效自评报告（灌区）.txt → ./同夹/附件2.xlsx true',
    './送审/附件2.xlsx',
    './送审/自评报告.txt → ./送审/附件2.xlsx true',
  ]);
  expect(stderr).toContain('核对报告 4 份，报告读不了 1 份');
  expect(status).toBe(1);
  const text = jihe(['check', '送审', '--reports'], place.folder).stdout;
  expect(text).toContain('报告写的总分是99分');
  expect(jihe(['check', '送审'], place.folder).stdout).not.toContain('报告写的总分');
  jihe(['check', '.', '--reports', '--format', 'xlsx', '--out', '汇总.xlsx'], place.folder);
  const summary = new Workbook();
  await summary.xlsx.readFile(place.at('汇总.xlsx'));
  const rows: string[] = [];
  summary.getWorksheet('报告核对')!.eachRow((row) => rows.push((row.values as readonly unknown[]).join(' ')));
  expect(rows.filter((row) => row.includes('报告写的总分'))).toHaveLength(3);
});

it('jihe return: one document a unit with what is to be corrected in sheet and report, replaced only while it is as we left it', () => {
  place.put('送审/自评报告.txt', REPORT.replace('自评得分98分', '自评得分99分'));
  const args = ['return', '送审', '--out', '反馈', '--deadline', '5月20日前', '--quiet'];
  const { stdout, status } = jihe(args, place.folder);
  expect([status, stdout]).toEqual([
    0,
    expect.stringMatching(/^已出具反馈意见 1 份，存到「反馈」：\n {2}某某局审核反馈意见\.docx：需更正 1 项，/),
  ]);
  const file = path.join(place.folder, '反馈/某某局审核反馈意见.docx');
  const lines = readDocument(new Uint8Array(readFileSync(file)))!.blocks.map((block) => (block.is === 'paragraph' ? block.text : ''));
  expect(lines.find((line) => line.startsWith('1．'))).toMatch(/^1．自评报告\.txt第3段“自评得分99分.*相差1分。/);
  expect(lines).toContain('请修改后于5月20日前重新报送。');
  expect(jihe(args, place.folder).status).toBe(0);
  writeFileSync(file, '我的');
  const again = jihe(args, place.folder);
  expect([again.status, readFileSync(file, 'utf8')]).toEqual([2, '我的']);
  expect(jihe(['return', '送审'], place.folder)).toMatchObject({ status: 2, stderr: expect.stringContaining('请用 --out 写明') as string });
});

/** The report as one of ours in Word would be: each line a paragraph. */
function reportDocument(): Uint8Array {
  const blocks = REPORT.replace('自评得分98分', '自评得分99分')
    .split('\n')
    .map((text, at) => ({ is: 'paragraph' as const, slot: `${at}`, runs: [{ text, mark: null }] }));
  return writeDocument({ title: '', blocks }, { pending: () => null, differs: () => '', gone: '' }).bytes;
}

it('jihe report --annotate: a copy of the document with comments at what differs, never over what was handed in', () => {
  place.put('送审/自评报告.docx', reportDocument());
  const args = ['report', '送审/自评报告.docx', '--annotate', '批注'];
  const { status, stderr } = jihe(args, place.folder);
  expect([status, stderr]).toEqual([1, '已写出带批注的副本 1 份，在「批注」。\n已核对 1 份报告。\n']);
  const copy = new Uint8Array(readFileSync(path.join(place.folder, '批注/自评报告.docx')));
  expect(strFromU8(unzipSync(copy)['word/comments.xml']!)).toContain('强制性：报告写的总分是99分');
  expect(jihe(args, place.folder).status).toBe(1);
  expect(jihe(['report', '送审/自评报告.docx', '--annotate', '送审'], place.folder)).toMatchObject({ status: 2 });
});
