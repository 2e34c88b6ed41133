import { staleValue } from '../../../src/checks/workbook/stale-value';
import { goodSheet, type SheetSpec, type Typed } from '../../support/score-table';
import { testCheck } from '../support/check-tester';

const good = goodSheet();
const total = (score: Typed): SheetSpec => ({ ...good, total: { weight: 100, score } });

testCheck(staleValue, {
  passing: [
    { name: 'typed numbers', sheet: good },
    { name: 'a fresh value', sheet: total({ f: 'SUM(G5,G9:G14)', v: 98 }) },
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
      name: 'a stale subtotal and the total that reads it are one finding',
      sheet: {
        ...good,
        subtotals: [{ group: '产出', weight: 50, score: { f: 'SUM(G9:G11)', v: 49 } }],
        total: { weight: 100, score: { f: 'G5+G12+SUM(G13:G15)', v: 97 } },
      },
      findings: [
        {
          severity: 'advisory',
          cell: 'G16',
          related: ['G12'],
          message:
            '「总分」 G16 保存的公式结果为97，按表中现有数据重新计算为98，另有1处公式的结果也未更新，本次均按重新计算的结果审核。请在表格软件中重新计算（按 F9）并保存。',
          fix: { cell: 'G16', formula: '=G5+G12+SUM(G13:G15)' },
        },
      ],
    },
    {
      name: 'no stored value',
      sheet: total({ f: 'SUM(G5,G9:G14)' }),
      findings: [
        {
          severity: 'info',
          cell: 'G15',
          related: [],
          message: '「总分」 G15 公式没有保存计算结果，本次按公式计算的结果审核。请用 Excel 或 WPS 打开、保存后再报送。',
          fix: null,
          actual: null,
          expected: 98,
        },
      ],
    },
    {
      name: 'no stored value, and a function we do not know',
      sheet: total({ f: 'XLOOKUP(1,G5,G9)' }),
      findings: [
        {
          severity: 'advisory',
          cell: 'G15',
          related: [],
          message:
            '「总分」 G15 公式没有可用的计算结果，本程序也不能计算，与其有关的内容没有审核。请用 Excel 或 WPS 打开、重新计算并保存后再审核。',
          fix: null,
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
