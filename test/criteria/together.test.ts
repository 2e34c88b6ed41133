/** Both readers: equal is that; different is both; one alone is that one. */
import { parseAfresh } from '../../src/criteria/together/read';
import { compare } from './wordings/measure';

const verdicts = (text: string, weight: string, facts: Readonly<Record<string, string | boolean>>, score: string): string =>
  compare(text, weight, parseAfresh(text), { facts, scores: [score] }).verdict;

test('what both read is exact', () => {
  expect(parseAfresh('到位率≥90%得4分；低于90%不得分').criterion.kind).toBe('steps');
  expect(verdicts('到位率≥90%得4分；低于90%不得分', '4', { 到位率: '89%' }, '0')).toBe('right');
});

test('where they differ, the right score is never ruled out', () => {
  expect(parseAfresh('超时限1-3天每天扣1分，超时限3天以上不得分').criterion.kind).toBe('readings');
  expect(verdicts('超时限1-3天每天扣1分，超时限3天以上不得分', '5', { 超时限: '3' }, '2')).not.toBe('wrong');
  expect(verdicts('每逾期1天扣0.2分，封顶1分', '3', { 逾期: '30' }, '2')).not.toBe('wrong');
  expect(verdicts('制度健全得5分，不健全扣2分', '5', { 制度健全: false }, '3')).not.toBe('wrong');
});

test('what one alone reads is read', () => {
  expect(parseAfresh('缺1个科室，扣0.5分。').understood).toBe('whole');
});

test.each([
  // What a part of a step counts is said by the text.
  ['结项率≥80%得5分，每降低5个百分点（不足5个百分点的按5个百分点计算）扣1分', '5', { 结项率: '74%' }, '3', '4'],
  ['合格率低于95%的，每低5个百分点扣1分，不足5个百分点不扣分', '5', { 合格率: '91%' }, '5', '4'],
  ['收到资金后30日内拨付的得4分，每超10日扣1分，不足10日的按10日计。', '4', { 拨付: '45' }, '2', '3'],
  // Two sides.
  ['完成率为100%得5分，每高于或低于1个百分点扣0.5分。', '5', { 完成率: '102%' }, '4', '5'],
  ['完成率为100%得5分，每高于或低于1个百分点扣0.5分。', '5', { 完成率: '98%' }, '4', '5'],
  // Where counting begins is said by what earns full points.
  ['用户投诉不超过3次得4分，每增加1次扣1分，扣完为止。', '4', { 投诉: '5' }, '2', '0'],
  ['15分钟内响应得4分，每延迟5分钟扣1分，扣完为止。', '4', { 响: '25' }, '2', '0'],
  ['验收合格率100%得5分，每有1个百分点未合格扣0.5分，扣完为止', '5', { 合格率: '98%' }, '4', '0'],
  ['按0.5分/篇计分，最高不超过5分。', '5', { '': '7' }, '3.5', '0.07'],
] as const)('%s (%s) at %j is %s, not %s', (text, weight, facts, right, wrong) => {
  expect(verdicts(text, weight, facts, right)).toBe('right');
  expect(verdicts(text, weight, facts, wrong)).toBe('wrong');
});

test.each([
  ['费用偏差率不超过5%得4分，每超出1个百分点扣0.5分，偏差率超过15%的不得分。', ['费用偏差率']],
  ['设X为控制率。X≤100%得5分；X＞100%得0分。', ['控制率']],
  ['预算完成率（R）=完成数/预算数×100%。R=100%，得5分；R＜100%，得0分。', ['预算完成率']],
  // Two measures, and opposites.
  [
    '①硕士人员占比不低于10%的，得1分；每低1%，扣0.1分。②新进人员中硕士人员占比不低于30%的，得1分；每低1%，扣0.1分。',
    ['硕士人员占比', '新进人员中硕士人员占比'],
  ],
  ['不合格率低于1%且合格率高于95%的得5分，其他不得分', ['不合格率', '合格率']],
])('what %s calls by two names is one: %j', (text, names) => {
  expect(parseAfresh(text).facts.map(({ name }) => name)).toEqual(names);
});
