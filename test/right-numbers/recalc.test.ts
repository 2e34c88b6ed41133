/** 运算 writes what the rules determine and lists what it leaves: nothing is passed over without a word. */
import { reportText } from '../../src/cli/recalc/report';
import { bookWith, column, FORM, found, recalculated, type Over, type Row } from './support';

const form = (over: Over = {}) => bookWith(FORM, over);
const POINTS: Readonly<Record<number, number>> = { 11: 15, 12: 15, 13: 10, 14: 10, 15: 15, 16: 15, 17: 10 };
const said = (book: ReturnType<typeof form>): string =>
  reportText('表.xlsx', recalculated(book).recalc, book, { colour: false, columns: 200 } as never);

describe('no grade from an incomplete total', () => {
  // 管护机制健全程度 is a person's to judge.
  const open: Over = { G16: null, E16: '较健全' };
  test('a blank grade stays blank, a typed one stays', () => {
    for (const total of [84.5, { f: 'G6+SUM(G11:G17)', v: 84.5 }]) {
      expect(recalculated(form({ ...open, G18: total, B19: null })).writes).toEqual([]);
      expect(recalculated(form({ ...open, G18: total })).writes).toEqual([]);
      expect(recalculated(form({ ...open, G18: total, B19: null })).kept.join()).toContain('等级：总分未定');
    }
  });
  test('nor is one called wrong by a formula over blanks', () => {
    expect(found(form({ ...open, G18: { f: 'G6+SUM(G11:G17)', v: 84.5 } })).filter((one) => one.includes('grade'))).toEqual([]);
  });
  test('once all is there it is filled', () => {
    expect(recalculated(form({ B19: null })).writes).toEqual(['B19 · → 优']);
    expect(recalculated(form({ G17: null, G18: null, B19: null })).writes).toEqual(['G17 · → 10', 'G18 · → 99.5', 'B19 · → 优']);
  });
  test('not from a total that is not the sum and is left', () => {
    expect(recalculated(form({ G18: { f: '(G6+SUM(G11:G17))*0.8', v: 79.6 }, B19: null })).writes).toEqual([]);
  });
});

describe('scores typed as text', () => {
  test.each([
    ['9.68分', 'G17 9.68分 → 9.68'],
    ['４.５', 'G17 ４.５ → 4.5'],
    ['10', 'G17 10 → 10'],
    [' 9.5 分', 'G17  9.5 分 → 9.5'],
  ])('%s becomes a number', (typed, change) => {
    const over = { G17: typed, H17: '两户不满意', G18: { f: 'G6+SUM(G11:G17)', v: 89.5 } };
    expect(recalculated(form(over)).writes).toContain(change);
  });
  test.each(['9 5', '九分', '约10'])('%s is left and listed', (typed) => {
    const { writes, kept } = recalculated(form({ G17: typed }));
    expect([writes, kept.filter((one) => one.startsWith('G17'))]).toEqual([
      [],
      [`G17 「用水户满意度」得分：写的是「${typed}」，请人工核实`],
    ]);
  });
  test('a form that types all of them so keeps them, with a line', () => {
    const { writes, kept } = recalculated(form(column('G', 11, 17, (row) => `${POINTS[row]!}分`)));
    expect([writes, kept]).toEqual([[], ['G10 「得分」：有7处得分是文字，不是数字，表中没有公式要用到，保持原样']]);
  });
  test('a total that fits neither reading is reported', () => {
    expect(found(form({ G17: '10分', G18: 97 }))).toEqual(['A score-not-numeric G17', 'M total-score G18']);
    expect(found(form({ G17: '10分' }))).toEqual(['A score-not-numeric G17']);
    expect(found(form({ G17: '10分', G18: 89.5 })).filter((one) => one.includes('total-score'))).toEqual([]);
  });
});

describe('cells in error are listed', () => {
  test('a score, and the total that reads it', () => {
    const { writes, kept } = recalculated(
      form({ G17: { f: '#REF!*2', v: { error: '#REF!' } }, G18: { f: 'G6+SUM(G11:G17)', v: { error: '#REF!' } } }),
    );
    expect(writes).toEqual([]);
    expect(kept.filter((one) => one.includes('#REF!')).map((one) => one.slice(0, 3))).toEqual(['G17', 'G18']);
  });
  test('a 完成值, a 分值 and an execution rate', () => {
    const { kept } = recalculated(form({ E17: { error: '#REF!' }, F12: { error: '#N/A' }, F6: { f: 'D6/0', v: { error: '#DIV/0!' } } }));
    expect(kept.filter((one) => /#/.test(one)).map((one) => one.replace(/ .*/, ''))).toEqual(['F6', 'F12', 'E17']);
  });
});

describe('what is said at the end', () => {
  test('nothing to do', () => expect(said(form())).toContain('没有需要填写或更正的'));
  test.each<[string, Over]>([
    ['something left open', { G16: null, E16: '较健全', G18: null }],
    ['an error', { E17: { error: '#REF!' } }],
    ['a text', { G17: '九分' }],
    ['a finding', { G17: 11, G18: 100.5 }],
  ])('not beside %s', (_name, over) => {
    expect(said(form(over))).not.toContain('没有需要填写或更正的');
  });
});

describe('no score from a reading that was not checked', () => {
  const sheet = (criterion: string, weight: number, actual: string, reason: string | null = null): readonly Row[] => [
    ['某单位2024年度绩效考核评分表'],
    ['一级指标', '三级指标', '评分标准', '完成值', '分值', '自评得分', '扣分原因和说明'],
    ['履职', '服务覆盖率', criterion, actual, weight, null, reason],
    [null, '内控建设', `制度健全得${100 - weight}分，否则不得分`, '制度健全', 100 - weight, 100 - weight, null],
    ['合计', null, null, null, 100, null, null],
  ];
  const writes = (...args: Parameters<typeof sheet>): readonly string[] =>
    recalculated(bookWith(sheet(...args))).writes.filter((one) => one.startsWith('F3'));
  test.each<[string, string, number, string]>([
    ['points below the 分值', '覆盖率≥90%得4分；80%≤覆盖率＜90%得2分；＜80%不得分', 5, '95%'],
    ['points above the 分值', '覆盖率≥90%得10分；80%≤覆盖率＜90%得8分；＜80%不得分', 5, '95%'],
    ['an arm inside those before it', '覆盖率≥60%得2分；覆盖率≥80%得4分；覆盖率≥90%得5分', 5, '95%'],
    ['points up and down', '覆盖率≥90%得5分；80%≤覆盖率＜90%得1分；60%≤覆盖率＜80%得3分；＜60%不得分', 5, '85%'],
    ['shares among points', '覆盖率≥90%得5分；80%≤覆盖率＜90%得分值的80%；60%≤覆盖率＜80%得2分；＜60%不得分', 5, '95%'],
  ])('%s', (_name, criterion, weight, actual) => {
    expect(writes(criterion, weight, actual)).toEqual([]);
    const filled = sheet(criterion, weight, actual).map((row, at) =>
      at === 2
        ? row.map((cell, col) => (col === 5 ? 1 : cell))
        : at === 4
          ? row.map((cell, col) => (col === 5 ? 101 - weight : cell))
          : row,
    );
    expect(found(bookWith(filled)).filter((one) => / F3$/.test(one))).toEqual([]);
  });
  test.each<[string, string, number, string, string]>([
    ['a plain table', '覆盖率≥90%得5分；80%≤覆盖率＜90%得3分；＜80%不得分', 5, '85%', 'F3 · → 3'],
    ['one best band', '覆盖率＜80%得2分；80%≤覆盖率≤110%得5分；覆盖率＞110%得3分', 5, '120%', 'F3 · → 3'],
    ['满分 beside points', '覆盖率≥90%得满分；80%≤覆盖率＜90%得3分；＜80%不得分', 5, '95%', 'F3 · → 5'],
    ['shares alone', '覆盖率≥90%得分值的100%；80%≤覆盖率＜90%得分值的60%；＜80%不得分', 5, '85%', 'F3 · → 3'],
  ])('but %s is written', (_name, criterion, weight, actual, write) => expect(writes(criterion, weight, actual)).toEqual([write]));
});

test('a table that does not say what happens otherwise gives its arms, nothing, or all', () => {
  const rows: readonly Row[] = [
    ['某单位2024年度绩效考核评分表'],
    ['一级指标', '三级指标', '评分标准', '分值', '自评得分', '扣分原因和说明'],
    ['管理', '制度建设', '制度健全且执行到位得5分；制度健全但执行不到位得3分', 5, 4, '执行有欠缺'],
    [null, '内控建设', '内控健全得95分，否则不得分', 95, 95, null],
    ['合计', null, null, 100, 99, null],
  ];
  expect(found(bookWith(rows)).filter((one) => one.endsWith('E3'))).toHaveLength(1);
  for (const score of [5, 3, 0])
    expect(found(bookWith(rows, { E3: score, E5: 95 + score })).filter((one) => one.endsWith('E3'))).toEqual([]);
});
