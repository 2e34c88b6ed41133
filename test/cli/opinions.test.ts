import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { parseCommand } from '../../src/cli/args/parse';
import type { Io } from '../../src/cli/io';
import { opinionsFiles } from '../../src/cli/opinions/opinions';
import { digestOfFile, opinionsIn } from '../../src/cli/opinions/read';
import { unfittingLines } from '../../src/cli/texts/opinions';
import { laidOpinions, NO_OPINIONS, type OpinionBook, opinionsText, opinionTable, withOwn, withScore } from '../../src/opinions';
import { named, oneOf, WRONG } from '../opinions/support';

const folder = mkdtempSync(path.join(tmpdir(), 'jihe-opinions-'));
afterAll(() => rmSync(folder, { recursive: true }));

const place = (name: string, content: string | Uint8Array): string => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
};

async function run(...args: readonly string[]): Promise<{ readonly exit: number; readonly out: string; readonly err: string }> {
  const command = parseCommand(['opinions', ...args]);
  if (command.name !== 'opinions') throw new Error(JSON.stringify(command));
  let [out, err] = ['', ''];
  const stdout = new Writable({
    write(chunk: Buffer, _, done) {
      out += String(chunk);
      done();
    },
  });
  const io = { stdout, complain: async (text: string) => void (err += `${text}\n`) } as unknown as Io;
  return { exit: await opinionsFiles(command, io), out, err };
}

const entry = oneOf('甲/附件2.xlsx', WRONG);
const table = opinionTable(entry, null);
const bookOf = (reviewer: string, score: string): OpinionBook => ({
  ...withScore(withOwn(NO_OPINIONS, table, { place: null, text: `${reviewer}的意见`, level: 'info' }), table, '社会效益/满意度', { score }),
  reviewer,
});

it('tells what is in a file, and puts several together without loss', async () => {
  const [one, two] = [place('甲.json', opinionsText(bookOf('张三', '8'))), place('乙.json', opinionsText(bookOf('李四', '7.5')))];
  expect(await run(one)).toEqual({
    exit: 0,
    out: '共 1 张表的审核意见（审核人：张三）：\n  示例市民政局，部门（单位）整体自评，附件2.xlsx“表1”：1 条另加意见，1 项复核分\n',
    err: '',
  });
  const goal = path.join(folder, '合并.json');
  const { exit, out } = await run(one, two, '--out', goal);
  expect(exit).toBe(0);
  expect(out).toContain(
    '有 1 处写得不同，以前一份为准，另一份的意见一并保留在文件里，请确认：\n  示例市民政局，部门（单位）整体自评，附件2.xlsx“表1”：社会效益/满意度',
  );
  const text = readFileSync(goal, 'utf8');
  for (const said of ['张三的意见', '李四的意见', '"score": "8"', '"score": "7.5"']) expect(text).toContain(said);
  expect((await run(one, '--out', goal)).exit).toBe(0);
});

it('never writes over what is no such file, and says why', async () => {
  const [one, other] = [place('丙.json', opinionsText(bookOf('张三', '8'))), place('别的.json', '{"a":1}')];
  expect(await run(one, '--out', other)).toMatchObject({ exit: 2, out: '', err: expect.stringContaining('没有写入') });
  expect(readFileSync(other, 'utf8')).toBe('{"a":1}');
  expect((await run(one, '--out', other, '--overwrite')).exit).toBe(0);
  expect((await run(one, '--out', folder)).exit).toBe(2);
});

test.each([
  ['不存在.json', null, '没有读取'],
  ['坏.json', '{"is":"审核意见","version":1,', '文件不完整或已损坏'],
  ['表.xlsx', new Uint8Array([80, 75, 3, 4, 0, 255]), '文件不完整或已损坏'],
  ['.', null, '没有读取'],
])('%s is answered with a sentence', async (name, content, why) => {
  const file = content === null ? path.join(folder, name) : place(name, content);
  const { exit, out, err } = await run(file);
  expect([exit, out]).toEqual([2, '']);
  expect(err).toContain(why);
  expect(err.trim().split('\n')).toHaveLength(1);
});

it('arguments: files are needed, --opinions belongs to return', () => {
  expect(parseCommand(['opinions'])).toMatchObject({ name: 'wrong', message: expect.stringContaining('请写明审核意见文件') });
  expect(parseCommand(['return', 'a', '--out', 'b', '--opinions', 'c.json'])).toMatchObject({ name: 'return', opinions: 'c.json' });
  expect(parseCommand(['check', 'a', '--opinions', 'c.json'])).toMatchObject({ name: 'wrong' });
});

it('what does not fit is named line by line', () => {
  const file = place('原件.xlsx', 'bytes');
  const digest = digestOfFile(file);
  expect(digest).toMatch(/^[0-9a-f]{64}$/);
  expect(digestOfFile(path.join(folder, '没有'))).toBeNull();
  const read = opinionsIn(
    place('丁.json', opinionsText(withOwn(NO_OPINIONS, { ...table, digest }, { place: null, text: 'x', level: 'info' }))),
  );
  if (!read.ok) throw new Error(read.message);
  const renamed = oneOf('新/附件2.xlsx', named(WRONG, '示例市民政和军人局'));
  const laid = laidOpinions(read.book, [renamed], () => digest);
  expect(unfittingLines(laid, [])).toBe(
    '有 1 张表换了名称，按内容对上，请核对：\n  新/附件2.xlsx：原为示例市民政局，部门（单位）整体自评，附件2.xlsx“表1”',
  );
  expect(
    unfittingLines(
      laidOpinions(read.book, [], () => null),
      [{ name: '附件2.xlsx“表1”', ids: ['AAAA-1'] }],
    ),
  ).toBe(
    '有 1 张表的审核意见在送审文件中对不上，没有采用：\n  示例市民政局，部门（单位）整体自评，附件2.xlsx“表1”\n以下意见所指的问题已不再出现，没有写入：\n  附件2.xlsx“表1”：AAAA-1',
  );
});
