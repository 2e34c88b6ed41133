import { weightVsNote } from '../../../src/checks/weights/weight-vs-note';
import { goodSheet } from '../../support/score-table';
import { testCheck } from '../support/check-tester';

testCheck(weightVsNote, {
  passing: [
    {
      name: 'as the note says',
      sheet: { ...goodSheet(), notes: ['注：一级指标分值统一设置为产出指标50分、效益指标30分、满意度指标10分、预算资金执行率10分。'] },
    },
    { name: 'a principle leaves room', sheet: { ...goodSheet(), notes: ['原则上产出指标60分、效益指标20分，可根据实际调整。'] } },
    { name: 'figures that are no 分值', sheet: { ...goodSheet(), notes: ['注：产出指标20项，效益指标3项。'] } },
  ],
  failing: [
    {
      name: 'one class',
      sheet: { ...goodSheet(), notes: ['注：一级指标分值统一设置为产出指标50分、效益指标40分、满意度指标10分、预算资金执行率10分。'] },
      findings: [
        {
          severity: 'advisory',
          cell: 'A12',
          related: ['A17'],
          message: '表中分值（A12起）与表下注释（A17）不一致：效益指标为30分，注释为40分。请按注释核对各类指标的分值，另有规定的请写明。',
          fix: null,
          accused: { row: 'table', aspect: 'weight' },
        },
      ],
    },
    {
      name: 'in a list, as percent',
      sheet: { ...goodSheet(), notes: ['产出、效益、满意度权重分别为50%、20%、20%。'] },
      findings: [
        {
          severity: 'advisory',
          cell: 'A12',
          related: ['A17'],
          message:
            '表中分值（A12起）与表下注释（A17）不一致：效益指标为30分，注释为20分；满意度指标为10分，注释为20分。请按注释核对各类指标的分值，另有规定的请写明。',
          fix: null,
          accused: { row: 'table', aspect: 'weight' },
        },
      ],
    },
  ],
  boundary: [{ name: 'a note about one class alone', sheet: { ...goodSheet(), notes: ['注：产出指标分值60分。'] } }],
});
