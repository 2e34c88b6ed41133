import { boilerplateReason } from '../../../src/checks/explanations/boilerplate-reason';
import { testCheck } from '../support/check-tester';
import { briefly, form, goodRowsBut, saidOf } from '../support/published-form';

const row = { name: '培训人次', target: '≥200人次', actual: '150人次', weight: 20, score: 18.5 };

testCheck(boilerplateReason, {
  passing: [
    { name: 'a cause', sheet: { rows: [{ ...row, reason: '场地未落实，少办2期' }] } },
    { name: 'nothing: that is deduction-unexplained', sheet: { rows: [{ ...row, reason: '无' }] } },
    { name: 'full marks', sheet: { rows: [{ ...row, score: 20, reason: '客观原因' }] } },
  ],
  failing: [
    {
      name: 'words that fit any row',
      sheet: { rows: [{ ...row, reason: '客观原因，今后进一步加强管理。' }] },
      findings: [
        {
          severity: 'advisory',
          cell: 'H5',
          related: [],
          fix: null,
          accused: { row: 'r0', aspect: 'reason' },
          message:
            '「培训人次」扣1.5分，H5 的偏差原因分析及改进措施写的是「客观原因，今后进一步加强管理。」，看不出具体事项。请写明差在哪里、原因和改进措施。',
        },
      ],
    },
  ],
  boundary: [{ name: 'one particular word is enough', sheet: { rows: [{ ...row, reason: '客观原因，今后进一步加强场地管理' }] } }],
});

describe('boilerplate-reason on real sheets', () => {
  const said = (text: string) => briefly(saidOf('boilerplate-reason', form({ rows: goodRowsBut(0, { 6: 18, 7: text }) })));
  it.each(['客观原因', '酌情扣2分', '工作还需进一步加强', '存在一定差距，有待提高', '根据实际情况自评'])('「%s」 fits any row', (text) =>
    expect(said(text)).toEqual(['advisory H6']),
  );
  it.each(['受汛期影响', '资金下达较晚', '满意度有待提高', '有结余，根据工作实际及指标下达时间不可能没有结余', '已完成', '无'])(
    '「%s」 does not',
    (text) => expect(said(text)).toEqual([]),
  );
});
