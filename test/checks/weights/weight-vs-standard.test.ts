import { weightVsStandard } from '../../../src/checks/weights/weight-vs-standard';
import { builtinStandard } from '../../../src/standards/builtin';
import { loadStandard } from '../../../src/standards/load';
import { goodSheet, type RowSpec, type SheetSpec } from '../../support/score-table';
import { testCheck } from '../support/check-tester';

const NATIONAL = { standard: builtinStandard('national-project')! };
const OWN = standardOf();
const BUREAU = { standard: OWN };
const BY = '《某县项目自评表》（依公开资料整理，非官方文本）';

function standardOf() {
  const result = loadStandard({
    编号: 'county-project',
    名称: '某县项目自评表',
    状态: '重构',
    效力: '约束',
    依据: '某县财政局通知',
    起: 2024,
    指标: [
      {
        名称: '产出',
        分值: 60,
        下级: [
          { 名称: '培训人次', 分值: 40, 标准: '每少1人次扣0.5分，扣完为止。' },
          { 名称: '验收合格率', 分值: 20, 标准: '合格率≥95%得20分，否则不得分。' },
        ],
      },
      { 名称: '效益', 分值: 40, 自定: true },
    ],
  });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.standard;
}

const rows: readonly RowSpec[] = [
  { path: '产出', name: '培训人次', weight: 40, score: 40, criterion: '每少1人次扣0.5分，扣完为止' },
  { path: '产出', name: '验收合格率', weight: 20, score: 20, criterion: '验收合格率≥95%，得20分；否则不得分' },
  { path: '效益', name: '服务覆盖率', weight: 25, score: 25, criterion: '按比例' },
  { path: '效益', name: '群众满意度', weight: 15, score: 15, criterion: '按比例' },
];
const sheet = (own: readonly RowSpec[]): SheetSpec => ({ rows: own, total: { weight: 100, score: 100 } });
const but = (index: number, change: Partial<RowSpec>): SheetSpec =>
  sheet(rows.map((row, at) => (at === index ? { ...row, ...change } : row)));

testCheck(weightVsStandard, {
  passing: [
    { name: 'no standard applies', sheet: sheet(rows) },
    { name: 'as the standard says, in other words', sheet: sheet(rows), standards: BUREAU },
    { name: '10/50/30/10', sheet: goodSheet(), standards: NATIONAL },
    { name: 'rules without lines', sheet: goodSheet(), standards: { standard: builtinStandard('national-common')! } },
  ],
  failing: [
    {
      name: 'two weights changed for one another: both, and not their class',
      sheet: sheet([{ ...rows[0]!, weight: 30 }, { ...rows[1]!, weight: 30 }, rows[2]!, rows[3]!]),
      standards: BUREAU,
      findings: [
        {
          severity: 'mandatory',
          cell: 'F6',
          related: [],
          fix: null,
          actual: 30,
          expected: 20,
          message: `「验收合格率」（F6）的分值为30，${BY}为20分。请核对后更正，或说明调整的依据。`,
        },
        {
          severity: 'mandatory',
          cell: 'F5',
          related: [],
          fix: null,
          actual: 30,
          expected: 40,
          message: `「培训人次」（F5）的分值为30，${BY}为40分。请核对后更正，或说明调整的依据。`,
        },
      ],
    },
    {
      name: 'an indicator is missing',
      sheet: sheet([rows[0]!, rows[2]!, rows[3]!]),
      standards: BUREAU,
      findings: [
        {
          severity: 'mandatory',
          cell: 'C5',
          related: [],
          fix: null,
          message: `${BY}有「验收合格率」（20分），表中没有找到这一项（应在 C5 附近）。请补上；已改名或并入其他指标的，请说明。`,
        },
      ],
    },
    {
      name: 'an indicator was added to a class that is not open',
      sheet: sheet([rows[0]!, rows[1]!, { path: '产出', name: '宣传场次', weight: 0, score: 0 }, rows[2]!, rows[3]!]),
      standards: BUREAU,
      findings: [
        {
          severity: 'advisory',
          cell: 'C7',
          related: [],
          fix: null,
          message: `「宣传场次」（C7）不在${BY}的指标之内。请核对是否自行增加，并说明依据。`,
        },
      ],
    },
    {
      name: 'a softer criterion',
      sheet: but(0, { criterion: '每少1人次扣0.1分，扣完为止。' }),
      standards: BUREAU,
      findings: [
        {
          severity: 'mandatory',
          cell: 'J5',
          related: [],
          fix: null,
          message: `「培训人次」（J5）的评分标准写的是「每少1人次扣0.1分，扣完为止。」，${BY}为「每少1人次扣0.5分，扣完为止。」，其中的数字不同。请按标准更正，或说明依据。`,
        },
      ],
    },
    {
      name: 'another standard altogether',
      sheet: goodSheet(),
      standards: { standard: builtinStandard('yueyang-whole')! },
      findings: [
        {
          severity: 'advisory',
          cell: 'A4',
          related: [],
          fix: null,
          message:
            '本表的指标与所选的《岳阳市部门整体支出绩效评价评分表（投入—过程—产出及效率）》（依公开资料整理，非官方文本）大多不同，没有逐项核对。请核对是否选错了标准。',
        },
      ],
    },
  ],
  boundary: [
    { name: 'a doubted weight says nothing', sheet: but(0, { weight: 41 }), standards: BUREAU, doubted: ['F5'] },
    {
      name: '「原则上」 is never more than a question',
      sheet: {
        ...goodSheet(),
        rows: goodSheet().rows.map((row) =>
          row.name === '群众满意度'
            ? { ...row, weight: 15, score: 15 }
            : row.name === '服务覆盖率'
              ? { ...row, weight: 10, score: 10 }
              : row,
        ),
      },
      standards: NATIONAL,
      findings: [
        {
          severity: 'advisory',
          cell: 'A14',
          related: [],
          fix: null,
          message:
            '「满意度」（A14）的分值为15，《项目支出绩效自评表（全国通用版式）》（依公开资料整理，非官方文本）原则上为10分。确有需要调整的，请说明依据；否则请更正。',
        },
        {
          severity: 'advisory',
          cell: 'A12',
          related: [],
          fix: null,
          message:
            '「效益」（A12）的分值为25，《项目支出绩效自评表（全国通用版式）》（依公开资料整理，非官方文本）原则上为30分。确有需要调整的，请说明依据；否则请更正。',
        },
      ],
    },
  ],
});
