import { directionSuspect } from '../../../src/checks/scores/direction-suspect';
import { testCheck } from '../support/check-tester';
import { briefly, form, goodRowsBut, saidOf } from '../support/published-form';

testCheck(directionSuspect, {
  passing: [
    { name: 'more is better, ≥', sheet: { rows: [{ name: '示范村建设数量', target: '≥4个', actual: '4个' }] } },
    { name: 'a cost, ≤', sheet: { rows: [{ path: '产出/成本', name: '项目总成本', target: '≤90万元', actual: '90万元' }] } },
    { name: 'complaints, ≤', sheet: { rows: [{ name: '投诉次数', target: '≤3次', actual: '1次' }] } },
    { name: 'a rate saved, ≥', sheet: { rows: [{ path: '产出/成本', name: '成本节约率', target: '≥5%', actual: '6%' }] } },
    { name: 'no sign', sheet: { rows: [{ name: '合格率', target: '95%', actual: '96%' }] } },
    { name: 'a number that may go either way', sheet: { rows: [{ name: '会议次数', target: '≤4次', actual: '3次' }] } },
    { name: 'doubted', sheet: { rows: [{ name: '验收合格率', target: '≤95%', actual: '96%' }] }, doubted: ['D5'] },
  ],
  failing: [
    {
      name: '≤ on villages to be built',
      sheet: { rows: [{ name: '开展精品示范村建设数量', target: '≤4', actual: '4' }] },
      findings: [
        {
          severity: 'advisory',
          cell: 'D5',
          related: [],
          fix: null,
          actual: '≤',
          expected: '≥',
          accused: { row: 'r0', aspect: 'target' },
          message: '「开展精品示范村建设数量」一般越高越好，D5 却写作「≤」。请核实是否应为「≥」。',
        },
      ],
    },
    {
      name: '≥ on a cost, the sign in its own column',
      sheet: { rows: [{ path: '产出/成本', name: '项目总成本', symbol: '≥', target: 90, unit: '万元', actual: 90 }] },
      findings: [
        {
          severity: 'advisory',
          cell: 'L5',
          related: [],
          fix: null,
          message: '「项目总成本」一般越低越好，L5 却写作「≥」。请核实是否应为「≤」。',
        },
      ],
    },
  ],
  boundary: [
    {
      name: '≤ on a rate that is surely to be raised',
      sheet: { rows: [{ name: '验收合格率', target: '≤95%', actual: '96%' }] },
      findings: [
        {
          severity: 'advisory',
          cell: 'D5',
          related: [],
          fix: null,
          message: '「验收合格率」一般越高越好，D5 却写作「≤」。请核实是否应为「≥」。',
        },
      ],
    },
    { name: '=', sheet: { rows: [{ name: '验收合格率', target: '=95%', actual: '96%' }] } },
  ],
});

it('finds it on a real sheet', () => {
  expect(briefly(saidOf('direction-suspect', form({ rows: goodRowsBut(5, { 3: '≤90%' }) })))).toEqual(['advisory D11']);
});
