/** The small parts of an assessment: rows that fail, fixes in percent, sums of a table not read whole, sentences, arithmetic. */
import { findingArithmetic } from '../../src/assessment/arithmetic';
import { assess } from '../../src/assessment/assess';
import { fixInScale } from '../../src/assessment/fix-in-scale';
import { messagesOf, spoken } from '../../src/assessment/sentences';
import { unlessUnread } from '../../src/assessment/unread-rows';
import { CHECKS, type Check, type CheckContext, type Finding, accused, DOUBTERS } from '../../src/checks';
import { recognise } from '../../src/recognition';
import type { ScoreTable } from '../../src/score-table';
import { a1, type Addr, Dec, parseA1 } from '../../src/workbook';
import { formSheet } from '../support/audited';
import { scoreTableOf } from '../support/score-table';
import { bookOf, sheetOf, type TestCell } from '../support/sheets';

const at = (text: string): Addr => ({ sheet: 0, ...parseA1(text)! });
const finding = (rest: Partial<Finding>): Finding => ({
  code: 'total-score',
  severity: 'mandatory',
  accused: accused('total:0', 'total'),
  accountsFor: [],
  cell: at('G9'),
  related: [],
  indicator: null,
  data: null,
  basis: { title: '测试', status: 'arithmetic' },
  ...rest,
});
const book = bookOf(formSheet());
const table = recognise(book).tables[0]!;

describe('a row that cannot be worked out', () => {
  const failing = (names: readonly string[], error: unknown = new Error('除数为零')) =>
    assess(table, book, {
      scoring: {
        standardRule: (row) => {
          if (names.includes(row.name.value)) throw error;
          return null;
        },
      },
    });
  const crashes = (names: readonly string[], error?: unknown) =>
    failing(names, error)
      .findings.filter(({ code }) => code === 'check-crashed')
      .map(({ indicator, cell, severity, accused: who, data }) => [
        indicator,
        a1(cell.row, cell.col),
        severity,
        who.aspect,
        (data as { error: string }).error,
      ]);

  test('is told as our own fault, where the row stands, and the other rows are judged', () => {
    expect(crashes(['验收合格率'])).toEqual([['验收合格率', 'C5', 'info', 'file', '除数为零']]);
    expect(failing(['验收合格率']).coverage.failed).toEqual([
      { code: 'score-mismatch', why: '「验收合格率」一行的评分规则处理时出错，得分没有核对' },
    ]);
  });

  test('two of them make one check that failed, named after the first', () => {
    expect(crashes(['验收合格率', '服务覆盖率'], '坏')).toEqual([
      ['验收合格率', 'C5', 'info', 'file', '坏'],
      ['服务覆盖率', 'C6', 'info', 'file', '坏'],
    ]);
    expect(failing(['验收合格率', '服务覆盖率']).coverage.failed.map(({ why }) => why.slice(0, 8))).toEqual(['「验收合格率」一']);
  });

  test('where the scores were not to be checked at all, no check failed', () => {
    const { coverage, findings } = assess({ ...table, self: null }, book, {
      scoring: {
        standardRule: () => {
          throw new Error('x');
        },
      },
    });
    expect(coverage.notApplicable.map(({ code }) => code)).toContain('score-mismatch');
    expect(coverage.failed).toEqual([]);
    expect(findings.filter(({ code }) => code === 'check-crashed').length).toBeGreaterThan(0);
  });

  test('with a criterion it is the criterion’s cell that is pointed at', () => {
    const { scoreTable, book: own } = scoreTableOf({ rows: [{ name: '合格率', weight: 10, score: 10, criterion: '按完成比例计分' }] });
    const { findings } = assess(scoreTable, own, {
      scoring: {
        standardRule: () => {
          throw new Error('x');
        },
      },
    });
    const crash = findings.find(({ code }) => code === 'check-crashed')!;
    expect(a1(crash.cell.row, crash.cell.col)).toBe('J5');
  });
});

test('what was run, what had nothing to look at and what broke down come to all checks; both lists in the order of the contract', () => {
  const crash = (code: Check['code']): Check => ({
    ...CHECKS.find((check) => check.code === code)!,
    needs: [],
    run: () => {
      throw new Error('x');
    },
  });
  const without = (code: Check['code']): Check => ({ ...CHECKS.find((check) => check.code === code)!, needs: ['summary'] });
  const checks = [without('grade'), crash('total-score'), without('weights-sum'), crash('score-missing'), CHECKS[0]!];
  const { coverage } = assess(table, book, { checks: [...checks].reverse() });
  const inOrder = CHECKS.map(({ code }) => code);
  const sorted = (codes: readonly Check['code'][]) => [...codes].sort((a, b) => inOrder.indexOf(a) - inOrder.indexOf(b));
  expect([coverage.checks, coverage.run]).toEqual([5, 5 - coverage.notApplicable.length - 2]);
  const given = (list: readonly { readonly code: Check['code'] }[]) => list.map(({ code }) => code);
  for (const list of [given(coverage.failed), given(coverage.notApplicable)]) expect(list).toEqual(sorted(list));
  expect(given(coverage.notApplicable)).toEqual(expect.arrayContaining(['weights-sum', 'grade']));
});

test('a cell is doubted, and none that lies near it on this sheet or at its place on another', () => {
  const seen: string[] = [];
  const doubter = (cell: Addr): Check => ({
    ...CHECKS.find(({ code }) => code === DOUBTERS[0])!,
    needs: [],
    run: () => [{ severity: 'info', accused: accused('r1', 'score'), cell, indicator: null, data: null }],
  });
  const asker: Check = {
    ...CHECKS.find(({ code }) => code === 'grade')!,
    needs: [],
    run: ({ doubted }: CheckContext) => {
      for (const sheet of [0, 1, 2])
        for (const row of [0, 3, 4, 5, 1_048_575])
          for (const col of [0, 6, 7, 16_383]) if (doubted({ sheet, row, col })) seen.push(`${sheet} ${row} ${col}`);
      return [];
    },
  };
  for (const cell of [
    { sheet: 0, row: 4, col: 6 },
    { sheet: 1, row: 0, col: 0 },
    { sheet: 1, row: 5, col: 7 },
    { sheet: 2, row: 3, col: 0 },
  ])
    assess(table, book, { checks: [doubter(cell), asker] });
  expect(seen).toEqual(['0 4 6', '1 0 0', '1 5 7', '2 3 0']);
});

describe('a fix in a form that shows points as percent', () => {
  const { scoreTable } = scoreTableOf({ rows: [{ name: '合格率', weight: 10, score: 8 }], total: { score: 8 } });
  const scaled: ScoreTable = {
    ...scoreTable,
    rows: scoreTable.rows.map((row) => ({ ...row, scores: row.scores.map((slot) => slot && { ...slot, scale: new Dec(100) }) })),
  };
  const cell = scaled.rows[0]!.scores[0]!.at;
  const fixed = (to: NonNullable<Finding['fix']>['to'], of: ScoreTable = scaled, where: Addr = cell) =>
    fixInScale(finding({ fix: { cell: where, to } }), of).fix?.to;

  test('is the number to store', () => expect(fixed({ value: new Dec(9) })).toEqual({ value: new Dec('0.09') }));
  test('is none where it would be a formula or words', () => {
    expect(fixed({ formula: '=SUM(G5:G9)' })).toBeUndefined();
    expect(fixed({ value: '不涉及' })).toBeUndefined();
  });
  test('stays as it is elsewhere', () => {
    expect(fixed({ value: new Dec(9) }, scoreTable)).toEqual({ value: new Dec(9) });
    expect(fixed({ formula: '=SUM(G5:G9)' }, scaled, at('A1'))).toEqual({ formula: '=SUM(G5:G9)' });
    expect(fixInScale(finding({}), scaled)).toEqual(finding({}));
  });
});

describe('where rows were left unread', () => {
  const { table: where } = table;
  const unread: ScoreTable = {
    ...table,
    doubts: [{ at: { sheet: where.sheet, row: where.range.top + 2, col: 0 } } as ScoreTable['doubts'][number]],
  };
  const fix = { cell: at('G9'), to: { value: new Dec(97) } };

  test.each(['weights-sum', 'weight-tree', 'total-score', 'subtotal-score', 'total-impossible', 'sum-range', 'grade'] as const)(
    '%s is asked, not asserted, and nothing is to be written',
    (code) => {
      const found = finding({ code, fix });
      expect(unlessUnread(found, unread)).toEqual({ ...finding({ code }), severity: 'advisory' });
      expect(unlessUnread(found, table)).toBe(found);
    },
  );

  test('what rests on no sum stays as it is, and what is milder is not raised', () => {
    const missing = finding({ code: 'score-out-of-range', fix });
    expect(unlessUnread(missing, unread)).toBe(missing);
    const info = finding({ severity: 'info', fix });
    expect(unlessUnread(info, unread)).toBe(info);
  });
});

describe('sentences', () => {
  const says = (check: Partial<Check> | null) => {
    const one = { ...CHECKS.find(({ code }) => code === 'total-score')!, ...check } as Check;
    return spoken([finding({})], 0, book, messagesOf(check === null ? [] : [one]));
  };

  test('of the check', () => expect(says({ message: () => '总分应为97分' })).toEqual({ sentences: ['总分应为97分'], failed: [] }));

  test('that cannot be made leave the title and say so', () => {
    const broken = (error: unknown) => () => {
      throw error;
    };
    expect(says({ title: '总分', message: broken(new Error('缺数')) })).toEqual({
      sentences: ['G9：总分，请核实。'],
      failed: [{ code: 'total-score', why: '未能写出说明（缺数）' }],
    });
    expect(says({ title: '总分', message: broken('坏') }).failed).toEqual([{ code: 'total-score', why: '未能写出说明（坏）' }]);
  });

  test('of a check nobody knows are no reason to hide what it found', () =>
    expect(says(null)).toEqual({
      sentences: ['G9：total-score，请核实。'],
      failed: [{ code: 'total-score', why: '未能写出说明（no such check）' }],
    }));
});

test('the arithmetic of a score stands with what is found of that score alone', () => {
  const own = bookOf(formSheet({ cells: { E5: '90%', G5: 20, G8: 90 } }));
  const assessment = assess(recognise(own).tables[0]!, own);
  const row = assessment.scoreTable.rows.find(({ name }) => name.value === '验收合格率')!;
  const of = (aspect: 'score' | 'actual', id: string) => findingArithmetic(finding({ accused: accused(id, aspect) }), assessment);
  expect(of('score', row.id)).toMatch(/90%.*95%|0\.9/);
  expect(of('actual', row.id)).toBeNull();
  expect(of('score', 'total:0')).toBeNull();
});

describe('totals', () => {
  const HEAD: readonly TestCell[] = ['一级指标', '三级指标', '分值', '自评得分', '复核得分', '扣分说明'];
  const totals = (rows: readonly (readonly TestCell[])[], merges: readonly string[] = [], head = HEAD) => {
    const own = bookOf(sheetOf('评分表', [['2024年度部门整体绩效自评表'], head, ...rows], { merges }));
    const { totals: all } = assess(recognise(own).tables[0]!, own);
    return Object.fromEntries(
      (['fullScore', 'stated', 'sum', 'review', 'deducted', 'explained'] as const).map((key) => [key, all[key]?.toNumber() ?? null]),
    );
  };

  test('the reviewer’s total is the reviewer’s', () =>
    expect(
      totals([
        ['投入', '预算编制', 40, 38, 30, '调剂'],
        ['产出', '任务完成', 60, 60, 55, null],
        ['总分', null, 100, 98, 85, null],
      ]),
    ).toEqual({
      fullScore: 100,
      stated: 98,
      sum: 98,
      review: 85,
      deducted: 2,
      explained: 2,
    }));

  test('the reviewer’s column may stand before the unit’s, and no column is no total', () => {
    const rows: readonly (readonly TestCell[])[] = [
      ['投入', '预算编制', 40, 30, 38, '调剂'],
      ['产出', '任务完成', 60, 55, 60, null],
      ['总分', null, 100, 85, 98, null],
    ];
    expect(totals(rows, [], ['一级指标', '三级指标', '分值', '复核得分', '自评得分', '扣分说明'])).toMatchObject({
      stated: 98,
      review: 85,
    });
    expect(
      totals(
        rows.map((row) => row.filter((_, col) => col !== 3)),
        [],
        HEAD.filter((one) => one !== '复核得分'),
      ),
    ).toMatchObject({ stated: 98, review: null });
  });

  test.each([
    [23, 3],
    [null, 1],
  ])('of a 分值 over two scores nothing is known to be taken off while one of them is blank: %s', (first, deducted) => {
    const { scoreTable, book: own } = scoreTableOf({
      rows: [
        { name: '预算编制', weight: 40, score: first },
        { name: '预算执行', sharesWeightOf: 1, score: 15 },
        { name: '任务完成', weight: 60, score: 59 },
      ],
    });
    expect(assess(scoreTable, own).totals.deducted?.toNumber()).toBe(deducted);
  });

  test('a reason in one of the rows of a score speaks for it', () =>
    expect(
      totals(
        [
          ['投入', '预算编制', 40, 35, null, null],
          ['投入', '预算执行', null, null, null, '执行偏慢，年底追加'],
          ['产出', '任务完成', 60, 60, null, null],
        ],
        ['C3:C4', 'D3:D4'],
      ),
    ).toMatchObject({ deducted: 5, explained: 5 }));

  test('rows whose 分值 are all blank leave open what was taken off', () =>
    expect(
      totals([
        ['投入', '预算编制', null, 38, null, null],
        ['产出', '任务完成', null, 60, null, null],
      ]),
    ).toMatchObject({ deducted: null, explained: null, sum: 98 }));
});
