import { directionOf, directionOfName } from '../../src/score-table/direction';
import { scoreTableOf } from '../support/score-table';

function row(name: string, target: string | number | null, more: object = {}) {
  return scoreTableOf({ rows: [{ name, target, actual: 1, weight: 10, score: 10, ...more }] }).scoreTable.rows[0]!;
}
const name = (text: string, path = '产出/数量', target: string | null = null) => {
  const { way, certain } = directionOfName(row(text, target, { path }), row(text, target, { path }).target?.value ?? null);
  return `${way}${certain ? '!' : ''}`;
};

describe('by name', () => {
  it.each([
    ['财政供养人员控制率', 'down!'],
    ['“三公经费”控制率', 'down!'],
    ['公用经费控制率', 'down!'],
    ['病虫害控制率', 'down'],
    ['“三公经费” 变动率', 'down!'],
    ['人口变动率', 'down'],
    ['预算调整率', 'down!'],
    ['结转结余率', 'down!'],
    ['投诉率', 'down!'],
    ['投诉次数', 'down!'],
    ['投诉处理率', 'up!'],
    ['信访事项按时办结率', 'up!'],
    ['安全事故起数', 'down!'],
    ['办理时限', 'down'],
    ['项目总成本', 'down!'],
    ['成本节约率', 'up'],
    ['成本效益', 'unknown'],
    ['差错率', 'down!'],
    ['政府采购执行率', 'up!'],
    ['“三公经费”支出执行率', 'unknown'],
    ['验收合格率', 'up!'],
    ['群众满意度', 'up!'],
    ['固定资产利用率', 'up!'],
    ['机制健全程度', 'unknown'],
    ['人均补助标准', 'unknown'],
  ])('%s: %s', (text, expected) => expect(name(text)).toBe(expected));

  it('a count is likely to be raised, money is not', () => {
    expect(name('培训人次', '产出/数量', '200人次')).toBe('up');
    expect(name('补助金额', '产出/数量', '200万元')).toBe('unknown');
    expect(name('补助金额', '产出/成本指标', '200万元')).toBe('down');
    expect(name('压减编制人数', '产出/数量', '5人')).toBe('unknown');
  });
});

describe('by sign', () => {
  it.each([
    ['验收率', '≥95%', { way: 'up', certain: true, from: 'sign' }],
    ['项目成本', '≤90万元', { way: 'down', certain: true, from: 'sign' }],
    ['病虫害控制率', '≥90%', { way: 'up', certain: true, from: 'sign' }],
    ['验收合格率', '=100%', { way: 'up', certain: true, from: 'sign' }],
    ['任务数', '=10件', { way: 'up', certain: true, from: 'sign' }],
    ['完成时间', '9月前', { way: 'down', certain: true, from: 'sign' }],
    ['验收合格率', '≤95%', { way: 'unknown', certain: false, from: 'none' }],
    ['项目总成本', '≥90万元', { way: 'unknown', certain: false, from: 'none' }],
    ['群众满意度', '95%', { way: 'up', certain: true, from: 'name' }],
  ])('%s %s', (text, target, expected) => expect(directionOf(row(text, target))).toEqual(expected));
});
