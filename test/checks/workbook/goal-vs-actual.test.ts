import { goalVsActual } from '../../../src/checks/workbook/goal-vs-actual';
import { testCheck } from '../support/check-tester';
import { briefly, form, goodRowsBut, saidOf } from '../support/published-form';

const rows = [
  { name: '维修养护工程处数', target: '≥130处', actual: '136处' },
  { name: '水质合格率', target: '≥97%', actual: '97.2%' },
  { name: '保障供水人口', target: '≥18.5万人', actual: '18.7万人' },
];
const goals = (achieved: string) => ({ sheet: { rows, goals: { achieved } } });

testCheck(goalVsActual, {
  passing: [
    { name: 'no goals', sheet: { rows } },
    { name: 'the same figures', ...goals('全年完成维修养护工程136处，水质合格率达97.2%。') },
    { name: 'none of them named', ...goals('全面完成年度任务，136处工程完工。') },
    { name: 'a bound', ...goals('水质合格率达到97%以上') },
    { name: 'the target repeated', ...goals('水质合格率为97%') },
    { name: 'last year’s', ...goals('上年水质合格率为95%') },
    { name: 'a part of it', ...goals('完成维修养护工程136处，其中城区维修养护工程50处') },
    { name: 'two of one name', ...goals('上半年水质合格率96%，下半年水质合格率98%') },
    { name: 'another unit', ...goals('完成维修养护工程12公里') },
    { name: 'the end of another name', ...goals('出厂水水质合格率99%') },
    { name: 'a rise', ...goals('水质合格率由95%提高到97.2%') },
  ],
  failing: [
    {
      name: 'a rate',
      ...goals('全年完成维修养护工程136处，水质合格率达95.2%。'),
      findings: [
        {
          severity: 'advisory',
          cell: 'A31',
          related: ['E6'],
          fix: null,
          message: '「实际完成情况」（A31）写「水质合格率」为「95.2%」，指标表中的完成值（E6）是「97.2%」。请核对两处，改正填错的一处。',
        },
      ],
    },
    {
      name: 'a number',
      ...goals('全年完成维修养护工程126处，水质合格率达97.2%。'),
      findings: [
        {
          severity: 'advisory',
          cell: 'A31',
          related: ['E5'],
          fix: null,
          message:
            '「实际完成情况」（A31）写「维修养护工程处数」为「126处」，指标表中的完成值（E5）是「136处」。请核对两处，改正填错的一处。',
        },
      ],
    },
  ],
  boundary: [
    { name: 'rounded', ...goals('水质合格率97%，保障供水人口19万人') },
    { name: 'in 万', ...goals('保障供水人口18.7万人') },
  ],
});

it('reads the goals of a real sheet', () => {
  const goalsOf = (text: string) =>
    form({
      head: [
        ['单位名称', '某某县水利局'],
        ['年度总体目标', '预期目标', '', '', '实际完成情况'],
        ['', '完成渠道维修', '', '', text],
      ],
      rows: goodRowsBut(1, {}),
    });
  expect(briefly(saidOf('goal-vs-actual', goalsOf('工程验收合格率98%')))).toEqual(['advisory E4']);
  expect(briefly(saidOf('goal-vs-actual', goalsOf('工程验收合格率100%，群众满意度96%')))).toEqual([]);
});
