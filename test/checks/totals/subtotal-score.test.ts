import { subtotalScore } from '../../../src/checks/totals/subtotal-score';
import { goodSheet } from '../../support/score-table';
import { testCheck } from '../support/check-tester';

const good = goodSheet();
const subtotal = (score: Parameters<typeof String>[0], rest = {}) => ({
  subtotals: [{ group: '产出', weight: 50, score: score as never, ...rest }],
});

testCheck(subtotalScore, {
  passing: [
    { name: 'no subtotals', sheet: good },
    { name: 'a right one', sheet: { ...good, ...subtotal(50) } },
    { name: 'a blank one', sheet: { ...good, ...subtotal(null) } },
    { name: 'not sure what it adds up', sheet: { ...good, ...subtotal(40, { covers: null }) } },
    { name: 'a doubted score below', doubted: ['G9'], sheet: { ...good, ...subtotal(40) } },
  ],
  failing: [
    {
      name: 'a wrong one; the total is right',
      sheet: { ...good, ...subtotal(48) },
      findings: [
        {
          severity: 'mandatory',
          cell: 'G12',
          related: [],
          message: '「小计」 G12 填48，所属各项得分合计为50，相差2。小计应等于所属各项得分之和，请核对后更正。',
          fix: { cell: 'G12', value: 50 },
          actual: 48,
          expected: 50,
          indicator: '小计',
          accused: { row: 'total:0', aspect: 'total' },
          accountsFor: [],
        },
      ],
    },
    {
      name: 'a wrong one that the total adds: one mistake',
      sheet: { ...good, ...subtotal(48), total: { weight: 100, score: 96 } },
      findings: [
        {
          severity: 'mandatory',
          cell: 'G12',
          related: [],
          message: '「小计」 G12 填48，所属各项得分合计为50，相差2。小计应等于所属各项得分之和，请核对后更正。',
          fix: { cell: 'G12', value: 50 },
          accountsFor: [{ row: 'total:1', aspect: 'total' }],
        },
      ],
    },
    {
      name: 'blanks remain and it cannot be reached',
      sheet: { ...good, ...subtotal(51), rows: good.rows.map((row, index) => (index === 0 ? { ...row, score: null } : row)) },
      findings: [
        {
          severity: 'mandatory',
          cell: 'G12',
          related: [],
          message: '「小计」 G12 填51，所属已填得分合计为30，未填各项全部得满分也只有50。小计应等于所属各项得分之和，请核对。',
          fix: null,
        },
      ],
    },
  ],
  boundary: [
    {
      name: 'a hundredth that rounding explains',
      sheet: {
        rows: [
          { weight: 50, score: 33.33 },
          { weight: 50, score: 16.67 },
        ],
        subtotals: [{ group: '产出', score: 50.01 }],
      },
    },
    {
      name: 'a tenth that it does not',
      sheet: {
        rows: [
          { weight: 50, score: 33.33 },
          { weight: 50, score: 16.67 },
        ],
        subtotals: [{ group: '产出', score: 50.1 }],
      },
      findings: [
        {
          severity: 'mandatory',
          cell: 'G7',
          related: [],
          message: '「小计」 G7 填50.1，所属各项得分合计为50，相差0.1。小计应等于所属各项得分之和，请核对后更正。',
          fix: { cell: 'G7', value: 50 },
        },
      ],
    },
  ],
});
