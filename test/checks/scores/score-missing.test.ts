import { unknownDerivation } from '../../../src/scoring';
import { scoreMissing } from '../../../src/checks/scores/score-missing';
import { goodSheet, scoreTableOf } from '../../support/score-table';
import { testCheck } from '../support/check-tester';
import { withFunding, withRow } from '../support/spoil';

const blank = {
  ...goodSheet(),
  rows: goodSheet().rows.map((row) => ({ ...row, score: null, actual: null })),
  total: { weight: 100 },
  grade: null,
};

testCheck(scoreMissing, {
  passing: [
    { name: 'every score is there', sheet: goodSheet() },
    { name: 'a row that does not apply needs none', sheet: withRow(1, { score: null, applies: false }) },
    { name: 'a row inside the score cell of the row above', sheet: withRow(1, { sharesScoreOf: 1, score: undefined }) },
    { name: 'a row without 分值 owes no score', sheet: withRow(1, { weight: null, score: null }) },
    { name: 'a 加分 row may stay blank', sheet: withRow(1, { role: 'bonus', weight: null, score: null }) },
    { name: 'a breakdown line', sheet: withRow(1, { role: 'breakdown', weight: null, score: null }) },
  ],
  failing: [
    {
      name: 'one blank',
      sheet: withRow(1, { score: null }),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G10',
          related: [],
          message: '「验收合格率」（G10）有分值而没有填得分。请补填得分；该项不适用的，请写明处理方式。',
          fix: null,
          accused: { row: 'r1', aspect: 'score' },
        },
      ],
    },
    {
      name: 'two blanks are two findings',
      sheet: withRow(2, { score: '  ' }, withRow(1, { score: null })),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G10',
          related: [],
          message: '「验收合格率」（G10）有分值而没有填得分。请补填得分；该项不适用的，请写明处理方式。',
          fix: null,
          accused: { row: 'r1', aspect: 'score' },
        },
        {
          severity: 'mandatory',
          cell: 'G11',
          related: [],
          message: '「完成时间」（G11）有分值而没有填得分。请补填得分；该项不适用的，请写明处理方式。',
          fix: null,
          accused: { row: 'r2', aspect: 'score' },
        },
      ],
    },
    {
      name: 'the execution row',
      sheet: withFunding({ score: null }),
      findings: [
        {
          severity: 'mandatory',
          cell: 'G5',
          related: [],
          message: '「年度资金总额」（G5）有分值而没有填得分。请补填得分；该项不适用的，请写明处理方式。',
          fix: null,
          accused: { row: 'r-execution', aspect: 'score' },
        },
      ],
    },
    {
      name: 'a dash where points are due',
      sheet: withRow(1, { score: '—' }),
      findings: [
        {
          severity: 'advisory',
          cell: 'G10',
          related: [],
          message: '「验收合格率」（G10）有分值，得分处写的是「—」。请核实：应计分的请补填得分，不适用的请写明处理方式。',
          fix: null,
          accused: { row: 'r1', aspect: 'score' },
        },
      ],
    },
    {
      name: 'a form nobody filled in: one line',
      sheet: { ...blank, funding: { ...blank.funding!, total: { weight: 10 }, parts: [] } },
      findings: [
        {
          severity: 'mandatory',
          cell: 'G5',
          related: ['G7', 'G8', 'G9', 'G10', 'G11', 'G12'],
          message: '「得分」一列尚未填写（G5起共7处），暂无法核对得分。请填写后再审核。',
          fix: null,
          accused: { row: 'table', aspect: 'score' },
        },
      ],
    },
  ],
  boundary: [
    {
      name: 'all indicators blank but the execution row',
      sheet: blank,
      findings: [
        {
          severity: 'mandatory',
          cell: 'G9',
          related: ['G10', 'G11', 'G12', 'G13', 'G14'],
          message: '「得分」一列尚未填写（G9起共6处），暂无法核对得分。请填写后再审核。',
          fix: null,
          accused: { row: 'table', aspect: 'score' },
          accountsFor: [
            { row: 'r0', aspect: 'score' },
            { row: 'r1', aspect: 'score' },
            { row: 'r2', aspect: 'score' },
            { row: 'r3', aspect: 'score' },
            { row: 'r4', aspect: 'score' },
            { row: 'r5', aspect: 'score' },
          ],
        },
      ],
    },
    {
      name: 'all but one blank: one by one',
      sheet: { ...blank, rows: blank.rows.map((row, at) => (at < 4 ? { ...row, score: 15 } : row)) },
      findings: [
        {
          severity: 'mandatory',
          cell: 'G13',
          related: [],
          message: '「机制健全程度」（G13）有分值而没有填得分。请补填得分；该项不适用的，请写明处理方式。',
          fix: null,
          accused: { row: 'r4', aspect: 'score' },
        },
        {
          severity: 'mandatory',
          cell: 'G14',
          related: [],
          message: '「群众满意度」（G14）有分值而没有填得分。请补填得分；该项不适用的，请写明处理方式。',
          fix: null,
          accused: { row: 'r5', aspect: 'score' },
        },
      ],
    },
  ],
});

test('an unfilled form accounts for everything else but 分值', () => {
  const { scoreTable, book } = scoreTableOf({ ...blank, funding: { total: { weight: 10 }, parts: [] } });
  const context = {
    scoreTable,
    book,
    stale: [],
    row: () => scoreTable.rows[0]!,
    doubted: () => false,
    first: true,
    parameters: undefined as never,
    standards: undefined as never,
    expected: () => unknownDerivation('no-rule'),
  };
  const [raw, ...more] = scoreMissing.run(context);
  expect(more).toEqual([]);
  const keys = (raw!.accountsFor ?? []).map((who) => `${who.row} ${who.aspect}`);
  expect(keys).toEqual(
    expect.arrayContaining(['table evidence', 'total:0 total', `${scoreTable.rows[0]!.id} score`, 'funding:0 money', 'head:unit text']),
  );
  expect(keys.filter((key) => key.endsWith(' weight'))).toEqual([]);
  expect(keys).not.toContain('table score');
});
