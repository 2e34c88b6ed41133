import { dateOrder } from '../../../src/checks/workbook/date-order';
import { testCheck } from '../support/check-tester';
import { briefly, form, GOOD_ROWS, goodRowsBut, saidOf } from '../support/published-form';

const title = '项目支出绩效自评表';
const early = (day: string) => `B3 的填报日期为${day}，早于2024年度结束，全年数据尚未形成。请核实填报日期或评价年度。`;

testCheck(dateOrder, {
  passing: [
    {
      name: 'filled the year after',
      sheet: { title, year: 2024, filledOn: { year: 2025, month: 3, day: 5 }, rows: [{ actual: '2024年11月' }] },
    },
    { name: 'no date', sheet: { title, year: 2024, rows: [{ actual: '2026年11月' }] } },
    {
      name: 'a deadline where the date of completion stands',
      sheet: { title, year: 2024, filledOn: { year: 2025, month: 3, day: 5 }, rows: [{ actual: '2025年12月前' }] },
    },
  ],
  failing: [
    {
      name: 'filled before the year was over',
      sheet: { title, year: 2024, filledOn: { year: 2024, month: 6, day: 28 }, rows: [{}] },
      findings: [
        {
          severity: 'advisory',
          cell: 'B3',
          related: ['A1'],
          message: early('2024年6月28日'),
          fix: null,
          accused: { row: 'head:date', aspect: 'text' },
        },
      ],
    },
    {
      name: 'done after it was filled in',
      sheet: {
        title,
        year: 2024,
        filledOn: { year: 2025, month: 3, day: 5 },
        rows: [{ name: '完工时间', target: '2024年12月前', actual: '2025年6月' }],
      },
      findings: [
        {
          severity: 'advisory',
          cell: 'E5',
          related: ['B3'],
          message: '「完工时间」 E5 的完成时间「2025年6月」晚于填报日期2025年3月5日。请核实两个日期。',
          fix: null,
        },
      ],
    },
  ],
  boundary: [
    { name: 'the last day of the year', sheet: { title, year: 2024, filledOn: { year: 2024, month: 12, day: 31 }, rows: [{}] } },
    {
      name: 'the day before',
      sheet: { title, year: 2024, filledOn: { year: 2024, month: 12, day: 30 }, rows: [{}] },
      findings: [{ severity: 'advisory', cell: 'B3', related: ['A1'], message: early('2024年12月30日'), fix: null }],
    },
    {
      name: 'done in the month it was filled in',
      sheet: { title, year: 2024, filledOn: { year: 2025, month: 3, day: 5 }, rows: [{ actual: '2025年3月' }] },
    },
  ],
});

describe('date-order on real sheets', () => {
  const foot = (text: string) => [['填报人：张三'], [text]];
  it('finds a date before the end of the year', () =>
    expect(briefly(saidOf('date-order', form({ rows: GOOD_ROWS, foot: foot('填报日期：2023年6月1日') })))).toEqual(['advisory A14']));
  it('accepts one after it', () =>
    expect(saidOf('date-order', form({ rows: GOOD_ROWS, foot: foot('填报日期：2024年3月1日') }))).toEqual([]));
  it('finds work done after it', () =>
    expect(briefly(saidOf('date-order', form({ rows: goodRowsBut(2, { 4: '2024年8月' }), foot: foot('填报日期：2024年3月1日') })))).toEqual(
      ['advisory E8'],
    ));
});
