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
    ['失业登记率', 'unknown'],
    ['逾期支付率', 'unknown'],
    ['违规整改率', 'up!'],
    ['失业人员就业率', 'up!'],
    ['失业率', 'down!'],
    ['登记失业率', 'down!'],
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
    // What was not done.
    ['群众不满意率', 'down!'],
    ['服务对象不满意度', 'down!'],
    ['设备抽检不合格率', 'down!'],
    ['热线工单未办结率', 'down!'],
    ['工单未按时办结率', 'down!'],
    ['投诉未处理率', 'down!'],
    ['问题未整改率', 'down!'],
    ['任务未完成率', 'down!'],
    ['不达标率', 'down!'],
    ['台账不规范率', 'down!'],
    ['资料不完整比例', 'down!'],
    ['资金未拨付率（%）', 'down!'],
    ['未整改问题数', 'down'],
    ['不合格产品数量', 'down'],
    // And what did not go wrong.
    ['脱贫户未返贫率', 'up!'],
    ['零投诉率', 'up!'],
    ['无重大安全事故率', 'up!'],
    ['未逾期率', 'up!'],
    ['未违约率', 'up!'],
    // The denial belongs to another word.
    ['未成年人犯罪嫌疑人帮教完成率', 'up!'],
    ['不动产登记率', 'up!'],
    ['无障碍设施覆盖率', 'up!'],
    ['未达标河道治理完成率', 'up!'],
    ['不满意工单整改率', 'up!'],
    ['非税收入上缴率', 'up!'],
    ['无害化处理率', 'up!'],
    ['非正常死亡率', 'down!'],
    ['不良贷款逾期率', 'down!'],
    ['未成年人违法率', 'down!'],
    ['设备无故障运行率', 'up!'],
    ['不合格品率', 'down!'],
    ['满意率', 'up!'],
  ])('%s: %s', (text, expected) => expect(name(text)).toBe(expected));

  it('a count is likely to be raised, money is not', () => {
    expect(name('培训人次', '产出/数量', '200人次')).toBe('up');
    for (const text of ['免费开放场馆数量', '参保缴费人数', '风险评估报告数', '消费帮扶产品数'])
      expect(name(text, '产出/数量', '8个')).toBe('up');
    for (const text of ['因公出国（境）费团组数', '风险隐患数', '案件数量']) expect(name(text, '产出/数量', '8个')).toBe('unknown');
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
