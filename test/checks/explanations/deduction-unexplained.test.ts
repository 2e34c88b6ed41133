import { deductionUnexplained } from '../../../src/checks/explanations/deduction-unexplained';
import { goodSheet } from '../../support/score-table';
import { testCheck } from '../support/check-tester';
import { briefly, form, goodRowsBut, GOOD_ROWS, saidOf } from '../support/published-form';

const row = { path: '产出/数量', name: '培训人次', target: '≥200人次', actual: '150人次', weight: 20, score: 18 };
const tail = '扣分应当说明原因，请补充扣分原因和改进措施；如属误扣，请改正得分。';

testCheck(deductionUnexplained, {
  passing: [
    { name: 'a deduction with its reason', sheet: goodSheet() },
    { name: 'full marks and a blank reason', sheet: { rows: [{ weight: 10, score: 10 }] } },
    { name: 'a row marked 不适用', sheet: { rows: [{ weight: 10, score: 0, applies: false }] } },
    { name: 'a 加分项', sheet: { rows: [{ role: 'bonus', weight: 5, score: 2 }] } },
    { name: 'no reason column and no box', sheet: { rows: [row], without: ['reason'] } },
    {
      name: 'no reason column, the box explains',
      sheet: { rows: [row], without: ['reason'], remarks: '培训人次因场地未落实少办2期，扣2分' },
    },
    { name: 'blank, but the box speaks of the deduction', sheet: { rows: [row], remarks: '培训人次扣2分，因场地未落实' } },
    {
      name: 'funding row of a form without a reason column',
      sheet: { funding: { total: { budget: 100, executed: 90, rate: '90%', weight: 10, score: 9 } }, rows: [{ weight: 10, score: 10 }] },
    },
    {
      name: 'a 分值 merged over two rows, their scores add up to it',
      sheet: {
        rows: [
          { weight: 10, score: 5 },
          { sharesWeightOf: 1, score: 5 },
        ],
      },
    },
    {
      name: 'one score over two rows, the reason beside the second',
      sheet: {
        rows: [
          { weight: 10, score: 8 },
          { sharesWeightOf: 1, sharesScoreOf: 1, reason: '第二期因疫情未办' },
        ],
      },
    },
    { name: 'a score another check doubts', sheet: { rows: [row] }, doubted: ['G5'] },
    { name: '25 already weighted, weighted again: no deduction', sheet: { rows: [{ weight: 25, itemScore: 25, score: 6.25 }] } },
    {
      name: 'funding row with a reason column, full score due: the score is wrong, no reason is asked for',
      sheet: {
        funding: { total: { budget: 100, executed: 100, rate: '100%', weight: 10, score: 9 }, without: ['arrived'] },
        rows: [{ weight: 10, score: 10 }],
      },
    },
  ],
  failing: [
    {
      name: 'a blank reason',
      sheet: { rows: [row] },
      findings: [
        {
          severity: 'mandatory',
          cell: 'H5',
          related: ['G5'],
          fix: null,
          indicator: '培训人次',
          actual: null,
          accused: { row: 'r0', aspect: 'reason' },
          message: `「培训人次」（G5）得18分、分值20分，偏差原因分析及改进措施一栏为空。${tail}`,
        },
      ],
    },
    {
      name: 'a 0 where the reason is due',
      sheet: { rows: [{ ...row, reason: 0 }] },
      findings: [
        {
          severity: 'mandatory',
          cell: 'H5',
          related: ['G5'],
          fix: null,
          message: `「培训人次」（G5）得18分、分值20分，偏差原因分析及改进措施一栏只填了「0」。${tail}`,
        },
      ],
    },
    {
      name: 'only 已完成',
      sheet: { rows: [{ ...row, reason: '已完成' }] },
      findings: [
        {
          severity: 'advisory',
          cell: 'H5',
          related: ['G5'],
          fix: null,
          message:
            '「培训人次」（G5）得18分、分值20分，偏差原因分析及改进措施一栏写的是「已完成」，看不出为什么扣分。请补充扣分原因和改进措施，或核实得分。',
        },
      ],
    },
    {
      name: 'no reason column, a blank 其他说明 box',
      sheet: { rows: [row], without: ['reason'], remarks: null },
      findings: [
        {
          severity: 'advisory',
          cell: 'B6',
          related: ['G5'],
          fix: null,
          accused: { row: 'table', aspect: 'reason' },
          message: '「培训人次」（G5）得18分、分值20分，本表没有原因栏，「其他说明」栏也未说明扣分原因。请在该栏补充扣分原因和改进措施。',
        },
      ],
    },
    {
      name: 'funding row with a blank reason of its own',
      sheet: {
        funding: { total: { budget: 100, executed: 90, rate: '90%', weight: 10, score: 9 }, without: ['arrived'] },
        rows: [{ weight: 10, score: 10 }],
      },
      findings: [
        {
          severity: 'mandatory',
          cell: 'H5',
          related: ['G5'],
          fix: null,
          message: `「年度资金总额」（G5）得9分、分值10分，原因一栏为空。${tail}`,
        },
      ],
    },
  ],
  boundary: [
    {
      name: 'a hundredth of a point is a deduction',
      sheet: { rows: [{ ...row, score: 19.99 }] },
      findings: [
        {
          severity: 'mandatory',
          cell: 'H5',
          related: ['G5'],
          fix: null,
          message: `「培训人次」（G5）得19.99分、分值20分，偏差原因分析及改进措施一栏为空。${tail}`,
        },
      ],
    },
    { name: 'a score above the 分值 is none', sheet: { rows: [{ ...row, score: 21 }] } },
    { name: 'a 分值 of 3.333 scored 3.33', sheet: { rows: [{ ...row, weight: 3.333, score: 3.33 }] } },
    { name: 'the residue of a division', sheet: { rows: [{ ...row, weight: 20, score: 19.9999999 }] } },
    { name: 'a negative score is another matter', sheet: { rows: [{ ...row, score: -1 }] } },
    {
      name: 'the box says something, but not of this',
      sheet: { rows: [row], remarks: '本表数据以决算为准' },
      findings: [
        {
          severity: 'advisory',
          cell: 'H5',
          related: ['G5'],
          fix: null,
          message: `「培训人次」（G5）得18分、分值20分，偏差原因分析及改进措施一栏为空。${tail}`,
        },
      ],
    },
  ],
});

describe('deduction-unexplained on real sheets', () => {
  it.each(['', '无', '0', '/', '—', '无偏差', '偏差原因：无'])('「%s」 explains nothing', (text) => {
    expect(briefly(saidOf('deduction-unexplained', form({ rows: goodRowsBut(0, { 6: 18, 7: text }) })))).toEqual(['mandatory H6']);
  });

  it.each(['管护资金到位较晚，少修1公里，2024年6月前补修', '群众意见待收集', '同上'])('「%s」 is a reason', (text) => {
    expect(saidOf('deduction-unexplained', form({ rows: goodRowsBut(0, { 6: 18, 7: text }) }))).toEqual([]);
  });

  it('takes one blank reason merged over two deducted rows for one mistake', () => {
    const rows = goodRowsBut(0, { 6: 18 }).map((line, index) => (index === 1 ? [...line.slice(0, 6), 14, null] : line));
    const said = saidOf('deduction-unexplained', form({ rows, options: { merges: ['H6:H7'] } }));
    expect(said.map((one) => [one.severity, one.cell, one.related])).toEqual([['mandatory', 'H6', ['G6', 'G7']]]);
  });

  describe('a 自评说明 column filled on every row', () => {
    const filled = GOOD_ROWS.map((line) => [...line.slice(0, 7), '按计划完成，见附件']);
    const said = (score: number, text: string) => {
      const rows = filled.map((line, index) => (index === 0 ? [...line.slice(0, 6), score, text] : line));
      return briefly(saidOf('deduction-unexplained', form({ rows, more: ['自评说明/评分依据'] })));
    };
    it('asks for the deduction to be named, as advice', () => expect(said(18, '全年开展渠道维修，见验收报告')).toEqual(['advisory H6']));
    it('takes a shortfall for a reason', () => expect(said(18, '实际维修19公里，低于目标，扣2分')).toEqual([]));
    it('is mandatory where the cell of the deducted row is blank', () => expect(said(18, '')).toEqual(['mandatory H6']));
    it('says nothing of rows with full marks', () => expect(said(20, '全年开展渠道维修，见验收报告')).toEqual([]));
  });

  it('asks nothing of a column in which the reviewer gives reasons', () => {
    for (const heading of ['复核扣分原因', '财政审核扣分说明', '专家组扣分理由'])
      expect(briefly(saidOf('deduction-unexplained', form({ rows: goodRowsBut(0, { 6: 18 }), more: [heading] })))).toEqual([]);
    expect(briefly(saidOf('deduction-unexplained', form({ rows: goodRowsBut(0, { 6: 18 }), more: ['自评扣分原因（供审核）'] })))).toEqual([
      'mandatory H6',
    ]);
  });

  it('asks no more than advice of a bare 备注 column', () => {
    expect(briefly(saidOf('deduction-unexplained', form({ rows: goodRowsBut(0, { 6: 18 }), more: ['备注'] })))).toEqual(['advisory H6']);
  });
});
