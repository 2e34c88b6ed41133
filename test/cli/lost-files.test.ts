/** What one file may do to a run: nothing. Run with the built program. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { EntryJson } from '../../src/receipt/types';
import { legacyBytes } from '../support/legacy-bytes';
import { encrypted } from '../support/encrypt';
import { unzipMembers } from '../support/unzip';
import { zipOf as archiveOf } from '../support/zip';
import { projectRows, xls, xlsx } from './fixtures/books';
import { build, jihe, Place } from './program';

/** The same package with one shared text changed. */
function changedText(bytes: Uint8Array): Uint8Array {
  const decoder = new TextDecoder();
  const changed = (name: string, data: Uint8Array): string | Uint8Array =>
    name === 'xl/sharedStrings.xml' ? decoder.decode(data).replace('受益人口', '受益人数') : data;
  return archiveOf(unzipMembers(bytes).map(({ name, data }) => ({ name, data: changed(name, data) })));
}

let good: Buffer;
let wrong: Buffer;
let place: Place;

beforeAll(async () => {
  build();
  good = await xlsx(projectRows());
  wrong = await xlsx(projectRows({ total: 99, lastScore: 8 }));
}, 300_000);
beforeEach(() => {
  place = new Place();
});
afterEach(() => {
  place.remove();
});

const entries = (stdout: string): EntryJson[] => JSON.parse(stdout) as EntryJson[];
const brief = (stdout: string): string[] => entries(stdout).map((entry) => `${entry.file} ${entry.status}`);
const reasonOf = (stdout: string, file: string): string => {
  const entry = entries(stdout).find((one) => one.file === file);
  return entry === undefined || entry.status === 'ok' ? '' : entry.reason;
};

/** An XML table of so many rows of a hundred cells. */
function xmlTable(rows: number): string {
  const row = `<Row>${'<Cell><Data ss:Type="Number">1</Data></Cell>'.repeat(100)}</Row>`;
  return `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表"><Table>${row.repeat(rows)}</Table></Worksheet></Workbook>`;
}

describe('one file never ends the batch', () => {
  it.each([1, 2, 4])('a table of 600,000 cells between good files, with %d workers', (workers) => {
    place.put('送审/1.xlsx', good);
    place.put('送审/2.xls', xmlTable(6000));
    place.put('送审/3.xls', xls(projectRows()));
    place.put('送审/4.xls', xmlTable(3));
    const { status, stdout } = jihe(['check', '送审', '--format', 'json', '--workers', String(workers)], place.folder);
    expect(brief(stdout)).toEqual(['送审/1.xlsx ok', '送审/2.xls unreadable', '送审/3.xls ok', '送审/4.xls unrecognised']);
    expect(entries(stdout)[1]).toMatchObject({ failure: null, reason: expect.stringContaining('单元格过多') as string });
    expect(status).toBe(0);
  });
});

describe('in a folder', () => {
  it('every file named like a spreadsheet has its object, whatever is in it', () => {
    place.put('送审/a.xlsx', good);
    place.put(
      '送审/b.xlsx',
      Uint8Array.from({ length: 4000 }, (_, n) => (n * 7919 + 13) % 256),
    );
    place.put('送审/c.xls', '请见附件。\n以上。');
    place.put('送审/d.xlsx', '%PDF-1.7');
    place.put('送审/e.et', '');
    place.put('送审/f.xls', '<html><body>登录超时</body></html>');
    place.put('送审/g.xlsx', encrypted(good, '1234'));
    place.put('送审/h.xlsm', archiveOf([{ name: 'a.txt', data: 'x' }]));
    place.put('送审/i.xls', '指标\t分值\n完成率\t10\n');
    place.put('送审/报告.html', '<html><body><table><tr><td>指标名称</td></tr></table></body></html>');
    place.put('送审/说明.txt', '指标\t分值\n完成率\t10\n');
    place.put('送审/图.png', '\u0089PNG');
    const { status, stdout, stderr } = jihe(['check', '送审', '--format', 'json'], place.folder);
    expect(brief(stdout)).toEqual([
      '送审/a.xlsx ok',
      '送审/b.xlsx unreadable',
      '送审/c.xls unreadable',
      '送审/d.xlsx unreadable',
      '送审/e.et unreadable',
      '送审/f.xls unreadable',
      '送审/g.xlsx unreadable',
      '送审/h.xlsm unreadable',
      '送审/i.xls unrecognised',
    ]);
    expect(reasonOf(stdout, '送审/b.xlsx')).toMatch(/损坏.*办公安全/);
    expect(stderr).toContain('无法读取 7 个，未识别 1 个，跳过非表格文件 3 个');
    expect(status).toBe(0);
  });

  it('opens what opens without a question', () => {
    place.put('送审/a.xlsx', encrypted(wrong, 'VelvetSweatshop'));
    const { status, stdout } = jihe(['check', '送审', '--format', 'json'], place.folder);
    expect(brief(stdout)).toEqual(['送审/a.xlsx ok']);
    expect(status).toBe(1);
    expect(jihe(['recalc', '送审/a.xlsx', '--out', '新.xlsx'], place.folder).status).toBe(0);
    expect(jihe(['check', '新.xlsx', '--format', 'json'], place.folder).stdout).toContain('"status":"ok"');
  });
});

describe('copies of ours in a folder', () => {
  const annotated = (): void => {
    place.put('送审/错.xlsx', wrong);
    place.put('送审/好.xlsx', good);
    place.put('送审/旧.xls', xls(projectRows({ total: 99 })));
    jihe(['check', '送审', '--annotate', '标注', '--format', 'xlsx', '--out', '标注/汇总.xlsx'], place.folder);
  };

  it('are skipped and counted while nobody has changed them', () => {
    annotated();
    const { status, stdout, stderr } = jihe(['check', '标注', '--format', 'json'], place.folder);
    expect(entries(stdout)).toEqual([]);
    expect(stderr).toContain('跳过审核结果 4 个，跳过非表格文件 0 个');
    expect(status).toBe(2);
  });

  it('are audited when named, and so are workbooks we filled in', () => {
    annotated();
    expect(brief(jihe(['check', '标注/错.xlsx', '--format', 'json'], place.folder).stdout)).toEqual(['标注/错.xlsx ok']);
    jihe(['recalc', '送审/错.xlsx', '--out', '新/错.xlsx'], place.folder);
    place.put('新/空', '');
    jihe(['recalc', '送审/错.xlsx', '--out', '新/错.xlsx'], place.folder);
    expect(brief(jihe(['check', '新', '--format', 'json'], place.folder).stdout)).toEqual(['新/错.xlsx ok']);
  });

  it('are audited as soon as one text of one cell differs', () => {
    annotated();
    // As a program would that changes the shared texts alone.
    for (const name of ['错', '好']) {
      const file = place.at(`标注/${name}.xlsx`);
      writeFileSync(file, changedText(readFileSync(file)));
    }
    expect(brief(jihe(['check', '标注', '--format', 'json'], place.folder).stdout)).toEqual(['标注/好.xlsx ok', '标注/错.xlsx ok']);
  });
});

describe('files of programs', () => {
  it('an old workbook is read by narrative and as a blank form, and refused by recalc in words', () => {
    place.put('a.xls', xls(projectRows()));
    expect(jihe(['narrative', 'a.xls'], place.folder).stdout).toContain('某县水务局');
    expect(jihe(['check', 'a.xls', '--template', 'a.xls', '--format', 'json'], place.folder).stdout).toContain('from-template');
    expect(jihe(['recalc', 'a.xls', '--out', 'b.xlsx'], place.folder)).toMatchObject({ status: 2, stdout: '' });
    place.put('空.xls', legacyBytes('biff8').subarray(0, 700));
    for (const args of [
      ['narrative', '空.xls'],
      ['recalc', '空.xls', '--out', 'c.xlsx'],
      ['standards', '--from', '空.xls'],
      ['check', 'a.xls', '--template', '空.xls'],
    ]) {
      const { status, stderr } = jihe(args, place.folder);
      expect(status).toBe(2);
      expect(stderr).toMatch(/空\.xls.*请/);
    }
  });
});
