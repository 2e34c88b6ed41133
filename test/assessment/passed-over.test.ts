/** Mistakes that only the whole workbook shows, each with what looks like it and is right. */
import { sheetOf, type TestCell } from '../support/sheets';
import { formSheet, found, HEAD, ROWS, TOTAL, type Changes } from '../support/audited';

const date = (serial: number, format = 'm"月"d"日"'): TestCell => ({ v: serial, format });

describe('a date where a figure is due', () => {
  test.each<[string, Changes]>([
    ['a target beside a figure with its unit', { cells: { D4: date(45454) } }],
    ['a 完成值 beside a target with its unit', { cells: { E4: date(45454, 'yyyy/m/d') } }],
    [
      'both, under a unit column that counts',
      {
        head: ['一级指标', '二级指标', '三级指标', '指标值', '完成值', '分值', '得分', '偏差原因', '度量单位'],
        cells: { D4: date(45454), E4: date(45457), I4: '场', I5: '%', I6: '%', I7: '%' },
      },
    ],
    ['a rate', { cells: { D5: date(45416) } }],
  ])('%s', (_name, changes) => {
    expect(found(changes).filter((one) => one.includes('value-type')).length).toBe(1);
  });

  test.each<[string, Changes]>([
    ['a date for a date', { cells: { C4: '完工', D4: date(45454), E4: date(45450) } }],
    ['a point in time beside a date in words', { cells: { C4: '主体完工时间', D4: date(45454), E4: '6月' } }],
    ['a deadline in days beside a day', { cells: { C4: '办结时限', D4: '≤30天', E4: date(45454) } }],
    ['words', { cells: { D4: date(45454), E4: '按期完成' } }],
    ['a date typed as text', { cells: { D4: '6-12', E4: '12场' } }],
    ['a figure that merely looks like a serial number', { cells: { D4: '≥45454人次', E4: '45500人次' } }],
  ])('none: %s', (_name, changes) => {
    expect(found(changes).filter((one) => one.includes('value-type'))).toEqual([]);
  });
});

describe('不涉及 in the score cell', () => {
  const criteria = ['一级指标', '二级指标', '三级指标', '评分标准', '完成情况', '分值', '自评得分', '自评说明', '佐证材料'];
  const said = (score: TestCell, more: Readonly<Record<string, TestCell>> = {}) =>
    found({
      head: criteria,
      cells: {
        D4: '合规得40分，否则酌情扣分。',
        D5: '合规得30分，否则酌情扣分。',
        D6: '合规得20分，否则酌情扣分。',
        D7: '合规得10分，否则酌情扣分。',
        G7: score,
        ...more,
      },
      total: ['总分', null, null, null, null, 100, 100],
    });

  test.each(['不涉及', '不适用', '无此项'])('%s, and nothing says how it was scored', (text) => {
    expect(said(text)).toEqual(['advisory not-applicable G7']);
  });

  test.each<[string, Readonly<Record<string, TestCell>>]>([
    ['the explanation says so', { H7: '本单位无食堂，不涉及，按满分计' }],
    ['the criterion says so', { D7: '合规得10分；不涉及的不计分，按其余指标折算。' }],
    ['the line of the total says so', { H8: '其中10分不涉及', G8: 90 }],
  ])('said: %s', (_name, cells) => {
    expect(said('不涉及', cells).filter((one) => one.includes('not-applicable'))).toEqual([]);
  });
});

describe('a named row without 分值 and 得分', () => {
  const blank = { F6: null, G6: null } as const;

  test('the other rows leave its points over', () => {
    expect(found({ cells: { ...blank, G8: 80 } })).toEqual(['mandatory weight-missing F6']);
  });

  test('the other rows come to the full score', () => {
    expect(found({ cells: { ...blank, F4: 60, G4: 60 } })).toEqual(['advisory weight-missing F6']);
  });

  test('with a criterion instead of values', () => {
    const head = ['一级指标', '二级指标', '三级指标', '评分标准', '佐证材料', '分值', '自评得分', '自评说明'];
    const rows = ROWS.map((row, index) => [
      ...row.slice(0, 3),
      `按规定完成得${String(row[5])}分，否则酌情扣分。`,
      '台账',
      index === 2 ? null : row[5],
      index === 2 ? null : row[6],
    ]);
    expect(found({ head, rows, cells: { G8: 80 } })).toEqual(['mandatory weight-missing F6']);
  });

  test.each<[string, Changes]>([
    ['其中', { cells: { ...blank, C6: '其中：乡镇覆盖率', F4: 60, G4: 60 } }],
    ['values of the scored row above it', { cells: { D5: null, E5: null, ...blank, F4: 60, G4: 60 } }],
    ['nothing filled in at all', { cells: { ...blank, D6: null, E6: null, I6: null, F4: 60, G4: 60 } }],
    ['points of the row above cover it', { cells: { F6: null, G6: null, F5: 50, G5: 50 }, options: { merges: ['F5:F6', 'G5:G6'] } }],
    ['not applicable', { cells: { ...blank, E6: '不涉及', F4: 60, G4: 60 } }],
  ])('none: %s', (_name, changes) => {
    expect(found(changes).filter((one) => one.includes('weight-missing'))).toEqual([]);
  });
});

describe('a table of targets without scores', () => {
  const head = ['一级指标', '二级指标', '三级指标', '指标值', '全年实际完成值', '未完成原因和改进措施'];
  const rows = ROWS.map((row) => row.slice(0, 5));
  const transfer = (cells: Readonly<Record<string, TestCell>>) =>
    found({ title: '2024年度中央对地方转移支付绩效自评表', head, rows, total: [], cells });

  test('all met', () => {
    expect(transfer({})).toEqual([]);
  });

  test.each<[string, Readonly<Record<string, TestCell>>, string]>([
    ['a rate', { E5: '80%' }, 'mandatory deduction-unexplained F5'],
    ['a count', { E4: '88人次' }, 'mandatory deduction-unexplained F4'],
    ['「无」 is no reason', { E5: '80%', F5: '无' }, 'mandatory deduction-unexplained F5'],
    ['a cost above its target', { C6: '项目总成本', D6: '≤90万元', E6: '95万元' }, 'mandatory deduction-unexplained F6'],
  ])('missed without a reason: %s', (_name, cells, finding) => {
    expect(transfer(cells)).toEqual([finding]);
  });

  test.each<[string, Readonly<Record<string, TestCell>>]>([
    ['a reason is given', { E5: '80%', F5: '两处工程因汛期延至次年验收' }],
    ['a cost below its target', { C6: '项目总成本', D6: '≤90万元', E6: '85万元' }],
    ['not yet filled in', { E5: null }],
    ['does not apply', { E5: '不涉及' }],
    ['words', { D5: '效果明显', E5: '效果较好' }],
  ])('silent: %s', (_name, cells) => {
    expect(transfer(cells).filter((one) => one.includes('deduction-unexplained'))).toEqual([]);
  });

  test('a picture is a reason', () => {
    const sheet = formSheet({
      title: '2024年度中央对地方转移支付绩效自评表',
      head,
      rows,
      total: [],
      cells: { E5: '80%' },
      options: { pictures: ['F5:F5'] },
    });
    expect(found([sheet])).toEqual([]);
  });
});

describe("the reviewer's columns", () => {
  const head = [...HEAD.slice(0, 6), '自评得分', '复核得分', '扣分原因'];
  const rows = (review: readonly TestCell[]) =>
    [...ROWS, ['满意度指标', '服务对象满意度', '学员满意度', '≥90%', '96%', 10, 10]].map((row, index) => [
      ...row.slice(0, 5),
      index === 3 ? 5 : index === 4 ? 5 : row[5],
      index >= 3 ? 5 : row[6],
      review[index] ?? null,
    ]);
  const reviewed = (review: readonly TestCell[], total: TestCell) =>
    found({ head, rows: rows(review), total: ['总分', null, null, null, null, 100, 100, total] });

  test.each<[string, readonly TestCell[], TestCell, readonly string[]]>([
    ['filled', [40, 30, 20, 5, 5], 100, []],
    ['one cell blank', [40, 30, null, 5, 5], 80, ['advisory score-missing H6']],
    ['not begun', [null, null, null, null, null], null, []],
    ['half done', [40, 30, null, null, null], null, []],
  ])('%s', (_name, review, total, findings) => {
    expect(reviewed(review, total)).toEqual(findings);
  });
});

describe('the execution rate and sources of money', () => {
  const funds = (lines: readonly (readonly TestCell[])[]) =>
    found([
      sheetOf('自评表', [
        ['2024年度项目支出绩效自评表'],
        ['项目名称', '乡村培训项目', '实施单位', '东江县农业农村局', null, '单位：万元'],
        ['项目资金', '年初预算数', '全年预算数', '全年执行数', '执行率'],
        ...lines,
        [...HEAD],
        ...ROWS.map((row) => [...row]),
        [...TOTAL],
      ]),
    ]).filter((one) => one.includes('funding'));

  test('sources that come to the total in two columns have to in the third', () => {
    const lines = (executed: number) => [
      ['年度资金总额', 100, 120, 110, '91.67%'],
      ['其中：财政拨款', 80, 90, executed],
      ['上级补助', 20, 30, 20],
    ];
    expect(funds(lines(90))).toEqual([]);
    expect(funds(lines(70))).toEqual(['mandatory funding-parts D4']);
  });

  test('one source is no list', () => {
    expect(
      funds([
        ['年度资金总额', 100, 120, 110, '91.67%'],
        ['其中：财政拨款', 100, 120, 90],
      ]),
    ).toEqual([]);
  });

  test('a source that came in the middle of the year need not be listed', () => {
    expect(
      funds([
        ['年度资金总额', 100, 120, 110, '91.67%'],
        ['其中：财政拨款', 80, 90, 80],
        ['上级补助', 20, 20, 20],
      ]),
    ).toEqual([]);
  });
});

describe('years of the workbook', () => {
  const data = (title: string) => sheetOf('基础数据表', [[title], ['项目', '金额（万元）'], ['本年支出合计', 120.5]]);

  test.each([
    ['2023年度部门基础数据表', ['advisory year-mismatch 2!A1']],
    ['2024年度部门基础数据表', []],
    ['部门基础数据表', []],
    ['基础数据表（2023—2024年度）', []],
  ])('a data sheet titled %s', (title, findings) => {
    expect(found([formSheet(), data(title)])).toEqual(findings);
  });

  test('one table of another year among three', () => {
    const project = (name: string, year: number) => formSheet({ name, title: `${year}年度项目支出绩效自评表` });
    expect(found([project('甲', 2023), project('乙', 2024), project('丙', 2024)])).toEqual(['advisory year-mismatch A1']);
    expect(found([project('甲', 2024), project('乙', 2024), project('丙', 2023)])).toEqual([]);
    expect(found([project('甲', 2023), project('乙', 2024)])).toEqual([]);
  });
});
