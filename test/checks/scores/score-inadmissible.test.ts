import { scoreInadmissible } from '../../../src/checks/scores/score-inadmissible';
import type { RowSpec, SheetSpec } from '../../support/score-table';
import { testCheck } from '../support/check-tester';
import { withRow } from '../support/spoil';

/** Row 10 scored by a criterion of its own, without target and 完成值 unless given. */
const crit = (criterion: string, change: Partial<RowSpec> = {}): SheetSpec =>
  withRow(1, { name: '三公经费控制率', path: '过程/预算执行', target: null, actual: null, weight: 15, score: 15, criterion, ...change });

testCheck(scoreInadmissible, {
  passing: [
    {
      name: 'a multiple of the deduction',
      sheet: crit('每发现一例不符合规定的扣1分，扣完为止。', { score: 12, reason: '制度执行不到位' }),
    },
    { name: 'all items or some', sheet: crit('①制度健全，得5分；②执行到位，得5分；③记录完整，得5分。', { score: 10, reason: '记录不全' }) },
    {
      name: 'anything between, where it is left to judgement',
      sheet: crit('要素完整得15分，否则酌情扣分。', { score: 12.3, reason: '要素不全' }),
    },
    { name: 'beyond the 分值 is score-out-of-range’s', sheet: crit('每发现一例不符合规定的扣1分，扣完为止。', { score: 15.5 }) },
  ],
  failing: [
    {
      name: 'between two deductions',
      sheet: crit('每发现一例不符合规定的扣1分，扣完为止。', { score: 12.5, reason: '制度执行不到位' }),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G10',
          related: ['J10'],
          message:
            '「三公经费控制率」的得分（G10）填12.5分，按评分标准（J10），只可能得15、14、13、12、11、10、9、8…分。请按评分标准核实得分，或写明另外的计分依据。',
          fix: null,
          accused: { row: 'r1', aspect: 'score' },
        },
      ],
    },
    {
      name: 'no sum of items',
      sheet: crit('①制度健全，得5分；②执行到位，得5分；③记录完整，得5分。', { score: 13, reason: '记录不全' }),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G10',
          related: ['J10'],
          message:
            '「三公经费控制率」的得分（G10）填13分，按评分标准（J10），只可能得15、10、5、0分。请按评分标准核实得分，或写明另外的计分依据。',
          fix: null,
          accused: { row: 'r1', aspect: 'score' },
        },
      ],
    },
  ],
  boundary: [{ name: 'down to nothing', sheet: crit('每发现一例不符合规定的扣1分，扣完为止。', { score: 0, reason: '制度执行不到位' }) }],
});
