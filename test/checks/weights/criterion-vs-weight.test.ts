import { criterionVsWeight } from '../../../src/checks/weights/criterion-vs-weight';
import type { RowSpec, SheetSpec } from '../../support/score-table';
import { testCheck } from '../support/check-tester';
import { withRow } from '../support/spoil';

/** Row 10 scored by a criterion of its own, without target and 完成值 unless given. */
const crit = (criterion: string, change: Partial<RowSpec> = {}): SheetSpec =>
  withRow(1, { name: '三公经费控制率', path: '过程/预算执行', target: null, actual: null, weight: 15, score: 15, criterion, ...change });

testCheck(criterionVsWeight, {
  passing: [
    { name: 'the items come to it', sheet: crit('①制度健全，得10分；②执行到位，得5分。') },
    { name: 'worth whatever its 分值 is', sheet: crit('得分=完成率×分值。') },
  ],
  failing: [
    {
      name: 'the items stop short',
      sheet: crit('①制度健全，得5分；②执行到位，得5分。'),
      findings: [
        {
          severity: 'info',
          cell: 'J10',
          related: ['F10'],
          message:
            '「三公经费控制率」的评分标准（J10）写明的分数合计（或最高档）为10分，该项分值（F10）为15分，两者不一致，供核对表样时参考。',
          fix: null,
          accused: { row: 'r1', aspect: 'text' },
        },
      ],
    },
    {
      name: 'the top step',
      sheet: crit('控制率≤100%得10分；100%-110%得5分；大于110%不得分。'),
      findings: [
        {
          severity: 'info',
          cell: 'J10',
          related: ['F10'],
          message:
            '「三公经费控制率」的评分标准（J10）写明的分数合计（或最高档）为10分，该项分值（F10）为15分，两者不一致，供核对表样时参考。',
          fix: null,
          accused: { row: 'r1', aspect: 'text' },
        },
      ],
    },
  ],
  boundary: [
    {
      name: 'by a tenth',
      sheet: crit('①制度健全，得10分；②执行到位，得4.9分。'),
      findings: [
        {
          severity: 'info',
          cell: 'J10',
          related: ['F10'],
          message:
            '「三公经费控制率」的评分标准（J10）写明的分数合计（或最高档）为14.9分，该项分值（F10）为15分，两者不一致，供核对表样时参考。',
          fix: null,
          accused: { row: 'r1', aspect: 'text' },
        },
      ],
    },
  ],
});
