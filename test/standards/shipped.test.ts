/**
 * Each shipped standard with a sheet that earns its full score and with one whose rules do not give it.
 * Every score below was worked out by hand from the standard's sentence.
 */
import { assess } from '../../src/assessment/assess';
import type { FactRef, FactValue } from '../../src/criteria';
import type { IndicatorRow } from '../../src/score-table/types';
import { BUILTIN, builtinStandard } from '../../src/standards/builtin';
import { pathOf } from '../../src/standards/lines';
import { resolved } from '../../src/standards/resolve';
import { Dec } from '../../src/workbook/decimal';
import { scoreTableOf, type RowSpec, type SheetSpec } from '../support/score-table';

/** What is known of a row: its 完成值, how often something happened, what holds (in the order of the sentence), figures by name. */
interface Known {
  readonly actual?: string;
  readonly target?: string;
  readonly count?: number;
  readonly yes?: readonly boolean[];
  readonly figures?: Readonly<Record<string, number>>;
  /** One score, or all that the two readings of the sentence allow. */
  readonly score: number | readonly number[];
}

type Rows = Readonly<Record<string, Known>>;

function answer(known: Known | undefined, asked: Map<string, number>, row: IndicatorRow, ref: FactRef): FactValue | undefined {
  if (known === undefined) return undefined;
  if (ref.kind === 'yes') {
    const key = `${row.name.value} ${ref.name}`;
    if (!asked.has(key)) asked.set(key, [...asked.keys()].filter((one) => one.startsWith(`${row.name.value} `)).length);
    return known.yes?.[asked.get(key)!];
  }
  if (ref.kind === 'count') return known.count === undefined ? undefined : new Dec(known.count);
  const figure = known.figures?.[ref.name];
  return figure === undefined ? undefined : new Dec(figure);
}

/** The scores the standard's rules give, by name; rows that are not asked for are left out. */
function scores(id: string, rows: Rows, sheet?: SheetSpec): Record<string, number | number[] | string> {
  const standard = builtinStandard(id)!;
  const { scoreTable, book } = scoreTableOf(sheet ?? sheetOf(id, rows));
  const asked = new Map<string, number>();
  const { derivations } = assess(scoreTable, book, {
    standards: { standard },
    scoring: { answers: (row, ref) => answer(rows[row.name.value], asked, row, ref) },
  });
  const out: Record<string, number | number[] | string> = {};
  for (const row of scoreTable.rows) {
    const derived = derivations.get(row.id)!;
    if (rows[row.name.value] === undefined) continue;
    const { admissible } = derived;
    out[row.name.value] =
      admissible.is === 'exact'
        ? admissible.score.toNumber()
        : admissible.is === 'one-of'
          ? admissible.scores.map((one) => one.toNumber())
          : admissible.is === 'range'
            ? [admissible.from.toNumber(), admissible.to.toNumber()]
            : admissible.is;
  }
  return out;
}

function sheetOf(id: string, known: Rows): SheetSpec {
  const { lines } = resolved(builtinStandard(id)!, null);
  const rows = lines.flatMap((line, index): RowSpec[] => {
    if (line.kind !== 'leaf') return [];
    const { actual, target } = known[line.name] ?? {};
    return [
      {
        name: line.name,
        path: pathOf(lines, index).slice(0, -1).join('/'),
        weight: line.weight!.value.toNumber(),
        score: 0,
        actual: actual ?? null,
        target: target ?? null,
      },
    ];
  });
  return { rows, total: { weight: 100, score: 0 } };
}

const due = (rows: Rows): Record<string, unknown> => Object.fromEntries(Object.entries(rows).map(([name, known]) => [name, known.score]));

interface Shipped {
  readonly id: string;
  readonly full: Rows;
  readonly less: Rows;
}

const WHOLE: readonly Shipped[] = [
  {
    id: 'yueyang-whole',
    full: {
      财政供养人员控制率: { actual: '98%', score: 5 },
      '“三公经费”变动率': { actual: '-5%', score: 5 },
      重点支出安排率: { actual: '92%', score: 5 },
      预算调整率: { actual: '0%', score: 3 },
      支付进度: { count: 0, score: 3 },
      资金结余: { figures: { 结余: 0, 上年结转: 20 }, score: 3 },
      '“三公经费”控制率': { actual: '90%', score: 6 },
      管理制度健全性: { yes: [true, true, true], score: 3 },
      资金使用合规性: { count: 0, score: 3 },
    },
    less: {
      // 103% is 3 points above 100%: 5 − 3×0.5
      财政供养人员控制率: { actual: '103%', score: 3.5 },
      // 8 points above 0: 5 − 8×0.5
      '“三公经费”变动率': { actual: '8%', score: 1 },
      // 70% ≤ 75% < 80%
      重点支出安排率: { actual: '75%', score: 3 },
      // 10% < 12% ≤ 20%
      预算调整率: { actual: '12%', score: 1 },
      // 3 − 2×0.5
      支付进度: { count: 2, score: 2 },
      // 10 left, not above last year's 20
      资金结余: { figures: { 结余: 10, 上年结转: 20 }, score: 2 },
      // 2.5 points above 100%: 6 − 2.5×1, or 6 − 2×1 where a part of a point does not count
      '“三公经费”控制率': { actual: '102.5%', score: [3.5, 4] },
      管理制度健全性: { yes: [true, true, false], score: 2 },
      // 3 − 5×1, not below 0
      资金使用合规性: { count: 5, score: 0 },
    },
  },
  {
    id: 'zhanjiang-whole',
    full: {
      预算编制合理性: { yes: [true, true, true], score: 3 },
      财政拨款收入预决算差异率: { actual: '0%', score: 2 },
      // (1−0)×4×60% + (1−0)×4×40%
      预算编制约束性: { figures: { 预算调剂率: 0, 年中追加率: 0 }, score: 4 },
      财务管理合规性: { count: 0, score: 5 },
      采购合同签订时效性: { figures: { 按时签订合同数: 8, 合同总数: 8 }, score: 3 },
      固定资产利用率: { actual: '100%', score: 2 },
      经济成本控制情况: { figures: { 日常公用经费决算数: 528671.81, 日常公用经费调整预算数: 715006 }, score: 3 },
    },
    less: {
      预算编制合理性: { yes: [true, true, false], score: 2 },
      // 5 points above 0: 2 − 5×0.1
      财政拨款收入预决算差异率: { actual: '5%', score: 1.5 },
      // (1−10%)×4×60% + (1−5%)×4×40% = 2.16 + 1.52
      预算编制约束性: { figures: { 预算调剂率: 0.1, 年中追加率: 0.05 }, score: 3.68 },
      财务管理合规性: { count: 2, score: 3 },
      // 6 ÷ 8 × 3
      采购合同签订时效性: { figures: { 按时签订合同数: 6, 合同总数: 8 }, score: 2.25 },
      // 95% × 2
      固定资产利用率: { actual: '95%', score: 1.9 },
      经济成本控制情况: { figures: { 日常公用经费决算数: 720000, 日常公用经费调整预算数: 715006 }, score: 0 },
    },
  },
  {
    id: 'guangdong-whole',
    full: {
      部门预算资金支出率: { actual: '100%', score: 10 },
      预算编制约束性: { figures: { 预算调剂率: 0, 年中追加率: 0 }, score: 4 },
      财务管理合规性: { count: 0, score: 3 },
      绩效管理制度执行: { count: 0, score: 10 },
      采购政策效能: { yes: [true, true], score: 2 },
      合同备案时效性: { figures: { 按时备案合同数: 5, 合同总数: 5 }, score: 1 },
      固定资产利用率: { actual: '100%', score: 2 },
    },
    less: {
      // 97.5% × 10
      部门预算资金支出率: { actual: '97.5%', score: 9.75 },
      // (1−20%)×4×60% + (1−0)×4×40% = 1.92 + 1.6
      预算编制约束性: { figures: { 预算调剂率: 0.2, 年中追加率: 0 }, score: 3.52 },
      财务管理合规性: { count: 1, score: 2 },
      // 10 − 3×2.5
      绩效管理制度执行: { count: 3, score: 2.5 },
      采购政策效能: { yes: [true, false], score: 1 },
      // 4 ÷ 5 × 1
      合同备案时效性: { figures: { 按时备案合同数: 4, 合同总数: 5 }, score: 0.8 },
      固定资产利用率: { actual: '90%', score: 1.8 },
    },
  },
  {
    id: 'sichuan-whole-2020',
    full: {
      目标实现: { figures: { 达标数量指标数: 12, 数量指标总数: 12 }, score: 10 },
      编制准确: { figures: { 预算调剂额: 0, 年初部门预算数: 800 }, score: 10 },
    },
    // 9 ÷ 12 × 10; (1 − 10×32÷800) × 10
    less: {
      目标实现: { figures: { 达标数量指标数: 9, 数量指标总数: 12 }, score: 7.5 },
      编制准确: { figures: { 预算调剂额: 32, 年初部门预算数: 800 }, score: 6 },
    },
  },
];

describe.each(WHOLE)('$id', ({ id, full, less }) => {
  test('earns its full score', () => {
    expect(scores(id, full)).toEqual(due(full));
    const weights = new Map(resolved(builtinStandard(id)!, null).lines.map((line) => [line.name, line.weight?.value.toNumber()]));
    expect(due(full)).toEqual(Object.fromEntries(Object.keys(full).map((name) => [name, weights.get(name)])));
  });
  test('rules that do not give it', () => {
    expect(scores(id, less)).toEqual(due(less));
  });
});

/** The project forms: an execution row and indicators of the unit's own, scored in proportion. */
function project(executed: number, executionWeight: number, met: string, classes: readonly (readonly [string, number])[]): SheetSpec {
  return {
    funding: { total: { initial: 200, budget: 200, executed, rate: `${executed / 2}%`, weight: executionWeight, score: 0 } },
    rows: classes.map(([path, weight], index) => ({
      path: `${path}/下级`,
      name: `办件量${index + 1}`,
      weight,
      score: 0,
      target: '≥200件',
      actual: index === 0 ? met : '200件',
    })),
    total: { weight: 100, score: 0 },
  };
}

const PROJECTS = [
  {
    id: 'national-project',
    weight: 10,
    classes: [
      ['产出指标', 50],
      ['效益指标', 30],
      ['满意度指标', 10],
    ],
  },
  {
    id: 'city-execution-caps',
    weight: 10,
    classes: [
      ['产出指标', 50],
      ['效益指标', 30],
      ['满意度指标', 10],
    ],
  },
  { id: 'hubei-project', weight: 20, classes: [['年度绩效目标', 80]] },
  {
    id: 'sichuan-project',
    weight: 10,
    classes: [
      ['产出指标', 60],
      ['效益指标', 30],
    ],
  },
  {
    id: 'hebei-project',
    weight: 10,
    classes: [
      ['产出指标', 60],
      ['效益指标', 30],
    ],
  },
] as const;

describe.each(PROJECTS)('$id', ({ id, weight, classes }) => {
  const names = ['年度资金总额', '办件量1'];
  const known: Rows = Object.fromEntries(names.map((name) => [name, { score: 0 }]));
  test('earns its full score', () => {
    expect(scores(id, known, project(200, weight, '200件', classes))).toEqual({ 年度资金总额: weight, 办件量1: classes[0][1] });
  });
  test('half spent, a tenth short', () => {
    // 100 ÷ 200 of the execution points; 180 ÷ 200 of the indicator's
    expect(scores(id, known, project(100, weight, '180件', classes))).toEqual({
      年度资金总额: weight / 2,
      办件量1: (classes[0][1] * 180) / 200,
    });
  });
});

test('sichuan-whole-2017 has 分值 and no rules: 100 points in all, a sheet with other 分值 differs', () => {
  const sheet = sheetOf('sichuan-whole-2017', {});
  const standard = builtinStandard('sichuan-whole-2017')!;
  const codes = (one: SheetSpec): string[] => {
    const { scoreTable, book } = scoreTableOf(one);
    return assess(scoreTable, book, { standards: { standard } })
      .findings.filter((finding) => finding.code === 'weight-vs-standard')
      .map((finding) => `${finding.severity} ${finding.indicator}`);
  };
  const open: RowSpec = { path: '部门绩效情况/履职成效', name: '部门特性指标', weight: 20, score: 0 };
  expect([...sheet.rows, open].reduce((sum, row) => sum + Number(row.weight), 0)).toBe(100);
  expect(codes({ ...sheet, rows: [...sheet.rows, open] })).toEqual([]);
  expect(
    codes({ ...sheet, rows: [{ ...sheet.rows[0]!, weight: 7 }, { ...sheet.rows[1]!, weight: 3 }, ...sheet.rows.slice(2), open] }),
  ).toEqual(['mandatory 相关性', 'mandatory 明确性']);
});

test('every shipped standard that has lines is among those above', () => {
  const tried = [...WHOLE.map((one) => one.id), ...PROJECTS.map((one) => one.id), 'sichuan-whole-2017'];
  expect(
    BUILTIN.filter((one) => one.rows.length > 0)
      .map((one) => one.id)
      .sort(),
  ).toEqual([...tried].sort());
});
