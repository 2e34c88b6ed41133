import { hiddenContent } from '../../../src/checks/workbook/hidden-content';
import { goodSheet } from '../../support/score-table';
import { sheetOf } from '../../support/sheets';
import { testCheck } from '../support/check-tester';
import { briefly, form, GOOD_ROWS, saidOf } from '../support/published-form';

const hiddenRow = '评分表内的第9行被隐藏，其中有内容。请取消隐藏，核对是否应当计分；不需要的请删去。';

testCheck(hiddenContent, {
  passing: [
    { name: 'nothing hidden', sheet: goodSheet() },
    { name: 'a hidden column without content', sheet: { ...goodSheet(), hiddenCols: [13] } },
    {
      name: 'a hidden row of names alone',
      sheet: {
        rows: [
          { weight: 10, score: 10 },
          { name: '生态效益', role: 'placeholder' },
        ],
        hiddenRows: [5],
      },
    },
    { name: 'a form nobody filled in', sheet: { rows: [{ weight: 10 }, { weight: 10 }], hiddenRows: [5] } },
  ],
  failing: [
    {
      name: 'a hidden sheet with a score table of its own',
      sheet: { ...goodSheet(), leftOut: [0] },
      findings: [
        {
          severity: 'advisory',
          cell: 'A4',
          related: [],
          message: '工作簿中有隐藏的评分表（工作表「评分表」），没有作为报送内容审核。属于旧稿的请删去；应当报送的请取消隐藏后再审核。',
          fix: null,
        },
      ],
    },
    {
      name: 'a hidden row with a score',
      sheet: { ...goodSheet(), hiddenRows: [8] },
      findings: [
        { severity: 'advisory', cell: 'D9', related: [], message: hiddenRow, fix: null, accused: { row: 'table', aspect: 'file' } },
      ],
    },
    {
      name: 'a hidden column with values',
      sheet: { ...goodSheet(), hiddenCols: [4] },
      findings: [
        {
          severity: 'advisory',
          cell: 'E9',
          related: [],
          message: '评分表内的E列被隐藏，其中有内容。请取消隐藏，核对是否应当计分；不需要的请删去。',
          fix: null,
        },
      ],
    },
  ],
  boundary: [{ name: 'a hidden row outside the table', sheet: { ...goodSheet(), hiddenRows: [1] } }],
});

describe('hidden-content on real sheets', () => {
  const fed = GOOD_ROWS.map((line, index) => (index === 0 ? [...line.slice(0, 4), { f: '台账!B2', v: 21 }, ...line.slice(5)] : line));
  const ledger = (name: string) =>
    sheetOf(
      name,
      [
        ['项目', '长度'],
        ['渠道', 21],
      ],
      { state: 'hidden' },
    );

  it('finds a hidden sheet that feeds the table', () => {
    expect(saidOf('hidden-content', [form({ rows: fed }), ledger('台账')])).toEqual([
      {
        severity: 'advisory',
        cell: 'E6',
        related: [],
        message: '隐藏的工作表「台账」通过公式向表格供数（见 E6）。请取消隐藏以便核对，或改为数值。',
      },
    ]);
  });
  it('says nothing of a hidden sheet nobody reads, or of a dictionary', () => {
    expect(saidOf('hidden-content', [form({ rows: GOOD_ROWS }), ledger('台账')])).toEqual([]);
    const looked = fed.map((line) =>
      line.map((cell) => (typeof cell === 'object' && cell !== null && 'f' in cell ? { f: '字典!B2', v: 21 } : cell)),
    );
    expect(saidOf('hidden-content', [form({ rows: looked }), ledger('字典')])).toEqual([]);
  });
  it('says it of the first table only', () => {
    expect(
      briefly(saidOf('hidden-content', [form({ name: '一', rows: GOOD_ROWS }), form({ name: '二', rows: fed }), ledger('台账')])),
    ).toEqual(['advisory 二!E6']);
  });
  it('takes the code column of an exporting system for normal', () => {
    const rows = GOOD_ROWS.map((line, index) => [...line, 1001 + index]);
    const more = ['偏差原因分析及改进措施', '指标编码'];
    expect(saidOf('hidden-content', form({ rows, more, options: { hiddenCols: [8] } }))).toEqual([]);
  });
  it('finds a hidden row', () => {
    expect(briefly(saidOf('hidden-content', form({ rows: GOOD_ROWS, options: { hiddenRows: [6] } })))).toEqual(['advisory D7']);
  });
});
