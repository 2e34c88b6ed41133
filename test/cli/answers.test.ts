import { readFileSync } from 'node:fs';
import { Workbook } from 'exceljs';
import sheet from '../../src/checks/example-sheet.json';
import type { TableJson } from '../../src/receipt/types';
import { writtenInto } from '../answers/support';
import { Place, build, jihe } from './program';

let place: Place;
/** A right form but for one 提示性: a reason that says nothing. */
let form: Uint8Array;

beforeAll(async () => {
  build();
  const book = new Workbook();
  const page = book.addWorksheet('评分表');
  for (const row of sheet) page.addRow(row);
  page.getCell('H13').value = '客观原因';
  form = new Uint8Array(await book.xlsx.writeBuffer());
});
beforeEach(() => {
  place = new Place();
  place.put('甲单位.xlsx', form);
  expect(jihe(['check', '甲单位.xlsx', '--annotate', '标注', '--quiet'], place.folder).status).toBe(0);
});
afterEach(() => {
  place.remove();
});

function checked(...args: readonly string[]): { readonly table: TableJson; readonly status: number | null; readonly stderr: string } {
  const { stdout, stderr, status } = jihe(['check', ...args, '--format', 'json'], place.folder);
  return { table: (JSON.parse(stdout) as TableJson[])[0]!, status, stderr };
}

const idOf = ({ findings }: TableJson): string => findings.find(({ code }) => code === 'boilerplate-reason')!.id;

async function answeredCopy(id: string, text: string): Promise<Uint8Array> {
  return writtenInto(new Uint8Array(readFileSync(place.at('标注', '甲单位.xlsx'))), { [id]: { text } });
}

const REAL = '制度修订列入2025年2月局务会议题，见会议通知〔2025〕3号。';

it('reads the answers in the file itself; an exit status asks for them only when told to', async () => {
  const before = checked('甲单位.xlsx', '--require-answers');
  expect(before.status).toBe(1);
  expect(checked('甲单位.xlsx').status).toBe(0);
  const id = idOf(before.table);
  place.put('重报.xlsx', await answeredCopy(id, REAL));
  const after = checked('重报.xlsx', '--require-answers');
  expect(after.status).toBe(0);
  expect(after.table.findings.find((one) => one.id === id)!.answer).toMatchObject({ state: 'explained', text: REAL });
  place.put('空话.xlsx', await answeredCopy(id, '情况属实'));
  expect(checked('空话.xlsx', '--require-answers').status).toBe(1);
  const { stdout } = jihe(['check', '重报.xlsx'], place.folder);
  expect(stdout).toContain('提示性 1 项：已说明 1');
  expect(stdout).toContain(`已说明：「${REAL}」`);
});

it('reads them beside the file: one workbook for all, or a folder laid like the marked copies', async () => {
  const id = idOf(checked('甲单位.xlsx').table);
  place.put('回复/甲单位.xlsx', await answeredCopy(id, REAL));
  for (const answers of ['回复/甲单位.xlsx', '回复']) {
    const { table, status } = checked('甲单位.xlsx', '--answers', answers, '--require-answers');
    expect([status, table.findings.find((one) => one.id === id)!.answer?.state]).toEqual([0, 'explained']);
  }
  const none = checked('甲单位.xlsx', '--answers', '标注', '--require-answers');
  expect([none.status, none.stderr.includes('说明读不了')]).toEqual([1, false]);
});

it('refuses what holds no answers, with a sentence', () => {
  for (const [given, said] of [
    ['没有这个.xlsx', '找不到'],
    ['甲单位.xlsx', '没有带「编号」「说明」两列的审核结果表'],
  ] as const) {
    const { status, stderr } = jihe(['check', '甲单位.xlsx', '--answers', given], place.folder);
    expect([status, stderr.includes(said)]).toEqual([2, true]);
  }
});

it('a result beside its table, filled in and met in a folder, is no table of its own', async () => {
  const id = idOf(checked('甲单位.xlsx').table);
  const copy = await answeredCopy(id, REAL);
  const alone = await writtenInto(copy, {}, (book) => book.removeWorksheet('评分表'));
  place.put('送审/甲单位_审核结果.xlsx', alone);
  place.put('送审/甲单位.xlsx', form);
  const { stderr, status } = jihe(['check', '送审', '--answers', '送审', '--require-answers'], place.folder);
  expect(stderr).toContain('已审核 1 张评分表（1 个文件），无法读取 0 个，未识别 0 个，跳过审核结果 1 个');
  expect(status).toBe(0);
});
