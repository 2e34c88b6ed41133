import { templateChanged } from '../../../src/checks/workbook/template-changed';
import { formOf } from '../../../src/standards/template/form';
import { scoreTableOf, type RowSpec, type SheetSpec } from '../../support/score-table';
import { testCheck } from '../support/check-tester';

const FILE = '空白表.xlsx';
const blankRows: readonly RowSpec[] = [
  { path: '产出/数量', name: '培训人次', weight: 30, score: null, criterion: '每少1人次扣0.5分，扣完为止。' },
  { path: '产出/质量', name: '验收合格率', weight: 30, score: null, criterion: '合格率≥95%得满分，每低1个百分点扣1分。' },
  { path: '效益/社会', name: '服务覆盖率', weight: 25, score: null, criterion: '按完成比例计分。' },
  { path: '效益/可持续', name: '机制健全程度', weight: 15, score: null, criterion: '健全得满分，基本健全得80%。' },
];
const BLANK: SheetSpec = {
  rows: blankRows,
  total: { weight: { f: 'SUM(F5:F8)', v: 100 }, score: { f: 'SUM(G5:G8)', v: 0 } },
  notes: ['注：单项得分不得超过分值。'],
  unit: null,
};
const blank = scoreTableOf(BLANK);
const GIVEN = { template: [formOf(blank.scoreTable, blank.book, FILE)] };

const filledRows: readonly RowSpec[] = blankRows.map((row) => ({
  ...row,
  target: '≥95',
  actual: '96',
  score: Number(row.weight),
  reason: '',
}));
const FILLED: SheetSpec = {
  ...BLANK,
  unit: '某某局',
  rows: filledRows,
  total: { weight: { f: 'SUM(F5:F8)', v: 100 }, score: { f: 'SUM(G5:G8)', v: 100 } },
};
const but = (index: number, change: Partial<RowSpec>): SheetSpec => ({
  ...FILLED,
  rows: filledRows.map((row, at) => (at === index ? { ...row, ...change } : row)),
});

testCheck(templateChanged, {
  passing: [
    { name: 'no form given', sheet: but(0, { weight: 20 }) },
    { name: 'filled in as sent out', sheet: FILLED, standards: GIVEN },
    {
      name: 'other spaces and signs are no change',
      sheet: but(1, { name: '验收 合格率', criterion: '合格率>=95%得满分， 每低1个百分点扣1分' }),
      standards: GIVEN,
    },
  ],
  failing: [
    {
      name: 'a weight changed',
      sheet: but(0, { weight: 40 }),
      standards: GIVEN,
      findings: [
        {
          severity: 'mandatory',
          cell: 'F5',
          related: [],
          fix: { cell: 'F5', value: 30 },
          actual: '40',
          expected: '30',
          accused: { row: 'r0', aspect: 'weight' },
          accountsFor: [
            { row: 'table', aspect: 'weight' },
            { row: 'group:产出/数量', aspect: 'weight' },
            { row: 'group:产出', aspect: 'weight' },
          ],
          message: '「培训人次」 F5 的分值为40，下发的空白表为30分。请改回，或说明改动的依据。',
        },
      ],
    },
    {
      name: 'a softened criterion',
      sheet: but(0, { criterion: '每少1人次扣0.1分，扣完为止。' }),
      standards: GIVEN,
      findings: [
        {
          severity: 'mandatory',
          cell: 'J5',
          related: [],
          fix: null,
          message:
            '「培训人次」 J5 的评分标准为「每少1人次扣0.1分，扣完为止。」，下发的空白表为「每少1人次扣0.5分，扣完为止。」。请改回，或说明改动的依据。',
        },
      ],
    },
    {
      name: 'a renamed row',
      sheet: but(1, { name: '抽检合格率' }),
      standards: GIVEN,
      findings: [
        {
          severity: 'mandatory',
          cell: 'C6',
          related: [],
          fix: null,
          message: 'C6 的指标名称为「抽检合格率」，下发的空白表为「验收合格率」。请改回，或说明改名的依据。',
        },
      ],
    },
    {
      name: 'a deleted row, the sums drawn together as Excel does',
      sheet: {
        ...FILLED,
        rows: filledRows.filter((_, index) => index !== 1).map((row, index) => (index === 1 ? { ...row, path: '效益/社会' } : row)),
        total: { weight: { f: 'SUM(F5:F7)', v: 70 }, score: { f: 'SUM(G5:G7)', v: 70 } },
      },
      standards: GIVEN,
      findings: [
        {
          severity: 'mandatory',
          cell: 'C5',
          related: [],
          fix: null,
          indicator: '验收合格率',
          message: '下发的空白表有指标「验收合格率」（30分），表中没有（应在 C5 附近）。请补回这一行；不适用的也应保留并写明。',
        },
      ],
    },
    {
      name: 'a class deleted with all its rows: one finding that names them',
      sheet: { ...FILLED, rows: filledRows.slice(0, 2), total: { weight: { f: 'SUM(F5:F6)', v: 60 }, score: { f: 'SUM(G5:G6)', v: 60 } } },
      standards: GIVEN,
      findings: [
        {
          severity: 'mandatory',
          cell: 'C6',
          related: [],
          fix: null,
          indicator: '效益',
          message: '下发的空白表有「效益」一类，含「服务覆盖率」、「机制健全程度」，表中没有（应在 C6 附近）。请补回。',
        },
      ],
    },
    {
      name: 'an added row',
      sheet: {
        ...FILLED,
        rows: [
          filledRows[0]!,
          { path: '产出/数量', name: '宣传场次', weight: 5, score: 5, criterion: '按完成比例计分。' },
          ...filledRows.slice(1),
        ],
        total: { weight: { f: 'SUM(F5:F9)', v: 105 }, score: { f: 'SUM(G5:G9)', v: 105 } },
      },
      standards: GIVEN,
      findings: [
        {
          severity: 'advisory',
          cell: 'C6',
          related: [],
          fix: null,
          message: '「宣传场次」 C6 是下发的空白表没有的指标。请核实是否自行增加，并说明依据。',
        },
      ],
    },
    {
      name: 'a total typed over its formula',
      sheet: { ...FILLED, total: { weight: { f: 'SUM(F5:F8)', v: 100 }, score: 100 } },
      standards: GIVEN,
      findings: [
        {
          severity: 'mandatory',
          cell: 'G9',
          related: [],
          fix: { cell: 'G9', formula: '=SUM(G5:G8)' },
          expected: 100,
          accountsFor: [{ row: 'total:0', aspect: 'total' }],
          message: '「总分」 G9 在下发的空白表中是公式 =SUM(G5:G8)，按公式为100，现为直接填写的「100」。请恢复公式。',
        },
      ],
    },
    {
      name: 'a total with another formula',
      sheet: { ...FILLED, total: { weight: { f: 'SUM(F5:F8)', v: 100 }, score: { f: 'SUM(G5:G8)+2', v: 102 } } },
      standards: GIVEN,
      findings: [
        {
          severity: 'mandatory',
          cell: 'G9',
          related: [],
          fix: { cell: 'G9', formula: '=SUM(G5:G8)' },
          message: '「总分」 G9 的公式为 =SUM(G5:G8)+2，下发的空白表为 =SUM(G5:G8)。请恢复原来的公式。',
        },
      ],
    },
    {
      name: 'an altered footnote',
      sheet: { ...FILLED, notes: ['注：单项得分可以超过分值。'] },
      standards: GIVEN,
      findings: [
        {
          severity: 'mandatory',
          cell: 'A10',
          related: [],
          fix: null,
          message: '表注 A10 为「注：单项得分可以超过分值。」，下发的空白表为「注：单项得分不得超过分值。」。请改回。',
        },
      ],
    },
    {
      name: 'rows in another order',
      sheet: { ...FILLED, rows: [filledRows[0]!, filledRows[1]!, filledRows[3]!, filledRows[2]!] },
      standards: GIVEN,
      findings: [
        {
          severity: 'advisory',
          cell: 'C8',
          related: [],
          fix: null,
          message: '「服务覆盖率」 C8 的位置与下发的空白表不同（空白表在第7行）。请核实次序是否有改动。',
        },
      ],
    },
  ],
  boundary: [
    {
      name: 'a sum written out cell by cell is the same sum',
      sheet: { ...FILLED, total: { weight: { f: 'SUM(F5:F8)', v: 100 }, score: { f: 'G5+G6+G7+G8', v: 100 } } },
      standards: GIVEN,
    },
    {
      name: 'hardly a row in common: one question',
      sheet: {
        rows: [
          { path: '投入/预算配置', name: '三公经费变动率', weight: 50, score: 50 },
          { path: '过程/预算执行', name: '预算调整率', weight: 50, score: 50 },
        ],
        total: { weight: 100, score: 100 },
      },
      standards: GIVEN,
      findings: [
        {
          severity: 'advisory',
          cell: 'A4',
          related: [],
          fix: null,
          message: '本表与下发的空白表「项目支出绩效自评表（2024年度）」相同的指标很少，没有逐格比对。请核对是否用错了表，或空白表给错了。',
        },
      ],
    },
  ],
});
