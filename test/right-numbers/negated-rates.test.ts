/** A rate of what was not done is met from below, one of what did not go wrong from above; what follows a denial is another measure. */
import { bookWith, FORM, found, recalculated, type Over, type Row } from './support';

const form = (over: Over = {}) => bookWith(FORM, over);
const measure = (name: string, target: string, actual: string | number, score: number | null = 10) =>
  form({ C17: name, D17: target, E17: actual, G17: score });

test.each([
  ['热线工单未办结率', '5%', '2%'],
  ['设备抽检不合格率', '3%', '1.2%'],
  ['群众不满意率', '≤10%', '6%'],
  ['投诉回访不满意度', '≤5%', '5%'],
  ['年度任务未完成率', '≤5%', '0'],
  ['巡查问题未按期整改率', '2%', '0%'],
  ['台账不规范率', '<10%', '4%'],
  ['脱贫户未返贫率', '≥98%', '99%'],
  ['合同未逾期率', '95%', '97%'],
  ['零投诉率', '90%', '100%'],
])('%s %s, %s: met, and the full score is due', (name, target, actual) => {
  expect(found(measure(name, target, actual))).toEqual([]);
  expect(recalculated(measure(name, target, actual, null)).writes).toEqual(['G17 · → 10']);
});

test.each([
  ['热线工单未办结率', '≤5%', '8%'],
  ['设备抽检不合格率', '3%', '4.5%'],
  ['脱贫户未返贫率', '98%', '90%'],
])('%s %s, %s: missed', (name, target, actual) => {
  expect(found(measure(name, target, actual))).toEqual(['M missed-target-full-score G17']);
});

test('a sign that fits the name is not called turned round; one that does not is', () => {
  expect(found(measure('投诉回访不满意率', '≤10%', '6%'))).toEqual([]);
  expect(found(measure('投诉回访不满意率', '≥90%', '6%')).filter((one) => one.includes('direction-suspect'))).toEqual([
    'A direction-suspect D17',
  ]);
  expect(found(measure('投诉回访满意率', '≤90%', '85%')).filter((one) => one.includes('direction-suspect'))).toEqual([
    'A direction-suspect D17',
  ]);
});

const RULED: readonly Row[] = [
  ['某单位2024年度绩效考核评分表'],
  ['一级指标', '二级指标', '三级指标', '评分标准', '分值', '自评得分', '扣分原因和说明'],
  ['履职效能', '服务质量', '群众满意率', '满意率≥90%得10分，80%（含）—90%得6分，其余不得分', 10, 10, '经回访，群众不满意率6%'],
  [null, null, '群众不满意率', '不满意率≤10%得10分，超过10%不得分', 10, 10, '经回访，满意率94%'],
  [null, '工作质量', '制度建设', '制度健全得80分，否则不得分', 80, 80, null],
  ['合计', null, null, null, 100, 100, null],
];

test('满意率 stated beside 不满意率 is not taken for it, nor the other way', () => {
  expect(found(bookWith(RULED))).toEqual([]);
  const stated = { G3: '经回访，群众满意率85%' };
  expect(found(bookWith(RULED, stated))).toContain('M score-mismatch F3');
});
