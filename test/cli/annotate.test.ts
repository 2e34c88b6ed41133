import { createHash } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Workbook } from 'exceljs';
import { unzipSync } from 'fflate';
import { readXlsx, removeTraces } from '../../src/hosts/file/index';
import type { EntryJson, TableJson } from '../../src/receipt/types';
import { projectRows, xls, xlsx } from './fixtures/books';
import { Place, build, jihe } from './program';

const WRONG = { total: 99, lastScore: 8 };

let place: Place;
let good: Buffer;
let wrong: Buffer;

beforeAll(async () => {
  build();
  good = await xlsx(projectRows());
  wrong = await xlsx(projectRows(WRONG));
});
beforeEach(() => {
  place = new Place();
});
afterEach(() => {
  place.remove();
});

const lines = (text: string): string[] => text.trimEnd().split('\n');
const hashed = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Every file below a folder, by relative path, with the hash of its bytes. */
function print(folder: string): Record<string, string> {
  const root = place.at(folder);
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [path.relative(root, file), hashed(readFileSync(file))]),
  );
}

async function sheetNames(file: string): Promise<string[]> {
  return (await readXlsx(readFileSync(place.at(file)))).sheets.map(({ name }) => name);
}

/** What is packed in a workbook, each part with its hash. */
const parts = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, hashed(part)]));

/** A folder as reviewers receive it: every unit calls its file 附件2.xlsx. */
function received(): void {
  place.put('送审/甲局/附件2.xlsx', wrong);
  place.put('送审/乙局/附件2.xlsx', good);
  place.put('送审/丙局/附件2.xls', xls(projectRows(WRONG)));
  place.put('送审/断.xlsx', wrong.subarray(0, wrong.length - 200));
  place.put('送审/说明.txt', '见附件');
}

describe('--annotate', () => {
  it('keeps relative paths, puts results beside old formats, and goes on after a damaged file', async () => {
    received();
    const before = print('送审');
    const { status, stderr } = jihe(['check', '送审', '--annotate', '标注'], place.folder);
    expect(Object.keys(print('标注'))).toEqual(['丙局/附件2_审核结果.xlsx', '乙局/附件2.xlsx', '甲局/附件2.xlsx'].sort());
    expect(print('送审')).toEqual(before);
    expect(await sheetNames('标注/甲局/附件2.xlsx')).toEqual(['自评表', '审核结果']);
    expect(await sheetNames('标注/丙局/附件2_审核结果.xlsx')).toEqual(['审核结果']);
    expect(lines(stderr)).toEqual([
      '「送审/断.xlsx」没有写出标注副本：文件不完整，可能没有下载或复制完；请重新取得文件。',
      '已写出标注副本 2 个、单独的审核结果 1 个，在「标注」；没有写出 1 个。',
      '已审核 3 张评分表（3 个文件），无法读取 1 个，未识别 0 个，跳过非表格文件 1 个。',
    ]);
    expect(status).toBe(1);
  });

  it('shows the same results as without, in the same words', () => {
    received();
    const plain = jihe(['check', '送审', '--format', 'json'], place.folder);
    const annotated = jihe(['check', '送审', '--format', 'json', '--annotate', '标注'], place.folder);
    expect([annotated.status, annotated.stdout]).toEqual([plain.status, plain.stdout]);
  });

  it('marks the wrong cells, with notes, and changes no other cell', async () => {
    place.put('a.xlsx', wrong);
    const { stdout } = jihe(['check', 'a.xlsx', '--annotate', '标注', '--format', 'json'], place.folder);
    const [entry] = JSON.parse(stdout) as TableJson[];
    const asked = entry!.findings.filter(({ severity }) => severity !== 'info').map(({ cell }) => cell.address);
    expect(asked.length).toBeGreaterThan(0);
    const book = new Workbook();
    await book.xlsx.load(readFileSync(place.at('标注/a.xlsx')) as never);
    const sheet = book.getWorksheet('自评表')!;
    for (const address of asked) expect(sheet.getCell(address).note).toBeDefined();
    const original = new Workbook();
    await original.xlsx.load(wrong as never);
    original
      .getWorksheet('自评表')!
      .eachRow((row) => row.eachCell((cell) => expect(sheet.getCell(cell.address).value).toEqual(cell.value)));
    expect(book.getWorksheet('审核结果')!.getCell('A1').value).toBe('绩效自评表审核结果');
  });

  it('gives the same bytes again, with one worker and with several', () => {
    received();
    jihe(['check', '送审', '--annotate', '标注', '--workers', '1'], place.folder);
    const first = print('标注');
    jihe(['check', '送审', '--annotate', '标注', '--workers', '3'], place.folder);
    expect(print('标注')).toEqual(first);
  });

  it('is the same over its own copies: found the same, written the same, and taken out again whole', () => {
    place.put('送审/a.xlsx', wrong);
    const found = jihe(['check', '送审', '--annotate', '标注', '--format', 'json'], place.folder);
    const again = jihe(['check', '标注/a.xlsx', '--annotate', '再标注', '--format', 'json'], place.folder);
    const findings = (text: string): unknown => (JSON.parse(text) as EntryJson[]).map((entry) => ({ ...entry, file: '' }));
    expect(findings(again.stdout)).toEqual(findings(found.stdout));
    expect(print('再标注')).toEqual(print('标注'));
    expect(parts(removeTraces(readFileSync(place.at('标注/a.xlsx'))))).toEqual(parts(wrong));
  });

  it('takes its own folder inside the folder it walks for no input', () => {
    place.put('送审/a.xlsx', wrong);
    const first = jihe(['check', '送审', '--annotate', '送审/标注'], place.folder);
    const second = jihe(['check', '送审', '--annotate', '送审/标注'], place.folder);
    expect(second).toEqual(first);
    expect(Object.keys(print('送审'))).toEqual(['a.xlsx', '标注/a.xlsx']);
  });

  it('keeps apart what several arguments call by the same name', () => {
    place.put('一/附件2.xlsx', wrong);
    place.put('二/附件2.xlsx', good);
    place.put('二/附件2.xls', xls(projectRows()));
    place.put('二/附件2.et', xls(projectRows(WRONG)));
    jihe(['check', '一/附件2.xlsx', '二', '--annotate', '标注'], place.folder);
    expect(Object.keys(print('标注'))).toEqual(['一/附件2.xlsx', '二/附件2.xlsx', '二/附件2_审核结果 (2).xlsx', '二/附件2_审核结果.xlsx']);
  });

  it('says nothing of files it left out with --quiet, but of what it could not write', () => {
    received();
    place.put('标注/甲局/附件2.xlsx', '别人的');
    const { stderr } = jihe(['check', '送审', '--annotate', '标注', '--quiet'], place.folder);
    expect(lines(stderr)).toEqual([
      '「送审/甲局/附件2.xlsx」没有写出标注副本：目标文件夹里已有同名文件，它不是本程序写出的，或者写出后又改动过；没有覆盖，请移走后再试，或换一个文件夹。',
    ]);
    expect(readFileSync(place.at('标注/甲局/附件2.xlsx'), 'utf8')).toBe('别人的');
  });
});

describe('former results', () => {
  it('are replaced while they are as we left them, also when the file handed in has changed', () => {
    place.put('a.xlsx', wrong);
    jihe(['check', 'a.xlsx', '--annotate', '标注'], place.folder);
    const first = print('标注');
    place.put('a.xlsx', good);
    expect(lines(jihe(['check', 'a.xlsx', '--annotate', '标注'], place.folder).stderr)[0]).toBe('已写出标注副本 1 个，在「标注」。');
    expect(print('标注')).not.toEqual(first);
  });

  it('are replaced where they stand beside, too', () => {
    place.put('a.xls', xls(projectRows(WRONG)));
    jihe(['check', 'a.xls', '--annotate', '标注'], place.folder);
    place.put('a.xls', xls(projectRows()));
    expect(lines(jihe(['check', 'a.xls', '--annotate', '标注'], place.folder).stderr)[0]).toBe(
      '已写出标注副本 0 个、单独的审核结果 1 个，在「标注」。',
    );
  });

  it('are left alone once somebody has worked on them', async () => {
    place.put('a.xlsx', wrong);
    place.put('b.xls', xls(projectRows(WRONG)));
    jihe(['check', 'a.xlsx', 'b.xls', '--annotate', '标注'], place.folder);
    for (const name of ['标注/a.xlsx', '标注/b_审核结果.xlsx']) {
      const book = new Workbook();
      await book.xlsx.load(readFileSync(place.at(name)) as never);
      book.getWorksheet('审核结果')!.getCell('J9').value = '已更正';
      writeFileSync(place.at(name), Buffer.from(await book.xlsx.writeBuffer()));
    }
    const worked = print('标注');
    expect(
      lines(jihe(['check', 'a.xlsx', 'b.xls', '--annotate', '标注'], place.folder).stderr).filter((line) => line.includes('改动过')),
    ).toHaveLength(2);
    expect(print('标注')).toEqual(worked);
  });
});

describe('inputs', () => {
  it.each<[string, () => string]>([
    ['its own folder', () => '送审'],
    [
      'a link to its folder',
      () => {
        symlinkSync(place.at('送审'), place.at('链接'));
        return '链接';
      },
    ],
    [
      'a folder with a hard link to it',
      () => {
        mkdirSync(place.at('别处'));
        linkSync(place.at('送审/a.xlsx'), place.at('别处/a.xlsx'));
        return '别处';
      },
    ],
    [
      'a folder with a link to it',
      () => {
        mkdirSync(place.at('别处'));
        symlinkSync(place.at('送审/a.xlsx'), place.at('别处/a.xlsx'));
        return '别处';
      },
    ],
  ])('are never written over: %s', (_, prepare) => {
    place.put('送审/a.xlsx', wrong);
    const folder = prepare();
    const { status, stdout, stderr } = jihe(['check', '送审', '--annotate', folder], place.folder);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe(`--annotate 指向「${folder}」，标注副本会覆盖送审文件「送审/a.xlsx」，没有写入；请换一个文件夹。\n`);
    expect(readFileSync(place.at('送审/a.xlsx')).equals(wrong)).toBe(true);
    expect(readdirSync(place.at('送审'))).toEqual(['a.xlsx']);
  });

  it('may not be named as the folder', () => {
    place.put('a.xlsx', wrong);
    place.put('b.txt', 'x');
    expect(jihe(['check', 'a.xlsx', '--annotate', 'b.txt'], place.folder)).toEqual({
      status: 2,
      stdout: '',
      stderr: '--annotate 后面要写文件夹，「b.txt」是文件。\n',
    });
    expect(jihe(['check', 'a.xlsx', '--annotate', 'b.txt/c'], place.folder)).toEqual({
      status: 2,
      stdout: '',
      stderr: '标注副本写不到「b.txt/c」：所在的文件夹不存在。\n',
    });
    expect(jihe(['check', 'a.xlsx', '--out', 'b.txt/c'], place.folder).stderr).toBe('结果写不到「b.txt/c」：所在的文件夹不存在。\n');
  });
});
