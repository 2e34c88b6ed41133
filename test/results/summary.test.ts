import { NOTICE } from '../../src/words/severity';
import { Collected } from '../../src/results/summary/collect';
import { type Digest, type TableDigest, digestsOf } from '../../src/results/summary/digest';
import { summarySheets } from '../../src/results/summary/sheets';
import { MESSAGES, allText, builtReview, publishedReviews, sampleReview, textRows } from './reviews';

const CODE = '相同的说明：因天气原因，两处工程延后到次年完成。';

function sheetsOf(digests: readonly Digest[]): ReadonlyMap<string, readonly string[][]> {
  const all = new Collected();
  for (const digest of digests) all.add(digest);
  return new Map(summarySheets(all, MESSAGES).map(({ name, content }) => [name, textRows(content)]));
}

/** Rows between the headings and the notice. */
function body(rows: readonly string[][], heading: string): readonly string[][] {
  const from = rows.findIndex((row) => row.includes(heading));
  return rows.slice(from + 1).filter((row) => row.length > 0 && !row[0]!.startsWith(NOTICE));
}

const DIGEST: TableDigest = {
  status: 'ok',
  file: '甲/附件2.xlsx',
  sheet: '自评表',
  kind: 'project',
  unit: '甲局',
  year: 2024,
  self: '98',
  recomputed: '97.5',
  difference: '0.5',
  fullScore: '100',
  grade: '优',
  mandatory: 1,
  advisory: 1,
  failed: 0,
  changes: '1. 改',
  scored: 10,
  full: 9,
  reasons: [CODE],
  reconstructed: [],
  mistakes: [
    { code: 'total-score', severity: 'mandatory', indicator: null, sentence: '总分不等。' },
    { code: 'value-type', severity: 'advisory', indicator: '群众满意度', sentence: '请填数值。' },
  ],
};
const of = (unit: string, rest: Partial<TableDigest> = {}): TableDigest => ({ ...DIGEST, unit, file: `${unit}/附件2.xlsx`, ...rest });

describe('the digest of a table', () => {
  it('is plain data with what the summary needs', async () => {
    const [digest] = digestsOf('a.xlsx', await sampleReview('项目自评_有误.xlsx'));
    expect(JSON.parse(JSON.stringify(digest))).toEqual(digest);
    expect(digest).toMatchObject({
      status: 'ok',
      file: 'a.xlsx',
      sheet: '项目支出绩效自评表',
      kind: 'project',
      unit: '示例市政务服务中心',
      year: 2024,
      self: '89.73',
      grade: '优',
      mandatory: 6,
      advisory: 2,
    });
    expect(digest!.mistakes).toHaveLength(8);
  });

  it('has 需修改事项 with cell, what is and what should be, 强制性 first, a line for each', async () => {
    for (const { review } of [...publishedReviews(), { review: await sampleReview('项目自评_有误.xlsx') }]) {
      digestsOf('a.xlsx', review).forEach(({ changes, mandatory, advisory }) => {
        const lines = changes.split('\n');
        if (mandatory + advisory === 0) expect(changes).toBe('无');
        else expect(lines).toHaveLength(mandatory + advisory);
        const order = lines.map((line) => (line.includes('【强制性】') ? 0 : line.includes('【提示性】') ? 1 : 2));
        expect(order).toEqual([...order].sort((a, b) => a - b));
        for (const line of lines.filter((one) => /^\d/.test(one))) expect(line).toMatch(/[A-Z]{1,2}\d+/);
      });
    }
    const [digest] = digestsOf('a.xlsx', await sampleReview('项目自评_有误.xlsx'));
    expect(digest!.changes).toContain('【强制性】H25（总分与得分合计）：现为89.73，应为89.23');
  });

  it('leaves nothing out and cuts nothing', () => {
    const review = builtReview({ total: { weight: 100, score: 101 } });
    const [table] = review.tables;
    const { findings } = table!.assessment;
    const plain = { ...findings[0]! };
    delete plain.fix;
    const many = Array.from({ length: 40 }, () => ({ ...plain, code: 'data-vs-score' as const }));
    const long = `${'数据与评分表不一致，'.repeat(30)}请核实。`;
    const assessment = { ...table!.assessment, findings: many };
    const [digest] = digestsOf('a.xlsx', {
      ...review,
      tables: [{ assessment, spoken: { sentences: many.map(() => long), failed: [] }, answers: { findings: [], resolved: [] } }],
    });
    const lines = digest!.changes.split('\n');
    expect(lines).toHaveLength(40);
    for (const line of lines) expect(line).toContain(long.replace(/。$/, ''));
  });

  it('says 应为 only where the finding determines it', async () => {
    const [digest] = digestsOf('a.xlsx', await sampleReview('项目自评_有误.xlsx'));
    // A missed target with full marks: what is right, value or score, nobody knows.
    const missed = digest!.changes.split('\n').find((line) => line.includes('大厅设备巡检次数'))!;
    expect(missed).not.toContain('应为');
    expect(missed).toContain('请核实完成值和得分');
  });
});

describe('汇总', () => {
  it('has the text of one unit and one file together, and the rest as they are', () => {
    const two = [of('甲局', { sheet: '整体', changes: '1. 甲' }), of('甲局', { sheet: '项目', changes: '1. 乙' })];
    const rows = sheetsOf([of('乙局'), ...two, of('丙局', { changes: '无' })]).get('汇总')!;
    const text = (row: readonly string[]): string => row.at(-2)!;
    expect(body(rows, '需修改事项').map(text)).toEqual(['1. 改', '「整体」\n1. 甲\n「项目」\n1. 乙', '已并入序号2', '无']);
  });

  it('keeps thirty units apart that do not state their name', () => {
    const digests = Array.from({ length: 30 }, (_, n) => of('甲局', { unit: null, file: `收件/${n}.xlsx` }));
    const sheets = sheetsOf(digests);
    expect(sheets.get('汇总')![1]![0]).toContain('（30 个文件，30 个单位）');
    expect(body(sheets.get('按单位')!, '满分率')).toHaveLength(30);
  });

  it('has one row a table, then what was unreadable, then what was unrecognised', () => {
    const rows = sheetsOf([
      of('甲局'),
      { status: 'unrecognised', file: '名单.xlsx', reason: '没有找到绩效自评评分表' },
      { status: 'unreadable', file: '坏.xlsx', reason: '文件不完整' },
      of('乙局', { failed: 2, unit: null }),
    ]).get('汇总')!;
    expect(rows[1]![0]).toBe(
      '共审核 2 张评分表（2 个文件，2 个单位），其中 2 张有强制性问题。另有无法读取的文件 1 个、未识别的文件 1 个。',
    );
    const table = body(rows, '需修改事项');
    expect(table.map((row) => [row[0], row[1], row[2], row.at(-1)])).toEqual([
      ['1', '甲局', '甲局/附件2.xlsx', '已审核'],
      ['2', '（未填单位）', '乙局/附件2.xlsx', '已审核，2项未能检查'],
      ['3', '—', '坏.xlsx', '无法读取'],
      ['4', '—', '名单.xlsx', '未识别'],
    ]);
    expect(table[0]!.slice(3, 12)).toEqual(['自评表', '项目支出', '2024', '98', '97.5', '0.5', '优', '1', '1']);
  });

  it('names the reconstructed standards used in the batch, each once', () => {
    const text = sheetsOf([of('甲局', { reconstructed: ['某省办法'] }), of('乙局', { reconstructed: ['某省办法'] })])
      .get('汇总')!
      .flat()
      .join('');
    expect(text.split('某省办法')).toHaveLength(2);
  });

  it('stands on A4 across, its headings repeated and kept in view', () => {
    const all = new Collected();
    all.add(DIGEST);
    // 图表 is no table.
    for (const { content } of summarySheets(all, MESSAGES).filter(({ name }) => name !== '图表')) {
      expect(content.print.landscape).toBe(true);
      expect(content.print.repeatRows).toEqual([content.frozenRows - 1, content.frozenRows - 1]);
      expect(content.rows[content.frozenRows - 1]!.cells.every(({ style }) => style === 'heading')).toBe(true);
      expect(allText(content)).toContain(NOTICE);
    }
  });
});

describe('the other sheets', () => {
  const sheets = sheetsOf([
    of('甲局'),
    of('甲局', { mandatory: 3 }),
    of('乙局', { scored: 8, full: 8, self: '100', mistakes: DIGEST.mistakes.slice(0, 1) }),
  ]);

  it('sum up by unit, with the share of full marks', () => {
    expect(body(sheets.get('按单位')!, '满分率')).toEqual([
      ['甲局', '2', '2', '4', '2', '20', '18', '0.9'],
      ['乙局', '1', '1', '1', '1', '8', '8', '1'],
    ]);
  });

  it('count by check how often, in how many tables, in how many units', () => {
    const rows = body(sheets.get('按检查项')!, '怎样改');
    expect(rows.map((row) => [row[1], row[2], row[3], row[5]])).toEqual([
      ['强制性', '3', '3', '2'],
      ['提示性', '2', '2', '1'],
    ]);
    expect(rows[0]![0]).toBe(MESSAGES.get('total-score')!.title);
    expect(rows[0]![6]).toBe(MESSAGES.get('total-score')!.explain.howToFix);
  });

  it('list what repeats from table to table, with an example', () => {
    const rows = body(sheets.get('常见问题')!, '举例');
    expect(rows.map((row) => [row[2], row[4]])).toEqual([
      ['—', '3'],
      ['群众满意度', '2'],
    ]);
    expect(rows[0]!.at(-1)).toBe('甲局/附件2.xlsx › 自评表：总分不等。');
  });

  it('show how scores spread', () => {
    const rows = body(sheets.get('得分情况')!, '自评分占满分');
    expect(rows.map((row) => row[1])).toEqual(['1', '2', '0', '0', '0', '0', '0', '0']);
    expect(sheets.get('得分情况')!.flat().join('')).toContain('计分指标共 28 个，得满分的 26 个；3 张评分表中，全部指标都得满分的 1 张。');
  });

  it('list reasons that several units gave in the same words, and none that only one gave', () => {
    expect(body(sheets.get('相同说明')!, '说明原文')).toEqual([['1', CODE, '2', '3', '甲局、乙局']]);
    expect(body(sheetsOf([of('甲局'), of('甲局')]).get('相同说明')!, '说明原文')).toEqual([['没有。']]);
  });

  it('never hold two tables without a unit for one unit', () => {
    expect(body(sheetsOf([of('a', { unit: null }), of('b', { unit: null })]).get('相同说明')!, '说明原文')[0]!.slice(2, 4)).toEqual([
      '2',
      '2',
    ]);
  });

  it('are there, and say so, when there is nothing', () => {
    const empty = sheetsOf([]);
    expect([...empty.keys()]).toEqual(['汇总', '图表', '按单位', '按检查项', '常见问题', '得分情况', '相同说明']);
    for (const rows of empty.values()) expect(rows.flat()).toContain('没有。');
  });

  it('comment on nothing', () => {
    expect([...sheets.values()].flat(2).join('')).not.toMatch(/违规|虚报|造假|不实|不合格|抄袭|雷同|异常/);
  });
});

describe('图表', () => {
  const all = new Collected();
  for (const one of [
    of('甲局', { self: '98', recomputed: '97.5' }),
    of('乙局', { self: '100', recomputed: '92' }),
    of('丙局', { self: '18', fullScore: '20', recomputed: '18', mistakes: DIGEST.mistakes.slice(0, 1) }),
    of('丁局', { self: null, recomputed: null, mistakes: [] }),
  ])
    all.add(one);
  const { content } = summarySheets(all, MESSAGES)[1]!;
  const figures = (at: number) => {
    const { values, names } = content.charts![at]!;
    const cell = (row: number, col: number) => String(content.rows[row]!.cells.find((one) => one.col === col)!.value);
    return Object.fromEntries(
      Array.from({ length: values.bottom - values.top + 1 }, (_, row) => [
        cell(names.top + row, names.left),
        Number(cell(values.top + row, values.left)),
      ]).filter(([, count]) => count !== 0),
    );
  };

  it('draws how the scores are spread, how far 重算分 is from them, and which checks are met most', () => {
    expect(content.charts!.map(({ kind, title }) => [kind, title])).toEqual([
      ['columns', '自评得分'],
      ['columns', '重算分比自评分'],
      ['bars', '问题最多的检查项'],
    ]);
    expect(figures(0)).toEqual({ '90起': 1, '95起': 1, 满分: 1 });
    expect(figures(1)).toEqual({ 低5以上: 1, '低0.5以内': 1, 一致: 1 });
    expect(figures(2)).toEqual({ 总分与合计不一致: 3, 完成值应填数值: 2 });
  });

  it('no chart stands on another or on the figures', () => {
    const areas = content.charts!.map(({ area }) => area);
    for (const [at, area] of areas.entries()) {
      expect(area.left).toBeGreaterThan(1);
      if (at > 0) expect(area.top).toBeGreaterThan(areas[at - 1]!.bottom);
      expect(area.bottom).toBeLessThan(content.rows.length);
    }
  });

  it('nothing to draw is said, not drawn', () => {
    const empty = summarySheets(new Collected(), MESSAGES)[1]!.content;
    expect(empty.charts).toEqual([]);
    expect(allText(empty)).toContain('没有。');
  });
});
