/** A criterion that says to how many decimals its score goes is followed: in what is accepted, and in what is written. */
import { DEFAULT_OPTIONS, planRecalc } from '../../src/recalc';
import { saidDecimals } from '../../src/score-table';
import { assessBook } from '../recalc/support';
import { formSheet, found, HEAD } from '../support/audited';
import { bookOf, type TestCell } from '../support/sheets';

it.each<[string, number | null]>([
  ['得分=完成率×分值，保留一位小数', 1],
  ['得分＝完成率×分值（四舍五入，保留2位小数）', 2],
  ['按完成比例计算，结果四舍五入保留整数', 0],
  ['完成率×10，取整数', 0],
  ['得分精确到0.1分', 1],
  ['得分精确到0.01', 2],
  ['得分保留小数点后两位', 2],
  ['得分=完成率×分值', null],
  // Of the rate, not of the score.
  ['完成率保留两位小数，得分=完成率×分值', null],
  ['完成率（保留一位小数）×分值', null],
  ['保留相关凭证得2分', null],
  ['取得3位专家意见得2分', null],
  ['抽取1位专家评分，得分=评分×分值', null],
  ['保留小数2位', 2],
  ['计算结果保留两位', 2],
])('%s: %s', (text, decimals) => {
  expect(saidDecimals(text)).toBe(decimals);
});

const RULE = '完成率×分值，保留一位小数';
const head = [...HEAD.slice(0, 6), '评分标准', ...HEAD.slice(6)];
/** One row with this criterion and score among rows with two decimals. */
function form(score: TestCell, rule: string): Parameters<typeof formSheet>[0] {
  const rows: TestCell[][] = [
    ['产出指标', '数量指标', '培训人次完成率', '100%', '97.35%', 10, rule, score, '两期推迟', '签到表'],
    ['产出指标', '质量指标', '验收合格率', '≥95%', '98%', 40, '完成率×分值', 40, null, '验收单'],
    ['产出指标', '质量指标', '抽检合格率', '100%', '97.37%', 40, '抽检合格率×分值', 38.95, '个别返工', '抽检单'],
    ['满意度指标', '服务对象满意度', '群众满意度', '≥90%', '95%', 10, '≥90%得10分', 10, null, '问卷'],
  ];
  const sum = rows.reduce((all, row) => all + Math.round(Number(row[7] ?? 0) * 100), 0) / 100;
  return { head, rows, total: ['总分', null, null, null, null, 100, null, sum] };
}
const questioned = (score: TestCell, rule = RULE): readonly string[] => found(form(score, rule)).filter((one) => one.endsWith('H4'));

it.each<[number, string, boolean]>([
  [9.7, RULE, false],
  // Not rounded at all harms nobody.
  [9.74, RULE, false],
  [9.8, RULE, true],
  [10, '完成率×分值，保留整数', false],
  [9.7, '完成率×分值', true],
])('%s by 「%s」 is questioned: %s', (score, rule, is) => {
  expect(questioned(score, rule).length > 0).toBe(is);
});

it('what is written is rounded so', () => {
  const { cells } = planRecalc(bookOf([formSheet(form(null, RULE))]), assessBook, DEFAULT_OPTIONS);
  const written = cells.find(({ at }) => at.row === 3 && at.col === 7);
  expect(written?.after.kind === 'value' ? Number(written.after.value) : written).toBe(9.7);
  expect(written?.reason).toContain('9.7');
});
