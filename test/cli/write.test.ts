/** In-process: what the worker does for `jihe write`. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Workbook } from 'exceljs';
import sheet from '../../src/checks/example-sheet.json';
import { parseCommand } from '../../src/cli/args/parse';
import { writeReport } from '../../src/cli/write/write';
import type { WriteCommand } from '../../src/cli/write/command';
import { readDocument } from '../../src/hosts/file';
import { edited } from '../papers/support';

let folder: string;
const at = (name: string): string => path.join(folder, name);

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'jihe-write-'));
  const book = new Workbook();
  const page = book.addWorksheet('评分表');
  for (const row of sheet) page.addRow(row);
  writeFileSync(at('表.xlsx'), new Uint8Array(await book.xlsx.writeBuffer()));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function command(...args: readonly string[]): WriteCommand {
  const parsed = parseCommand(['write', ...args]);
  if (parsed.name !== 'write') throw new Error(parsed.name === 'wrong' ? parsed.message : parsed.name);
  return parsed;
}

const write = (...args: readonly string[]) => writeReport(command(at('表.xlsx'), ...args));
const linesOf = (bytes: Uint8Array): readonly string[] =>
  readDocument(bytes)!.blocks.flatMap((block) => (block.is === 'paragraph' ? [block.text] : []));

it('writes a report, says where and what is open, and replaces only what it wrote itself', async () => {
  const first = await write('--out', at('报告.docx'), '--names', '某某局，2025年3月10日');
  expect([first.exit, first.text, first.files.map((file) => file.path)]).toEqual([
    0,
    `自评报告已写入「${at('报告.docx')}」。\n`,
    [at('报告.docx')],
  ]);
  expect(linesOf(first.files[0]!.bytes).slice(-2)).toEqual(['某某局', '2025年3月10日']);
  writeFileSync(at('报告.docx'), first.files[0]!.bytes);
  expect((await write('--out', at('报告.docx'))).exit).toBe(0);
  writeFileSync(
    at('报告.docx'),
    edited(first.files[0]!.bytes, (xml) => xml.replace('自评结果', '结果')),
  );
  const refused = await write('--out', at('报告.docx'));
  expect([refused.exit, refused.files, refused.before[0]]).toEqual([2, [], expect.stringContaining('没有覆盖')]);
  expect((await write('--out', at('报告.docx'), '--overwrite')).exit).toBe(0);
});

it('writes onto an older report, and never over it', async () => {
  const first = (await write('--out', at('旧.docx'))).files[0]!.bytes;
  writeFileSync(
    at('旧.docx'),
    edited(first, (xml) => xml.replace(/(<w:t xml:space="preserve">二、)/, '$1本年度')),
  );
  const again = await write('--out', at('新.docx'), '--onto', at('旧.docx'));
  expect(again.exit).toBe(0);
  expect(again.after[0]).toMatch(/^沿用旧报告：\d+ 段不变；您改过的 1 段没有覆盖。$/);
  expect(linesOf(again.files[0]!.bytes).some((line) => line.startsWith('二、本年度'))).toBe(true);
  expect((await write('--out', at('旧.docx'), '--onto', at('旧.docx'), '--overwrite')).exit).toBe(2);
});

it('what is no document of ours: a new report, or a sentence', async () => {
  const first = (await write('--out', at('旧.docx'))).files[0]!.bytes;
  writeFileSync(
    at('旧.docx'),
    edited(first, (xml) => xml.replace(/<w:bookmarkStart[^>]*>/g, '')),
  );
  const fresh = await write('--out', at('新.docx'), '--onto', at('旧.docx'));
  expect([fresh.exit, fresh.after[0]]).toEqual([0, expect.stringContaining('写的是一份新报告')]);
  expect(fresh.files[0]!.bytes).toEqual(first);
  writeFileSync(at('坏.docx'), readFileSync(at('旧.docx')).subarray(0, 900));
  for (const [onto, said] of [
    ['坏.docx', '坏.docx'],
    ['表.xlsx', '不是 .docx 文档，没有写入'],
    ['没有.docx', '找不到'],
  ] as const) {
    const { exit, before, files } = await write('--out', at('新.docx'), '--onto', at(onto));
    expect([exit, files, before[0]]).toEqual([2, [], expect.stringContaining(said)]);
  }
});

it.each([
  [['表.xlsx'], '请用 --out 写明'],
  [['表.xlsx', '--out', '报告.doc'], '请改用 .docx 作扩展名'],
  [['表.xlsx', '--out', '报告.docx', '--names', '甲,乙,丙'], '--names 写成「落款单位,日期」'],
  [['甲.xlsx', '乙.xlsx', '--out', '报告.docx'], 'write 一次处理一个文件'],
  [['--out', '报告.docx'], '请写明一个文件'],
])('write %p: %s', (args, said) => {
  expect(parseCommand(['write', ...args])).toEqual({ name: 'wrong', message: expect.stringContaining(said) as string });
});
