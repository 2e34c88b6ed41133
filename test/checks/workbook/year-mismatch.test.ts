import { yearMismatch } from '../../../src/checks/workbook/year-mismatch';
import { staleYear } from '../../../src/checks/support/years';
import { testCheck } from '../support/check-tester';
import { form, goodRowsBut, saidOf } from '../support/published-form';

testCheck(yearMismatch, {
  passing: [
    {
      name: 'the same year',
      sheet: { title: '项目支出绩效自评表（2024年度）', year: 2024, rows: [{ target: '2024年12月前', actual: '2024年11月' }] },
    },
    { name: 'a title without a year', sheet: { title: '项目支出绩效自评表', year: 2024, rows: [{}] } },
    { name: 'the right year beside another', sheet: { title: '2022年度中央专项资金2024年度绩效自评表', year: 2024, rows: [{}] } },
    { name: 'a target next year', sheet: { title: '自评表', year: 2024, rows: [{ target: '2025年6月前', actual: '' }] } },
    { name: 'a data sheet of the same year', sheet: { year: 2024, dataYear: 2024, rows: [{}] } },
    { name: 'a data sheet of last year, told with the first table', sheet: { year: 2024, dataYear: 2023, rows: [{}] }, first: false },
    { name: 'two tables of two years: not clear which', sheet: { title: '自评表', year: 2024, otherYears: [2023], rows: [{}] } },
    { name: 'the others do not agree', sheet: { title: '自评表', year: 2024, otherYears: [2023, 2022], rows: [{}] } },
    { name: 'doubted', sheet: { year: 2024, rows: [{ target: '2023年12月前', actual: '' }] }, doubted: ['D5'] },
  ],
  failing: [
    {
      name: 'another year in the title',
      sheet: { title: '项目支出绩效自评表（2023年度）', year: 2024, rows: [{}] },
      findings: [
        {
          severity: 'advisory',
          cell: 'A1',
          related: [],
          message: 'A1 的标题写的是2023年，与本表年度2024年不一致。请核实年度，沿用以前年度文字的请改正。',
          fix: null,
          actual: '2023',
          expected: '2024',
        },
      ],
    },
    {
      name: 'targets of last year, once',
      sheet: {
        year: 2024,
        rows: [
          { target: '2023年12月前', actual: '' },
          { target: '2023年10月', actual: '' },
        ],
      },
      findings: [
        {
          severity: 'advisory',
          cell: 'D5',
          related: ['D5', 'D6'],
          message: 'D5 的指标值等2处（D5、D6）写的是2023年，与本表年度2024年不一致。请核实年度，沿用以前年度文字的请改正。',
          fix: null,
        },
      ],
    },
  ],
  boundary: [
    {
      name: 'the data sheet is last year’s',
      sheet: { title: '自评表', year: 2024, dataYear: 2023, rows: [{}] },
      findings: [
        {
          severity: 'advisory',
          cell: 'A31',
          related: [],
          message: 'A31 的数据表标题写的是2023年，与本表年度2024年不一致。请核实年度，沿用以前年度文字的请改正。',
          fix: null,
        },
      ],
    },
    {
      name: 'the odd one out among the tables of a workbook',
      sheet: { title: '自评表', year: 2023, otherYears: [2024, 2024], rows: [{}] },
      findings: [
        {
          severity: 'advisory',
          cell: 'A1',
          related: [],
          message: '本表年度（A1）为2023年，而工作簿中其他表均为2024年。请核实年度，沿用以前年度文字的请改正。',
          fix: null,
        },
      ],
    },
    { name: 'four years back is history', sheet: { year: 2024, rows: [{ target: '2020年12月前', actual: '' }] } },
    {
      name: 'three years back is not',
      sheet: { year: 2024, rows: [{ target: '2021年12月前', actual: '' }] },
      findings: [
        {
          severity: 'advisory',
          cell: 'D5',
          related: [],
          message: 'D5 的指标值写的是2021年，与本表年度2024年不一致。请核实年度，沿用以前年度文字的请改正。',
          fix: null,
        },
      ],
    },
  ],
});

describe('staleYear', () => {
  it.each([
    '在2022年12月31日前完成120户补助发放',
    '截至2022年12月31日已全部完成',
    '2022年计划维修渠道20公里',
    '2022年底前完成',
    '截止2022年11月完成',
  ])('2023: 「%s」 speaks of 2022', (text) => expect(staleYear(text, 2023)).toBe(2022));
  it.each([
    '2022年12月立项，2023年完成',
    '2022—2024年持续实施',
    '自2022年起每年维修',
    '依据某财〔2022〕5号文件实施',
    '较2022年底增长5%',
    '2022年度结转项目收尾',
    '2024年底前完成验收',
    '完成年度各项工作任务',
  ])('2023: 「%s」 does not', (text) => expect(staleYear(text, 2023)).toBeNull());
});

it('finds a stale target on a real sheet', () => {
  const said = saidOf('year-mismatch', form({ rows: goodRowsBut(2, { 3: '2022年11月底前' }) }));
  expect(said.map((one) => [one.severity, one.cell])).toEqual([['advisory', 'D8']]);
});
