/** The guards bite: A unreachable arms, M order, S mixed points and shares, Z nothing happened is full, W the best it can give. */
import { fitsWeight, parseCriterion, type Criterion } from '../../src/criteria';
import { flawsOf } from '../../src/criteria/flaws';
import { leavesUnused } from '../../src/criteria/unused';
import { Dec } from '../../src/workbook/decimal';

const steps = (text: string): Criterion => parseCriterion(text).criterion;

test('A: an arm inside those before it', () => {
  expect(flawsOf(steps('满意度≥80%得5分；满意度≥90%得3分'))).toContain('unreachable');
});

test('M: points that rise, fall and rise', () => {
  expect(flawsOf(steps('完成率≥90%得5分；80%≤完成率<90%得1分；70%≤完成率<80%得3分；完成率<70%得0分'))).toContain('unordered');
});

test('S: points beside shares', () => {
  expect(flawsOf(steps('完成率≥90%得5分；80%≤完成率<90%得80%的分值；完成率<80%得1分'))).toContain('mixed');
});

test('Z: nothing happened, and it is not full', () => {
  const once = parseCriterion('不规范的，扣1分').criterion;
  expect(once.kind).toBe('per-occurrence');
  expect(flawsOf(once)).toEqual([]);
  const loses: Criterion = {
    kind: 'deductions',
    rules: [{ ...once, each: { points: new Dec(0) }, cap: { points: new Dec(-1) } } as Criterion],
    span: once.span,
  };
  expect(flawsOf(loses)).toContain('not-full');
});

test('U: points and bounds beside them are used', () => {
  const of = (text: string): readonly string[] => parseCriterion(text).flaws ?? [];
  expect(of('基本分3分，开展活动超过目标值的，每多1次加1分，最多加2分；少于目标值的，每少1次扣1分。')).toContain('unused');
  expect(leavesUnused(steps('每增加1次扣1分'), '投诉不超过3次得4分,每增加1次扣1分')).toBe(true);
  // What no rule says: what is no more than the whole, which of them it is.
  for (const text of [
    '综合得分=（1-预算调剂率）×5×50%+（1-年中追加率）×5×50%。比率大于100%的按100%计算',
    '①招投标合规；②合同规范；③资料完整；④移交及时。以上4项各占权重的25%，符合的得分，不符合的不得分',
    '制度健全、执行有效，每项占该指标分值的50%，达到要求的得分，未达到的不得分',
    '第一次提醒，第二次扣1分，第三次扣2分，三次以上不得分',
  ])
    expect([text, parseCriterion(text).understood]).not.toEqual([text, 'whole']);
  // And what one says: the first time is free, a bound of some parts, away from a range.
  for (const text of [
    '首次未按期销号不扣分，自第二次起每次扣1分，扣完为止',
    '发现超标准接待的每次扣1分，发现公车私用的每次扣1分，以上两项合计最多扣3分；未执行公务卡制度的扣1分',
    '指标值应落在40%-60%之间，在区间内得满分；偏离区间的，每1个百分点扣0.5分，扣完为止',
  ])
    expect([text, parseCriterion(text).understood, parseCriterion(text).flaws]).toEqual([text, 'whole', undefined]);
  expect(of('发现超标准接待的每次扣1分，发现公车私用的每次扣1分，两项合计最多扣3分')).toEqual([]);
  // What falls short is counted from the target, and a day from which it is late is one.
  expect(of('改造完成10所得5分，每少1所扣0.5分，扣完为止')).toEqual([]);
  expect(of('财政批复后20日内公开得6分；每逾期1天扣1分')).toEqual([]);
  expect(of('制度健全得5分，不健全扣2分')).toEqual([]);
});

test('N: what is said of a figure is not its name', () => {
  const of = (text: string): readonly string[] => parseCriterion(text).flaws ?? [];
  expect(of('A=实际完成数量，B=计划完成数量，得分=A÷B×6，A＞B时按6分计。')).toContain('misnamed');
  expect(of('到位率≥90%得4分；低于90%不得分')).toEqual([]);
});

test('the same occurrence takes points in one way', () => {
  const text = '被审计部门查出问题的，每查出1个问题扣1分；问题金额超过100万元的，每个问题扣2分；扣完为止。';
  expect(parseCriterion(text).flaws).toEqual(['twice']);
});

test('what falls short is no figure, and a share none of an amount', () => {
  const two = parseCriterion('安全培训不少于2次，少1次扣2分；安全演练不少于1次，少1次扣2分。');
  expect(two.facts.map(({ name }) => name)).toEqual(['安全培训少', '安全演练少']);
  expect(parseCriterion('人均成本不超过500元得5分，每超出10元扣0.1分，超出20%以上不得分。').understood).not.toBe('whole');
});

test('W: the best it can give is the 分值, or it is held against nothing', () => {
  const rule = parseCriterion('满意度≥90%得5分；满意度<90%得0分').criterion;
  expect(fitsWeight(rule, new Dec(5))).toBe(true);
  expect(fitsWeight(rule, new Dec(8))).toBe(false);
});

test('W: items of their own that were read as one choice', () => {
  const fits = (text: string, weight: number): boolean => fitsWeight(parseCriterion(text).criterion, new Dec(weight));
  for (const text of [
    '民主程序规范得2分；筹资筹劳到位率100%得2分，不足的按到位率计分；管护责任落实得1分',
    '方案科学得3分；开工率100%得4分，不足的按开工率计分；档案齐全得3分',
  ]) {
    const { criterion } = parseCriterion(text);
    const sum = text.match(/\d(?=分[；，])|\d(?=分$)/g)!.reduce((total, one) => total + Number(one), 0);
    expect([criterion.kind, fitsWeight(criterion, new Dec(sum))]).not.toEqual(['cases', true]);
  }
  expect(fits('制度健全得5分，较健全得3分，不健全得2分', 5)).toBe(true);
  expect(fits('无结余得5分；有结余但不超过上年得3分，超过上年得0分', 5)).toBe(true);
});

test('U: levels of each of several are not the levels of all', () => {
  for (const text of [
    '按季报送监控报告，一、二、三季度各1分，按时报送得满分，逾期报送得50%，未报送不得分',
    '方案、报告各2分，按时提交得满分，逾期的得50%',
  ])
    expect(parseCriterion(text).understood).not.toBe('whole');
  expect(parseCriterion('按时报送得满分，逾期报送得50%，未报送不得分').understood).toBe('whole');
});

test('a flawed reading is understood in part at most', () => {
  expect(parseCriterion('满意度≥80%得5分；满意度≥90%得3分').understood).toBe('part');
});

test('N: what has points, a conversion or a count in it is no name', () => {
  const isWhole = (text: string): boolean => parseCriterion(text).understood === 'whole';
  for (const text of [
    '一等得满分，二等得八成分，三等得五成分，其余零分',
    '由5名专家打分后取平均值，按百分制折算为10分',
    '得分=数量完成率×50%×分值+质量达标率×50%×分值，各项比率超过100%的按100%计。',
    '年度内召开调度会议不少于5次，少1次扣0.5分',
  ])
    expect([text, isWhole(text)]).toEqual([text, false]);
  for (const text of [
    '未发生信息安全事件，得4分；发生一般事件，扣2分；发生较大及以上事件，扣4分',
    '食品留样不规范，发现一餐次扣0.3分',
    '得分=指标分值×完成率，完成率超过100%的按100%计算',
    '全年开展督查不少于5次，每少1次扣0.5分',
  ])
    expect([text, isWhole(text)]).toEqual([text, true]);
});
