/** Rounding excuses a score in proportion to something measured: never a step, a count, an item, or all of the 分值. */
import { bookWith, found, recalculated, type Over, type Row, type TestCell } from './support';

/** A sheet of whole scores: row 3 is the row in question. */
const rows = (
  criterion: string,
  weight: number,
  score: number | null,
  actual: TestCell = null,
  reason: string | null = null,
): readonly Row[] => [
  ['某单位2024年度绩效考核评分表'],
  ['一级指标', '三级指标', '评分标准', '完成值', '分值', '自评得分', '扣分原因和说明'],
  ['履职', '在职人员控制率', criterion, actual, weight, score, reason],
  [null, '内控建设', `制度健全得${100 - weight}分，否则不得分`, null, 100 - weight, 100 - weight, null],
  ['合计', null, null, null, 100, score === null ? null : 100 - weight + score, null],
];
const judged = (...args: Parameters<typeof rows>): readonly string[] =>
  found(bookWith(rows(...args))).filter((one) => !one.includes('explained'));
const written = (criterion: string, weight: number, actual: TestCell, reason: string | null = null): readonly string[] =>
  recalculated(bookWith(rows(criterion, weight, null, actual, reason))).writes;

test.each<[string, string, number, number, TestCell, string | null]>([
  ['a count', '每发现1例不符合规定的扣0.5分，扣完为止', 5, 5, null, '发现1例不符合规定'],
  ['a count, rounded down', '每发现1例不符合规定的扣0.5分，扣完为止', 5, 4, null, '发现1例不符合规定'],
  ['a step', '控制率≤100%得2分；100%＜控制率≤105%得1.5分；控制率＞105%不得分', 2, 2, '103%', null],
  ['another step', '控制率≤100%得3分；100%＜控制率≤110%得1.5分；控制率＞110%不得分', 3, 1, '103%', null],
  ['all of the 分值', '得分=控制率×分值', 10, 10, '96.2%', null],
  ['points of percent', '控制率≤100%得5分，每超过1个百分点扣0.5分，扣完为止', 5, 5, '101%', null],
])('%s is not rounded: found', (_name, criterion, weight, score, actual, reason) => {
  expect(judged(criterion, weight, score, actual, reason).filter((one) => one.endsWith('F3'))).toHaveLength(1);
  expect(judged(criterion, weight, score, actual, reason).join()).not.toContain('score-rounded');
});

test.each<[string, string, number, number, TestCell]>([
  ['a formula', '得分=控制率×分值', 10, 9, '86.2%'],
  ['a formula, cut', '得分=控制率×分值', 10, 8, '86.2%'],
  ['a quotient', '得分=完成值÷目标值×分值', 10, 9, '90'],
])('%s may be: nothing is said', (_name, criterion, weight, score, actual) => {
  expect(judged(criterion, weight, score, actual)).toEqual([]);
});

test('exact scores are right whatever the others are', () => {
  expect(judged('每发现1例不符合规定的扣0.5分，扣完为止', 5, 4.5, null, '发现1例不符合规定')).toEqual([]);
  expect(judged('控制率≤100%得2分；100%＜控制率≤105%得1.5分；控制率＞105%不得分', 2, 1.5, '103%')).toEqual([]);
  expect(judged('得分=控制率×分值', 10, 9.62, '96.2%')).toEqual([]);
});

test('运算 writes them unrounded', () => {
  expect(written('控制率≤100%得2分；100%＜控制率≤105%得1.5分；控制率＞105%不得分', 2, '103%')[0]).toBe('F3 · → 1.5');
  expect(written('得分=控制率×分值', 10, '96.2%')[0]).toBe('F3 · → 9.62');
});

const FORM: readonly Row[] = [
  ['项目支出绩效自评表'],
  ['项目名称', '某项目', null, null, null, null, '单位：万元'],
  ['项目资金', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  ['年度资金总额', 200, 200, 191, 10, '95.5%', 10],
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '原因'],
  ['产出指标', '数量指标', '维修泵站数量', '≥12座', '12座', 50, 50, null],
  ['效益指标', '社会效益指标', '受益人口数', '≥3000人', '3100人', 40, 40, null],
  ['总分', null, null, null, null, 100, 100, null],
];

test('the execution rate in a sheet of whole scores: rounded is right, but not up to all of the 分值', () => {
  const form = (over: Over) => found(bookWith(FORM, over));
  expect(form({})).toEqual(['A execution-score G4']);
  expect(form({ D4: 193, F4: '96.5%', G4: 9, G8: 99 })).toEqual([]);
});
