import { staleValue } from '../../../src/checks/workbook/stale-value';
import { goodSheet, type SheetSpec, type Typed } from '../../support/score-table';
import { testCheck } from '../support/check-tester';

const good = goodSheet();
const total = (score: Typed): SheetSpec => ({ ...good, total: { weight: 100, score } });

testCheck(staleValue, {
  passing: [
    { name: 'typed numbers', sheet: good },
    { name: 'a fresh value', sheet: total({ f: 'SUM(G5,G9:G14)', v: 98 }) },
    { name: 'no stored value', sheet: total({ f: 'SUM(G5,G9:G14)' }) },
    { name: 'a function we do not know', sheet: total({ f: 'XLOOKUP(1,G5,G9)', v: 97 }) },
    { name: 'doubted', doubted: ['G15'], sheet: total({ f: 'SUM(G5,G9:G14)', v: 97 }) },
  ],
  failing: [
    {
      name: 'a sum of yesterday',
      sheet: total({ f: 'SUM(G5,G9:G14)', v: 97 }),
      findings: [
        {
          severity: 'advisory',
          cell: 'G15',
          related: [],
          message: '「总分」 G15 保存的公式结果为97，按表中现有数据重新计算为98。请在表格软件中重新计算（按 F9）并保存。',
          fix: { cell: 'G15', formula: '=SUM(G5,G9:G14)' },
          actual: 97,
          expected: 98,
          accused: { row: 'total:0', aspect: 'total' },
        },
      ],
    },
    {
      name: 'no fix where the formula is no plain sum',
      sheet: total({ f: 'MIN(100,SUM(G5,G9:G14))', v: 97 }),
      findings: [
        {
          severity: 'advisory',
          cell: 'G15',
          related: [],
          message: '「总分」 G15 保存的公式结果为97，按表中现有数据重新计算为98。请在表格软件中重新计算（按 F9）并保存。',
          fix: null,
        },
      ],
    },
    {
      name: 'a stale subtotal accounts for the total that reads it',
      sheet: {
        ...good,
        subtotals: [{ group: '产出', weight: 50, score: { f: 'SUM(G9:G11)', v: 49 } }],
        total: { weight: 100, score: { f: 'G5+G12+SUM(G13:G15)', v: 97 } },
      },
      findings: [
        {
          severity: 'advisory',
          cell: 'G12',
          related: [],
          message: '「小计」 G12 保存的公式结果为49，按表中现有数据重新计算为50。请在表格软件中重新计算（按 F9）并保存。',
          fix: { cell: 'G12', formula: '=SUM(G9:G11)' },
          accountsFor: [{ row: 'total:1', aspect: 'total' }],
        },
      ],
    },
  ],
  boundary: [
    {
      name: 'binary residue of a stored sum',
      sheet: {
        rows: [
          { weight: 50, score: 0.1 },
          { weight: 50, score: 0.2 },
        ],
        total: { score: { f: 'SUM(G5:G6)', v: 0.30000000000000004 } },
      },
    },
  ],
});
