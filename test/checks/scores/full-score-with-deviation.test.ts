import { fullScoreWithDeviation } from '../../../src/checks/scores/full-score-with-deviation';
import { testCheck } from '../support/check-tester';
import { briefly, form, goodRowsBut, saidOf } from '../support/published-form';

const row = { name: '制度健全程度', target: '健全', actual: '健全', weight: 10, score: 10 };
const message = (text: string) =>
  `「制度健全程度」（G5）得满分10分，H5 的偏差原因分析及改进措施却写有「${text}」。得分与说明不一致，请核实是否应当扣分，或改写说明。`;

testCheck(fullScoreWithDeviation, {
  passing: [
    { name: 'nothing said', sheet: { rows: [row] } },
    { name: '无偏差', sheet: { rows: [{ ...row, reason: '无偏差' }] } },
    { name: 'a deduction with its shortfall', sheet: { rows: [{ ...row, score: 8, reason: '部分制度未完成修订' }] } },
    {
      name: 'a missed target with full marks is told by its score',
      sheet: { rows: [{ name: '培训人次', target: '≥200人', actual: '150人', weight: 10, score: 10, reason: '只完成150人' }] },
    },
  ],
  failing: [
    {
      name: 'a shortfall beside full marks',
      sheet: { rows: [{ ...row, reason: '部分制度未完成修订' }] },
      findings: [
        {
          severity: 'advisory',
          cell: 'H5',
          related: ['G5'],
          message: message('部分制度未完成修订'),
          fix: null,
          accused: { row: 'r0', aspect: 'reason' },
        },
      ],
    },
  ],
  boundary: [
    { name: 'delayed, but all done in the end', sheet: { rows: [{ ...row, reason: '因汛期延期，年底前已全部完成' }] } },
    {
      name: 'delayed',
      sheet: { rows: [{ ...row, reason: '因汛期延期' }] },
      findings: [{ severity: 'advisory', cell: 'H5', related: ['G5'], message: message('因汛期延期'), fix: null }],
    },
  ],
});

describe('full-score-with-deviation on real sheets', () => {
  const said = (text: string) => briefly(saidOf('full-score-with-deviation', form({ rows: goodRowsBut(4, { 7: text }) })));

  it.each(['仅完成2项制度', '资金支付进度滞后', '与目标存在一定差距', '低于年初目标', '扣0.5分', '尚未完成验收'])(
    '「%s」 states a shortfall',
    (text) => expect(said(text)).toEqual(['advisory H10']),
  );

  it.each([
    '无',
    '无偏差',
    '未完成原因：无',
    '不存在未完成情况',
    '未发现违反规定的情况',
    '不低于目标值',
    '超额完成，目标值设置偏低',
    '各项制度健全，执行有效',
    '未完成的不得分',
    '每缺一项扣1分，本项无扣分',
    '2022年未完成的工程本年已完工',
    '弥补了管护力量不足',
    '扣0分',
  ])('「%s」 states none', (text) => expect(said(text)).toEqual([]));
});
