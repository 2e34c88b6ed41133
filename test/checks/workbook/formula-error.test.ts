import { formulaError } from '../../../src/checks/workbook/formula-error';
import { goodSheet, type RowSpec } from '../../support/score-table';
import { testCheck } from '../support/check-tester';

const good = goodSheet();
const changed = (index: number, change: Partial<RowSpec>): readonly RowSpec[] =>
  good.rows.map((row, at) => (at === index ? { ...row, ...change } : row));
const REF = { error: '#REF!' } as const;
const idle = () => ({ ...good.funding!.parts![1]!, rate: { f: 'E7/C7', v: { error: '#DIV/0!' } as const } });

testCheck(formulaError, {
  passing: [
    { name: 'a correct sheet', sheet: good },
    { name: 'an error in a cell nobody uses', sheet: { ...good, rows: changed(0, { evidence: REF }) } },
    { name: 'the text #REF! is text', sheet: { ...good, rows: changed(0, { reason: '#REF!' }) } },
  ],
  failing: [
    {
      name: 'one score, and the total that reads it',
      sheet: {
        ...good,
        rows: changed(0, { score: { f: 'Sheet9!A1', v: REF } }),
        total: { weight: 100, score: { f: 'SUM(G5:G14)', v: REF } },
      },
      findings: [
        {
          severity: 'mandatory',
          cell: 'G9',
          related: ['G15'],
          message: '得分 G9 显示 #REF!，公式引用的单元格已不存在，无法审核。引用它的 G15 也因此出错。请修正公式或改填数值。',
          fix: null,
          actual: '#REF!',
          indicator: '培训人次',
          accused: { row: 'r0', aspect: 'score' },
          accountsFor: [{ row: 'total:0', aspect: 'total' }],
        },
      ],
    },
    {
      name: 'the execution rate divides by nothing',
      sheet: { ...good, funding: { total: { ...good.funding!.total, budget: null, rate: { f: 'E5/C5', v: { error: '#DIV/0!' } } } } },
      findings: [
        {
          severity: 'mandatory',
          cell: 'I5',
          related: [],
          message: '执行率 I5 显示 #DIV/0!，公式的除数为0或空白，无法审核。请修正公式或改填数值。',
          fix: null,
          accused: { row: 'funding:0', aspect: 'rate' },
        },
      ],
    },
    {
      name: 'the total alone',
      sheet: { ...good, total: { weight: 100, score: { error: '#VALUE!' } } },
      findings: [
        {
          severity: 'mandatory',
          cell: 'G15',
          related: [],
          message: '总分 G15 显示 #VALUE!，公式用文字参与了计算，无法审核。请修正公式或改填数值。',
          fix: null,
          indicator: null,
        },
      ],
    },
  ],
  boundary: [
    {
      name: 'two cells that read each other: each for itself',
      sheet: {
        ...good,
        rows: changed(0, { score: { f: 'G10', v: REF } }).map((row, index) => (index === 1 ? { ...row, score: { f: 'G9', v: REF } } : row)),
      },
      findings: [
        {
          severity: 'mandatory',
          cell: 'G9',
          related: [],
          message: '得分 G9 显示 #REF!，公式引用的单元格已不存在，无法审核。请修正公式或改填数值。',
          fix: null,
        },
        {
          severity: 'mandatory',
          cell: 'G10',
          related: [],
          message: '得分 G10 显示 #REF!，公式引用的单元格已不存在，无法审核。请修正公式或改填数值。',
          fix: null,
        },
      ],
    },
    {
      name: 'a source there was no money of: its rate is nothing out of nothing',
      sheet: { ...good, funding: { ...good.funding!, parts: [good.funding!.parts![0]!, idle()] } },
      findings: [
        {
          severity: 'info',
          cell: 'I7',
          related: [],
          message: '执行率 I7 显示 #DIV/0!：预算数为0，执行率不适用，可填“—”。',
          fix: null,
          accused: { row: 'funding:2', aspect: 'rate' },
        },
      ],
    },
    {
      name: 'a project without money: 0 out of 0, and no 分值',
      sheet: {
        ...good,
        rows: good.rows,
        funding: {
          total: { ...good.funding!.total, budget: 0, executed: 0, weight: '—', score: '—', rate: { f: 'E5/C5', v: { error: '#DIV/0!' } } },
        },
      },
      findings: [
        { severity: 'info', cell: 'I5', related: [], message: '执行率 I5 显示 #DIV/0!：预算数为0，执行率不适用，可填“—”。', fix: null },
      ],
    },
    {
      name: 'money spent without a budget is no such thing',
      sheet: { ...good, funding: { ...good.funding!, parts: [good.funding!.parts![0]!, { ...idle(), executed: 5 }] } },
      findings: [
        {
          severity: 'mandatory',
          cell: 'I7',
          related: [],
          message: '执行率 I7 显示 #DIV/0!，公式的除数为0或空白，无法审核。请修正公式或改填数值。',
          fix: null,
        },
      ],
    },
    {
      name: 'nor is an error a total reads',
      sheet: {
        ...good,
        funding: { ...good.funding!, parts: [good.funding!.parts![0]!, idle()] },
        total: { weight: 100, score: { f: 'SUM(G5:G14)+I7', v: { error: '#DIV/0!' } } },
      },
      findings: [
        {
          severity: 'mandatory',
          cell: 'I7',
          related: ['G15'],
          message: '执行率 I7 显示 #DIV/0!，公式的除数为0或空白，无法审核。引用它的 G15 也因此出错。请修正公式或改填数值。',
          fix: null,
        },
      ],
    },
    { name: 'a percentage that happens to be 0', sheet: { ...good, rows: changed(0, { score: 0 }) } },
  ],
});
