import { basisText } from '../../src/words/basis';
import { unrecognisedReason } from '../../src/words/unrecognised';
import { unopenedReason, unreadableReason, unwrittenReason } from '../../src/words/unreadable';
import { countsLine } from '../../src/cli/texts/usage';
import { wordsFor } from '../../src/words/words';
import { Dec } from '../../src/workbook/decimal';
import type { UnreadableWhy } from '../../src/workbook/unreadable';
import { bookOf, sheetOf } from '../support/sheets';

/** Typed so that a new reason without a sentence fails to compile. */
const WHYS: Readonly<Record<UnreadableWhy, true>> = {
  'empty-file': true,
  'not-spreadsheet': true,
  encrypted: true,
  truncated: true,
  damaged: true,
  doctype: true,
  'inflates-too-large': true,
  'too-many-parts': true,
  'too-many-cells': true,
  'beyond-grid': true,
  'encrypted-old': true,
  'too-many-sheets': true,
  'too-many-merges': true,
  'too-many-relations': true,
  'too-much-formula': true,
  'too-much-text': true,
  'too-many-tables': true,
  'other-format': true,
  'unknown-content': true,
  memory: true,
  'no-sheet': true,
  'legacy-unreadable': true,
  'legacy-too-large': true,
  timeout: true,
  crashed: true,
};
const ACCUSING = /违规|虚报|造假|不实|不合格/;

describe('reasons for unreadable files', () => {
  it.each(Object.keys(WHYS) as UnreadableWhy[])('%s: says what to do, carries its detail, accuses nobody', (why) => {
    const plain = unreadableReason(why);
    expect(plain).toMatch(/请/);
    expect(plain).not.toMatch(ACCUSING);
    expect(plain).not.toMatch(/undefined|（）|。$/);
    const noted = unreadableReason(why, 'xl/sheet1.xml');
    expect(noted === plain || noted.includes('（xl/sheet1.xml）')).toBe(true);
  });

  it('are told apart', () => {
    expect(new Set((Object.keys(WHYS) as UnreadableWhy[]).map((why) => unreadableReason(why))).size).toBe(Object.keys(WHYS).length);
  });

  it('cover what the system refuses', () => {
    expect([unopenedReason('EACCES'), unopenedReason('ENOENT'), unopenedReason('EBUSY'), unopenedReason('EIO')]).toEqual([
      '没有权限打开，请检查文件权限',
      '文件已不存在，可能在审核过程中被移走或改名',
      '文件正被其他程序占用，请关闭后再审核',
      '无法打开（EIO）',
    ]);
    expect([unwrittenReason('ENOENT'), unwrittenReason('EROFS'), unwrittenReason('ENOSPC'), unwrittenReason('EIO')]).toEqual([
      '所在的文件夹不存在',
      '没有写入权限',
      '磁盘空间不足',
      '无法写入（EIO）',
    ]);
  });
});

describe('reasons for unrecognised workbooks', () => {
  const book = bookOf(sheetOf('表一', [['序号']]));

  it('name what was looked for, what stands there and where, three at most', () => {
    const doubt = { what: '没有得分栏', lookedFor: ['得分', '自评得分'], found: '备注', at: { sheet: 0, row: 2, col: 1 } };
    const one = '没有得分栏（表一!B3），要找的是「得分」、「自评得分」，找到的是「备注」';
    expect(unrecognisedReason([doubt], book)).toBe(`没有找到绩效自评评分表：${one}`);
    expect(unrecognisedReason([doubt, doubt, doubt, doubt], book)).toBe(`没有找到绩效自评评分表：${one}；${one}；${one}；另有 1 处`);
  });

  it('say what to look at when nothing is known', () => {
    expect(unrecognisedReason([], book)).toContain('请核对表头');
  });
});

describe('bases', () => {
  it.each([
    [
      { title: '项目支出绩效评价管理办法', number: '财预〔2020〕10号', article: '第十三条', status: 'official' },
      '《项目支出绩效评价管理办法》（财预〔2020〕10号）第十三条',
    ],
    [
      { title: '项目支出绩效评价管理办法', number: '财预〔2020〕10号', article: '偏差须说明', status: 'official' },
      '《项目支出绩效评价管理办法》（财预〔2020〕10号）：偏差须说明',
    ],
    [{ title: '表内算术关系', status: 'arithmetic' }, '表内算术关系'],
    [{ title: '预警规则', status: 'reconstructed' }, '预警规则（依公开资料整理，非官方文本）'],
  ] as const)('%j', (reference, text) => {
    expect(basisText(reference)).toBe(text);
  });
});

describe('words', () => {
  const book = bookOf([sheetOf('评分表', [['x']]), sheetOf('基础数据表', [['x']])]);
  const words = wordsFor(book, 0);
  const cell = (col: number, sheet = 0) => ({ sheet, row: 29, col });

  it('name cells, those of another sheet with its name', () => {
    expect(words.cell(cell(6))).toBe('G30');
    expect(words.cell(cell(6, 1))).toBe('基础数据表!G30');
    expect(words.cells([cell(0), cell(1)])).toBe('A30、B30');
    expect(words.cells(Array.from({ length: 9 }, (_, col) => cell(col)))).toBe('A30、B30、C30、D30、E30、F30、G30、H30等9处');
  });

  it.each([
    ['97.50', '97.5'],
    ['0', '0'],
    ['-0', '0'],
    ['1e-9', '0'],
    ['1e21', '1000000000000000000000'],
    ['33.33333333333', '33.333333'],
    ['-2.5', '-2.5'],
  ])('write %s as %s', (value, text) => {
    expect(words.number(new Dec(value))).toBe(text);
  });

  it('write percentages with two decimals at most and cut long names', () => {
    expect(words.percent(new Dec('0.8997'))).toBe('89.97%');
    expect(words.percent(new Dec('0.899950'))).toBe('90%');
    expect(words.name('满意度\n指标')).toBe('「满意度 指标」');
    expect(Array.from(words.name('长'.repeat(40))).length).toBeLessThanOrEqual(33);
  });
});

it('the last line counts everything', () => {
  const counts = { tables: 3, files: 2, lost: 0, unreadable: 1, unrecognised: 0, ours: 0, skipped: 4, reports: 0, unreadReports: 0 };
  expect(countsLine(counts)).toBe('已审核 3 张评分表（2 个文件），无法读取 1 个，未识别 0 个，跳过非表格文件 4 个。');
  expect(countsLine({ ...counts, reports: 3, unreadReports: 1 })).toContain('，核对报告 3 份，报告读不了 1 份，');
  expect(countsLine({ ...counts, lost: 1, ours: 2 })).toBe(
    '已审核 3 张评分表（2 个文件），未能检查 1 个，无法读取 1 个，未识别 0 个，跳过审核结果 2 个，跳过非表格文件 4 个。',
  );
});
