import { hardcodedTotal } from '../../../src/checks/totals/hardcoded-total';
import { goodSheet, type SheetSpec, type Typed } from '../../support/score-table';
import { testCheck } from '../support/check-tester';

const good = goodSheet();
const sheet = (sub: Typed, total: Typed): SheetSpec => ({
  ...good,
  subtotals: [{ group: '产出', weight: 50, score: sub }],
  total: { weight: 100, score: total },
});

testCheck(hardcodedTotal, {
  passing: [
    { name: 'a typed table', sheet: sheet(50, 98) },
    { name: 'formulas throughout', sheet: sheet({ f: 'SUM(G9:G11)', v: 50 }, { f: 'SUM(G5,G12:G15)', v: 98 }) },
    { name: 'no subtotals', sheet: good },
    { name: 'a blank total', sheet: sheet({ f: 'SUM(G9:G11)', v: 50 }, null) },
  ],
  failing: [
    {
      name: 'a typed total beside a formula',
      sheet: sheet({ f: 'SUM(G9:G11)', v: 50 }, 98),
      findings: [
        {
          severity: 'info',
          cell: 'G16',
          related: ['G12'],
          message: '总分 G16 是直接填写的数字，而小计（G12）用公式计算。以后改动得分时总分不会随之更新，仅供参考。',
          fix: null,
          actual: 98,
          accused: { row: 'total:1', aspect: 'total' },
        },
      ],
    },
  ],
  boundary: [{ name: 'a typed subtotal beside a formula total', sheet: sheet(50, { f: 'SUM(G5,G12:G15)', v: 98 }) }],
});
