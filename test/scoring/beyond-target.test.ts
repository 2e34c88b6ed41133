/** 「每多1次扣2分」 is counted from the target, 「每发现1次扣2分」 from nothing. */
import { assess } from '../../src/assessment/assess';
import { recognise } from '../../src/recognition';
import { sideCounted } from '../../src/scoring/facts/beyond-target';
import { bookOf, sheetOf, type TestCell } from '../support/sheets';

function assessed(target: TestCell, actual: TestCell, rule: string, score: number) {
  const book = bookOf(
    sheetOf('评分表', [
      ['2024年度项目支出绩效自评表'],
      ['项目名称', '热线维护'],
      ['一级指标', '三级指标', '年度指标值', '实际完成值', '评分标准', '分值', '自评得分', '偏差原因'],
      ['产出指标', '群众投诉', target, actual, rule, 20, score, '设备损坏，停工三天'],
      ['效益指标', '满意度', '≥90%', '95%', null, 80, 80, null],
      ['总分', null, null, null, null, 100, 80 + score, null],
    ]),
  );
  const { derivations, findings } = assess(recognise(book).tables[0]!, book, { first: true });
  const { admissible } = [...derivations.values()][0]!;
  return {
    score: admissible.is === 'exact' ? admissible.score.toString() : null,
    accused: findings.filter(({ severity }) => severity === 'mandatory').map(({ code }) => code),
  };
}

describe('counted from the target', () => {
  test.each<[string, TestCell, TestCell, string]>([
    ['每多1次扣2分', '≤2次', '3次', '18'],
    ['每多1次扣2分', '≤2次', '2次', '20'],
    ['每多1次扣2分', '≤2次', '1次', '20'],
    ['每增加1次扣2分', '≤2次', '4次', '16'],
    ['投诉每增加1次扣2分', '≤2次', '3次', '18'],
    ['每超过1次扣2分', '≤2次', '3次', '18'],
    ['每超1次扣2分', '≤2次', '3次', '18'],
    ['比目标值每多1次扣2分', '≤2次', '3次', '18'],
    ['每多一起扣2分', '≤2起', '5起', '14'],
    ['每多1次扣2分', '0次', '3次', '14'],
    ['每少1次扣2分', '≥5次', '3次', '16'],
    ['每少1次扣2分', '5次', '3次', '16'],
    ['每减少1次扣2分', '≥5次', '4次', '18'],
    ['每少1次扣2分', '≥5次', '6次', '20'],
  ])('%s, %s, %s: %s', (rule, target, actual, score) => {
    expect(assessed(target, actual, rule, Number(score))).toEqual({ score, accused: [] });
  });
});

describe('what was done beside what was to be done', () => {
  test.each<[string, TestCell, TestCell, string | null, number]>([
    // How late is told from the target, and a figure alone says no delay.
    ['每延迟5分钟扣1分', '≤15分钟', '25分钟', '18', 18],
    ['每逾期1天扣2分', '≤5天', '7天', '16', 16],
    ['每逾期1天扣2分', '0天', '3天', '14', 14],
    // Four of five settled: one is not, and never four.
    ['每有一件未化解扣1分', '5件', '4件', '19', 19],
    ['每有一件未化解扣1分', '0件', '1件', '19', 19],
    ['每有一件未化解扣1分', '≤3件', '2件', '18', 18],
    ['每投诉1件扣1分', '5件', '4件', null, 19],
  ])('%s, %s, %s: %s', (rule, target, actual, score, right) => {
    expect(assessed(target, actual, rule, right)).toEqual({ score, accused: [] });
  });

  test('a shortfall that is only worked out accuses nobody in earnest', () => {
    expect(assessed('5件', '4件', '每有一件未化解扣1分', 16).accused).toEqual([]);
  });
});

describe('counted from nothing', () => {
  test.each([
    ['每发生1次扣2分', '≤2次', '3次', '14'],
    ['每延期1次扣2分', '≤2次', '3次', '14'],
  ])('%s, %s, %s: %s', (rule, target, actual, score) => expect(assessed(target, actual, rule, 14).score).toBe(score));

  test.each(['发现不足', '超期', '超标', '超过时限', '延期', '缺少', '投诉', ''])('%s', (name) => expect(sideCounted(name)).toBeNull());
});

describe('nothing is said where the target is no number to count from', () => {
  test.each([
    ['every strict bound', '<2次', '3次'],
    ['no target', null, '3次'],
    ['a target in words', '不增加', '3次'],
    ['another unit', '≤2件', '3次'],
    ['numbers without a unit', 2, 5],
  ])('%s', (_name, target, actual) => expect(assessed(target, actual, '每多1次扣2分', 18)).toEqual({ score: null, accused: [] }));
});
